"""What is noticed about gates, procedure and blame: just inside, just outside, and unknown."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.plugin_api import CaseWeight, Certainty, Direction, Money, Period, Verification
from plugins.landelijk.rules.boete.findings_blame import covers
from tests.unit.plugins.builders import CONDUCT, DECIDED, Answers, context, found, proof, written

FINE: Answers = {"conclusie.uitkomst": "boete"}
WARNING: Answers = {"conclusie.uitkomst": "waarschuwing"}
SMALL: Answers = {"benadeling.bedrag": Money(15000)}
SMALL_FINE: Answers = {"benadeling.bedrag": Money(34000)}
AGAIN: Answers = {
    "recidive.eerdere_sanctie": True,
    "recidive.zelfde_gedraging": True,
    "recidive.onherroepelijk": True,
    "recidive.opgelegd_op": date(2020, 1, 1),
}
WARNED: Answers = {"waarschuwing.eerder": True, "waarschuwing.eerder_datum": date(2021, 6, 1)}


@pytest.mark.parametrize(
    ("answers", "name", "step", "direction"),
    [
        ({}, "schending", 2, Direction.NEUTRAL),
        ({"regel.kenbaar": False}, "geen_schending", 2, Direction.PLEADS_FOR),
        ({"poort.beletsel": ("overleden",)}, "beletsel", 2, Direction.NEUTRAL),
        (
            {"poort.beletsel": ("strafrecht",), "poort.voorgelegd_op": date(2022, 6, 1)},
            "wachttijd_voorbij",
            2,
            Direction.NEUTRAL,
        ),
        (
            {"verwijtbaarheid.graad": "geen_verwijtbaarheid"},
            "geen_verwijt",
            6,
            Direction.PLEADS_FOR,
        ),
        ({}, "graad_normale_verwijtbaarheid", 6, Direction.NEUTRAL),
        (AGAIN, "recidive", 6, Direction.PLEADS_AGAINST),
        ({"verwijtbaarheid.aandeel_gemeente": True}, "aandeel_gemeente", 6, Direction.PLEADS_FOR),
        ({"doenvermogen.kennen": "nee"}, "doenvermogen_spanning", 6, Direction.NEEDS_JUDGEMENT),
        ({"doenvermogen.kunnen": "nee"}, "doenvermogen_spanning", 6, Direction.NEEDS_JUDGEMENT),
        ({"doenvermogen.beperkt": True}, "doenvermogen_spanning", 6, Direction.NEEDS_JUDGEMENT),
        (SMALL, "waarschuwing_mogelijk", 6, Direction.PLEADS_FOR),
        ({}, "waarschuwing_geen_grond", 6, Direction.NEUTRAL),
        (WARNED, "waarschuwing_uitgesloten", 6, Direction.NEUTRAL),
        ({"benadeling.bedrag": None}, "waarschuwing_onbekend", 6, Direction.NEUTRAL),
        ({"horen.zienswijze_gegeven": "ja"}, "zienswijze_ja", 3, Direction.NEUTRAL),
    ],
)
def test_that_a_fact_is_noticed_in_its_step_with_its_direction(
    answers: Answers, name: str, step: int, direction: Direction
) -> None:
    finding = found(context(answers))[name]
    assert (finding.step, finding.direction) == (step, direction)
    assert finding.basis.law or finding.basis.ecli


@pytest.mark.parametrize(
    ("answers", "absent"),
    [
        ({"regel.kenbaar": None}, {"schending", "geen_schending"}),
        ({"poort.beletsel": None}, {"beletsel", "wachttijd_voorbij"}),
        ({"verwijtbaarheid.graad": None}, {"geen_verwijt", "graad_normale_verwijtbaarheid"}),
        ({**AGAIN, "recidive.onherroepelijk": None}, {"recidive"}),
        ({"verwijtbaarheid.aandeel_gemeente": None}, {"aandeel_gemeente"}),
        ({"doenvermogen.kennen": "deels"}, {"doenvermogen_spanning"}),
        (
            {
                "doenvermogen.kennen": "nee",
                "verwijtbaarheid.graad": "verminderde_verwijtbaarheid",
            },
            {"doenvermogen_spanning"},
        ),
        ({"doenvermogen.kennen": "nee", "verwijtbaarheid.graad": None}, {"doenvermogen_spanning"}),
        ({"horen.zienswijze_gegeven": None}, {"zienswijze_ontbreekt", "zienswijze_verplicht"}),
    ],
)
def test_that_what_is_unknown_is_not_noticed(answers: Answers, absent: set[str]) -> None:
    assert not absent & set(found(context(answers)))


@pytest.mark.parametrize(
    ("conduct", "decided", "names"),
    [
        (Period(date(2018, 1, 1), date(2018, 3, 1)), DECIDED, set()),
        (Period(date(2018, 1, 1), date(2018, 2, 28)), DECIDED, {"vervallen"}),
        (Period(date(2012, 6, 1), date(2012, 12, 31)), date(2013, 3, 1), {"geen_regels"}),
        (Period(date(2012, 6, 1), date(2013, 1, 1)), date(2013, 3, 1), {"deel_zonder_regels"}),
        (Period(date(2013, 1, 1), date(2013, 1, 2)), date(2013, 3, 1), set()),
        (None, DECIDED, set()),
    ],
)
def test_that_the_days_of_the_conduct_decide_on_rules_and_lapse(
    conduct: Period | None, decided: date, names: set[str]
) -> None:
    noticed = set(found(context(conduct=conduct, decided=decided)))
    assert noticed & {"vervallen", "geen_regels", "deel_zonder_regels"} == names


def test_that_a_text_that_was_not_read_is_named() -> None:
    conduct = Period(date(2015, 1, 1), date(2015, 2, 1))
    early = found(context(conduct=conduct, decided=date(2016, 1, 1)))
    text = early["tekst_niet_gelezen"].text
    assert "Boetebesluit" in text
    assert "Participatiewet" in text
    today = Period(date(2024, 1, 5), date(2024, 3, 1))
    assert "tekst_niet_gelezen" not in found(context(conduct=today, decided=date(2026, 3, 1)))


def test_that_a_finding_before_the_text_was_read_is_at_most_derived() -> None:
    early = context(conduct=Period(date(2022, 1, 1), date(2022, 12, 31)))
    late = context(conduct=Period(date(2022, 1, 1), date(2023, 1, 1)), decided=date(2023, 6, 1))
    assert found(early)["schending"].certainty is Certainty.DERIVED
    assert found(late)["schending"].certainty is Certainty.VERIFIED


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"regel.kenbaar": False}, {"boete_zonder_schending"}),
        ({"verwijtbaarheid.graad": "geen_verwijtbaarheid"}, {"boete_zonder_verwijt"}),
        ({"poort.beletsel": ("al_beboet",)}, {"boete_ondanks_beletsel"}),
        (
            {"poort.beletsel": ("strafrecht",), "poort.voorgelegd_op": date(2022, 6, 1)},
            {"boete_na_voorlegging"},
        ),
        ({}, set()),
    ],
)
def test_that_a_fine_behind_a_shut_gate_is_noticed(answers: Answers, names: set[str]) -> None:
    clashes = {name for name in found(context({**FINE, **answers})) if name.startswith("boete_")}
    assert clashes == names
    assert not any(name.startswith("boete_") for name in found(context(answers)))


def test_that_a_fine_after_the_term_is_noticed() -> None:
    case = context(FINE, conduct=Period(date(2018, 1, 1), date(2018, 2, 1)))
    assert "boete_na_vervaltermijn" in found(case)


@pytest.mark.parametrize(
    ("outcome", "ground"),
    [
        ("geen_boete_geen_schending", {"regel.zelf_bekend": True}),
        ("geen_boete_geen_verwijt", {"verwijtbaarheid.graad": "geen_verwijtbaarheid"}),
        ("buiten_bevoegdheid", {"poort.beletsel": ("overleden",)}),
    ],
)
def test_that_an_outcome_needs_its_ground(outcome: str, ground: Answers) -> None:
    chosen: Answers = {"conclusie.uitkomst": outcome}
    assert "uitkomst_zonder_grond" in found(context(chosen))
    assert "uitkomst_zonder_grond" not in found(context({**chosen, **ground}))


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (WARNED, "gewaarschuwd_uitgesloten"),
        ({}, "gewaarschuwd_geen_grond"),
        ({"benadeling.bedrag": None}, "gewaarschuwd_onbekend"),
        (SMALL, None),
    ],
)
def test_that_a_warning_that_is_not_open_is_noticed(answers: Answers, name: str | None) -> None:
    noticed = found(context({**WARNING, **answers}))
    clashes = {item for item in noticed if item.startswith("gewaarschuwd_")}
    assert clashes == ({name} if name else set())


def test_that_a_fine_where_a_warning_is_open_needs_a_word() -> None:
    case: Answers = {**FINE, **SMALL}
    assert "waarschuwing_niet_overwogen" in found(context(case))
    considered = {**case, "waarschuwing.overwogen": written()}
    assert "waarschuwing_niet_overwogen" not in found(context(considered))
    empty = {**case, "waarschuwing.overwogen": written(0)}
    assert "waarschuwing_niet_overwogen" in found(context(empty))


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({}, "zienswijze_verplicht"),
        ({"benadeling.bedrag": None}, "zienswijze_verplicht"),
        ({"horen.grond_niet_horen": "awb_4_11"}, "zienswijze_verplicht"),
        (SMALL_FINE, "zienswijze_ontbreekt"),
        ({**SMALL_FINE, "horen.grond_niet_horen": "awb_4_11"}, None),
        (WARNING, "zienswijze_ontbreekt"),
        ({**WARNING, "horen.grond_niet_horen": "awb_4_8"}, None),
        ({"conclusie.uitkomst": "afzien_dringende_redenen"}, None),
        ({"regel.kenbaar": False}, None),
        ({"horen.zienswijze_gegeven": "uitgenodigd_niet_gekomen"}, None),
    ],
)
def test_that_a_fine_needs_a_zienswijze_or_a_ground(answers: Answers, name: str | None) -> None:
    noticed = found(context({"horen.zienswijze_gegeven": "nee", **answers}))
    missing = {"zienswijze_verplicht", "zienswijze_ontbreekt"} & set(noticed)
    assert missing == ({name} if name else set())


@pytest.mark.parametrize(
    ("answers", "late"),
    [
        # Thirteen weeks before 1 March 2023 is 30 November 2022.
        ({"intake.rapport_datum": date(2022, 11, 30)}, False),
        ({"intake.rapport_datum": date(2022, 11, 29)}, True),
        ({"intake.rapport_datum": date(2022, 1, 1), "intake.fase": "bezwaar"}, False),
        ({}, False),
    ],
)
def test_that_a_decision_comes_within_thirteen_weeks_of_the_report(
    answers: Answers, late: bool
) -> None:
    assert ("termijn_5_51" in found(context(answers))) is late


HEAVY: Answers = {"verwijtbaarheid.graad": "opzet"}
HALF = Period(CONDUCT.start, date(2022, 3, 30))


@pytest.mark.parametrize("grade", ["opzet", "grove_schuld"])
def test_that_heavy_blame_needs_a_verified_record(grade: str) -> None:
    heavy: Answers = {"verwijtbaarheid.graad": grade}
    weak = proof(verification=Verification.ALLEEN_VERKLARING)
    assert "bewijs_ontbreekt" in found(context(heavy))
    assert "bewijs_ontbreekt" in found(context(heavy, evidence=(weak,)))
    assert "bewijs_ontbreekt" in found(context(heavy, evidence=(proof(incriminating=False),)))
    assert "bewijs_ontbreekt" not in found(context(heavy, evidence=(proof(),)))
    assert "bewijs_ontbreekt" not in found(context())


@pytest.mark.parametrize(
    ("answers", "covered", "open_days"),
    [
        (HEAVY, CONDUCT, False),
        (HEAVY, HALF, True),
        (HEAVY, None, True),
        ({}, HALF, True),
        ({}, None, False),
    ],
)
def test_that_the_proof_covers_the_whole_period(
    answers: Answers, covered: Period | None, open_days: bool
) -> None:
    noticed = found(context(answers, evidence=(proof(covered),)))
    assert ("bewijs_dekt_periode_niet" in noticed) is open_days
    undated = found(context(answers, conduct=None, evidence=(proof(covered),)))
    assert "bewijs_dekt_periode_niet" not in undated


def test_that_periods_together_may_leave_no_day_open() -> None:
    first = Period(date(2022, 1, 1), date(2022, 1, 31))
    second = Period(date(2022, 2, 1), date(2022, 3, 31))
    late = Period(date(2022, 2, 2), date(2022, 3, 31))
    assert covers((second, first), CONDUCT)
    assert not covers((first, late), CONDUCT)
    assert covers((first, Period(date(2022, 1, 15))), CONDUCT)
    assert not covers((), CONDUCT)


def test_that_a_fact_on_the_short_route_is_noticed_too() -> None:
    assert "schending" in found(context(weight=CaseWeight.KORT))
