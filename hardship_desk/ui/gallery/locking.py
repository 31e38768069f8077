"""Scenes of the gallery: the window about to lock, a conversation, the clipboard, and trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hardship_desk.domain.errors import HardshipDeskError, VaultError
from hardship_desk.presenters.shell import Page, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.main_window import MainWindow

SECONDS = 42
TROUBLE = (
    VaultError("schijf_vol", plek="C:\\Gebruikers\\voorbeeld\\Hardship Desk", nodig="1 MB"),
    VaultError("geen_recht"),
    HardshipDeskError("bestand_te_groot"),
)


def lock_scenes(
    window: MainWindow, texts: WindowTexts
) -> Iterator[tuple[str, Callable[[], object]]]:
    """What the window shows around a page, each on a page that is shown already."""
    yield "18-bijna-vergrendeld", lambda: _warn(window, talking=False)
    yield "18-klembord", lambda: _count_down(window, texts)
    for error in TROUBLE:
        yield f"18-fout-{error.code}", _telling(window, texts, error)
    yield "18-gesprek", lambda: _talk(window)


def as_usual(window: MainWindow) -> None:
    """Take away what these scenes put around the page."""
    window.frame.talk_bar.show_state(talking=False, seconds=None)
    window.frame.clipboard_note.hide()
    window.frame.show_only_page(on=True)
    window.frame.show_only_page(on=False)


def _warn(window: MainWindow, *, talking: bool) -> None:
    as_usual(window)
    window.show_page_of_case(Page.VRAGEN)
    window.frame.talk_bar.show_state(talking=talking, seconds=SECONDS)


def _count_down(window: MainWindow, texts: WindowTexts) -> None:
    as_usual(window)
    window.frame.clipboard_note.setText(texts.get("klembord.nog", seconden=str(SECONDS)))
    window.frame.clipboard_note.show()


def _telling(
    window: MainWindow, texts: WindowTexts, error: HardshipDeskError
) -> Callable[[], None]:
    def tell() -> None:
        as_usual(window)
        window.show_message(message_of(error, texts))

    return tell


def _talk(window: MainWindow) -> None:
    as_usual(window)
    window.show_page_of_case(Page.KLADBLOK)
    window.frame.show_only_page(on=True)
    window.frame.talk_bar.show_state(talking=True, seconds=SECONDS)
