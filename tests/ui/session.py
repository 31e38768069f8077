"""A session in a process of its own: a fine from nothing to a report, and then the power goes.

`python -m tests.ui.session FOLDER` prints what it typed as JSON and kills itself with SIGKILL.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.ui.application import make_application, make_window
from tests.ui.journeys import FINE, export, start_case
from tests.ui.typist import CONTROL, Typist

LAST_WORDS = "Dit stond er toen de stroom uitviel."


def main(folder: Path) -> None:
    application = make_application(["session"])
    window = make_window(open_practice_desk(folder / "oefening.db"), application)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    typist = Typist(window)
    start_case(typist, "T-2026-1", 1, "Amsterdam")
    typist.walk(FINE, "opvolging.datum")
    export(typist, str(folder))
    typist.back_to_window()
    effort = typist.effort
    typist.press(Qt.Key.Key_1, CONTROL)
    typist.wait(50)
    typist.go_to_step(13)
    typist.go_to_question("conclusie.schuurt")
    typist.type(LAST_WORDS)
    typist.wait(900)
    assert typist.effort.clicks == 0
    told = {"answered": typist.answered, "skipped": typist.skipped, "effort": asdict(effort)}
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
