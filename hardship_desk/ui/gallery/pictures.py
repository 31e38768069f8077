"""Pictures of every page, light, dark and in high contrast, at 1280x800 and at 200 % text, without a display.

`python -m hardship_desk gallery DIR` opens a practice desk and calls `render_gallery`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hardship_desk.assessment.rekenhulp import Rekenhulp
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.jumping import Jumping
from hardship_desk.presenters.opening import DeskOpener
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application
from hardship_desk.ui.dialogs.jump import JumpDialog
from hardship_desk.ui.dialogs.law import LawDialog
from hardship_desk.ui.dialogs.manual import ManualDialog
from hardship_desk.ui.dialogs.organisation import OrganisationDialog
from hardship_desk.ui.dialogs.plugins import PluginsDialog
from hardship_desk.ui.dress.language import Language, window_texts
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.gallery.fresh import FRESH, fresh_scenes, search
from hardship_desk.ui.gallery.locking import as_usual, lock_scenes
from hardship_desk.ui.gallery.packages import (
    contact_dialogs,
    copy_dialogs,
    list_dialogs,
    package_dialogs,
)
from hardship_desk.ui.gallery.remarks import remark_scenes
from hardship_desk.ui.gallery.toets import toets_dialogs
from hardship_desk.ui.gallery.vaults import VaultScenes
from hardship_desk.ui.gallery.writing import writing_dialogs, writing_scenes
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.running.background import finish_running_work
from hardship_desk.ui.shortcuts import ShortcutList
from hardship_desk.ui.tour import Tour

SETTLE_MS = 80
STEPS = range(1, 17)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the window is dressed for a series of pictures."""

    name: str
    look: str
    scale: int


SETTINGS = (
    Setting(name="licht", look="light", scale=100),
    Setting(name="donker", look="dark", scale=100),
    Setting(name="contrast", look="contrast", scale=100),
    Setting(name="groot", look="light", scale=200),
)


