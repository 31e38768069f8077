"""Checks what a plugin states as data: questions, provisions and types exist, letters are discreet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hardship_desk.assessment.plugins.contents import Located
from hardship_desk.assessment.stated.rules import SLOT, VALUE_SLOT, StatedFinding, StatedParagraph
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.model import (
    OUTCOME_FACTS,
    AnswerType,
    Condition,
    Question,
    Questionnaire,
)
from hardship_desk.questionnaire.toml_reader import FileProblem

FREE_TEXT = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT)
LONGEST = 1200
NOT_SPOKEN = ("lijst", "keuze")
"""Units of values that hold names for rules, which no sentence can say."""
_Spoken = StatedFinding | StatedParagraph


class StatedChecks:
    """Holds findings and letter paragraphs against the questions and provisions that exist."""

    def __init__(
        self,
        core: Questionnaire,
        provisions: frozenset[str],
        units: Mapping[str, str] | None = None,
    ) -> None:
        self._core = {item.id: item for step in core.steps for item in step.questions}
        self._types = {kind.id for kind in core.types}
        self._traits = {trait for kind in core.types for trait in kind.traits}
        self._outcomes = {item.id for kind in core.types for item in kind.outcomes}
        self._provisions = provisions
        self._units = units or {}

    def findings(
        self,
        plugin: str,
        found: tuple[Located[StatedFinding], ...],
        questions: tuple[Located[Question], ...] = (),
    ) -> Iterator[FileProblem]:
        """What is wrong with findings; their ids begin with that of the plugin."""
        known = self._known(questions)
        seen: set[str] = set()
        for place in found:
            item = place.item
            if not item.id.startswith(f"{plugin}."):
                yield FileProblem(place.file, place.key, f"id_without_plugin {plugin}.")
            if item.id in seen:
                yield FileProblem(place.file, place.key, "id_twice")
            seen.add(item.id)
            yield from basis_problems(place.file, place.key, item.basis, self._provisions)
            if item.value and item.basis:
                yield FileProblem(place.file, f"{place.key}.basis", "value_or_provision")
            if item.value and item.value not in self._units:
                yield FileProblem(place.file, f"{place.key}.value", f"no_such_value {item.value}")
            conditions = (item.when, *(more.when for more in item.also))
            yield from self._spoken(place, known, item.sentences, conditions)

    def paragraphs(
        self,
        found: tuple[Located[StatedParagraph], ...],
        questions: tuple[Located[Question], ...] = (),
    ) -> Iterator[FileProblem]:
        """What is wrong with letter paragraphs: none may hold a sensitive answer or free text."""
        known = self._known(questions)
        for place in found:
            item = place.item
            yield from self._spoken(place, known, (item.text,), (item.when,))
            for name in self._unknown(item.outcomes, self._outcomes):
                yield FileProblem(place.file, f"{place.key}.outcomes", f"unknown_outcome {name}")
            for name in slots_in(item.text):
                question = known.get(name)
                if question is not None and question.sensitive:
                    reason = f"sensitive_answer_in_a_letter {name}"
                    yield FileProblem(place.file, f"{place.key}.text", reason)
                if question is not None and holds_free_text(question):
                    reason = f"free_text_in_a_letter {name}"
                    yield FileProblem(place.file, f"{place.key}.text", reason)

    def _spoken(
        self,
        place: Located[StatedFinding] | Located[StatedParagraph],
        known: Mapping[QuestionId, Question],
        texts: tuple[str, ...],
        conditions: tuple[Condition | None, ...],
    ) -> Iterator[FileProblem]:
        """What holds for all that is stated."""
        file, key, item = place.file, place.key, place.item
        for name in self._unknown(item.types, self._types):
            yield FileProblem(file, f"{key}.types", f"unknown_type {name}")
        for name in self._unknown(item.traits, self._traits):
            yield FileProblem(file, f"{key}.traits", f"unknown_trait {name}")
        asked = {name for when in conditions if when is not None for name in questions_in(when)}
        for name in sorted(asked - known.keys() - OUTCOME_FACTS.keys()):
            yield FileProblem(file, f"{key}.when", f"unknown_question {name}")
        for text in texts:
            yield from self._sentence(FileProblem(file, f"{key}.text", ""), known, text)

    def _sentence(
        self, place: FileProblem, known: Mapping[QuestionId, Question], text: str
    ) -> Iterator[FileProblem]:
        """What is wrong with one sentence, as the problem of its place."""
        if len(text) > LONGEST:
            yield replace(place, reason=f"text_too_long {LONGEST}")
        for name in slots_in(text):
            if name not in known:
                yield replace(place, reason=f"unknown_question {name}")
        for value in VALUE_SLOT.findall(text):
            unit = self._units.get(value)
            if unit is None:
                yield replace(place, reason=f"no_such_value {value}")
            elif unit in NOT_SPOKEN:
                yield replace(place, reason=f"value_without_words {value}")

    def _known(self, own: tuple[Located[Question], ...]) -> dict[QuestionId, Question]:
        return {**self._core, **{place.item.id: place.item for place in own}}

    @staticmethod
    def _unknown(named: Iterable[str], known: Iterable[str]) -> list[str]:
        return sorted(set(named) - set(known))


def holds_free_text(question: Question) -> bool:
    """Whether an answer holds words of the caseworker, in itself or in a column."""
    return question.type in FREE_TEXT or any(item.type in FREE_TEXT for item in question.columns)


def slots_in(text: str) -> list[QuestionId]:
    """The questions whose answers a sentence names."""
    return [QuestionId(name) for name in SLOT.findall(text)]


def basis_problems(
    file: str, key: str, basis: str, provisions: Iterable[str]
) -> Iterator[FileProblem]:
    """A basis is a provision that exists; where there is none the key is left out."""
    if basis and basis not in provisions:
        yield FileProblem(file, f"{key}.basis", f"unknown_provision {basis}")
