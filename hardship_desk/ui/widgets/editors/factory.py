"""Chooses the editor for a question."""

from __future__ import annotations

from collections.abc import Callable

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.editors.choice import (
    MOST_RADIOS,
    ComboEditor,
    ManyEditor,
    RadioEditor,
)
from hardship_desk.ui.widgets.editors.long_text import LongTextEditor
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.editors.short_text import ShortTextEditor
from hardship_desk.ui.widgets.editors.text import LineEditor, PeriodEditor

_TYPED: dict[str, Callable[[QuestionItem, WindowTexts], Editor]] = {
    "period": PeriodEditor,
    "short_text": ShortTextEditor,
    "long_text": LongTextEditor,
    "rows": RowsEditor,
}


def editor_for(item: QuestionItem, texts: WindowTexts) -> Editor:
    """The editor that goes with the type of answer."""
    match item.kind:
        case "yes_no" | "yes_no_unknown" | "one_of":
            few = len(item.choices) <= MOST_RADIOS
            return RadioEditor(item) if few else ComboEditor(item)
        case "many_of":
            return ManyEditor(item)
        case _:
            return _TYPED.get(item.kind, LineEditor)(item, texts)
