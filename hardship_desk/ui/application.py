"""Starts the window on a desk that is already open."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from hardship_desk.config.paths import data_folder, resources_folder
from hardship_desk.presenters.shell import Message, MessageKind
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.look import Look
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.theme import Theme

NAME = "Hardship Desk"


def run_window(desk: Desk, argv: list[str]) -> int:
    """Show the window until it is closed; the code with which the program ends."""
    application = make_application(argv)
    settings = QSettings(str(settings_file(data_folder())), QSettings.Format.IniFormat)
    window = make_window(desk, application, settings)
    _tell_mistakes(window, WindowTexts(desk.texts))
    window.show()
    return application.exec()


def make_application(argv: list[str]) -> QApplication:
    """The one application of this process, in Dutch."""
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(argv)
    application.setApplicationName(NAME)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        application.installTranslator(translator)
    return application


def make_window(
    desk: Desk, application: QApplication, settings: QSettings | None = None
) -> MainWindow:
    """The window on this desk, dressed."""
    look = Look(application, Theme(application, resources_folder()), settings)
    look.apply()
    return MainWindow(desk, look)


def settings_file(folder: Path) -> Path:
    """Where the choices about the look are kept; nothing about dossiers stands there."""
    return folder / "venster.ini"


def _tell_mistakes(window: MainWindow, texts: WindowTexts) -> None:
    """Let a mistake of ours be written down as before, and tell the user what to do."""
    earlier = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        earlier(kind, error, trace)
        window.show_message(
            Message(
                kind=MessageKind.ERROR,
                text=texts.get("fout.onverwacht.tekst"),
                advice=texts.get("fout.onverwacht.advies"),
            )
        )

    sys.excepthook = tell
