"""Works a decision out again from its receipt, and says whether the same comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.case import Case
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, Moment
from hardship_desk.domain.ids import DecisionId
from hardship_desk.domain.package import DossierPackage, Package
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.packages import UsedValues
from hardship_desk.services.ports.rules import RuleBook, RuleRunner
from hardship_desk.services.ruling_readings import Citable


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not the same: `kind` is a code, `what` the id; an absent side is empty."""

    kind: str
    what: str
    then: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptResult:
    """What came of working one decision out again.

    `tools` are differences of questions and plugins between the two laptops, `results` those of
    findings, calculations and flags. Other tools with the same results are not a difference.
    """

    decision: DecisionId
    sealed: bool
    tools: tuple[Difference, ...]
    results: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the same findings, calculations and flags came out."""
        return not self.results


class ReceiptCheck:
    """Runs the rules of this laptop on what is in a package; opens no vault."""

    def __init__(
        self,
        rules: RuleRunner,
        book: RuleBook,
        questionnaire: Questionnaire,
        used: UsedValues,
        unread: str,
    ) -> None:
        self._rules = rules
        self._book = book
        self._questionnaire = questionnaire
        self._used = used
        self._unread = unread

    def check(self, package: Package) -> tuple[ReceiptResult, ...]:
        """Each receipt of the package, in its order; raises PackageError."""
        if not isinstance(package, DossierPackage):
            raise PackageError("pakket_zonder_besluit")
        facts = self._used.facts(package.organisation)
        return tuple(self._check(package.case, receipt, facts) for receipt in package.receipts)

    def _check(
        self, case: Case, receipt: DecisionSnapshot, facts: OrganisationFacts
    ) -> ReceiptResult:
        now = self._rules.assess(_as_it_was(case, receipt), receipt.decision_id, facts.parameters())
        citable = Citable.of(self._book.rulings(), facts.readings(), self._unread)
        return ReceiptResult(
            decision=receipt.decision_id,
            sealed=receipt.adoption is not None,
            tools=self._tools(receipt, now),
            results=_results(receipt, citable.assessment(now)),
        )

    def _tools(self, receipt: DecisionSnapshot, now: Assessment) -> tuple[Difference, ...]:
        then = {item.id: f"{item.version} {item.sha256}" for item in receipt.plugins}
        here = {
            str(item.manifest.id): f"{item.manifest.version} {item.sha256}" for item in now.plugins
        }
        questions = _compared(
            "vragen",
            {"vragenlijst": receipt.questionnaire_sha256},
            {"vragenlijst": self._questionnaire.sha256},
        )
        return (*questions, *_compared("plugin", then, here))


def _as_it_was(case: Case, receipt: DecisionSnapshot) -> Case:
    """The dossier as it stood when the decision was sealed: without what came afterwards."""
    decision = case.decision(receipt.decision_id)
    if receipt.adoption is None:
        return case
    return case.with_decision(
        replace(decision, sending_date=None, follow_ups=(), versions=decision.versions[:-1])
    )


def _results(receipt: DecisionSnapshot, now: Assessment) -> tuple[Difference, ...]:
    return (
        *_compared("bevinding", _findings(receipt.findings), _findings(now.findings)),
        *_compared("berekening", _lines(receipt.computations), _lines(now.computations)),
        *_compared("vlag", _flags(receipt.flags), _flags(now.flags)),
    )


def _findings(findings: tuple[Finding, ...]) -> Mapping[str, str]:
    return {item.id: f"{item.direction.value}: {item.text}" for item in findings}


def _lines(computations: tuple[Computation, ...]) -> Mapping[str, str]:
    return {
        f"{computation.id}.{line.id}": line.outcome
        for computation in computations
        for line in computation.lines
    }


def _flags(flags: tuple[Flag, ...]) -> Mapping[str, str]:
    """The flags that count at adoption; the later moments change after a decision was sealed."""
    return {
        item.id: f"{item.severity.value}, {item.status.value}"
        for item in flags
        if item.moment is Moment.VASTSTELLEN
    }


def _compared(kind: str, then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(kind=kind, what=name, then=then.get(name, ""), now=now.get(name, ""))
        for name in sorted({*then, *now})
        if then.get(name) != now.get(name)
    )
