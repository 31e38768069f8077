"""The pictures of every page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hardship_desk.services.desk import Desk
from hardship_desk.ui.gallery import Setting, render_gallery


def test_that_every_page_is_drawn_at_the_size_of_a_small_laptop(
    desk: Desk, tmp_path: Path, qapp: QApplication
) -> None:
    setting = Setting(name="donker", look="dark", scale=100)
    assert render_gallery(desk, tmp_path / "beeld", (setting,)) == 0
    pictures = sorted((tmp_path / "beeld").glob("*.png"))
    assert len(pictures) > 35
    dialogs = ("08-", "09-", "19-")
    pages = [path for path in pictures if not path.name.startswith(dialogs)]
    sizes = {QImage(str(path)).size().toTuple() for path in pages}
    assert sizes == {(1280, 800)}
