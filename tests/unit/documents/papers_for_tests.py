"""The real sentences and a few snapshots, shared by the tests of documents and writers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import ReportDocument
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.documents.report import build_report
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.snapshot import DecisionSnapshot, ShownAnswer
from tests.builders_snapshot import rich_snapshot

ROOT = Path(__file__).parents[3]
TEXTS = Texts.load_folder(ROOT / "resources" / "texts")
FONTS = ROOT / "resources" / "fonts"


def report_text(snapshot: DecisionSnapshot) -> str:
    """The report as plain text."""
    return whole_text(build_report(snapshot, TEXTS))


def letter_text(snapshot: DecisionSnapshot) -> str:
    """The letter as plain text."""
    return whole_text(build_letter(snapshot, TEXTS))


def practice_snapshot() -> DecisionSnapshot:
    """The rich decision as a concept in an exercise."""
    return replace(rich_snapshot(), is_practice=True, adoption=None)


def with_answer(question: str, **changes: object) -> DecisionSnapshot:
    """The rich decision with one answer changed, or added where it was not there."""
    snapshot = rich_snapshot()
    found = snapshot.answer(question) or ShownAnswer(
        question=QuestionId(question), step=3, text="Vraag?", shown="antwoord", state="gegeven"
    )
    changed = replace(found, **changes)  # type: ignore[arg-type]  # the caller names real fields
    others = tuple(item for item in snapshot.answers if item.question != question)
    return replace(snapshot, answers=(*others, changed))


def without_answer(*questions: str) -> DecisionSnapshot:
    """The rich decision without these answers."""
    snapshot = rich_snapshot()
    kept = tuple(item for item in snapshot.answers if item.question not in questions)
    return replace(snapshot, answers=kept)


def rich_report() -> ReportDocument:
    """The report on the rich decision."""
    return build_report(rich_snapshot(), TEXTS)


def rich_letter() -> ReportDocument:
    """The letter on the rich decision."""
    return build_letter(rich_snapshot(), TEXTS)
