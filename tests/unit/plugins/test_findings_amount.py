"""What is noticed about the amount: maximum, means, regimes and the amount that was chosen."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.plugin_api import CaseWeight, LineId, Money, Period
from tests.unit.plugins.builders import Answers, computed, context, found, rules, written

FINE: Answers = {"conclusie.uitkomst": "boete"}
GROVE: Answers = {"verwijtbaarheid.graad": "grove_schuld"}
RECENT = Period(date(2024, 1, 5), date(2024, 3, 1))
HIGHER: Answers = {
    "draagkracht.niveau": "hoger",
    "draagkracht.inkomen": Money(200000),
    "draagkracht.beslagvrije_voet": Money(180000),
}


def noticed(answers: Answers, among: str) -> set[str]:
    return {name for name in found(context(answers)) if name.startswith(among)}


@pytest.mark.parametrize(
    ("cents", "name"),
    [
        # Half of the benadeling beside 2/3 of € 9.000, the last maximum that is known.
        (1200000, "maximum_onbekend_ver_onder"),
        (1200001, "maximum_onbekend"),
    ],
)
def test_that_an_unknown_maximum_says_how_near_the_amount_comes(cents: int, name: str) -> None:
    answers: Answers = {"benadeling.bedrag": Money(cents)}
    names = found(context(answers, conduct=RECENT, decided=date(2025, 3, 1)))
    assert {item for item in names if item.startswith("maximum_")} == {name}


def test_that_a_known_maximum_or_an_unknown_amount_needs_no_word() -> None:
    assert noticed({}, "maximum_") == set()
    without = context({"benadeling.bedrag": None}, conduct=RECENT, decided=date(2025, 3, 1))
    assert not any(name.startswith("maximum_") for name in found(without))


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({}, "draagkracht_getoetst"),
        ({"benadeling.bedrag": Money(500000)}, "draagkracht_bepaalt"),
        ({"draagkracht.niveau": None}, "draagkracht_niet_onderzocht"),
        ({**HIGHER, "draagkracht.inkomen": None}, "draagkracht_niet_onderzocht"),
        ({"draagkracht.leefvorm": "anders"}, "norm_onbekend"),
        ({"verwijtbaarheid.graad": None}, None),
        ({"regel.kenbaar": False}, None),
        ({"conclusie.uitkomst": "waarschuwing"}, None),
        ({"intake.fase": "bezwaar", "boete.eerder_vastgesteld": Money(50000)}, None),
    ],
)
def test_that_the_means_are_accounted_for(answers: Answers, name: str | None) -> None:
    names = noticed(answers, "draagkracht_") | noticed(answers, "norm_")
    assert names == ({name} if name else set())


def test_that_the_short_route_does_not_ask_for_the_amount() -> None:
    short = found(context(weight=CaseWeight.KORT))
    assert not {"draagkracht_getoetst", "berekend"} & set(short)


@pytest.mark.parametrize(
    ("peildatum", "old"),
    [(date(2022, 12, 1), False), (date(2022, 11, 30), True), (None, False)],
)
def test_that_means_older_than_three_months_are_noticed(peildatum: date | None, old: bool) -> None:
    assert (noticed({"draagkracht.peildatum": peildatum}, "inkomens") != set()) is old


@pytest.mark.parametrize(
    ("answers", "old"),
    [
        ({**HIGHER, "draagkracht.beslagvrije_voet_datum": date(2022, 3, 1)}, False),
        ({**HIGHER, "draagkracht.beslagvrije_voet_datum": date(2022, 2, 28)}, True),
        ({**HIGHER, "draagkracht.beslagvrije_voet_datum": None}, False),
        ({"draagkracht.beslagvrije_voet_datum": date(2022, 2, 28)}, False),
    ],
)
def test_that_a_beslagvrije_voet_holds_for_twelve_months(answers: Answers, old: bool) -> None:
    assert (noticed(answers, "beslagvrije_voet_oud") != set()) is old


def test_that_a_beslagvrije_voet_of_before_2021_has_no_term() -> None:
    answers: Answers = {**HIGHER, "draagkracht.beslagvrije_voet_datum": date(2018, 1, 1)}
    case = context(
        answers, conduct=Period(date(2019, 1, 1), date(2019, 2, 1)), decided=date(2020, 6, 1)
    )
    assert "beslagvrije_voet_oud" not in found(case)


@pytest.mark.parametrize(
    ("linked", "answers", "missing"),
    [
        (None, {}, True),
        (Money(80000), {}, False),
        (None, {"conclusie.uitkomst": "waarschuwing"}, False),
    ],
)
def test_that_a_terugvordering_that_should_feed_the_fine_is_missed(
    linked: Money | None, answers: Answers, missing: bool
) -> None:
    given: Answers = {"benadeling.soort": "uit_terugvordering", **answers}
    case = context(given, linked=linked)
    assert ("terugvordering_ontbreekt" in found(case)) is missing
    assert computed(case).total == (Money(40000) if linked else None)


@pytest.mark.parametrize(
    ("answers", "lowered"),
    [
        ({"intake.fase": "bezwaar", "boete.redelijke_termijn_procent": 10}, True),
        ({"intake.fase": "bezwaar", "boete.redelijke_termijn_procent": 0}, False),
        ({"intake.fase": "primair", "boete.redelijke_termijn_procent": 10}, False),
        (
            {
                "intake.fase": "beroep",
                "boete.redelijke_termijn_procent": 10,
                "verwijtbaarheid.graad": None,
            },
            False,
        ),
    ],
)
def test_that_delay_is_noticed_in_review(answers: Answers, lowered: bool) -> None:
    assert (noticed(answers, "redelijke_termijn") != set()) is lowered


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"evenredigheid.slotsom": "evenredig"}, "slotsom_evenredig"),
        ({"evenredigheid.slotsom": "deels"}, "slotsom_deels"),
        ({"evenredigheid.slotsom": "onevenredig"}, "slotsom_onevenredig"),
        ({"boete.evenredig_bedrag": Money(40000)}, "evenredig_lager"),
        ({"boete.dringende_redenen": True}, "dringende_redenen"),
    ],
)
def test_that_what_step_11_concluded_is_noticed(answers: Answers, name: str) -> None:
    assert found(context(answers))[name].step == 11
    assert name not in found(context())


def test_that_a_higher_own_amount_and_no_urgent_reasons_are_not_noticed() -> None:
    answers: Answers = {"boete.evenredig_bedrag": Money(60000), "boete.dringende_redenen": False}
    assert not {"evenredig_lager", "dringende_redenen"} & set(found(context(answers)))


def test_that_a_change_of_law_is_noticed_with_both_amounts() -> None:
    conduct = Period(date(2016, 6, 1), date(2016, 12, 31))
    answers: Answers = {"benadeling.bedrag": Money(100100), "draagkracht.niveau": None}
    changed = found(context(answers, conduct=conduct, decided=date(2018, 3, 1)))
    assert "€ 510,00" in changed["milder_regime"].text
    assert "€ 500,50" in changed["milder_regime"].text
    assert not {"milder_regime", "milder_regime_onzeker"} & set(found(context()))


def test_that_a_change_with_an_unknown_maximum_stays_uncertain() -> None:
    answers: Answers = {**GROVE, "benadeling.bedrag": Money(5000000), "draagkracht.niveau": None}
    conduct = Period(date(2023, 1, 1), date(2023, 12, 1))
    changed = found(context(answers, conduct=conduct, decided=date(2024, 3, 1)))
    assert "milder_regime_onzeker" in changed
    assert "milder_regime" not in changed


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"conclusie.bedrag": Money(50000)}, None),
        ({"conclusie.bedrag": Money(50001)}, "bedrag_hoger_dan_berekend"),
        ({"conclusie.bedrag": Money(49999)}, "bedrag_gewijzigd"),
        ({"conclusie.bedrag": Money(49999), "boete.evenredig_tekst": written()}, None),
        (
            {"conclusie.bedrag": Money(50001), "boete.evenredig_tekst": written()},
            "bedrag_hoger_dan_berekend",
        ),
        ({"conclusie.bedrag": None}, None),
        ({"conclusie.bedrag": Money(1), "conclusie.uitkomst": "waarschuwing"}, None),
        ({"conclusie.bedrag": Money(1), "benadeling.bedrag": None}, None),
    ],
)
def test_that_the_chosen_amount_is_held_beside_the_computed_one(
    answers: Answers, name: str | None
) -> None:
    assert noticed({**FINE, **answers}, "bedrag_") == ({name} if name else set())


def test_that_a_computed_fine_is_noticed_with_its_amount() -> None:
    finding = found(context())["berekend"]
    assert "€ 500,00" in finding.text
    assert LineId("boete.15_afronding") in finding.lines


@pytest.mark.parametrize(
    ("answers", "cites"),
    [
        ({"verwijtbaarheid.graad": None}, ("verwijtbaarheid.graad",)),
        ({"benadeling.bedrag": None}, ("benadeling.soort",)),
    ],
)
def test_that_a_fine_without_amount_is_noticed(answers: Answers, cites: tuple[str, ...]) -> None:
    assert found(context({**FINE, **answers}))["niet_berekend"].cites == cites
    assert "niet_berekend" not in found(context(answers))
    assert "niet_berekend" not in found(context(FINE))


def test_that_a_finding_cites_only_lines_that_are_there() -> None:
    case = context()
    without_lines = rules().hardship_findings(case, ())
    assert all(finding.lines == () for finding in without_lines)
    present = {line.id for line in computed(case).lines}
    assert all(set(finding.lines) <= present for finding in found(case).values())


def test_that_findings_come_in_the_order_of_the_steps() -> None:
    steps = [finding.step for finding in found(context({**FINE, **GROVE})).values()]
    assert steps == sorted(steps)
