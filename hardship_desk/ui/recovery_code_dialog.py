"""Shows a new recovery code, once, to be printed or written down."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.field import line_field
from hardship_desk.ui.widgets.parts import button, label

GROUPS_A_LINE = 4


class RecoveryCodeDialog(QDialog):
    """Closes when the last group was typed over: then the code is on paper."""

    def __init__(self, parent: QWidget | None, texts: WindowTexts, code: str) -> None:
        super().__init__(parent)
        self._texts = texts
        self._code = code
        self.setWindowTitle(texts.get("herstel.titel"))
        self.last = line_field(texts.get("herstel.laatste"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(texts.get("herstel.titel"), "heading"))
        layout.addWidget(label(texts.get("herstel.uitleg"), "muted"))
        for line in self._code_lines():
            layout.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(button(texts.get("herstel.afdrukken"), self.print_code))
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.last)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(texts.get("herstel.klaar"), self.confirm, "primary"))
        layout.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)
        self.last.widget.setFocus()

    def confirm(self) -> None:
        """Close where the last group was typed over rightly."""
        if self.last.text().strip().upper() == self._code.rpartition("-")[2]:
            self.accept()
        else:
            self.last.show_error(self._texts.get("herstel.laatste_fout"))
            self.last.widget.setFocus()

    def print_code(self) -> None:
        """Ask for a printer and print the code; it is never written to a file of ours."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        chooser = QPrintDialog(printer, self)
        if chooser.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self.printed())
            document.print_(printer)

    def printed(self) -> str:
        """The text on the paper: the code and where to keep it, and nothing of any dossier."""
        texts = self._texts
        return "\n\n".join(
            (texts.get("herstel.papier_kop"), self._code, texts.get("herstel.papier_uitleg"))
        )

    def _code_lines(self) -> list[QWidget]:
        """Lines that never wrap, so that no group is lost where the text is large."""
        groups = self._code.split("-")
        lines: list[QWidget] = []
        for at in range(0, len(groups), GROUPS_A_LINE):
            shown = label("  ".join(groups[at : at + GROUPS_A_LINE]), "heading", wrap=False)
            shown.setAccessibleName(", ".join(groups[at : at + GROUPS_A_LINE]))
            lines.append(shown)
        return lines
