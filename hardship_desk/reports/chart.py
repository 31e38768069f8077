"""A figure worked out as boxes and words, for whatever draws it: a page of PDF, or a picture.

Everything counts in points from the top left. The tones differ in grey as much as in colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hardship_desk.documents.model import Bar, Figure, Part

Measure = Callable[[str], float]
"""How wide a text is, in points."""

SIZE = 9.0
INK, WHITE = "#14242C", "#FFFFFF"
LINE_WIDTH = 0.75
TONES = ("#0A6174", "#C3CED4", WHITE, "#7F929C")
"""Dark, light, white and between: a part is told from its neighbours on a grey printer too."""

_DARK = frozenset({"#0A6174"})
_BAR, _GAP, _EDGE = 22.0, 6.0, 3.0
_BASELINE = 3.2
"""How far below the middle of a line its letters stand."""
_SWATCH, _LEGEND_LINE, _AFTER = 9.0, 15.0, 16.0
_WIDEST_NAMES = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled box with a line around it."""

    left: float
    top: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text; `left` is where it begins, `base` the line on which it stands."""

    text: str
    left: float
    base: float
    color: str = INK


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that is drawn."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]


def drawn(figure: Figure, width: float, measure: Measure) -> Drawing:
    """The figure at this width: its bars below each other, and below those what each tone means."""
    tones = tones_of(figure)
    names = max((measure(bar.name) for bar in figure.bars), default=0.0)
    before = min(names + 8, width * _WIDEST_NAMES) if names else 0.0
    most = max((_sum(bar) for bar in figure.bars), default=0) or 1
    boxes: list[Box] = []
    words: list[Words] = []
    top = _EDGE
    for bar in figure.bars:
        if bar.name:
            words.append(Words(text=bar.name, left=0, base=top + _BAR / 2 + _BASELINE))
        left = before
        for part in shown_parts(bar):
            wide = (width - before) * part.size / most
            box = Box(left=left, top=top, width=wide, height=_BAR, tone=tones[part.name])
            boxes.append(box)
            words += _inside(part, box, measure)
            left += wide
        top += _BAR + _GAP
    bottom = _legend(figure, tones, (boxes, words), top + 2, (width, measure))
    return Drawing(width=width, height=bottom, boxes=tuple(boxes), words=tuple(words))


def tones_of(figure: Figure) -> dict[str, str]:
    """A tone by name of part: what has the same name looks the same in every bar."""
    names = dict.fromkeys(part.name for bar in figure.bars for part in shown_parts(bar))
    return {name: TONES[place % len(TONES)] for place, name in enumerate(names)}


def color_on(tone: str) -> str:
    """The colour of letters that can be read on this tone."""
    return WHITE if tone in _DARK else INK


def shown_parts(bar: Bar) -> Iterator[Part]:
    """The parts that are drawn: what counts for nothing has no place in a bar."""
    return (part for part in bar.parts if part.size > 0)


def _sum(bar: Bar) -> int:
    return sum(part.size for part in shown_parts(bar))


def _inside(part: Part, box: Box, measure: Measure) -> Iterator[Words]:
    """The figure in its box, where it fits there; the table beside it has them all."""
    wide = measure(part.shown)
    if wide + 6 <= box.width:
        yield Words(
            text=part.shown,
            left=box.left + (box.width - wide) / 2,
            base=box.top + _BAR / 2 + _BASELINE,
            color=color_on(box.tone),
        )


def _legend(
    figure: Figure,
    tones: dict[str, str],
    found: tuple[list[Box], list[Words]],
    top: float,
    page: tuple[float, Measure],
) -> float:
    """What each tone means, side by side as far as there is room; where the drawing ends."""
    (boxes, words), (width, measure) = found, page
    left = 0.0
    for name, text in _meanings(figure).items():
        wide = _SWATCH + 5 + measure(text)
        if left and left + wide > width:
            left, top = 0.0, top + _LEGEND_LINE
        boxes.append(Box(left=left, top=top, width=_SWATCH, height=_SWATCH, tone=tones[name]))
        base = top + _SWATCH / 2 + _BASELINE
        words.append(Words(text=text, left=left + _SWATCH + 5, base=base))
        left += wide + _AFTER
    return top + _LEGEND_LINE


def _meanings(figure: Figure) -> dict[str, str]:
    """By name of part what the legend says: beside a single bar its figure as well."""
    if len(figure.bars) == 1:
        return {part.name: f"{part.name}: {part.shown}" for part in shown_parts(figure.bars[0])}
    return {part.name: part.name for bar in figure.bars for part in shown_parts(bar)}
