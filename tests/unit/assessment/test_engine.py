"""The engine on a small plugin: provenance, isolation, flags, completeness, criteria."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.result import Assessment, StepState
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, AnswerValue
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import CaseWeight, DecisionFile, Review, ReviewVerdict
from hardship_desk.domain.flag import FlagResponse, FlagStatus, Moment
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    FindingId,
    FlagId,
    Gemeentecode,
    QuestionId,
)
from hardship_desk.domain.weighing import WeighedFinding, Weight
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.loader import load_questionnaire
from tests.unit.assessment.plugin_folders import FLAG, PARAMETER, write_plugin

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
BOETE = DecisionTypeId("boete")
D = DecisionId("boete-1")
RULES = """
from hardship_desk.plugin_api import (
    Certainty, Consideration, Direction, Finding, FindingId, LegalBasis, LineId, Source)

def finding(name, direction=Direction.PLEADS_FOR, **more):
    return Finding(id=FindingId(name), step=6, text="Iets.", direction=direction,
        basis=LegalBasis(law="Awb", article="3:4"), source=Source(title="Tekst"),
        certainty=Certainty.VERIFIED, **more)

class Rules:
    @hookimpl
    def hardship_findings(self, context, computations):
        return {findings}

    @hookimpl
    def hardship_considerations(self, context, findings):
        return {considerations}

def create(texts):
    return Rules()
