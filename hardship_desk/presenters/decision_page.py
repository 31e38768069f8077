"""What the page of the decision shows, and how it is made from the open dossier."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.decision import (
    OWN_TEXT_PREFIX,
    Consideration,
    DecisionFile,
    FollowUp,
    Review,
    ReviewVerdict,
)
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import Moment
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.kompas import FlagItem, by_severity, flag_item
from hardship_desk.presenters.line_item import LineItem
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.remarks import RemarkItem, remarks_of_case
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date

FOLLOW_UP_KINDS = ("verzonden", "gesprek", "bezwaar", "heroverweging", "terugkoppeling", "anders")
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsiderationItem:
    """One paragraph of the motivation: the draft, what it leans on, and the own text."""

    id: str
    step: int
    draft: str
    leans_on: str
    own_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """Everything the page of the decision shows."""

    state: str
    state_kind: str
    facts: tuple[tuple[str, str], ...]
    versions: tuple[str, ...]
    flags_open: tuple[FlagItem, ...]
    flags_done: tuple[FlagItem, ...]
    flags_summary: str
    steps_open: tuple[LineItem, ...]
    """The steps with open questions; the key of a line is read by `place_of`."""
    steps_hint: str
    considerations: tuple[ConsiderationItem, ...]
    reviews: tuple[tuple[str, str], ...]
    verdicts: tuple[Choice, ...]
    follow_up_kinds: tuple[Choice, ...]
    follow_ups: tuple[str, ...]
    decision_date: str
    sending_date: str
    last_day: str
    is_sealed: bool
    is_announced: bool
    export_hint: str
    remarks: tuple[RemarkItem, ...] = ()
    reader: str = ""
    """Who reads along, where that is known; otherwise the name is typed."""
    decider: str = ""


def decision_page(case: OpenCase, texts: WindowTexts, last_day: str) -> DecisionPage:
    """The page as the dossier stands now."""
    decision = case.decision
    flags = by_severity(case.assessment.flags)
    items = [flag_item(flag, texts, sealed=decision.is_sealed) for flag in flags]
    blocking = [item for item in items if item.open]
    waiting = [item for item in blocking if item.unanswered]
    return DecisionPage(
        state=texts.get(f"stand.{decision.state.value}"),
        state_kind=decision.state.value,
        facts=head_facts(case, texts),
        versions=tuple(_versions(decision, texts)),
        flags_open=tuple(item for item in blocking if not item.unanswered),
        flags_done=tuple(item for item in items if not item.open),
        flags_summary=_flags_summary(case, texts, waits=bool(waiting)),
        steps_open=tuple(_open_step(case, item, texts) for item in waiting),
        steps_hint=_steps_hint(waiting, texts),
        considerations=tuple(
            _consideration(case, item, texts) for item in case.assessment.considerations
        ),
        reviews=tuple(_review(item, texts) for item in decision.reviews),
        verdicts=tuple(
            Choice(id=item.value, text=texts.get(f"oordeel.{item.value}")) for item in ReviewVerdict
        ),
        follow_up_kinds=tuple(
            Choice(id=kind, text=texts.get(f"opvolgsoort.{kind}")) for kind in FOLLOW_UP_KINDS
        ),
        follow_ups=tuple(_follow_up(item, texts) for item in decision.follow_ups),
        decision_date=show_date(decision.decision_date) if decision.decision_date else "",
        sending_date=show_date(decision.sending_date) if decision.sending_date else "",
        last_day=last_day,
        is_sealed=decision.is_sealed,
        is_announced=decision.state is DecisionState.BEKENDGEMAAKT,
        export_hint="" if decision.is_sealed else texts.get("besluit.uitvoer_concept"),
        remarks=remarks_of_case(case, texts),
        reader=_reader(case),
        decider=case.desk.user.name,
    )


def _reader(case: OpenCase) -> str:
    staff = case.desk.decisions.staff
    return staff.user.name if staff.has_accounts and staff.has_own_account else ""


def head_facts(case: OpenCase, texts: WindowTexts) -> tuple[tuple[str, str], ...]:
    """The head of the decision in words."""
    decision = case.decision
    person = next((item for item in case.case.persons if item.id == decision.person), None)
    day = show_date(decision.decision_date) if decision.decision_date else ""
    rows = (
        ("besluit.soort", case.type.title),
        (
            "besluit.inwoner",
            person.label or texts.get(f"rol.{person.role.value}") if person else "",
        ),
        ("besluit.gewicht", texts.get(f"gewicht.{decision.weight.value}")),
        ("besluit.datum", day or texts.get("algemeen.onbekend")),
        ("besluit.uitkomst", _outcome(case) or texts.get("besluit.geen_uitkomst")),
        ("besluit.bedrag", _amount(case)),
    )
    return tuple((texts.get(key), value) for key, value in rows if value)


def _outcome(case: OpenCase) -> str:
    answer = case.answers.get(QuestionId("conclusie.uitkomst"))
    chosen = answer.value if answer else None
    return next((item.title for item in case.type.outcomes if item.id == chosen), "")


def _amount(case: OpenCase) -> str:
    """The amount the caseworker filled in; asked only where the outcome sets one."""
    asked = {question.id for question in case.questions(13)}
    answer = case.answers.get(QuestionId("conclusie.bedrag"))
    if answer is None or answer.question not in asked:
        return ""
    return case.shown(answer)


def _versions(decision: DecisionFile, texts: WindowTexts) -> list[str]:
    found = []
    for item in decision.versions:
        if item.announced_on is not None:
            found.append(texts.get("besluit.bekend", dag=show_date(item.announced_on)))
            continue
        found.append(
            texts.get(
                "besluit.versie",
                nummer=str(item.number),
                dag=f"{item.adopted_at.astimezone():%d-%m-%Y}",
                wie=item.adopted_by,
                mandaat=item.mandaat,
            )
        )
    return found


def place_of(key: str) -> tuple[int, str]:
    """The step and the question to which a line of an open step leads."""
    step, _, question = key.partition(_SEPARATOR)
    return int(step), question


def _flags_summary(case: OpenCase, texts: WindowTexts, *, waits: bool) -> str:
    """How many flags hold the adoption; questions that are open are counted by step, not as flags.

    Where nothing is open, that the report will say that there is no evidence: nobody is led past it.
    """
    flags = (flag_item(flag, texts) for flag in case.assessment.blocking(Moment.VASTSTELLEN))
    blocking = sum(1 for item in flags if not item.unanswered)
    if not blocking and waits:
        return ""
    if case.decision.is_sealed and not blocking:
        return texts.get("besluit.vlaggen_vastgesteld")
    if not blocking and not case.case.evidence:
        return texts.get("besluit.vlaggen_klaar_zonder_bewijs")
    keys = {0: "besluit.vlaggen_klaar", 1: "besluit.vlaggen_open_een"}
    return texts.get(keys.get(blocking, "besluit.vlaggen_open"), aantal=str(blocking))


def _open_step(case: OpenCase, flag: FlagItem, texts: WindowTexts) -> LineItem:
    missing = next(item.missing for item in case.assessment.steps if item.step == flag.step)
    title = f"{flag.step}. {case.desk.questionnaire.step(flag.step).title}"
    return LineItem(
        key=f"{flag.step}{_SEPARATOR}{missing[0]}",
        lead=texts.get("besluit.stap_open", aantal=str(len(missing))),
        text=title,
        spoken=flag.text,
    )


def _steps_hint(waiting: list[FlagItem], texts: WindowTexts) -> str:
    if not waiting:
        return ""
    return texts.get("besluit.stappen_open_uitleg", grondslag=waiting[0].basis)


def _consideration(case: OpenCase, item: Consideration, texts: WindowTexts) -> ConsiderationItem:
    own = case.decision.answers.get(QuestionId(f"{OWN_TEXT_PREFIX}{item.id}"))
    findings = {finding.id: finding.basis.dutch() for finding in case.assessment.findings}
    cited = dict.fromkeys(findings[name] for name in item.findings if name in findings)
    questions = [case.desk.questionnaire.question(name).text for name in item.answers[:3]]
    what = "; ".join((*cited, *questions))
    return ConsiderationItem(
        id=item.id,
        step=item.step,
        draft=item.text,
        leans_on=texts.get("besluit.steunt_op", wat=what) if what else "",
        own_text=own.value if own and isinstance(own.value, str) else "",
    )


def _follow_up(item: FollowUp, texts: WindowTexts) -> str:
    return texts.get(
        "besluit.opvolging_regel",
        dag=show_date(item.on),
        soort=texts.get_or(f"opvolgsoort.{item.kind}", item.kind),
        tekst=item.text,
    )


def _review(item: Review, texts: WindowTexts) -> tuple[str, str]:
    line = texts.get(
        "besluit.lezer_regel",
        lezer=item.reader,
        oordeel=texts.get(f"oordeel.{item.verdict.value}"),
        dag=f"{item.at.astimezone():%d-%m-%Y}",
    )
    return line, item.text
