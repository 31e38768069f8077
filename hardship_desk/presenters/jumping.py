"""Going anywhere by typing a few letters: questions, steps, pages, dossiers, provisions, commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.assessment.reference import fold
from hardship_desk.domain.answers import AnswerState
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.decision_names import decision_names
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.model import Question
from hardship_desk.services.desk import Desk
from hardship_desk.services.ports.case_lists import SearchWord

MOST_ROWS, MOST_CASES, MOST_PROVISIONS = 40, 8, 8


class Target(StrEnum):
    """What a row leads to."""

    VRAAG = "vraag"
    STAP = "stap"
    BLADZIJDE = "bladzijde"
    BESLUIT = "besluit"
    DOSSIER = "dossier"
    REKENHULP = "rekenhulp"
    NASLAG = "naslag"
    OPDRACHT = "opdracht"
    UITLEG = "uitleg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """One row: what it is, its name there, and what is said of it."""

    target: Target
    id: str
    text: str
    detail: str
    step: int = 0


class Jumping:
    """Finds where the words lead. `commands` are the entries of the menu, by key."""

    def __init__(
        self, desk: Desk, texts: WindowTexts, case: OpenCase | None, commands: Mapping[str, str]
    ) -> None:
        self._desk = desk
        self._texts = texts
        self._known = (
            *(self._of_case(case) if case is not None else ()),
            *self._reckoners(),
            *(self._jump(Target.OPDRACHT, key, text) for key, text in commands.items()),
            *(self._jump(Target.UITLEG, page.id, page.title) for page in desk.manual.all()),
        )

    def find(self, typed: str) -> tuple[Jump, ...]:
        """The rows that hold every word, the best first; without words what is nearest by."""
        words = tuple(fold(typed).split())
        if not words:
            return tuple(item for item in self._known if item.target in _NEAR)[:MOST_ROWS]
        ranked = [
            (rank, place, item)
            for place, item in enumerate(self._known)
            if (rank := _rank(item, words)) is not None
        ]
        found = [item for _, _, item in sorted(ranked, key=lambda row: row[:2])]
        return (*found[:MOST_ROWS], *self._cases(typed), *self._provisions(typed))

    def _of_case(self, case: OpenCase) -> Iterator[Jump]:
        texts = self._texts
        for page in Page:
            yield self._jump(Target.BLADZIJDE, page.value, texts.get(f"balk.{page.value}"))
        for number in case.route.steps:
            title = self._desk.questionnaire.step(number).title
            detail = f"{self._kind(Target.STAP)} {number}"
            yield Jump(target=Target.STAP, id=str(number), text=title, detail=detail, step=number)
        for decision, name in decision_names(case.case, texts).items():
            if decision != case.decision_id:
                yield self._jump(Target.BESLUIT, decision, name)
        for number in case.route.steps:
            for question in case.questions(number):
                yield self._question(case, question)

    def _question(self, case: OpenCase, question: Question) -> Jump:
        answer = case.answers.get(question.id)
        state = "open"
        if answer is not None:
            waits = answer.state is AnswerState.TO_INVESTIGATE
            state = "uitzoeken" if waits else "beantwoord"
        said = self._texts.get(f"ganaar.stand.{state}")
        title = self._desk.questionnaire.step(question.step).title
        return Jump(
            target=Target.VRAAG,
            id=question.id,
            text=question.text,
            detail=f"{self._kind(Target.VRAAG)} · {question.step}. {title} · {said}",
            step=question.step,
        )

    def _reckoners(self) -> Iterator[Jump]:
        for item in self._desk.rekenhulpen.all():
            yield self._jump(Target.REKENHULP, item.id, item.title)

    def _cases(self, typed: str) -> Iterator[Jump]:
        words = tuple(SearchWord(text=word) for word in typed.casefold().split())
        for item in self._desk.cases.find_cases(words, MOST_CASES).newest:
            name = " · ".join(part for part in (item.number, item.title) if part)
            yield self._jump(Target.DOSSIER, item.id, name)

    def _provisions(self, typed: str) -> Iterator[Jump]:
        seen: set[str] = set()
        for entry in self._desk.reference.find(typed):
            item = entry.item
            if isinstance(item, Provision) and item.id not in seen and len(seen) < MOST_PROVISIONS:
                seen.add(item.id)
                newest = self._desk.reference.provision_on(item.id, date.max)
                gist = newest.item.gist if newest and isinstance(newest.item, Provision) else ""
                yield Jump(
                    target=Target.NASLAG,
                    id=item.id,
                    text=article(item.id),
                    detail=f"{self._kind(Target.NASLAG)} · {gist}",
                )

    def _jump(self, target: Target, name: str, text: str) -> Jump:
        return Jump(target=target, id=name, text=text, detail=self._kind(target))

    def _kind(self, target: Target) -> str:
        return self._texts.get(f"ganaar.soort.{target.value}")


_NEAR = (Target.BLADZIJDE, Target.STAP, Target.BESLUIT, Target.OPDRACHT)


def _rank(item: Jump, words: tuple[str, ...]) -> int | None:
    """How far down a row comes: its text begins with the words, a word in it does, it holds them."""
    text, line = fold(item.text), fold(f"{item.text} {item.detail}")
    if not all(word in line for word in words):
        return None
    if text.startswith(words[0]):
        return 0
    starts = text.split()
    if all(any(start.startswith(word) for start in starts) for word in words):
        return 1
    return 2 if all(word in text for word in words) else 3
