"""What the research asks of every assessment, checked on what is shipped (docs/requirements.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.config.paths import plugins_folder
from hardship_desk.core_setup import Core, build_core
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, QuestionId
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.model import AnswerType, DecisionType, Question
from hardship_desk.questionnaire.route import asked


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


def full_types(core: Core) -> list[DecisionType]:
    return [kind for kind in core.questionnaire.types if "volledig" in kind.traits]


def on_route(core: Core, kind: DecisionType, weight: CaseWeight = CaseWeight.GEWOON) -> set[str]:
    return {str(item.id) for item in asked(core.questionnaire, kind.id, weight, AnswerSet())}


def asked_of_all(core: Core, *names: str) -> None:
    """The fullest route of every type that is assessed here asks these, where it has their step."""
    for kind in full_types(core):
        asking = on_route(core, kind, CaseWeight.ZWAAR)
        assert asking.issuperset(names), (kind.id, sorted(set(names) - asking))


def question(core: Core, name: str) -> Question:
    return core.questionnaire.question(QuestionId(name))


def options(core: Core, name: str) -> set[str]:
    return {option.id for option in question(core, name).options}


def questions(core: Core) -> Iterable[Question]:
    return (item for step in core.questionnaire.steps for item in step.questions)


def type_asks(core: Core, kind: str, part: str) -> bool:
    """Whether the type asks a question with this in its id, on some route."""
    return any(
        re.search(part, item.id) and DecisionTypeId(kind) in item.types for item in questions(core)
    )


def flags_about(core: Core, kind: str) -> set[str]:
    return {str(f.id) for f in core.questionnaire.flags if DecisionTypeId(kind) in f.types}


def test_that_the_kind_of_power_is_always_asked(core: Core) -> None:
    asked_of_all(core, "regel.bevoegdheid")


def test_that_each_kind_of_power_is_explained(core: Core) -> None:
    assert all(option.help for option in question(core, "regel.bevoegdheid").options)


def test_that_a_new_decision_holds_no_judgement(core: Core) -> None:
    for kind in core.questionnaire.types:
        assert len(DecisionFile(id=DecisionId("x"), type=kind.id).answers) == 0


def test_that_fraude_is_no_field(core: Core) -> None:
    assert not [item.id for item in questions(core) if "fraud" in f"{item.id} {item.text}".lower()]


def test_that_knowing_being_able_and_wanting_are_three_questions(core: Core) -> None:
    asking = [kind for kind in full_types(core) if 5 in kind.route(CaseWeight.GEWOON).steps]
    assert asking
    for kind in asking:
        assert on_route(core, kind) >= {f"doenvermogen.{n}" for n in ("kennen", "kunnen", "willen")}


def test_that_proportionality_has_three_parts_and_a_conclusion(core: Core) -> None:
    parts = ("geschikt", "noodzakelijk", "evenwichtig", "slotsom")
    asked_of_all(core, *(f"evenredigheid.{part}" for part in parts))
    asked_of_all(core, "regel.doel")


def test_that_each_part_of_proportionality_names_the_steps_it_rests_on(core: Core) -> None:
    for part in ("geschikt", "noodzakelijk", "evenwichtig"):
        asked_of_all(core, f"evenredigheid.{part}_steunt_op")
        cited = core.questionnaire.question(QuestionId(f"evenredigheid.{part}_steunt_op"))
        named = " ".join(option.text for option in cited.options)
        assert [step for step in range(4, 11) if f"stap {step})" in named] == list(range(4, 11))
        assert not cited.required


def test_that_fair_procedure_is_asked_in_four_questions(core: Core) -> None:
    names = {str(item.id) for item in core.questionnaire.step(14).questions}
    assert names >= {f"toets.{n}" for n in ("gehoord", "onpartijdig", "respect", "begrijpelijk")}


def test_that_clashing_rules_are_asked_in_every_full_assessment(core: Core) -> None:
    asked_of_all(core, "botsend.gezocht_bij", "botsend.gevonden")


def test_that_the_conflicts_of_the_study_are_in_the_catalogue(core: Core) -> None:
    told = " ".join(f"{item.title} {item.clash}".lower() for item in core.engine.conflicts())
    for part in ("kostendeler", "inburger", "kind"):
        assert part in told


def test_that_the_purpose_is_asked_in_own_words(core: Core) -> None:
    assert question(core, "regel.doel").type is AnswerType.LONG_TEXT
    asked_of_all(core, "regel.doel")


def test_that_a_milder_means_is_always_asked(core: Core) -> None:
    asked_of_all(core, "alternatieven.milder", "alternatieven.opties")


def test_that_costs_and_gains_are_asked(core: Core) -> None:
    asked_of_all(core, "alternatieven.kosten_baten")


def test_that_the_resident_is_heard_before_anything_is_weighed(core: Core) -> None:
    assert question(core, "horen.zienswijze").step < question(core, "belangen.rooster").step
    assert question(core, "intake.gewenst_effect").step == 1


def test_that_options_are_of_five_kinds(core: Core) -> None:
    [kinds] = [c for c in question(core, "alternatieven.opties").columns if c.id == "soort"]
    found = {option.id for option in kinds.options}
    assert found == {"volledig", "deels", "niet", "procedureel", "individueel"}


def test_that_the_intensity_of_the_test_is_asked(core: Core) -> None:
    asked_of_all(core, "evenredigheid.intensiteit")
    assert options(core, "evenredigheid.intensiteit") >= {"kernrecht", "groot_belang", "kwetsbaar"}


def test_that_equal_cases_are_asked_in_every_full_assessment(core: Core) -> None:
    asked_of_all(core, "gelijk.gezocht", "gelijk.zelfde_uitkomst")


def test_that_the_scheltema_test_is_labelled_a_proposal(core: Core) -> None:
    told = question(core, "evenredigheid.denkhulp")
    assert not told.required
    assert "voorstel" in told.help.lower()
    assert "geen geldend recht" in told.help.lower()


def test_that_nothing_about_a_person_is_a_number(core: Core) -> None:
    scores = [
        item.id
        for item in questions(core)
        if item.id.startswith(("omstandigheden.", "doenvermogen.", "verwijtbaarheid."))
        and item.type is AnswerType.NUMBER
    ]
    assert scores == []


def test_that_areas_of_life_cover_the_study(core: Core) -> None:
    assert options(core, "omstandigheden.gebieden") >= {"schulden", "levensgebeurtenis", "wonen"}
    assert options(core, "doenvermogen.factoren") >= {"acute_stress", "schaarste", "zelfcontrole"}


def test_that_what_goes_well_is_asked(core: Core) -> None:
    asked_of_all(core, "omstandigheden.wat_goed_gaat")


def test_that_the_hardship_clauses_are_in_the_catalogue(core: Core) -> None:
    names = " ".join(item.id for item in core.engine.provisions())
    for part in ("pw-16-1", "pw-18-1-", "pw-18-9", "pw-18-10", "pw-18-11", "pw-18a-4", "pw-18a-7"):
        assert part in names
    for part in ("pw-18a-13", "pw-35", "pw-58-7", "pw-58-8", "awb-4-84", "awb-4-94a"):
        assert part in names


def test_that_the_duties_are_in_the_catalogue(core: Core) -> None:
    names = " ".join(item.id for item in core.engine.provisions())
    for part in ("pw-17-", "pw-9-", "pw-18b-taaleis", "pw-55-57"):
        assert part in names
    question = core.questionnaire.question(QuestionId("afstemming.plichten"))
    groups = {option.id for option in question.options}
    assert {"arbeid", "taaleis", "tegenprestatie", "inlichtingen"} <= groups


def test_that_afstemming_asks_circumstances_possibilities_and_means(core: Core) -> None:
    for part in ("omstandigheden", "mogelijkheden", "middelen"):
        assert type_asks(core, "afstemming", part)


def test_that_a_duty_can_wait_for_other_areas_of_life(core: Core) -> None:
    assert type_asks(core, "ontheffing", "uitstel|volgorde|eerst")


def test_that_the_last_contact_is_asked(core: Core) -> None:
    asked_of_all(core, "horen.laatste_contact")


def test_that_a_waiting_period_for_27_and_older_is_flagged(core: Core) -> None:
    assert any("27" in name for name in flags_about(core, "zoektermijn_jongeren"))


def test_that_an_exemption_asks_for_a_formal_decision(core: Core) -> None:
    assert any("besluit" in name for name in flags_about(core, "ontheffing"))


def test_that_what_the_resident_wants_is_asked(core: Core) -> None:
    asked_of_all(core, "intake.gewenst_effect")


def test_that_facts_are_asked_before_blame(core: Core) -> None:
    order = [str(item.id) for item in core.questionnaire.step(6).questions]
    assert order.index("verwijtbaarheid.feiten") < order.index("verwijtbaarheid.graad")


def test_that_explaining_is_asked(core: Core) -> None:
    names = {str(item.id) for item in core.questionnaire.step(5).questions}
    assert "doenvermogen.uitleg" in names


def test_that_urgent_reasons_of_recovery_ask_causes_consequences_and_own_share(core: Core) -> None:
    for part in ("oorza", "gevolg"):
        assert type_asks(core, "terugvordering", part)
    kind = core.questionnaire.decision_type(DecisionTypeId("terugvordering"))
    assert "eigen_aandeel" in kind.traits


def test_that_irreversible_effects_are_always_asked(core: Core) -> None:
    asked_of_all(core, "belangen.onomkeerbaar_gevolg")


def test_that_a_decision_can_begin_as_an_intention(core: Core) -> None:
    assert "voornemen" in options(core, "intake.fase")


def test_that_feedback_is_asked_afterwards(core: Core) -> None:
    names = {str(item.id) for item in core.questionnaire.step(16).questions}
    assert names >= {"opvolging.terugkoppeling", "opvolging.signaal"}


@pytest.mark.parametrize(
    ("grade", "percentage"),
    [
        ("opzet", 100),
        ("grove_schuld", 75),
        ("normale_verwijtbaarheid", 50),
        ("verminderde_verwijtbaarheid", 25),
    ],
)
def test_that_a_fine_is_a_part_by_grade(core: Core, grade: str, percentage: int) -> None:
    [national] = [plugin for plugin in load_plugins(plugins_folder()).plugins if plugin.rules]
    table = ParameterTable(national.parameters)
    found = table.lookup(f"boete.percentage.{grade}", date(2026, 1, 1))
    assert found is not None
    assert found.value == Fraction(percentage, 100)
