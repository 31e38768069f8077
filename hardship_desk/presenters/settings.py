"""Settings of the organisation that go to other laptops, or come from another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from hardship_desk.assessment.stated.values import in_words
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.presenters.law_change_words import problem_line, shown_days
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.value_names import value_name
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import Desk
from hardship_desk.services.settings_packages import (
    LetterSetting,
    SettingsPreview,
    ValueSetting,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """A package that was looked at: what it changes, or why it cannot be taken in."""

    title: str = ""
    problems: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    can_take_in: bool = False


class SettingsView(Protocol):
    """The part of the dialog about other laptops."""

    def show_page(self, page: SettingsPage) -> None:
        """Show what a package changes; an empty page where nothing is looked at."""
        ...

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        ...


class SettingsPresenter:
    """Between that part and the use cases; `taken_in` hears that other settings hold."""

    def __init__(
        self, desk: Desk, view: SettingsView, texts: WindowTexts, taken_in: Callable[[], object]
    ) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._taken_in = taken_in
        self._preview: SettingsPreview | None = None

    def export(self, path: Path) -> None:
        """Write the settings as a package, still to be signed."""
        self._do(
            lambda: self._desk.settings.export(path),
            self._texts.get("organisatiepakket.gemaakt", plek=str(path)),
        )

    def look_at(self, path: Path) -> None:
        """Look at a package: what it changes."""
        preview = self._desk.settings.preview(path)
        self._preview = preview if preview.package is not None else None
        names = {str(item.code): item.name for item in self._desk.cases.municipalities()}
        self._view.show_said("")
        self._view.show_page(_page_of(preview, names, self._texts))

    def take_in(self) -> None:
        """Take in what was looked at."""
        package = self._preview.package if self._preview is not None else None
        if package is None:
            return
        done = self._texts.get("organisatiepakket.ingevoerd")
        if self._do(lambda: self._desk.settings.take_in(package), done):
            self._preview = None
            self._view.show_page(SettingsPage())
            self._taken_in()

    def _do(self, action: Callable[[], object], done: str) -> bool:
        try:
            action()
        except HardshipDeskError as error:
            message = message_of(error, self._texts)
            self._view.show_said(f"⚠ {message.text} {message.advice}")
            return False
        self._view.show_said(f"✓ {done}")
        return True


def _page_of(
    preview: SettingsPreview, names: Mapping[str, str], texts: WindowTexts
) -> SettingsPage:
    package = preview.package
    if package is None:
        return SettingsPage(
            title=texts.get("wetspakket.venster.geweigerd"),
            problems=tuple(problem_line(item, texts) for item in preview.problems),
        )
    return SettingsPage(
        title=texts.get("organisatiepakket.kop", dag=show_date(package.made_on)),
        lines=tuple(setting_lines(preview, names, texts)),
        can_take_in=True,
    )


def setting_lines(
    preview: SettingsPreview, names: Mapping[str, str], texts: WindowTexts
) -> Iterator[str]:
    """What a package changes, one line each; `names` of municipalities by code."""
    if not preview.values and not preview.letters:
        yield texts.get("wetspakket.niets_anders")
    for value in preview.values:
        yield _value_line(value, texts)
    for letter in preview.letters:
        yield _letter_line(letter, names, texts)


def _value_line(item: ValueSetting, texts: WindowTexts) -> str:
    new = item.new
    return texts.get(
        "organisatiepakket.waarde",
        naam=value_name(new.name, texts),
        oud=_shown(item.old, texts),
        nieuw=_shown(new, texts),
        periode=shown_days(new.valid.start, new.valid.end or date.max, texts),
        bron=" ".join(part for part in (new.source.title, new.source.note) if part),
    )


def _letter_line(item: LetterSetting, names: Mapping[str, str], texts: WindowTexts) -> str:
    return texts.get(
        "organisatiepakket.brief",
        gemeente=names.get(item.gemeentecode, item.gemeentecode),
        veld=texts.get_or(f"organisatie.brief.{item.field}", item.field),
        oud=item.old or texts.get("wetspakket.onbekend"),
        nieuw=item.new,
        bron=item.source or texts.get("wetspakket.onbekend"),
    )


def _shown(item: Parameter | None, texts: WindowTexts) -> str:
    if item is None or item.value is None:
        return texts.get("wetspakket.onbekend")
    return in_words(item.value, item.unit)
