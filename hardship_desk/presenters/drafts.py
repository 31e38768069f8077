"""The drafts of one open dossier: what was typed and not sent, kept and put back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.saving import Saver, saved_text
from hardship_desk.presenters.shell import Shell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.services.drafts import Typed


class Drafts:
    """Keeps each form as it was last typed; what did not change is not saved again."""

    def __init__(self, case: OpenCase, texts: WindowTexts, shell: Shell) -> None:
        self._case = case
        self._texts = texts
        self._saver = Saver(case, shell, texts)
        self._kept: dict[str, Typed] = dict(case.desk.drafts.all(case.case_id))
        self._moments: dict[str, datetime] = {}

    def of(self, place: str) -> Typed:
        """What was typed in a form."""
        return self._kept.get(place, {})

    def texts_of(self, place: str) -> dict[str, str]:
        """The same for a form of texts alone."""
        return {name: text for name, text in self.of(place).items() if isinstance(text, str)}

    def keep(self, place: str, typed: Typed) -> bool:
        """Save what is typed in a form; whether that was new."""
        if typed == self.of(place):
            return False
        with self._saver.saving(f"concept/{place}", partial(self.keep, place, typed)):
            self._case.desk.drafts.keep(self._case.case_id, place, typed)
            self._kept[place] = typed
            self._moments[place] = self._case.desk.clock.now()
        return self.of(place) == typed

    def note(self, place: str) -> str:
        """How it stands with a form: since when it is kept; empty where nothing stands in it."""
        if self._case.trouble:
            return saved_text(self._case, self._texts)
        if not self.of(place):
            return ""
        moment = self._moments.get(place)
        if moment is None:
            return self._texts.get("concept.terug")
        return self._texts.get("concept.bewaard", tijd=f"{moment.astimezone():%H:%M:%S}")


def raw_answers(typed: Typed) -> dict[str, RawAnswer]:
    """Drafts of answers as the editors know them."""
    return {question: _raw(value) for question, value in typed.items()}


def _raw(value: object) -> RawAnswer:
    if not isinstance(value, list):
        return str(value)
    if all(isinstance(item, Mapping) for item in value):
        return tuple({str(name): str(text) for name, text in item.items()} for item in value)
    return tuple(str(item) for item in value)


def as_typed(answers: Mapping[str, RawAnswer]) -> Typed:
    """Answers as a draft holds them."""
    return {
        question: raw
        if isinstance(raw, str)
        else [item if isinstance(item, str) else dict(item) for item in raw]
        for question, raw in answers.items()
    }
