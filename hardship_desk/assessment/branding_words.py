"""Words that brand somebody: a fixed list, looked up letter by letter in what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import OWN_TEXT_PREFIX
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId
from hardship_desk.questionnaire.model import AnswerType, Question

BRANDING = "woorden.stempel"
ANY_ENDING = "*"
_STEP = 13
_FREE_TEXT = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT)


def word_pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern for all words, longest first; white space in a word may be any.

    A word that ends in * is a beginning. Without words nothing is found.
    """
    parts = sorted(words, key=len, reverse=True)
    shapes = [
        r"\s+".join(re.escape(part) for part in word.removesuffix(ANY_ENDING).split())
        + (r"\w*" if word.endswith(ANY_ENDING) else "")
        for word in parts
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes) or '(?!)'})(?!\w)", re.IGNORECASE)


class BrandingWords:
    """The words of the list, and the flag on a motivation that holds one of them."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._pattern = word_pattern(texts.under(BRANDING))

    def flags(
        self, questions: tuple[Question, ...], answers: AnswerSet, own_texts: AnswerSet
    ) -> tuple[Flag, ...]:
        """One flag that names each word once; it only informs, for a quotation may stay.

        `own_texts` holds the paragraphs that the caseworker wrote instead of a draft.
        """
        found: dict[str, str] = {}
        for text in (*_of_step(questions, answers), *_own(own_texts)):
            for match in self._pattern.finditer(text):
                found.setdefault(match.group(0).casefold(), match.group(0))
        if not found:
            return ()
        key = "engine.stempel"
        return (
            Flag(
                id=FlagId("s13.stempel"),
                step=_STEP,
                severity=Severity.AANDACHTSPUNT,
                moment=Moment.VASTSTELLEN,
                text=self._texts.get(f"{key}.tekst", woorden=", ".join(found.values())),
                advice=self._texts.get(f"{key}.advies"),
                basis=self._texts.get(f"{key}.grondslag"),
            ),
        )


def _of_step(questions: tuple[Question, ...], answers: AnswerSet) -> Iterator[str]:
    for question in questions:
        answer = answers.get(question.id)
        if question.step == _STEP and question.type in _FREE_TEXT and answer is not None:
            yield str(answer.value or "")


def _own(answers: AnswerSet) -> Iterator[str]:
    for answer in answers:
        if answer.question.startswith(OWN_TEXT_PREFIX):
            yield str(answer.value or "")
