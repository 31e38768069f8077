"""The law of this machine: how far it goes, a newer package and what it changes, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.law_change_words import (
    ChangeLine,
    change_line,
    problem_line,
    touched_line,
)
from hardship_desk.presenters.law_foot import law_line, law_warning
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import Desk
from hardship_desk.services.law_impact import TouchedDecision
from hardship_desk.services.law_packages import PackageOffer, PackagePreview


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPage:
    """How it stands: the law in use, packages that lie ready, and whether one can go back."""

    facts: tuple[str, ...]
    warning: str
    offers: tuple[Choice, ...]
    can_roll_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """A package that was looked at: what it changes, or why it cannot be taken in.

    `touched` is None while the dossiers are still looked through.
    """

    title: str = ""
    problems: tuple[str, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    touched: tuple[str, ...] | None = None
    action: str = ""


class LawView(Protocol):
    """The dialog."""

    def show_page(self, page: LawPage) -> None:
        """Show how it stands."""
        ...

    def show_preview(self, page: PreviewPage) -> None:
        """Show what a package or the way back changes; an empty page where nothing is looked at."""
        ...

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        ...


class LawPresenter:
    """Between the dialog and the law. Nothing changes before the user has seen what changes."""

    def __init__(self, desk: Desk, view: LawView, texts: WindowTexts, run: Runner) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._run = run
        self._offers: tuple[PackageOffer, ...] = ()
        self._preview: PackagePreview | None = None
        self._goes_back = False

    def start(self) -> None:
        """Show how it stands, and look what lies ready."""
        self.refresh()
        self._run(self._desk.laws.offers, self._on_offers, self._refuse)

    def refresh(self) -> None:
        """Show how it stands."""
        laws, texts = self._desk.laws, self._texts
        facts = [law_line(laws, texts), self._source()]
        if laws.waits_for_start():
            facts.append(texts.get("wetspakket.venster.wacht"))
        self._view.show_page(
            LawPage(
                facts=tuple(facts),
                warning=law_warning(self._desk, texts),
                offers=tuple(
                    Choice(id=str(place), text=self._offer(item))
                    for place, item in enumerate(self._offers)
                ),
                can_roll_back=self._desk.law_work.may_roll_back(),
            )
        )

    def look_at_offer(self, place: str) -> None:
        """Look at a package that lies ready."""
        if place.isdigit() and int(place) < len(self._offers):
            self.look_at(self._offers[int(place)].path)

    def look_at(self, path: Path) -> None:
        """Look at a package: what it changes, and which open dossiers it touches."""
        self._goes_back = False
        self._view.show_said(self._texts.get("wetspakket.venster.kijkt"))
        self._run(lambda: self._desk.laws.preview(path), self._on_preview, self._refuse)

    def look_back(self) -> None:
        """Look at what going back changes."""
        self._goes_back = True
        self._view.show_said(self._texts.get("wetspakket.venster.kijkt"))
        self._run(self._desk.laws.preview_rollback, self._on_preview, self._refuse)

    def confirm(self) -> None:
        """Do what was looked at."""
        preview = self._preview
        if preview is None:
            return
        try:
            if self._goes_back:
                name = self._desk.law_work.roll_back()
                key = "terug" if name else "terug_programma"
            elif preview.package is not None:
                self._desk.law_work.take_in(preview.package)
                key = "ingevoerd"
            else:
                return
        except HardshipDeskError as error:
            self._refuse(error)
            return
        version = preview.package.manifest.version if preview.package is not None else ""
        self._preview = None
        self._offers = tuple(item for item in self._offers if item.version != version)
        self._view.show_preview(PreviewPage())
        self.refresh()
        self._view.show_said(f"✓ {self._texts.get(f'wetspakket.{key}', versie=version)}")

    def _on_offers(self, offers: tuple[PackageOffer, ...]) -> None:
        self._offers = offers
        self.refresh()

    def _on_preview(self, preview: PackagePreview) -> None:
        self._view.show_said("")
        self._preview = None if preview.problems else preview
        self._view.show_preview(self._page_of(preview, None))
        if not preview.problems:
            self._run(
                lambda: self._desk.law_work.touched(preview),
                lambda touched: self._on_touched(preview, touched),
                self._refuse,
            )

    def _on_touched(self, preview: PackagePreview, touched: tuple[TouchedDecision, ...]) -> None:
        if preview is self._preview:
            self._view.show_preview(self._page_of(preview, touched))

    def _page_of(
        self, preview: PackagePreview, touched: tuple[TouchedDecision, ...] | None
    ) -> PreviewPage:
        texts = self._texts
        if preview.problems:
            return PreviewPage(
                title=texts.get("wetspakket.venster.geweigerd"),
                problems=tuple(problem_line(item, texts) for item in preview.problems),
            )
        key = "ga_terug" if self._goes_back else "voer_in"
        return PreviewPage(
            title=self._title(preview),
            changes=tuple(change_line(item, texts) for item in preview.changes),
            touched=None
            if touched is None
            else tuple(touched_line(item, texts) for item in touched),
            action=texts.get(f"wetspakket.venster.{key}"),
        )

    def _title(self, preview: PackagePreview) -> str:
        package = preview.package
        if package is None:
            return self._texts.get("wetspakket.venster.programma_zelf")
        found = package.manifest
        until = show_date(found.texts_known_until)
        return self._texts.get("wetspakket.kop", titel=found.title, versie=found.version, dag=until)

    def _source(self) -> str:
        package = self._desk.laws.in_use.package
        if package is None:
            return self._texts.get("wetspakket.venster.van_programma")
        found = package.manifest
        return self._texts.get(
            "wetspakket.venster.van_pakket",
            titel=found.title,
            versie=found.version,
            contact=found.contact or self._texts.get("wetspakket.onbekend"),
        )

    def _offer(self, item: PackageOffer) -> str:
        until = show_date(item.known_until)
        return self._texts.get("wetspakket.kop", titel=item.title, versie=item.version, dag=until)

    def _refuse(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_said(f"⚠ {message.text} {message.advice}")
