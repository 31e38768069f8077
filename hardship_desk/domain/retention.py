"""How long a dossier is kept. A term comes from data with a source; without one nothing is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import CaseId, DecisionTypeId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Certainty, Source

OUTCOME_QUESTION = QuestionId("conclusie.uitkomst")


class TermUnit(StrEnum):
    """In what a term is counted."""

    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"

    def counted(self, number: int) -> str:
        """The number with its unit as people say it: 7 jaar, 1 maand, 6 weken."""
        one = {TermUnit.WEKEN: "week", TermUnit.MAANDEN: "maand", TermUnit.JAREN: "jaar"}[self]
        return f"{number} {one if number == 1 or self is TermUnit.JAREN else self.value}"


class TermStart(StrEnum):
    """From when a term runs: the last thing that happened, or an end that is asked."""

    LAATSTE_HANDELING = "laatste_handeling"
    EINDE_VOORZIENING = "einde_voorziening"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """The term for what came out of a decision; `applies` pairs decision types with outcomes."""

    id: str
    title: str
    length: int
    unit: TermUnit
    start: TermStart
    applies: tuple[tuple[DecisionTypeId, OutcomeId], ...]
    source: Source
    certainty: Certainty
    plugin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHold:
    """Why a dossier may not be destroyed, whatever its term says."""

    case_id: CaseId
    reason: str
    placed_at: datetime


class RetentionState(StrEnum):
    """Where a dossier stands; only the last can come on a list."""

    LOOPT_NOG = "loopt_nog"
    TERMIJN_ONBEKEND = "termijn_onbekend"
    VASTGEHOUDEN = "vastgehouden"
    NOG_BEWAREN = "nog_bewaren"
    TE_VERNIETIGEN = "te_vernietigen"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionVerdict:
    """What holds for a dossier; `due` is the first day on which it may be destroyed."""

    state: RetentionState
    due: date | None = None
    rules: tuple[RetentionRule, ...] = ()


def judge_retention(
    case: Case, rules: Iterable[RetentionRule], hold: LegalHold | None, today: date
) -> RetentionVerdict:
    """The longest term of all decisions counts; one unknown term keeps the whole dossier."""
    known = tuple(rule for rule in rules if rule.certainty.may_be_default)
    if not case.decisions or any(
        decision.state is not DecisionState.BEKENDGEMAAKT for decision in case.decisions
    ):
        return RetentionVerdict(state=RetentionState.LOOPT_NOG)
    found = tuple(_rule_of(decision, known) for decision in case.decisions)
    if any(rule is None or rule.start is TermStart.EINDE_VOORZIENING for rule in found):
        used = tuple(rule for rule in found if rule is not None)
        return RetentionVerdict(state=RetentionState.TERMIJN_ONBEKEND, rules=used)
    used = tuple(rule for rule in found if rule is not None)
    due = max(
        due_date(_last_act(decision), rule)
        for decision, rule in zip(case.decisions, used, strict=True)
    )
    if hold is not None:
        state = RetentionState.VASTGEHOUDEN
    elif today < due:
        state = RetentionState.NOG_BEWAREN
    else:
        state = RetentionState.TE_VERNIETIGEN
    return RetentionVerdict(state=state, due=due, rules=used)


def due_date(start: date, rule: RetentionRule) -> date:
    """The first day after the term. The 31st becomes the first of a month that has none."""
    if rule.unit is TermUnit.WEKEN:
        return start + timedelta(weeks=rule.length, days=1)
    months = rule.length * (12 if rule.unit is TermUnit.JAREN else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day) + timedelta(days=1)
    except ValueError:
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1) + timedelta(days=1)


def _rule_of(decision: DecisionFile, rules: tuple[RetentionRule, ...]) -> RetentionRule | None:
    answer = decision.answers.get(OUTCOME_QUESTION)
    pair = (decision.type, OutcomeId(str(answer.value)) if answer else OutcomeId(""))
    return next((rule for rule in rules if pair in rule.applies), None)


def _last_act(decision: DecisionFile) -> date:
    """The day of the last announcement or follow-up; a decision that is announced has one."""
    announced = (version.announced_on or version.adopted_at.date() for version in decision.versions)
    return max((*announced, *(item.on for item in decision.follow_ups)))
