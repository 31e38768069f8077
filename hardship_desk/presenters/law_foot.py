"""How far the law of this machine goes, in one line below a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import Desk

if TYPE_CHECKING:
    from hardship_desk.services.law_packages import LawPackageService, PackageOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFootPage:
    """How far the law in use goes, and what to know of it; empty where there is nothing."""

    law: str
    notice: str


class LawFootView(Protocol):
    """One line below a page."""

    def show_page(self, page: LawFootPage) -> None:
        """Show how far the law goes."""
        ...


class LawFootPresenter:
    """Says how far the law goes. One thing at a time: what waits, what lies ready, what is amiss."""

    def __init__(self, desk: Desk, texts: WindowTexts) -> None:
        self._desk = desk
        self._views: list[LawFootView] = []
        self._texts = texts
        self._offer = ""

    def also_in(self, view: LawFootView) -> None:
        """Say it below one more page."""
        self._views.append(view)

    def show_offers(self, offers: tuple[PackageOffer, ...]) -> None:
        """Say which newer law lies ready; nothing of it is taken in."""
        self._offer = offers[0].title if offers else ""
        self.refresh()

    def refresh(self) -> None:
        """Show it as it stands; nothing while the law is still to be read."""
        page = LawFootPage(law="", notice="")
        if self._desk.is_read:
            page = LawFootPage(law=law_line(self._desk.laws, self._texts), notice=self._notice())
        for view in self._views:
            view.show_page(page)

    def _notice(self) -> str:
        if self._desk.laws.waits_for_start():
            return self._texts.get("wetspakket.venster.wacht")
        if self._offer:
            return self._texts.get("wetspakket.aangeboden", wat=self._offer)
        warning = law_warning(self._desk, self._texts)
        return f"⚠ {warning}" if warning else ""


def law_line(laws: LawPackageService, texts: WindowTexts) -> str:
    """How far the law in use goes, in one line."""
    known_until = laws.known_until()
    if known_until is None:
        return texts.get("wetspakket.geen_dag")
    return texts.get("wetspakket.gegevens_tot", dag=show_date(known_until))


def law_warning(desk: Desk, texts: WindowTexts) -> str:
    """What is wrong with the law in use, or that it is out of date today; empty where all is well."""
    if desk.laws.in_use.problem:
        return texts.get(f"plugins.probleem.{desk.laws.in_use.problem}")
    from hardship_desk.assessment.law.dates import last_change_of_law

    known_until = desk.laws.known_until()
    change = last_change_of_law(desk.clock.today())
    if known_until is not None and known_until < change:
        return texts.get("wetspakket.oud", vanaf=show_date(change))
    return ""
