"""Shows a new recovery code, once, to be printed or written down."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.asking import AskingDialog
from hardship_desk.ui.widgets.field import line_field
from hardship_desk.ui.widgets.parts import button, label

GROUPS_A_LINE = 4


class RecoveryCodeDialog(AskingDialog):
    """Closes when the last group was typed over: then the code is on paper."""

    def __init__(self, parent: QWidget | None, texts: WindowTexts, code: str) -> None:
        super().__init__(parent, texts.get("herstel.titel"), texts.get("herstel.uitleg"))
        self._texts = texts
        self._code = code
        self.last = line_field(texts.get("herstel.laatste"))
        for line in self._code_lines():
            self.body.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(button(texts.get("herstel.afdrukken"), self.print_code))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.last)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(button(texts.get("herstel.klaar"), self.confirm, "primary"))
        self._leave = button(texts.get("herstel.zonder_papier"), super().reject, "quiet")
        self._leave.hide()
        self.foot.insertWidget(0, self._leave)
        self.last.widget.setFocus()

    @override
    def reject(self) -> None:
        """Escape or the cross loses no code: it says what closing means, and how to close even so."""
        self.last.show_error(self._texts.get("herstel.nog_niet"))
        self._leave.show()
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
