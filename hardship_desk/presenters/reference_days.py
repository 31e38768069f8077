"""Which day counts for an entry of the reference: the typed one, that of the dossier, or today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api.catalogue import Conflict, Provision, Ruling
from hardship_desk.plugin_api.context import ContextDates


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceDays:
    """The days to choose from. A typed day counts for all; else each entry has its own anchor.

    `kind` is the kind of decision of the dossier, for which an entry may not be meant.
    """

    today: date
    typed: date | None = None
    dates: ContextDates | None = None
    kind: str = ""

    @property
    def has_case(self) -> bool:
        """Whether the days are those of a dossier."""
        return self.dates is not None

    def of_case(self, item: Provision | Conflict) -> date | None:
        """The day in the dossier that the anchor of the entry names, or None."""
        return self.dates.anchor(item.anchor) if self.dates is not None else None

    def day_of(self, item: Provision | Conflict | Ruling) -> date:
        """The day for which the entry is shown."""
        if self.typed is not None:
            return self.typed
        own = None if isinstance(item, Ruling) else self.of_case(item)
        return own or (self.dates.besluit if self.dates is not None else None) or self.today
