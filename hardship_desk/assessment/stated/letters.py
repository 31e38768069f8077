"""Letters besides the decision that a plugin states in TOML: when each fits, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hardship_desk.assessment.stated.rules import StatedCase
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId, QuestionId
from hardship_desk.domain.letter_draft import (
    AskedField,
    AskedKind,
    DraftPart,
    LetterDraft,
    PartKind,
)
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.questionnaire.answer_showing import show_value
from hardship_desk.questionnaire.condition_reader import read_condition
from hardship_desk.questionnaire.conditions import holds
from hardship_desk.questionnaire.model import Condition
from hardship_desk.questionnaire.toml_reader import TableReader

ASKED, KNOWN = "gevraagd", "brief"
"""What a slot begins with where it names a field of the letter, or something any letter knows."""

EVERY_DECISION = "elk_besluit"

SLOT = re.compile(r"\{([a-z0-9_]+)\.([a-z0-9_]+)\}")

Gap = Callable[[str], str]
"""Gives the visible gap for an answer that is not there, by the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPart:
    """A part of a letter for these types, traits and outcomes (all if empty)."""

    part: DraftPart
    types: tuple[DecisionTypeId, ...]
    traits: tuple[str, ...]
    outcomes: tuple[OutcomeId, ...]
    when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLetter:
    """A letter as data; `provisions` are ids of what it rests on."""

    id: str
    title: str
    help: str
    types: tuple[DecisionTypeId, ...]
    traits: tuple[str, ...]
    subject: str
    asked: tuple[AskedField, ...]
    parts: tuple[StatedPart, ...]
    provisions: tuple[str, ...]
    remedy: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything in it that may have slots."""
        texts = ((item.part.text, *item.part.items) for item in self.parts)
        return (self.subject, *(text for found in texts for text in found))


def read_letters(table: TableReader) -> tuple[StatedLetter, ...]:
    """Every letter of a file."""
    return table.each("letter", _read_letter)


def drafts(
    letters: Iterable[StatedLetter],
    case: StatedCase,
    outcome: OutcomeId | None,
    provisions: tuple[Provision, ...],
    gap: Gap,
) -> tuple[LetterDraft, ...]:
    """The letters that fit this decision, filled with its answers."""
    return tuple(
        LetterDraft(
            id=item.id,
            title=item.title,
            help=item.help,
            subject=_filled(item.subject, case, gap),
            asked=item.asked,
            parts=tuple(
                _part(part.part, case, gap) for part in item.parts if _fits(part, case, outcome)
            ),
            articles=_articles(item.provisions, case, provisions),
            remedy=item.remedy,
        )
        for item in letters
        if case.is_for(item.types, item.traits)
    )


def _fits(part: StatedPart, case: StatedCase, outcome: OutcomeId | None) -> bool:
    return (
        case.is_for(part.types, part.traits)
        and (not part.outcomes or outcome in part.outcomes)
        and (part.when is None or holds(part.when, case.answers))
    )


def _part(part: DraftPart, case: StatedCase, gap: Gap) -> DraftPart:
    return DraftPart(
        heading=part.heading,
        text=_filled(part.text, case, gap),
        items=tuple(_filled(item, case, gap) for item in part.items),
        kind=part.kind,
    )


def _filled(text: str, case: StatedCase, gap: Gap) -> str:
    """The sentence with its answers; what is asked when the letter is made stays a slot."""

    def shown(found: re.Match[str]) -> str:
        if found[1] in (ASKED, KNOWN):
            return found[0]
        name = QuestionId(f"{found[1]}.{found[2]}")
        question, answer = case.questions.get(name), case.answers.get(name)
        if question is None or answer is None or answer.state is not AnswerState.GIVEN:
            return gap(question.text if question is not None else "")
        return show_value(question, answer, case.words)

    return SLOT.sub(shown, text)


def _articles(
    names: tuple[str, ...], case: StatedCase, provisions: tuple[Provision, ...]
) -> tuple[str, ...]:
    """The articles of the provisions; a provision for other types of decision is left out."""
    found = {item.id: item for item in provisions}
    fitting = (found[name] for name in names if name in found)
    return tuple(
        dict.fromkeys(
            item.basis.dutch()
            for item in fitting
            if EVERY_DECISION in item.applies_to or case.type in item.applies_to
        )
    )


def _read_letter(table: TableReader) -> StatedLetter:
    return StatedLetter(
        id=table.text("id"),
        title=table.text("title"),
        help=table.text("help"),
        types=_types(table),
        traits=table.texts("traits"),
        subject=table.text("subject"),
        asked=table.each("ask", _read_field),
        parts=table.each("part", _read_part),
        provisions=table.texts("provisions"),
        remedy=table.flag("remedy", default=False),
    )


def _read_field(table: TableReader) -> AskedField:
    return AskedField(
        id=table.text("id"),
        text=table.text("text"),
        kind=table.choice("type", AskedKind),
        gap=table.text("gap"),
    )


def _read_part(table: TableReader) -> StatedPart:
    when = table.table("when")
    return StatedPart(
        part=DraftPart(
            heading=table.text("heading", ""),
            text=table.text("text", ""),
            items=table.texts("items"),
            kind=table.choice("kind", PartKind, PartKind.TEKST),
        ),
        types=_types(table),
        traits=table.texts("traits"),
        outcomes=tuple(OutcomeId(item) for item in table.texts("outcomes")),
        when=read_condition(when) if when is not None else None,
    )


def _types(table: TableReader) -> tuple[DecisionTypeId, ...]:
    return tuple(DecisionTypeId(item) for item in table.texts("types"))
