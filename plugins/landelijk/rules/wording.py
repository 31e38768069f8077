"""Puts steps, findings and paragraphs into the Dutch of texts.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hardship_desk.plugin_api import (
    CalculationLine,
    Certainty,
    Finding,
    FindingId,
    LegalBasis,
    LineId,
    LineInput,
    Money,
    QuestionId,
    Source,
    round_half_up_to_cent,
)

from .law import DatedValue, texts_of, weakest
from .noticed import Noticed
from .step import Input, Step


class Wording:
    """The sentences of one theme, and those that all themes share.

    A theme is a file in `texts/`; its name heads the ids of lines and findings. A key that is
    missing is our mistake: KeyError.
    """

    def __init__(self, texts: Mapping[str, str], theme: str) -> None:
        own = f"{theme}."
        of_theme = {
            key.removeprefix(own): text for key, text in texts.items() if key.startswith(own)
        }
        self._texts = {**texts, **of_theme}
        self.theme = theme

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        return self._texts[key].format(**slots)

    def find(self, key: str, **slots: str) -> str | None:
        """The sentence with its slots filled, or None where the theme has none."""
        text = self._texts.get(key)
        return text.format(**slots) if text is not None else None

    def basis(self, key: str) -> LegalBasis:
        """The article or ruling under a key of `grondslag`."""
        part = {
            name: self._texts.get(f"grondslag.{key}.{name}", "")
            for name in ("law", "article", "paragraph", "ecli")
        }
        return LegalBasis(**part)

    def source(self, key: str) -> Source:
        """The text that was read for a key of `grondslag`."""
        return Source(
            title=self._texts[f"grondslag.{key}.title"],
            url=self._texts.get(f"grondslag.{key}.url", ""),
            note=self._texts.get(f"grondslag.{key}.note", ""),
        )

    def certainty(self, key: str, on: date | None) -> Certainty:
        """How sure the text under a key is for a day; before it was read at most derived."""
        certainty = Certainty(self._texts[f"grondslag.{key}.certainty"])
        if self.was_read(key, on):
            return certainty
        return weakest(certainty, Certainty.DERIVED)

    def was_read(self, key: str, on: date | None) -> bool:
        """Whether the text under a key was read as it stood on that day."""
        seen_from = self._texts.get(f"grondslag.{key}.seen_from")
        return seen_from is None or on is None or on >= date.fromisoformat(seen_from)

    def line(self, step: Step, on: date | None) -> CalculationLine:
        """A step as a line of the calculation; `on` is the day whose text of law counts."""
        key = f"regel.{step.rule}"
        known = [value.parameter for value in step.values if value.parameter is not None]
        source = source_of(step.values) if known else None
        formula = self._texts.get(f"{key}.formule_{step.variant}", self._texts[f"{key}.formule"])
        outcome = self._texts.get(f"{key}.uitkomst.{step.variant}")
        amount = _money(step)
        slots = {"bedrag": amount.dutch() if amount is not None else "", **step.slots}
        return CalculationLine(
            id=LineId(f"{self.theme}.{step.name}"),
            description=self._texts[f"{key}.omschrijving"],
            inputs=tuple(self._input(item) for item in step.inputs),
            formula=formula.format(**slots),
            outcome=(outcome or self._texts[f"uitkomst.{step.variant}"]).format(**slots),
            amount=amount,
            basis=self.basis(step.basis),
            source=source or self.source(step.basis),
            valid=known[0].valid if known else None,
            certainty=self._certainty(step, on),
        )

    def finding(self, item: Noticed, on: date | None) -> Finding:
        """What a rule noticed as a finding; `on` is the day whose text of law counts."""
        return Finding(
            id=FindingId(f"{self.theme}.{item.name}"),
            step=item.step,
            text=self._texts[f"bevinding.{item.name}"].format(**item.slots),
            direction=item.direction,
            basis=self.basis(item.basis),
            source=source_of(item.values) if item.values else self.source(item.basis),
            valid=item.values[0].parameter.valid
            if item.values and item.values[0].parameter
            else None,
            certainty=weakest(self.certainty(item.basis, on), *(v.certainty for v in item.values)),
            cites=tuple(QuestionId(question) for question in item.cites),
            lines=tuple(LineId(f"{self.theme}.{line}") for line in item.lines),
        )

    def _certainty(self, step: Step, on: date | None) -> Certainty:
        of_values = (value.certainty for value in step.values)
        return weakest(self.certainty(step.basis, on), *of_values)

    def _input(self, item: Input) -> LineInput:
        word = item.word or "onbekend"
        value = item.value if item.value is not None else self._texts[f"woord.{word}"]
        return LineInput(name=self._texts[f"invoer.{item.name}"], value=value)


def source_of(values: tuple[DatedValue, ...]) -> Source:
    """The text that gave the first value; beside local ones every text, with their articles."""
    known = [value for value in values if value.parameter is not None]
    if not any(value.is_local for value in known):
        known = known[:1]
    sources = [value.parameter.source for value in known if value.parameter is not None]
    own = [value.parameter.note for value in known if value.is_local and value.parameter]
    return Source(
        title=texts_of(known),
        url=next((source.url for source in sources if source.url), ""),
        note=" ".join(dict.fromkeys(filter(None, [*(item.note for item in sources), *own]))),
    )


def _money(step: Step) -> Money | None:
    return round_half_up_to_cent(step.amount) if step.amount is not None else None
