"""Answers the four questions of the program, with the rules of the kind of decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterView,
    hookimpl,
)

from . import afstemming, beslistermijn, ontheffing, zoektermijn
from .bezwaar.rules import work as work_out_bezwaar
from .bijzondere_bijstand.rules import BijzondereBijstandRules
from .boete.rules import BoeteRules
from .giften.work import work as work_out_giften
from .herziening.work import work as work_out_herziening
from .invordering import work as invordering
from .kostendelersnorm import work as kostendelersnorm
from .kwijtschelding import work as kwijtschelding
from .law import Law
from .maatregel import work as maatregel
from .plain import PlainRules, Worked
from .terugvordering.work import work as work_out_terugvordering
from .told import Told
from .type_rules import TypeRules
from .voorschot.work import work as work_out_voorschot
from .wording import Wording

Work = Callable[[AssessmentContext, Law], Worked]
Tell = Callable[[Worked, LetterView], tuple[Told, ...]]

PLAIN: Mapping[str, tuple[str, Work, Tell | None]] = MappingProxyType(
    {
        "afstemming": ("afstemming", afstemming.work, afstemming.tell),
        "bezwaar": ("bezwaar", work_out_bezwaar, None),
        "giften_middelen": ("giften_middelen", work_out_giften, None),
        "herziening_intrekking": ("herziening", work_out_herziening, None),
        "invordering": ("invordering", invordering.work, invordering.tell),
        "kostendelersnorm": ("kostendelersnorm", kostendelersnorm.work, kostendelersnorm.tell),
        "kwijtschelding": ("kwijtschelding", kwijtschelding.work, kwijtschelding.tell),
        "maatregel": ("maatregel", maatregel.work, maatregel.tell),
        "ontheffing": ("ontheffing", ontheffing.work, None),
        "terugvordering": ("terugvordering", work_out_terugvordering, None),
        "voorschot_terugwerkend": ("voorschot_terugwerkend", work_out_voorschot, None),
        "zoektermijn_jongeren": ("zoektermijn", zoektermijn.work, zoektermijn.tell),
    }
)
"""By kind of decision: the theme of its sentences, what works it out, and what the letter tells."""


class NationalRules:
    """The national rules by kind of decision; silent on a kind without rules in Python."""

    def __init__(self, by_type: Mapping[str, tuple[TypeRules, ...]]) -> None:
        self._by_type = by_type

    @hookimpl
    def hardship_computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """The calculations, line by line."""
        rules = self._rules(context)
        return tuple(item for rule in rules for item in rule.computations(context))

    @hookimpl
    def hardship_findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What the facts mean under the rules."""
        rules = self._rules(context)
        return tuple(item for rule in rules for item in rule.findings(context, computations))

    @hookimpl
    def hardship_considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation."""
        rules = self._rules(context)
        return tuple(item for rule in rules for item in rule.considerations(context, findings))

    @hookimpl
    def hardship_letter(
        self, context: AssessmentContext, decision: LetterView
    ) -> tuple[LetterBlock, ...]:
        """Paragraphs for the letter to the resident."""
        rules = self._rules(context)
        return tuple(item for rule in rules for item in rule.letter(context, decision))

    def _rules(self, context: AssessmentContext) -> tuple[TypeRules, ...]:
        return self._by_type.get(context.decision_type, ())


def create(texts: Mapping[str, str]) -> NationalRules:
    """The rules with their sentences; the program calls this once, at the start."""
    plain: dict[str, tuple[TypeRules, ...]] = {
        kind: (PlainRules(Wording(texts, theme), work, tell),)
        for kind, (theme, work, tell) in PLAIN.items()
    }
    own: dict[str, tuple[TypeRules, ...]] = {
        **plain,
        "bijzondere_bijstand": (BijzondereBijstandRules(Wording(texts, "bijzondere_bijstand")),),
        "boete": (BoeteRules(Wording(texts, "boete")),),
    }
    term = PlainRules(Wording(texts, beslistermijn.THEME), beslistermijn.work)
    with_term = {kind: (*own.get(kind, ()), term) for kind in beslistermijn.TYPES}
    return NationalRules({**own, **with_term})
