"""Fields that are filled for one choice at a time: what was typed for a choice stays until it is saved."""

from __future__ import annotations

from hardship_desk.ui.widgets.field import Field

Texts = tuple[str, ...]
NO_CHOICE = ""


class KeptFields:
    """Remembers what was typed and not saved, by choice.

    What was typed before anything was chosen belongs to no choice yet: it is shown wherever nothing is
    saved, until somebody changes or saves it there.
    """

    def __init__(self, *fields: Field) -> None:
        self._fields = fields
        self._choice = NO_CHOICE
        self._saved: Texts = self.typed()
        self._kept: dict[str, Texts] = {}
        self._is_loose = False
        """Whether the fields show what was typed before anything was chosen."""

    def typed(self) -> Texts:
        """What stands in the fields."""
        return tuple(field.text() for field in self._fields)

    def leave(self) -> None:
        """Keep what is not saved, before the fields are filled for another choice."""
        typed = self.typed()
        if self._is_loose and typed == self._kept.get(NO_CHOICE):
            return
        if self._is_loose:
            self._kept.pop(NO_CHOICE, None)
        if typed != self._saved:
            self._kept[self._choice] = typed

    def fill(self, choice: str, saved: Texts) -> None:
        """Fill in what is saved for a choice, or what was typed for it before."""
        if self._is_loose and saved == tuple(text.strip() for text in self.typed()):
            self._kept.pop(NO_CHOICE, None)
        self._choice, self._saved = choice, saved
        own = self._kept.pop(choice, None)
        loose = None if own or any(saved) else self._kept.get(NO_CHOICE)
        self._is_loose = loose is not None
        for field, text in zip(self._fields, own or loose or saved, strict=True):
            field.clear()
            field.show_error("")
            field.show_text(text)

    def elsewhere(self) -> tuple[str, ...]:
        """The other choices for which something is typed and not saved."""
        return tuple(choice for choice in self._kept if choice != NO_CHOICE)

    def unsaved(self) -> dict[str, Texts]:
        """All that is typed and not saved, by choice."""
        typed = self.typed()
        return {**self._kept, **({self._choice: typed} if typed != self._saved else {})}
