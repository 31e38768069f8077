"""Says in Dutch what argparse found wrong with a command, and with which word."""

from __future__ import annotations

import re

_SAID = (
    (
        r"argument (\S+): invalid choice: '([^']*)' \(choose from (.+)\)",
        "{0} kent {1} niet, wel: {2}.",
    ),
    (r"argument (\S+): invalid \w+ value: '([^']*)'", "{0} kan niets met {1}."),
    (r"argument (\S+): expected .*", "Achter {0} hoort nog een woord."),
    (r"the following arguments are required: (.+)", "Er mist nog iets: {0}."),
    (r"unrecognized arguments: (.+)", "Deze opdracht kent dit niet: {0}."),
)
_ANYTHING_ELSE = "Deze opdracht klopt niet."


def what_is_wrong(message: str) -> str:
    """The same as `message` of argparse, in Dutch; a plain sentence where it says something new."""
    for pattern, sentence in _SAID:
        found = re.fullmatch(pattern, message)
        if found is not None:
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return _ANYTHING_ELSE
