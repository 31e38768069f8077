"""Asks for a folder without holding the window, which goes on saving what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, on_folder: Callable[[str], object]) -> None:
    """Ask for a folder, beginning at home; `on_folder` hears which, and nothing where none is chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # A path that is typed leaves each folder on the way to it selected: the deepest was meant.
    dialog.filesSelected.connect(lambda folders: on_folder(max(folders, key=len)))
    dialog.open()
