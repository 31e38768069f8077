"""Says in Dutch what argparse found wrong with a command, and with which word."""

from __future__ import annotations

import re

from hardship_desk.documents.text_source import TextSource

_SAID = (
    (
        "keuze",
        r"argument (?P<wat>\S+): invalid choice: '(?P<dit>[^']*)' \(choose from (?P<wel>.+)\)",
    ),
    ("waarde", r"argument (?P<wat>\S+): invalid \w+ value: '(?P<dit>[^']*)'"),
    ("woord", r"argument (?P<wat>\S+): expected .*"),
    ("mist", r"the following arguments are required: (?P<wat>.+)"),
    ("onbekend", r"unrecognized arguments: (?P<wat>.+)"),
)
"""What argparse says in English, by the name of our sentence."""


def what_is_wrong(message: str, texts: TextSource) -> str:
    """The same as `message` of argparse, in Dutch; a plain sentence where it says something new."""
    for name, pattern in _SAID:
        found = re.fullmatch(pattern, message)
        if found is not None:
            words = {part: said.replace("'", "") for part, said in found.groupdict().items()}
            return texts.get(f"opdrachtregel.opdracht.{name}", **words)
    return texts.get("opdrachtregel.opdracht.anders")
