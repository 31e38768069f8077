"""R64: what every failure that is raised says."""

from __future__ import annotations

import re
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.errors import VaultError
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import FAILURES, WindowTexts
from tests.reliability.figures import Experiment, Figures
from tests.unit.presenters.test_failures import CLASSES, every_code


def every_failure_is_told(_folder: Path, _times: int) -> Figures:
    """What happened, why, what is safe and what to do, for every code in the source."""
    catalogue = Texts.load_folder(resources_folder() / "texts")
    texts = WindowTexts(catalogue)
    codes = every_code()
    lacking = [
        code
        for code in codes
        if any(key not in texts for key in (f"fout.{code}.tekst", f"fout.{code}.advies"))
        or any(
            catalogue.find(f"{FAILURES}.{code}.{part}") is None for part in ("oorzaak", "veilig")
        )
        or len(re.findall(r"[.!?](?:\s|$)", texts.about_failure(code))) < 2
    ]
    told = [code for code in codes if not _is_told(code, texts)]
    return Figures(
        number="R64",
        target="every raised error has a code, plain Dutch, cause, what is safe, next step",
        seen=f"{len(codes)} codes of {len(CLASSES)} classes {sorted(CLASSES)}; lacking: {lacking}; "
        f"in a message without code or with a sentence over 24 words: {told}",
        reached=not lacking and not told and len(codes) > 25,
    )


def _is_told(code: str, texts: WindowTexts) -> bool:
    """Whether the message has the code, and no sentence of it is too long to take in."""
    text, advice = (texts.get(f"fout.{code}.{part}") for part in ("tekst", "advies"))
    named = re.findall(r"{([a-z_]+)}", f"{text} {advice} {texts.about_failure(code)}")
    # What stands at the end is a sentence of its own.
    slots = {name: "3." if text.endswith(f"{{{name}}}") else "3" for name in named}
    message = message_of(VaultError(code, **slots), texts)
    words = f"{message.text} {message.advice}"
    longest = max(len(part.split()) for part in re.split(r"(?<=[.!?])\s+", words))
    return message.code == code and longest <= 24 and "{" not in words


EXPERIMENTS = (Experiment(number="R64", run=every_failure_is_told, short=1, long=1),)
