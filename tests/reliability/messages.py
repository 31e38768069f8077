"""R64: what every failure that is raised says."""

from __future__ import annotations

import re
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.window_texts import WindowTexts
from tests.reliability.figures import Experiment, Figures
from tests.unit.presenters.test_failures import CLASSES, every_code


def every_failure_is_told(_folder: Path, _times: int) -> Figures:
    """What happened, why, what is safe and what to do, for every code in the source."""
    texts = WindowTexts(Texts.load_folder(resources_folder() / "texts"))
    codes = every_code()
    lacking = [
        code
        for code in codes
        if f"fout.{code}.tekst" not in texts
        or f"fout.{code}.advies" not in texts
        or len(re.findall(r"[.!?](?:\s|$)", texts.about_failure(code))) < 2
    ]
    return Figures(
        number="R64",
        target="every raised error has a code, plain Dutch, cause, what is safe, next step",
        seen=f"{len(codes)} codes of {len(CLASSES)} classes; lacking: {lacking}",
        reached=not lacking and len(codes) > 25,
    )


EXPERIMENTS = (Experiment(number="R64", run=every_failure_is_told, short=1, long=1),)
