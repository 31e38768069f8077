"""Beginning from earlier work: what the form and the list of changes show."""

from __future__ import annotations

from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionId, QuestionId
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.new_case import KnownCase, NewCaseForm
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date


def known_from(case: OpenCase, texts: WindowTexts) -> KnownCase:
    """The form for a new dossier that takes over the facts of this one."""
    number, copying = case.case.number, case.desk.copying
    person = next((item for item in case.case.persons if item.id == case.decision.person), None)

    def keep(made: Case) -> bool:
        copying.copy_facts(case.case_id, made, texts.get("overnemen.herkomst", zaak=number))
        return True

    form = NewCaseForm(
        number="",
        municipality=case.case.gemeentecode,
        title="",
        type=case.decision.type,
        weight="",
        weight_reason="",
        person=person.label if person else "",
        conduct_from="",
        conduct_to="",
        decision_date="",
    )
    return KnownCase(
        form=form,
        keep=keep,
        said=texts.get("overnemen.klaar", zaak=number),
        before=texts.get("overnemen.vooraf", zaak=number),
    )


def possible_changes(case: OpenCase) -> tuple[Choice, ...]:
    """Every answer of the decision that may have changed, with how it was."""
    found = []
    for question in case.desk.copying.what_may_change(case.case, case.decision_id):
        answer = case.decision.answers.get(question.id)
        was = case.shown(answer) if answer is not None else ""
        found.append(Choice(id=question.id, text=f"{question.step}. {question.text}\n{was}"))
    return tuple(found)


def first_open(case: OpenCase) -> tuple[int, str]:
    """The step and the question that is asked first; step 0 where nothing is."""
    waiting = (item for item in case.assessment.steps if item.missing)
    return next(((item.step, item.missing[0]) for item in waiting), (0, ""))


def look_again(case: OpenCase, changed: tuple[str, ...], texts: WindowTexts) -> DecisionId:
    """Make the decision that looks at this one again."""
    day = case.decision.decision_date
    origin = texts.get(
        "overnemen.heroverweging.herkomst",
        dag=show_date(day) if day else texts.get("algemeen.onbekend"),
    )
    names = frozenset(QuestionId(name) for name in changed)
    return case.desk.copying.look_again(case.case_id, case.decision_id, names, origin)
