"""The language in which the window itself speaks: kept with the look, used from the next start.

Law, questions, flags and papers are Dutch in either language. Dates and amounts are written the Dutch way.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.window_texts import WindowTexts

SETTING = "look/language"
_QT_TEXTS = "language_of_qt"


class Language(StrEnum):
    """A language the window knows; the value is kept."""

    DUTCH = "nl"
    ENGLISH = "en"


def chosen_language(settings: QSettings | None) -> Language:
    """The language that was chosen; Dutch where nothing was, whatever the computer speaks."""
    kept = str(settings.value(SETTING, "")) if settings is not None else ""
    return Language.ENGLISH if kept == Language.ENGLISH.value else Language.DUTCH


def window_texts(texts: Texts, language: Language) -> WindowTexts:
    """The sentences of the window; a sentence that has no English is Dutch."""
    if language is Language.DUTCH:
        return WindowTexts(texts)
    folder = resources_folder() / "texts" / language.value
    return WindowTexts(Texts.load_folder(folder).over(texts))


def speak(application: QApplication, language: Language) -> None:
    """Let Qt's own texts and every widget made from now on be in this language.

    What Qt itself has no Dutch for stands in `resources/qt`.

    A reader that speaks asks a widget for its locale. The country stays the Netherlands, and with it
    the way numbers and dates are written.
    """
    spoken = QLocale.Language.English if language is Language.ENGLISH else QLocale.Language.Dutch
    QLocale.setDefault(QLocale(spoken, QLocale.Country.Netherlands))
    for earlier in application.findChildren(QTranslator, _QT_TEXTS):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources_folder() / "qt")
    for name, folder in ((f"qtbase_{language.value}", of_qt), (language.value, ours)):
        translator = QTranslator(application)
        translator.setObjectName(_QT_TEXTS)
        if translator.load(name, folder):
            application.installTranslator(translator)