"""
ONE = '(finding("proef.een"),)'
CITING = '(Consideration(id="o", step=6, text="Tekst.", findings=(FindingId("proef.een"),)),)'


def engine(folder: Path, findings: str = ONE, considerations: str = "()") -> RuleEngine:
    rules = RULES.replace("{findings}", findings).replace("{considerations}", considerations)
    write_plugin(folder, "landelijk", rules=rules, parameters=PARAMETER)
    write_plugin(folder, "proefdorp", codes='["GM0363"]', flags=FLAG)
    plugins = load_plugins(folder)
    assert plugins.problems == ()
    questionnaire = load_questionnaire(RESOURCES / "questionnaires", plugins.parts)
    return RuleEngine(questionnaire, plugins, Texts.load_folder(RESOURCES / "texts"))


def case(
    answers: dict[str, AnswerValue] | None = None,
    code: str = "GM0363",
    weight: CaseWeight = CaseWeight.GEWOON,
    **more: object,
) -> Case:
    given = tuple(Answer(question=QuestionId(k), value=v) for k, v in (answers or {}).items())
    decision = DecisionFile(
        id=D, type=BOETE, weight=weight, decision_date=date(2026, 6, 1), answers=AnswerSet.of(given)
    )
    return Case(
        id=CaseId("z"),
        number=CaseNumber("Z-1"),
        gemeentecode=Gemeentecode(code),
        decisions=(replace(decision, **more),),  # type: ignore[arg-type]  # named by the tests
    )


def assess(engine: RuleEngine, case: Case) -> Assessment:
    return engine.assess(case, D, ParameterTable())


def flag_ids(found: Assessment) -> set[str]:
    return {str(flag.id) for flag in found.flags}


def test_that_a_finding_carries_who_said_it(tmp_path: Path) -> None:
    [finding] = assess(engine(tmp_path), case()).findings
    assert finding.provenance is not None
    assert (finding.provenance.plugin, finding.provenance.version) == ("landelijk", "1.0.0")
    assert len(finding.provenance.sha256) == 64


def test_that_the_same_case_gives_the_same_result(tmp_path: Path) -> None:
    rules, dossier = engine(tmp_path), case({"regel.kenbaar": True})
    assert assess(rules, dossier) == assess(rules, dossier)


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        ("1/0", "regels_uitgevallen"),
        ('("tekst",)', "regels_uitgevallen"),
        ('(finding("a"), finding("a"))', "bevinding_onjuist"),
        ('(finding("a", lines=(LineId("weg"),)),)', "bevinding_onjuist"),
    ],
)
def test_that_a_failing_plugin_stops_adoption_and_nothing_else(
    tmp_path: Path, findings: str, code: str
) -> None:
    found = assess(engine(tmp_path, findings), case())
    assert [problem.code for problem in found.problems] == [code]
    assert "s13.plugin_uitgevallen" in {f.id for f in found.blocking(Moment.VASTSTELLEN)}
    assert len(found.steps) == 16


def test_that_a_consideration_cites_a_finding_that_is_there(tmp_path: Path) -> None:
    good = assess(engine(tmp_path / "a", ONE, CITING), case())
    assert [item.id for item in good.considerations] == ["o"]
    bad = assess(engine(tmp_path / "b", "()", CITING), case())
    assert bad.considerations == ()
    assert [item.code for item in bad.problems] == ["overweging_zonder_bevinding"]


def test_that_a_local_flag_stays_in_its_municipality(tmp_path: Path) -> None:
    rules = engine(tmp_path)
    assert "s02.proef" in flag_ids(assess(rules, case({"regel.kenbaar": True})))
    elsewhere = assess(rules, case({"regel.kenbaar": True}, code="GM0014"))
    assert "s02.proef" not in flag_ids(elsewhere)


def test_that_each_open_step_blocks_its_moment(tmp_path: Path) -> None:
    found = assess(engine(tmp_path), case())
    moments = {flag.id: flag.moment for flag in found.flags if "stap_onvolledig" in flag.id}
    assert len(moments) == 16
    assert moments[FlagId("s15.stap_onvolledig")] is Moment.BEKENDMAKEN
    assert moments[FlagId("s16.stap_onvolledig")] is Moment.OPVOLGEN


def test_that_a_step_goes_from_empty_to_busy_to_complete(tmp_path: Path) -> None:
    rules = engine(tmp_path)
    assert assess(rules, case()).progress(12).state is StepState.LEEG
    busy = assess(rules, case({"botsend.gezocht_bij": "UWV"}))
    assert busy.progress(8).state is StepState.BEZIG
    done = assess(rules, case({"botsend.gezocht_bij": "UWV", "botsend.gevonden": False}))
    assert done.progress(8).state is StepState.COMPLEET
    assert done.progress(8).missing == ()
    with pytest.raises(KeyError):
        assess(rules, case(weight=CaseWeight.KORT)).progress(8)


def test_that_to_investigate_leaves_a_step_open_and_unknown_does_not(tmp_path: Path) -> None:
    rules = engine(tmp_path)
    question, dossier = QuestionId("botsend.gezocht_bij"), case()
    open_one = Answer(question=question, state=AnswerState.TO_INVESTIGATE, actor="UWV")
    unknown = Answer(question=question, state=AnswerState.UNKNOWN)
    waiting, settled = (
        assess(rules, dossier.with_decision(dossier.decision(D).with_answer(answer)))
        for answer in (open_one, unknown)
    )
    assert question in waiting.progress(8).missing
    assert question not in settled.progress(8).missing


def test_that_a_finding_that_pleads_must_be_weighed(tmp_path: Path) -> None:
    rules = engine(tmp_path)
    assert "s13.bevinding_niet_gewogen" in flag_ids(assess(rules, case()))
    weighed = WeighedFinding(
        finding=FindingId("proef.een"), weight=Weight.ZWAAR, reason="Telt zwaar."
    )
    assert "s13.bevinding_niet_gewogen" not in flag_ids(assess(rules, case(weighing=(weighed,))))
    assert "s13.bevinding_niet_gewogen" not in flag_ids(assess(rules, case(weight=CaseWeight.KORT)))


def test_that_a_soft_block_takes_two_people(tmp_path: Path) -> None:
    rules = engine(tmp_path)

    def status(text: str, reader: str) -> FlagStatus:
        response = FlagResponse(
            flag=FlagId("s13.bevinding_niet_gewogen"), text=text, second_reader=reader
        )
        found = assess(rules, case(flag_responses=(response,)))
        return next(f.status for f in found.flags if f.id == response.flag)

    assert status("Reden.", "") is FlagStatus.OPEN
    assert status(" ", "Tweede lezer") is FlagStatus.OPEN
    assert status("Reden.", "Tweede lezer") is FlagStatus.GEPASSEERD


def test_that_all_nineteen_criteria_say_where(tmp_path: Path) -> None:
    rules = engine(tmp_path)
    for dossier in (case(), case(weight=CaseWeight.KORT), case({"regel.kenbaar": True})):
        criteria = assess(rules, dossier).criteria
        assert len(criteria) == 19
        assert all(item.where.strip() for item in criteria)
    short = assess(rules, case(weight=CaseWeight.KORT)).criteria
    assert any("op deze route" in item.where for item in short)


def test_that_the_short_route_does_not_claim_what_it_did_not_ask(tmp_path: Path) -> None:
    rules = engine(tmp_path)

    def where(weight: CaseWeight) -> str:
        found = assess(rules, case({"evenredigheid.slotsom": "deels"}, weight=weight)).criteria
        return next(item.where for item in found if item.id == "W1b")

    assert where(CaseWeight.GEWOON).startswith("Behandeld in stap 11")
    assert where(CaseWeight.KORT).startswith("De kernvragen van stap 11")


def test_that_no_outcome_is_chosen_for_the_caseworker(tmp_path: Path) -> None:
    found = assess(engine(tmp_path), case())
    assert found.total is None
    assert found.letter_blocks == ()


def test_that_what_nobody_filled_in_is_listed(tmp_path: Path) -> None:
    unknown = PARAMETER.replace("value = 150", 'value = "onbekend"').replace("verified", "onbekend")
    write_plugin(tmp_path, "proefdorp", codes='["GM0363"]', parameters=unknown)
    plugins = load_plugins(tmp_path)
    questionnaire = load_questionnaire(RESOURCES / "questionnaires", plugins.parts)
    rules = RuleEngine(questionnaire, plugins, Texts.load_folder(RESOURCES / "texts"))
    assert [p.name for p in assess(rules, case()).unknown_parameters] == ["proef.grens"]
    assert rules.municipalities_with_rules() == {Gemeentecode("GM0363")}


def test_that_a_second_reader_who_was_asked_for_has_to_read(tmp_path: Path) -> None:
    asked = case({"toets.nodig": True})
    rules = engine(tmp_path)
    assert "s14.tweede_lezer_ontbreekt" in flag_ids(assess(rules, asked))
    review = Review(
        reader="A. Ander (verzonnen)",
        verdict=ReviewVerdict.AKKOORD,
        text="Gelezen.",
        at=datetime(2026, 6, 1, tzinfo=UTC),
    )
    read = asked.with_decision(replace(asked.decision(D), reviews=(review,)))
    for other in (read, case({"toets.nodig": False}), case()):
        assert "s14.tweede_lezer_ontbreekt" not in flag_ids(assess(rules, other))
