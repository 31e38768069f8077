"""Checks letters that a plugin states: what they name exists, and nothing private stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hardship_desk.assessment.plugins.contents import Located
from hardship_desk.assessment.stated.checks import holds_free_text
from hardship_desk.assessment.stated.letters import ASKED, KNOWN, SLOT, StatedLetter
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.model import OUTCOME_FACTS, Printed, Question
from hardship_desk.questionnaire.toml_reader import FileProblem

KNOWN_SLOTS = frozenset(
    {"bedrag", "besloten_op", "college", "kenmerk", "soort", "uitkomst", "verzonden"}
)
"""What any letter knows of its decision: {brief.kenmerk} and so on."""


def letter_problems(
    place: Located[StatedLetter],
    questions: Mapping[QuestionId, Question],
    provisions: frozenset[str],
) -> Iterator[FileProblem]:
    """What is wrong with one letter."""
    letter = place.item
    for reason in _reasons(letter, questions, provisions):
        yield FileProblem(place.file, place.key, reason)


def _reasons(
    letter: StatedLetter, questions: Mapping[QuestionId, Question], provisions: frozenset[str]
) -> Iterator[str]:
    yield from (f"unknown_provision {name}" for name in letter.provisions if name not in provisions)
    known = questions.keys() | OUTCOME_FACTS.keys()
    for part in letter.parts:
        asked = questions_in(part.when) if part.when is not None else frozenset()
        yield from (f"unknown_question {name}" for name in sorted(asked - known))
    slots = [found for sentence in letter.sentences for found in SLOT.findall(sentence)]
    fields = {item.id for item in letter.asked}
    for group, name in slots:
        yield from _about_slot(group, name, fields, questions)
    used = {name for group, name in slots if group == ASKED}
    yield from (f"asked_for_nothing {name}" for name in sorted(fields - used))


def _about_slot(
    group: str, name: str, fields: set[str], questions: Mapping[QuestionId, Question]
) -> Iterator[str]:
    if group == ASKED:
        if name not in fields:
            yield f"not_asked {name}"
    elif group == KNOWN:
        if name not in KNOWN_SLOTS:
            yield f"unknown_slot {KNOWN}.{name}"
    else:
        yield from _about_answer(QuestionId(f"{group}.{name}"), questions)


def _about_answer(name: QuestionId, questions: Mapping[QuestionId, Question]) -> Iterator[str]:
    question = questions.get(name)
    if question is None:
        yield f"unknown_question {name}"
    elif question.sensitive:
        yield f"sensitive_answer_in_a_letter {name}"
    elif holds_free_text(question) and question.printed is not Printed.BRIEF:
        yield f"free_text_in_a_letter {name}"
