"""The pages of a paper: at once as they were or small, and sharp as soon as that is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.ui.widgets.parts import empty

WHOLE = 100
"""Per cent of the width of the room."""
_EDGE, _NARROWEST = 40, 200
_PAUSE_MS = 60
_FAR = 3
"""Pages this far from what is in sight give their sharp picture back: large ones take much room."""
_BAND = 6


class PaperPage(QLabel):
    """One page. `pointed` tells how far down it was clicked, `taken` where it was clicked twice."""

    pointed = Signal(float)
    taken = Signal(float)

    def __init__(self, small: QImage) -> None:
        super().__init__()
        self._small = QPixmap.fromImage(small)
        self._picture = self._small
        self._mark: float | None = None
        self.drawn = 0
        """The width in pixels at which it was drawn; 0 while a small picture stands for it."""

    def show_picture(self, picture: QImage) -> None:
        """Show the page as it was drawn."""
        self._picture, self.drawn = QPixmap.fromImage(picture), picture.width()
        self.update()

    def show_small(self) -> None:
        """Go back to the small picture."""
        self._picture, self.drawn = self._small, 0
        self.update()

    def mark(self, top: float | None) -> None:
        """Put a mark beside a place, or take it away."""
        self._mark = top
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        if self._mark is not None:
            line = self.fontMetrics().height()
            top = max(int(self._mark * self.height()) - line // 4, 0)
            painter.fillRect(0, top, _BAND, line * 2, self.palette().highlight())
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(event.position().y() / max(self.height(), 1))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit(event.position().y() / max(self.height(), 1))


class PaperPages(QScrollArea):
    """`sharp_wanted` asks for pages at a width in pixels; `pointed` and `taken` tell a place."""

    sharp_wanted = Signal(tuple, int)
    pointed = Signal(int, float)
    taken = Signal(int, float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.pages: list[PaperPage] = []
        self._shapes: tuple[float, ...] = ()
        self._share = WHOLE
        content = QWidget()
        content.setObjectName("content")
        self._body = QVBoxLayout(content)
        self.setWidget(content)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._pause.start())

    @property
    def pixels(self) -> int:
        """How wide a page is in pixels of the screen."""
        return round(self._width() * self.devicePixelRatioF())

    @property
    def is_sharp(self) -> bool:
        """Whether what is in sight is drawn as large as it is shown."""
        seen = self._seen()
        return bool(seen) and all(self.pages[number].drawn == self.pixels for number in seen)

    def show_pages(
        self, shapes: tuple[float, ...], small: Mapping[int, QImage], names: Sequence[str]
    ) -> None:
        """Show a paper from its small pictures; where one read stays where it was."""
        place = self.verticalScrollBar().value()
        empty(self._body)
        self._shapes, self.pages = shapes, []
        for number, name in enumerate(names):
            page = PaperPage(small[number])
            page.setAccessibleName(name)
            page.pointed.connect(lambda top, at=number: self.pointed.emit(at, top))
            page.taken.connect(lambda top, at=number: self.taken.emit(at, top))
            self._body.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
        self._body.addStretch(1)
        self._fit()
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def show_sharp(self, width: int, pictures: Mapping[int, QImage]) -> None:
        """Show pages that were drawn, unless they are wanted at another width by now."""
        if width != self.pixels:
            return
        for number, picture in pictures.items():
            if number < len(self.pages):
                self.pages[number].show_picture(picture)

    def zoom(self, share: int) -> None:
        """Show the pages at this part of the room, in per cent; at once, and sharp a moment later."""
        bar = self.verticalScrollBar()
        place = bar.value() * share // self._share
        self._share = share
        self._fit()
        QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def go_to(self, page: int, top: float) -> None:
        """Bring a place into sight and mark it."""
        for number, shown in enumerate(self.pages):
            shown.mark(top if number == page else None)
        if page < len(self.pages):
            QTimer.singleShot(10, self, lambda: self._scroll_to(page, top))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scroll_to(self, page: int, top: float) -> None:
        if page < len(self.pages):
            shown = self.pages[page]
            above = self.viewport().height() // 4
            self.verticalScrollBar().setValue(shown.y() + int(top * shown.height()) - above)

    def _width(self) -> int:
        room = max(self.viewport().width() - _EDGE, _NARROWEST)
        return room * self._share // WHOLE

    def _fit(self) -> None:
        """Give each page its size; its picture is stretched until the sharp one is there."""
        width = self._width()
        for page, shape in zip(self.pages, self._shapes, strict=True):
            page.setFixedSize(QSize(width, round(width * shape)))
        self._pause.start()

    def _ask(self) -> None:
        """Ask for what is in sight and next to it, and let go of what is far away."""
        seen = self._seen()
        if not seen:
            return
        near = range(max(seen[0] - 1, 0), min(seen[-1] + 2, len(self.pages)))
        for number, page in enumerate(self.pages):
            if page.drawn and not seen[0] - _FAR <= number <= seen[-1] + _FAR:
                page.show_small()
        wanted = tuple(number for number in near if self.pages[number].drawn != self.pixels)
        if wanted:
            self.sharp_wanted.emit(wanted, self.pixels)

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        below = top + self.viewport().height()
        return [
            number
            for number, page in enumerate(self.pages)
            if page.y() < below and page.y() + page.height() > top
        ]
