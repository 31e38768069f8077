"""What the parts of the letter are made from: the snapshot, the sentences, and honest gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hardship_desk.documents.model import Block, Heading, Paragraph
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.snapshot import DecisionSnapshot, ShownAnswer
from hardship_desk.plugin_api.letter import LetterSection
from hardship_desk.questionnaire.answer_parsing import parse_date

SECTION_LEVEL = 2

_SHORT_DATE = re.compile(r"(?<![\d-])\d{2}-\d{2}-\d{4}(?![\d-])")
_ONLY_DATES = re.compile(r"(?:\d{2}-\d{2}-\d{4}|[a-z/ ]+)+")
"""An answer that is a date or a period, and no words of a person."""


@dataclass(frozen=True, slots=True)
class LetterMaterial:
    """The snapshot of one decision with the sentences of the letter."""

    snapshot: DecisionSnapshot
    texts: TextSource

    def say(self, key: str, **slots: str) -> str:
        """A sentence of the letter."""
        return self.texts.get(f"brief.{key}", **slots)

    def gap(self, name: str) -> str:
        """A visible place to fill in; nothing is ever invented."""
        return self.say("in_te_vullen", wat=self.say(f"wat.{name}"))

    def known(self, value: str, name: str) -> str:
        """The value, or a visible gap where it is empty."""
        return value.strip() or self.gap(name)

    def day(self, day: date | None, name: str) -> str:
        """A date in words, such as 24 november 2026, or a visible gap."""
        if day is None:
            return self.gap(name)
        month = self.say(f"maand.{day.month}")
        return self.say("datum", dag=str(day.day), maand=month, jaar=str(day.year))

    def long_dates(self, text: str) -> str:
        """A sentence of ours with its dates in words: 3 augustus 2020 for 03-08-2020."""
        return _SHORT_DATE.sub(self._in_words, text)

    def _in_words(self, found: re.Match[str]) -> str:
        day = parse_date(found[0])
        return self.day(day, "datum") if day else found[0]

    def college(self) -> str:
        """The body that decided."""
        return self.say("college", gemeente=self.known(self.snapshot.municipality, "afzender"))

    def heading(self, section: LetterSection) -> Heading:
        """The question that heads a section."""
        return Heading(
            text=self.say(f"kop.{section.value}"), level=SECTION_LEVEL, anchor=section.value
        )

    def answer(self, question: str) -> ShownAnswer | None:
        """The answer where it may stand in a letter: given, meant for it, and not sensitive."""
        answer = self.snapshot.answer(question)
        return answer if answer is not None and may_be_sent(answer) else None

    def paragraph(self, question: str, label: str = "") -> tuple[Paragraph, ...]:
        """The answer as a paragraph; nothing where there is none."""
        answer = self.answer(question)
        if answer is None:
            return ()
        shown = answer.shown
        if _ONLY_DATES.fullmatch(shown):
            shown = self.long_dates(shown)
        return (Paragraph(text=shown, label=label, question=question),)

    @property
    def subject(self) -> str:
        """The subject as a plain sentence: what was decided; the kind of decision before that."""
        decided = self.snapshot.outcome_letter.partition(".")[0]
        return decided or self.snapshot.letter_title

    def from_plugins(self, section: LetterSection) -> tuple[Block, ...]:
        """What plugins wrote for a section."""
        return tuple(
            Paragraph(text=self.long_dates(item.text))
            for item in self.snapshot.letter_paragraphs
            if item.section == section.value
        )


def may_be_sent(answer: ShownAnswer) -> bool:
    """Whether the answer may stand in a letter; special personal data never do."""
    return (
        answer.printed == "brief"
        and answer.state == AnswerState.GIVEN
        and not answer.sensitive
        and bool(answer.shown.strip())
    )