def render_gallery(
    desk: Desk,
    folder: Path,
    settings: tuple[Setting, ...] = SETTINGS,
    desks: DeskOpener | None = None,
    language: Language = Language.DUTCH,
) -> int:
    """Write a picture of every page to the folder; the code with which the program ends.

    With `desks` a vault is made, for the dialogs that need one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, shown in each_state(desk, settings, desks, language=language):
        shown.grab().save(str(folder / f"{name}.png"))
    return 0


def each_state(
    desk: Desk,
    settings: tuple[Setting, ...] = SETTINGS,
    desks: DeskOpener | None = None,
    size: tuple[int, int] = (1280, 800),
    language: Language = Language.DUTCH,
) -> Iterator[tuple[str, QWidget]]:
    """Bring a window and every dialog into each state, in each look: its name and what is shown."""
    application = make_application(["gallery"], language)
    texts = window_texts(desk.texts, language)
    desk.cases.create_case(FRESH)
    look = Look(application, Theme(application, resources_folder()))
    look.apply()
    window = MainWindow(desk, look, texts)
    window.resize(*size)
    window.show()
    window.activateWindow()
    own = VaultScenes(window, texts, desks) if desks else None
    for setting in settings:
        look.choose(setting.look)
        look.set_scale(setting.scale)
        for name, show in _scenes(window, desk, texts):
            show()
            _settle(application)
            window.resize(*size)
            _settle(application)
            if window.pages is not None:
                window.pages.work_view.finish()
                _settle(application)
            yield f"{name}-{setting.name}", window
        for name, dialog in chain(_dialogs(window, desk, texts), own.again() if own else ()):
            dialog.show()
            _settle(application)
            yield f"{name}-{setting.name}", dialog
            dialog.hide()
    finish_running_work()
    window.close()


def _dialogs(window: MainWindow, desk: Desk, texts: WindowTexts) -> Iterator[tuple[str, QDialog]]:
    yield (
        "08-ga-naar",
        JumpDialog(
            window, Jumping(desk, texts, window.pages.case if window.pages else None, {}), texts
        ),
    )
    manual = ManualDialog(window, desk.manual, texts)
    manual.show_page("stap_07")
    yield "08-uitleg", manual
    yield "08-rondleiding", Tour(window, desk, texts)
    yield "08-sneltoetsen", ShortcutList(window, texts)
    yield "09-organisatie", OrganisationDialog(window, desk, texts)
    fresh = next(item for item in desk.cases.list_cases() if item.number == FRESH.number)
    yield from writing_dialogs(window, desk, texts, fresh.id)
    yield "09-wetsgegevens", LawDialog(window, desk, texts)
    yield "09-wetsgegevens-geweigerd", _refused(window, desk, texts)
    yield "09-plugins", PluginsDialog(window, desk.plugins, desk.clock.today(), texts)
    cases = desk.cases.list_cases()
    if cases:
        richest = max(cases, key=lambda item: len(item.decision_types))
        yield from package_dialogs(window, desk, texts, richest.id)
    yield from contact_dialogs(window, desk, texts)
    yield from list_dialogs(window, desk, texts)
    yield from copy_dialogs(window, desk, texts)
    yield from toets_dialogs(window, desk, texts)


def _refused(window: MainWindow, desk: Desk, texts: WindowTexts) -> LawDialog:
    """The dialog after a look at what is no package."""
    dialog = LawDialog(window, desk, texts)
    dialog.presenter.look_at(resources_folder() / "wet_sleutels.toml")
    return dialog


def _show_today(window: MainWindow) -> None:
    """With its terms, which are read beside the window."""
    window.show_today()
    while window.start.today.is_busy:
        _wait()


def _scenes(
    window: MainWindow, desk: Desk, texts: WindowTexts
) -> Iterator[tuple[str, Callable[[], object]]]:
    as_usual(window)
    yield "00-vandaag", lambda: _show_today(window)
    yield "01-lijst", _lister(window)
    yield "02-nieuw", window.show_new
    yield "10-naslag", window.show_reference
    yield "10-naslag-bepaling", lambda: window.show_reference("pw-52-voorschot")
    for item in desk.rekenhulpen.all():
        yield f"11-rekenhulp-{item.id}", _reckoner(window, item)
    cases = desk.cases.list_cases()
    richest = max(cases, key=lambda item: len(item.decision_types), default=None)
    if richest is None:
        return
    yield "03-werk", _opener(window, richest.id)
    for step in STEPS:
        yield f"04-stap-{step:02d}", _stepper(window, step)
    for page in Page:
        if page is not Page.VRAGEN:
            yield f"05-{page.value}", _pager(window, page)
    for part in ("overwegingen", "lezer", "brieven", "kopieren"):
        yield f"06-besluit-{part}", _parter(window, part)
    fresh = next(item for item in cases if item.number == FRESH.number)
    known = (richest.id, fresh.id)
    other = next((item for item in cases if item.id not in known), None)
    if other is not None:
        yield "07-ander", _opener(window, other.id)
        yield "07-ander-besluit", _pager(window, Page.BESLUIT)
    yield from writing_scenes(window, fresh.id)
    yield from fresh_scenes(window, fresh.id)
    yield from remark_scenes(window, desk, richest.id)
    yield "18-dossier", _opener(window, richest.id)
    yield from lock_scenes(window, texts)


def _reckoner(window: MainWindow, item: Rekenhulp) -> Callable[[], object]:
    def show() -> None:
        window.show_rekenhulp()
        window.tools.rekenhulp.show_example(item.id)

    return show


def _lister(window: MainWindow) -> Callable[[], object]:
    def show() -> None:
        search(window, "")
        window.show_list()

    return show


def _opener(window: MainWindow, case_id: CaseId) -> Callable[[], object]:
    return lambda: window.show_case(case_id)


def _stepper(window: MainWindow, step: int) -> Callable[[], object]:
    return lambda: window.show_question(step)


def _pager(window: MainWindow, page: Page) -> Callable[[], object]:
    return lambda: window.show_page_of_case(page)


def _parter(window: MainWindow, part: str) -> Callable[[], object]:
    def show() -> None:
        if window.pages is not None:
            window.show_page_of_case(Page.BESLUIT)
            window.pages.decision.view.go_to(part)

    return show


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _settle(application: QApplication) -> None:
    """Let layouts, scrolling and postponed runs of the rules come to rest."""
    _wait()
    application.processEvents()
    application.processEvents()  # a page that came just now holds still until the next turn
