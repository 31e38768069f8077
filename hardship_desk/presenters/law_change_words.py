"""What changes in the law, in words: on the screen and in the terminal the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.assessment.law.changes import ChangeKind, LawChange
from hardship_desk.assessment.stated.values import in_words
from hardship_desk.plugin_api.catalogue import ParameterValue
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.law_impact import TouchedDecision

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change as shown; `source` is empty where the program itself says it."""

    title: str
    old: str
    new: str
    period: str
    source: str

    def text(self) -> str:
        """Everything on one line."""
        parts = (self.title, f"{self.old} → {self.new}", self.period, self.source)
        return "; ".join(part for part in parts if part)


def change_line(change: LawChange, texts: WindowTexts) -> ChangeLine:
    """One change in words."""
    kind = texts.get(f"wetspakket.soort.{change.kind.value}")
    called = texts.get_or(f"organisatie.waarde.{change.key}", "")
    name = f"{called} ({change.key})" if called else change.key
    has_days = change.kind not in (ChangeKind.TEXT, ChangeKind.RULING)
    source = change.source
    return ChangeLine(
        title=f"{kind}: {name}",
        old=_shown(change.old, change.unit, texts),
        new=_shown(change.new, change.unit, texts),
        period=shown_days(change.start, change.end, texts) if has_days else "",
        source=" ".join(part for part in (source.title, source.url) if part) if source else "",
    )


def shown_days(start: date, end: date, texts: WindowTexts) -> str:
    """From when until when, in words; `date.min` and `date.max` are no days."""
    first = show_date(start) if start != date.min else ""
    last = show_date(end) if end != date.max else ""
    if first and last:
        return texts.get("wetspakket.van_tot", van=first, tot=last)
    if first:
        return texts.get("wetspakket.vanaf", van=first)
    return texts.get("wetspakket.tot", tot=last) if last else texts.get("wetspakket.altijd")


def touched_line(item: TouchedDecision, texts: WindowTexts) -> str:
    """A decision that would read otherwise: its number and kind, and what of it."""
    kind = texts.get_or(f"soort.{item.decision_type}", item.decision_type)
    return texts.get("wetspakket.geraakt", nummer=item.number, soort=kind, wat=" ".join(item.lines))


def problem_line(problem: FileProblem, texts: WindowTexts, nothing: str = "") -> str:
    """One mistake in a package: file, key, and what to do about it.

    In the terminal `nothing` keeps the place of a key that is not there; in the window it has none.
    """
    code, _, detail = problem.reason.partition(" ")
    keys = (f"wetspakket.fout.{code}", f"plugins.fout.{code}")
    key = next((key for key in keys if key in texts), "wetspakket.fout.anders")
    sentence = texts.get(key, wat=detail[:160] or problem.key, code=code)
    file = problem.file or (nothing and "wetspakket")
    return ": ".join(part for part in (file, problem.key or nothing, sentence) if part)


def _shown(value: ParameterValue | None, unit: str, texts: WindowTexts) -> str:
    if value is None:
        return texts.get("wetspakket.onbekend")
    shown = (
        value if isinstance(value, str) else in_words(value, texts.get_or(f"eenheid.{unit}", unit))
    )
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
