"""Builds questions, conditions and answers for the tests of the questionnaire."""

from __future__ import annotations

import tomllib
from decimal import Decimal

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.model import AnswerType, Column, Option, Question
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader

WORDS = {
    "yes": "ja",
    "no": "nee",
    "unknown": "onbekend",
    "not_applicable": "n.v.t., omdat {reason}",
    "to_investigate": "nog uit te zoeken door {actor} voor {due}",
    "until": "{start} tot en met {end}",
    "from": "vanaf {start}",
}
OPTIONS = (Option(id="post", text="Per brief"), Option(id="telefoon", text="Per telefoon"))
COLUMNS = (
    Column(id="wie", type=AnswerType.ONE_OF, text="Wie", options=OPTIONS, required=True),
    Column(id="bedrag", type=AnswerType.AMOUNT, text="Bedrag"),
    Column(id="sinds", type=AnswerType.DATE, text="Sinds"),
)
CHOOSING = (AnswerType.ONE_OF, AnswerType.MANY_OF)


def question(
    kind: AnswerType, *, minimum: int | None = None, maximum: int | None = None
) -> Question:
    """A question of a kind, with options or columns where the kind has them."""
    return Question(
        id=QuestionId("horen.proef"),
        step=3,
        type=kind,
        text="Hoe ging het?",
        options=OPTIONS if kind in CHOOSING else (),
        columns=COLUMNS if kind is AnswerType.ROWS else (),
        minimum=minimum,
        maximum=maximum,
    )


def answers(**values: AnswerValue) -> AnswerSet:
    """Given answers; two underscores stand for the dot of a question id."""
    return AnswerSet.of(
        tuple(
            Answer(question=QuestionId(name.replace("__", ".")), value=value)
            for name, value in values.items()
        )
    )


def table(text: str) -> TableReader:
    """A table as read from a file with this text."""
    return TableReader("proef.toml", "", tomllib.loads(text, parse_float=Decimal), ProblemList())


def problems_of(reader: TableReader) -> list[str]:
    """The mistakes noted so far, as "key: reason"."""
    return [f"{item.key}: {item.reason}" for item in reader.problems.all()]
