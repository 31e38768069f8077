"""Reads the findings and letter paragraphs that a plugin states in TOML."""

from __future__ import annotations

from hardship_desk.assessment.stated.rules import StatedFinding, StatedParagraph, StatedSentence
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Direction
from hardship_desk.domain.ids import DecisionTypeId, FindingId, OutcomeId
from hardship_desk.plugin_api.letter import LetterSection
from hardship_desk.questionnaire.condition_reader import read_condition
from hardship_desk.questionnaire.model import LAST_STEP, Condition
from hardship_desk.questionnaire.toml_reader import TableReader


def read_findings(tables: tuple[TableReader, ...]) -> tuple[StatedFinding, ...]:
    """Every finding of these files."""
    found: list[StatedFinding] = []
    for table in tables:
        read = table.each("finding", _read_finding)
        found.extend(item for item in read if item is not None)
        table.finish()
    return tuple(found)


def read_paragraphs(tables: tuple[TableReader, ...]) -> tuple[StatedParagraph, ...]:
    """Every letter paragraph of these files."""
    found: list[StatedParagraph] = []
    for table in tables:
        found += table.each("paragraph", _read_paragraph)
        table.raw("letter")  # read by itself, as stated_letters
        table.finish()
    return tuple(found)


def _read_finding(table: TableReader) -> StatedFinding | None:
    step, when = table.number("step"), _read_when(table)
    if not 1 <= step <= LAST_STEP:
        table.problem("step", "no_such_step")
    if when is None:
        table.problem("when", "missing")
    name, topic, value = table.text("id"), table.text("topic", ""), table.text("value", "")
    item = StatedFinding(
        id=FindingId(name),
        step=step,
        types=_types(table),
        traits=table.texts("traits"),
        not_types=tuple(DecisionTypeId(item) for item in table.texts("not_types")),
        weights=_weights(table),
        when=when,  # type: ignore[arg-type]  # without a condition the file is refused
        direction=table.choice("direction", Direction, Direction.NEUTRAL),
        basis=table.text("basis", "") if value else table.text("basis"),
        value=value,
        text=table.text("text"),
        topic=topic or name.partition(".")[2],
        consideration=table.text("consideration", ""),
        also=tuple(table.each("also", _read_sentence)),
    )
    return item if when is not None else None


def _read_sentence(table: TableReader) -> StatedSentence:
    return StatedSentence(text=table.text("text"), weights=_weights(table), when=_read_when(table))


def _read_paragraph(table: TableReader) -> StatedParagraph:
    return StatedParagraph(
        section=table.choice("section", LetterSection),
        types=_types(table),
        traits=table.texts("traits"),
        outcomes=tuple(OutcomeId(item) for item in table.texts("outcomes")),
        when=_read_when(table),
        text=table.text("text"),
    )


def _weights(table: TableReader) -> frozenset[CaseWeight]:
    return frozenset(table.choices("weights", CaseWeight)) or frozenset(CaseWeight)


def _types(table: TableReader) -> tuple[DecisionTypeId, ...]:
    return tuple(DecisionTypeId(item) for item in table.texts("types"))


def _read_when(table: TableReader) -> Condition | None:
    inner = table.table("when")
    return read_condition(inner) if inner is not None else None
