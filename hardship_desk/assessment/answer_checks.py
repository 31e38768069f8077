"""Flags on answers side by side, which the closed condition language cannot say.

They compare choices, days and letters; nothing reads what a text means.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet, Row
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId, QuestionId

FACTS, GOOD_SIDE = QuestionId("omstandigheden.feiten"), QuestionId("omstandigheden.wat_goed_gaat")
LAST_CONTACT = QuestionId("horen.laatste_contact")
PROPORTIONALITY = (
    QuestionId("evenredigheid.geschikt_tekst"),
    QuestionId("evenredigheid.noodzakelijk_tekst"),
    QuestionId("evenredigheid.evenwichtig_tekst"),
)
AGAINST = "pleit_tegen"


def answer_flags(answers: AnswerSet, decided: date | None, texts: Texts) -> tuple[Flag, ...]:
    """The flags on the answers of a route; the first takes the place of a milder one."""
    found = (
        ("s04.goede_kant_leeg", Severity.WAARSCHUWING, is_one_sided(answers)),
        ("s03.lang_geen_contact", Severity.AANDACHTSPUNT, is_long_ago(answers, decided)),
        ("s11.zelfde_tekst", Severity.WAARSCHUWING, repeats_itself(answers)),
    )
    return tuple(_flag(name, severity, texts) for name, severity, fires in found if fires)


def is_one_sided(answers: AnswerSet) -> bool:
    """Whether every fact pleads against the resident, and nothing good was written down."""
    value = _value(answers, FACTS)
    rows = [row for row in value if isinstance(row, Row)] if isinstance(value, tuple) else []
    against = all(row.cell("richting") == AGAINST for row in rows)
    return bool(rows) and against and _value(answers, GOOD_SIDE) is None


def is_long_ago(answers: AnswerSet, decided: date | None) -> bool:
    """Whether nobody spoke with the resident in the twelve months before the decision."""
    spoken = _value(answers, LAST_CONTACT)
    if decided is None or not isinstance(spoken, date):
        return False
    day = (spoken.year + 1, spoken.month, spoken.day)
    return day < (decided.year, decided.month, decided.day)


def repeats_itself(answers: AnswerSet) -> bool:
    """Whether two of the three texts on proportionality are the same, letter by letter."""
    written = (_value(answers, question) for question in PROPORTIONALITY)
    plain = [" ".join(text.split()).casefold() for text in written if isinstance(text, str)]
    return any(one == other for one, other in combinations(_filled(plain), 2))


def _filled(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]


def _value(answers: AnswerSet, question: QuestionId) -> object:
    answer = answers.get(question)
    return answer.value if answer is not None else None


def _flag(name: str, severity: Severity, texts: Texts) -> Flag:
    key = f"engine.antwoorden.{name.partition('.')[2]}"
    return Flag(
        id=FlagId(name),
        step=int(name[1:3]),
        severity=severity,
        moment=Moment.VASTSTELLEN,
        text=texts.get(f"{key}.tekst"),
        advice=texts.get(f"{key}.advies"),
        basis=texts.get(f"{key}.grondslag"),
    )
