"""What menu and keys do in the window, besides showing another page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.shell import Message, MessageKind, Page, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.copies_left import CopiesLeft
from hardship_desk.ui.copying import Copying
from hardship_desk.ui.dress.language import Language
from hardship_desk.ui.help import Help
from hardship_desk.ui.jumps import Jumps
from hardship_desk.ui.running.taking_down import destroy_when_closed, open_once
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.shortcuts import install_shortcuts
from hardship_desk.ui.stock_texts import StockTexts

if TYPE_CHECKING:
    from hardship_desk.ui.dialogs.toets import ToetsDialog
    from hardship_desk.ui.main_window import MainWindow
    from hardship_desk.ui.pages.of_case import CasePages


class Commands(QObject):
    """Each entry of the menu and each key, as one method."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts
        self.help = Help(window, desk, texts)
        self.stock_texts = StockTexts(window, desk, texts)
        self._copying = Copying(window, texts)
        self.copies_left = CopiesLeft(window, desk, texts)
        self._jumps = Jumps(window, desk, texts)
        self._run = TaskRunner(self, lambda _busy: None)
        self._toets: ToetsDialog | None = None

    def install(self) -> None:
        """Bind the keys of the window."""
        install_shortcuts(self._window, self._actions())

    def menu(self) -> dict[str, Callable[[], object]]:
        """The entries of the menu, by the key of their text."""
        window, look = self._window, self._window.look
        return {
            "lijst.nieuw": window.show_new,
            "vandaag.knop": window.show_today,
            "ganaar.menu": self._jump,
            "besluit_erbij.menu": self.add_decision,
            **self._copying.entries(),
            **self.copies_left.entries(),
            **self.stock_texts.entries(),
            "toets.menu": self._show_toets,
            "pakket.meegeven_menu": self._send_package,
            "pakket.openen_menu": self._open_package,
            "kaart.menu": self._show_contacts,
            "papieren.menu": self._preview,
            "inlezen.menu": self._read_list,
            "naslag.menu": window.show_reference,
            "rekenhulp.menu": window.show_rekenhulp,
            "organisatie.menu": self._show_organisation,
            "plugins.menu": self._show_plugins,
            "wetspakket.menu": self.show_law,
            **window.vault_menu.entries(),
            "balk.licht": lambda: look.choose("light"),
            "balk.donker": lambda: look.choose("dark"),
            "balk.contrast": lambda: look.choose("contrast"),
            "balk.systeem": look.follow_system,
            "balk.groter": lambda: look.zoom(1),
            "balk.kleiner": lambda: look.zoom(-1),
            "balk.gewoon": look.zoom_back,
            "spelling.menu": self._toggle_spelling,
            "taal.nederlands": lambda: self.choose_language(Language.DUTCH),
            "taal.engels": lambda: self.choose_language(Language.ENGLISH),
            **self.help.entries(),
        }

    def run(self, key: str) -> None:
        """Do what an entry of the menu does."""
        self.menu()[key]()

    def add_decision(self) -> None:
        """Ask which kind of decision comes with it, and go on there."""
        from PySide6.QtWidgets import QInputDialog

        from hardship_desk.presenters.open_case import add_decision

        pages = self._window.pages
        if pages is None:
            self._window.show_message(
                Message(kind=MessageKind.WARNING, text=self._texts.get("besluit_erbij.eerst"))
            )
            return
        self._window.flush()
        kinds = {kind.title: kind.id for kind in self._desk.questionnaire.types}
        title, chosen = QInputDialog.getItem(
            self._window,
            self._texts.get("besluit_erbij.titel"),
            self._texts.get("besluit_erbij.vraag"),
            list(kinds),
            0,
            editable=False,
        )
        if chosen:
            with told(self._window, self._texts):
                made = add_decision(pages.case, kinds[title])
                self._window.show_place(pages.case.case_id, made, 0, "")

    def _next_mark(self) -> None:
        """Select the next word that is marked as misspelled."""
        from hardship_desk.ui.spelling import go_to_next_mark

        go_to_next_mark()

    def _toggle_spelling(self) -> None:
        """Mark words that are spelled wrong, or no longer."""
        from hardship_desk.ui.spelling import OFF, SpellingWatch, is_spelling_on

        look = self._window.look
        was_on = is_spelling_on(look)
        look.remember("spelling", OFF if was_on else "")
        for watch in self._window.findChildren(SpellingWatch):
            watch.refresh()
        said = self._texts.get("spelling.uit" if was_on else "spelling.aan")
        self._window.show_message(Message(kind=MessageKind.DONE, text=said))

    def choose_language(self, language: Language) -> None:
        """Keep the language of the window for the next start, and say so."""
        self._window.look.remember("language", language.value)
        said = self._texts.get(f"taal.kiest_{language.value}")
        self._window.show_message(Message(kind=MessageKind.DONE, text=said))

    def tell_what_was_read(self) -> None:
        """Say what is amiss or waits, and look for newer law; the last that is said stays."""
        from hardship_desk.presenters.policy_words import policy_message

        self.copies_left.tell()
        self.ask_for_plugins()
        self.look_for_law()
        mistakes = policy_message(self._desk.policy_problems, self._texts)
        if mistakes is not None:
            self._window.show_message(mistakes)

    def ask_for_plugins(self) -> None:
        """Say that code waits for permission, where it does."""
        asking = self._desk.plugins.asking()
        if asking:
            text = self._texts.get("plugins.venster.vraagt", plugins=", ".join(asking))
            self._window.show_message(Message(kind=MessageKind.WARNING, text=text))

    def show_law(self) -> None:
        """Show how far the law goes, and newer law; the list says afterwards what was chosen."""
        from hardship_desk.ui.dialogs.law import LawDialog

        self._window.flush()
        dialog = LawDialog(self._window, self._desk, self._texts)
        dialog.finished.connect(lambda _result: self._window.start.law.refresh())
        open_once(dialog)

    def look_for_law(self) -> None:
        """Look beside the window whether newer law lies ready; where it cannot be seen, say nothing."""
        show = self._window.start.law.show_offers
        self._run(self._desk.laws.offers, show, lambda _error: None)

    def _to_pages(self) -> dict[str, Callable[[], object]]:
        to_page = {
            "overzicht": Page.OVERZICHT,
            "vragen": Page.VRAGEN,
            "dossier": Page.PERSONEN,
            "bewijs": Page.BEWIJS,
            "kladblok": Page.KLADBLOK,
            "meelezen": Page.MEELEZEN,
            "besluit": Page.BESLUIT,
        }
        return {name: self._page_action(page) for name, page in to_page.items()}

    def _actions(self) -> dict[str, Callable[[], object]]:
        window, look = self._window, self._window.look
        return {
            **self._to_pages(),
            "nieuw": window.show_new,
            "ga_naar": self._jump,
            "naslag": window.show_reference,
            "rekenhulp": window.show_rekenhulp,
            "vandaag": window.show_today,
            "lijst": window.show_list,
            "uitvoer": self._export,
            "kopieren": self._copy,
            "volgende_stap": lambda: self._move(1),
            "vorige_stap": lambda: self._move(-1),
            "volgende_vraag": lambda: self._next_question(1),
            "vorige_vraag": lambda: self._next_question(-1),
            "afdrukken": self._preview,
            "tekstblok": self.stock_texts.insert,
            "open_plek": self.stock_texts.next_slot,
            "ongedaan": self._undo,
            "paneel": self._next_panel,
            "spelling": self._next_mark,
            "uitleg": lambda: self._with_pages(lambda pages: pages.work_view.column.toggle_help()),
            "meer": lambda: self._with_pages(
                lambda pages: pages.work_view.column.open_question_menu()
            ),
            "groter": lambda: look.zoom(1),
            "kleiner": lambda: look.zoom(-1),
            "gewone_tekst": look.zoom_back,
            "donker": look.toggle,
            "hulp": self.help.show_here,
            "sneltoetsen": self.help.show_keys,
            "vergrendelen": window.lock_wanted.emit,
        }

    def _shown(self) -> CasePages | None:
        """The pages of the open dossier where they are on screen."""
        pages = self._window.pages
        return pages if pages is not None and pages.isVisibleTo(self._window) else None

    def _jump(self) -> None:
        entries = self.menu()
        del entries["ganaar.menu"]
        self._jumps.ask(entries)

    def _page_action(self, page: Page) -> Callable[[], object]:
        return lambda: self._window.show_page_of_case(page)

    def _with_pages(self, action: Callable[[CasePages], None]) -> None:
        shown = self._shown()
        if shown is not None:
            action(shown)

    def _copy(self) -> None:
        """Copy the next block of the report, or what the tool on screen shows."""
        if self._window.tools.isVisibleTo(self._window):
            self._window.tools.copy()
        self._with_pages(lambda pages: pages.decision.export.copy_next())

    def _move(self, by: int) -> None:
        shown = self._shown()
        if shown is not None and shown.page is Page.VRAGEN:
            shown.work_view.move_wanted.emit(by)

    def _preview(self) -> None:
        """Show the papers of the open dossier beside the window."""
        if self._window.pages is None:
            text = self._texts.get("besluit_erbij.eerst")
            self._window.show_message(Message(kind=MessageKind.WARNING, text=text))
            return
        self._window.flush()
        self._window.pages.show_papers()

    def _undo(self) -> None:
        """Take back the last answer; a field that is typed in keeps the key for its own text."""
        shown = self._shown()
        if shown is not None and shown.page is Page.VRAGEN:
            shown.work_view.undo_wanted.emit()

    def _next_question(self, step: int) -> None:
        """Go to the next question; after the last one comes the next step."""
        shown = self._shown()
        if shown is None or shown.page is not Page.VRAGEN:
            return
        if not shown.work_view.column.focus_next(step):
            self._move(step)

    def _next_panel(self) -> None:
        shown = self._shown()
        panels = shown.panels() if shown is not None else ()
        if not panels or shown is None:
            return
        focus = QApplication.focusWidget()
        here = [
            place
            for place, panel in enumerate(panels)
            if focus is not None and (panel is focus or panel.isAncestorOf(focus))
        ]
        panel = panels[(here[0] + 1) % len(panels) if here else 0]
        if shown.page is Page.VRAGEN:
            shown.work_view.focus_panel(panel)
        else:
            shown.decision.view.focus_panel(panel)

    def _export(self) -> None:
        pages = self._window.pages
        if pages is not None:
            self._window.show_page_of_case(Page.BESLUIT)
            pages.decision.view.export.ask_folder()

    def _show_organisation(self) -> None:
        from hardship_desk.ui.dialogs.organisation import OrganisationDialog

        self._window.flush()
        dialog = OrganisationDialog(self._window, self._desk, self._texts)
        dialog.finished.connect(self._read_rules_again)
        open_once(dialog)

    def _show_plugins(self) -> None:
        from hardship_desk.ui.dialogs.plugins import PluginsDialog

        self._window.flush()
        today = self._desk.clock.today()
        dialog = PluginsDialog(self._window, self._desk.plugins, today, self._texts)
        dialog.finished.connect(self._read_rules_again)
        open_once(dialog)

    def _show_toets(self) -> None:
        """Check a motivation that was written elsewhere."""
        from hardship_desk.ui.dialogs.toets import ToetsDialog

        self._window.flush()
        desk = self._desk
        shown = self._toets if self._toets is not None and isValid(self._toets) else None
        if shown is None or not shown.isVisible():
            today = desk.clock.today()
            self._toets = shown = ToetsDialog(self._window, desk.toetsing, self._texts, today)
            destroy_when_closed(shown)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _send_package(self) -> None:
        """Give the open dossier along in a package."""
        from hardship_desk.ui.dialogs.send import SendDialog

        pages = self._window.pages
        if pages is None:
            text = self._texts.get("pakket.eerst_dossier")
            self._window.show_message(Message(kind=MessageKind.WARNING, text=text))
            return
        self._window.flush()
        case = self._desk.cases.current(pages.case.case_id)
        name = self._desk.user.name
        open_once(SendDialog(self._window, self._desk.packages, case, self._texts, name))

    def _open_package(self) -> None:
        """Open a package; the dossier that came in or got a verdict is shown afterwards."""
        from hardship_desk.ui.dialogs.receive import ReceiveDialog

        self._window.flush()
        dialog = ReceiveDialog(self._window, self._desk.packages, self._texts, self._desk.user.name)
        dialog.taken.connect(lambda case_id: self._window.show_case(CaseId(case_id)))
        open_once(dialog)

    def _show_contacts(self) -> None:
        """Show the own contact card, and the cards of colleagues."""
        from hardship_desk.ui.dialogs.contacts import ContactsDialog

        self._window.flush()
        contacts, name = self._desk.packages.contacts, self._desk.user.name
        open_once(ContactsDialog(self._window, contacts, self._texts, name))

    def _read_list(self) -> None:
        """Make dossiers of a list; they stand in the list of dossiers afterwards."""
        from hardship_desk.ui.dialogs.header_list import HeaderListDialog

        self._window.flush()
        dialog = HeaderListDialog(self._window, self._desk.header_lists, self._texts)
        dialog.made.connect(self._window.show_list)
        open_once(dialog)

    def _read_rules_again(self) -> None:
        """What was filled in may change findings: show the open page with them."""
        shown = self._shown()
        if shown is not None:
            self._window.show_page_of_case(shown.page)
        else:
            self._window.start.today.refresh()
