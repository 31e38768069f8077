"""What the Kompas says of one question: the rule behind it, since when, from where, and what it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hardship_desk.domain.ids import FlagId, QuestionId
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.reference_days import ReferenceDays
from hardship_desk.presenters.reference_words import shown_validity, sureness
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.conditions import questions_in

_AMOUNT = QuestionId("conclusie.bedrag")
_NO_BREAK = "\u00a0"
FLAG, FINDING = "v", "b"
"""What the cards of the Kompas are called by, before the id of flag or finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRule:
    """The rule of a question in the version that counts; without a gist it is a name only.

    `touched` names the cards of flags and findings that lean on the answer.
    """

    question: str
    name: str
    article: str
    gist: str = ""
    holds: str = ""
    source: str = ""
    touched: tuple[Choice, ...] = ()
    touches: str = ""
    """How many they are, in words."""
    computed: str = ""
    """What the calculations come to, where the amount of the decision is asked."""


def question_rule(case: OpenCase, name: str, texts: WindowTexts) -> QuestionRule | None:
    """The rule of a question that is asked now; None where it is not."""
    asked = (item for step in case.route.steps for item in case.questions(step))
    question = next((item for item in asked if item.id == name), None)
    if question is None:
        return None
    flags, findings = tuple(_flags(case, question.id)), tuple(_findings(case, question.id))
    entry = case.desk.reference.provision_for(question.basis, _days(case).day_of)
    found = QuestionRule(
        question=question.text,
        name=question.basis,
        article=article(question.basis),
        touched=(*flags, *findings),
        touches=_counted(len(flags), len(findings), texts),
        computed=_computed(case) if question.id == _AMOUNT else "",
    )
    if entry is None or not isinstance(entry.item, Provision):
        return found
    return _with_words(found, entry.item, case, texts)


def _with_words(
    found: QuestionRule, item: Provision, case: OpenCase, texts: WindowTexts
) -> QuestionRule:
    day = _days(case).day_of(item)
    holds = (
        item.basis.dutch(),
        texts.get("naslag.regel.periode", periode=shown_validity(item, texts)),
        sureness(item, item.certainty_on(day), texts),
    )
    return replace(
        found,
        gist=item.gist,
        holds=" · ".join(holds),
        source=texts.get("naslag.regel.bron", bron=item.source.title),
    )


def _computed(case: OpenCase) -> str:
    """Each calculation with its amount, on a line of its own."""
    return "\n".join(
        f"{item.title}: {item.total.dutch().replace(' ', _NO_BREAK)}"
        for item in case.assessment.computations
        if item.total
    )


def _counted(flags: int, findings: int, texts: WindowTexts) -> str:
    """On which cards the answer counts, as "1 vlag en 2 bevindingen"; empty where on none."""
    counts = (("vlag", flags), ("bevinding", findings))
    said = [
        texts.get(f"kompas.raakt_{name}{'_een' if count == 1 else ''}", aantal=str(count))
        for name, count in counts
        if count
    ]
    return texts.get("kompas.raakt", wat=texts.get("kompas.raakt_en").join(said)) if said else ""


def _days(case: OpenCase) -> ReferenceDays:
    return ReferenceDays(today=case.desk.clock.today(), dates=case.assessment.context.dates)


def _flags(case: OpenCase, question: QuestionId) -> Iterator[Choice]:
    """The flags that fired on this answer, or on a finding that leans on it."""
    leaning = {item.id for item in case.assessment.findings if question in item.cites}
    fired_on: dict[FlagId, bool] = {}
    for definition in case.desk.questionnaire.flags:
        by_answer = definition.when is not None and question in questions_in(definition.when)
        fired_on[definition.id] = by_answer or definition.finding in leaning
    for flag in case.assessment.flags:
        if fired_on.get(flag.id):
            yield Choice(id=f"{FLAG}:{flag.id}", text=flag.text)


def _findings(case: OpenCase, question: QuestionId) -> Iterator[Choice]:
    for item in case.assessment.findings:
        if question in item.cites:
            yield Choice(id=f"{FINDING}:{item.id}", text=item.text)
