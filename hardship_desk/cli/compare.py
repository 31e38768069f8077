"""Says what changes in a case file when it is placed in another municipality. Writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from hardship_desk.cli.assess import FINE, INPUT, AssessTools
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.presenters.switch_words import SwitchWords
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.case_files import CaseFile


def compare_file(tools: AssessTools, path: Path, typed: str) -> int:
    """Print the changes in a case file; the code with which the program ends."""
    found = tools.reader.read(path)
    if not isinstance(found, CaseFile):
        for problem in found:
            print(f"{problem.file}: {problem.key}: {problem.reason}", file=sys.stderr)
        return INPUT
    code = _code(tools, typed)
    if code is None:
        reason = tools.texts.get("plugins.gereedschap.geen_gemeente")
        print(f"{path.name}: gemeente: {reason}", file=sys.stderr)
        return INPUT
    words = SwitchWords(
        WindowTexts(tools.texts), {item.code: item.name for item in tools.municipalities}
    )
    changes = tools.switch.changes(found.case, code)
    print(words.head(changes))
    for group in words.groups(changes):
        print(f"\n{group.title}")
        for line in group.lines:
            print(f"- {line}")
    return FINE


def _code(tools: AssessTools, typed: str) -> Gemeentecode | None:
    """The municipality with this name or code."""
    for item in tools.municipalities:
        if typed.casefold() in (item.code.casefold(), item.name.casefold()):
            return item.code
    return None
