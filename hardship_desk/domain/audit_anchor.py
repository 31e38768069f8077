"""Where an audit log ended at some moment: written down elsewhere, it shows that the end was cut off."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead:
    """How far the log goes and the seal of its last line, to compare later."""

    count: int
    seal: str

    @property
    def short(self) -> str:
        """The head for the foot of a page: the count and the first 64 bits of the seal."""
        return f"{self.count} · {self.seal[:8]} {self.seal[8:16]}"

    @property
    def text(self) -> str:
        """The head as it is printed: the count and the whole seal, in groups that can be read out."""
        groups = " ".join(self.seal[place : place + 8] for place in range(0, len(self.seal), 8))
        return f"{self.count} · {groups}" if groups else str(self.count)
