"""Starts the program on a profile, saves an answer and exports; tells in JSON what came of it.

`python -m tests.reliability.one_place FOLDER make|work|read` makes a vault, works in it, or looks in one in
which nothing can be saved.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hardship_desk.bootstrap import Desks
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cases import NewCase
from hardship_desk.ui.application import Program, make_application
from hardship_desk.ui.running.background import finish_running_work

WORDS = "een wachtzin voor de proef"
TEXT = "Dit staat er na het opslaan."
QUESTION = QuestionId("intake.aanleiding")
NEW = NewCase(
    number="R62-1",
    gemeentecode="GM0363",
    title="Proef",
    type=DecisionTypeId("boete"),
    weight="gewoon",
    weight_reason="Proef.",
)


def main(folder: Path, deed: str) -> dict[str, object]:
    """Do one thing with the vault in HARDSHIP_DESK_DATA."""
    application = make_application(["plek"])
    desks = Desks()
    try:
        desk = desks.create_own(WORDS, "A. Proef") if deed == "make" else desks.open_own(WORDS)
        program = Program(desks, WindowTexts(desks.texts), application)
        program.show_desk(desk)
        application.processEvents()
        shown = program.window is not None and program.window.isVisible()
        if deed == "make":
            desk.cases.create_case(NEW)
        case = desk.cases.list_cases()[0]
        assert program.window is not None
        program.window.show_case(case.id)
        application.processEvents()
        decision = desk.cases.open_case(case.id).decisions[0].id
        told = {
            "shown": shown,
            "read_only": desk.upkeep.warnings().read_only if desk.upkeep else "",
        }
        try:
            desk.interview.answer(case.id, decision, QUESTION, f"{TEXT} {deed}")
        except HardshipDeskError as error:
            return {**told, "refused": error.code}
        again = desk.cases.open_case(case.id).answers_for(decision).get(QUESTION)
        files = desk.reporting.export(case.id, decision, folder / "uitvoer").files
        return {
            **told,
            "saved": again is not None and again.value == f"{TEXT} {deed}",
            "files": [file.name for file in files if file.stat().st_size > 0],
        }
    finally:
        if "program" in locals() and program.window is not None:
            program.window.close()
        finish_running_work()
        desks.close()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
