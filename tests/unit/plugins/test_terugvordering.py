"""What can be claimed back: the lines, the limits, and the choice beside the calculation."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import (
    CaseWeight,
    Direction,
    LetterView,
    LineId,
    Money,
    OutcomeId,
    Period,
)
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import (
    case_of,
    computation_of,
    drafted_in,
    found_in,
    line_of,
)

KIND = "terugvordering"
LOCAL = "terugvordering_invordering"
PERIOD = Period(date(2025, 1, 1), date(2025, 12, 31))
BREACH: Answers = {
    "terugvordering.grond": "schending",
    "terugvordering.periode": PERIOD,
    "terugvordering.te_veel": Money(394586),
    "terugvordering.deel_schending": Money(394586),
    "terugvordering.bruto_netto": "netto",
}
OTHER: Answers = {**BREACH, "terugvordering.grond": "andere_oorzaak"}
SIGNAL: Answers = {
    "terugvordering.signaal_op": date(2025, 3, 1),
    "terugvordering.na_signaal": Money(200000),
}


def total(answers: Answers) -> Money | None:
    return computation_of(case_of(KIND, answers)).total


def names(answers: Answers, **changed: object) -> set[str]:
    return set(found_in(case_of(KIND, answers, **changed)))  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("changed", "cents"),
    [
        ({}, 394586),
        ({"terugvordering.deel_schending": Money(100000)}, 100000),
        # Half of 3.945,86, as in ECLI:NL:CRVB:2025:604.
        ({"terugvordering.afzien_procent": 50}, 197293),
        ({"terugvordering.afzien_procent": 100}, 0),
        ({"terugvordering.afzien_bedrag": Money(94586)}, 300000),
        ({"terugvordering.afzien_bedrag": Money(999999)}, 0),
        (
            {"terugvordering.bruto_netto": "bruto", "terugvordering.loonheffing": Money(5414)},
            400000,
        ),
        ({"terugvordering.bruto_netto": "bruto"}, None),
        ({"terugvordering.bruto_netto": None}, None),
        ({"terugvordering.te_veel": None}, None),
        ({"terugvordering.deel_schending": None}, None),
        ({"terugvordering.grond": "andere_oorzaak", "terugvordering.deel_schending": None}, 394586),
        ({"terugvordering.grond": "lening", "terugvordering.te_veel": None}, None),
        # A third of a cent is dropped in favour of the resident.
        ({"terugvordering.te_veel": Money(101), "terugvordering.afzien_procent": 33}, 67),
    ],
)
def test_that_the_amount_follows_from_the_lines(changed: Answers, cents: int | None) -> None:
    assert total({**BREACH, **changed}) == (Money(cents) if cents is not None else None)


def test_that_without_answers_every_line_says_so() -> None:
    computation = computation_of(case_of(KIND, {}))
    assert computation.total is None
    assert [line.id for line in computation.lines] == [
        LineId(f"terugvordering.{name}")
        for name in (
            "01_te_veel",
            "02_deel",
            "03_twee_jaar",
            "04_loonheffing",
            "05_na_signaal",
            "06_afzien",
            "07_terug_te_vorderen",
        )
    ]
    assert names({}) == set()


@pytest.mark.parametrize(("start", "old"), [(date(2024, 6, 15), False), (date(2024, 6, 14), True)])
def test_that_ground_e_reaches_back_two_years(start: date, old: bool) -> None:
    answers = {
        **OTHER,
        "terugvordering.grond": "kon_begrijpen",
        "terugvordering.periode": Period(start, date(2025, 1, 31)),
    }
    assert ("ouder_dan_twee_jaar" in names(answers)) is old
    outcome = line_of(case_of(KIND, answers), "03_twee_jaar").outcome
    assert "15-06-2024" in outcome


@pytest.mark.parametrize(
    ("changed", "decided"), [({"terugvordering.periode": None}, date(2026, 6, 15)), ({}, None)]
)
def test_that_the_two_years_are_unknown_without_a_date(
    changed: Answers, decided: date | None
) -> None:
    case = case_of(
        KIND, {**OTHER, "terugvordering.grond": "kon_begrijpen", **changed}, decided=decided
    )
    assert "ontbreekt" in line_of(case, "03_twee_jaar").outcome
    assert "ouder_dan_twee_jaar" not in found_in(case)


def test_that_the_two_years_do_not_bind_on_another_ground() -> None:
    old = Period(date(2010, 1, 1), date(2010, 2, 1))
    assert "ouder_dan_twee_jaar" not in names({**BREACH, "terugvordering.periode": old})


@pytest.mark.parametrize(("part", "noticed"), [(394586, False), (394587, True), (None, False)])
def test_that_a_part_is_never_more_than_the_whole(part: int | None, noticed: bool) -> None:
    changed = Money(part) if part is not None else None
    answers = {**BREACH, "terugvordering.deel_schending": changed}
    assert ("deel_groter_dan_geheel" in names(answers)) is noticed
    assert "deel_groter_dan_geheel" not in drafted_in(case_of(KIND, answers))


@pytest.mark.parametrize(
    ("changed", "noticed"),
    [
        (SIGNAL, True),
        ({**SIGNAL, "terugvordering.na_signaal": Money(0)}, False),
        ({**SIGNAL, "terugvordering.na_signaal": None}, False),
        ({**SIGNAL, "terugvordering.signaal_op": None}, False),
    ],
)
def test_that_what_was_paid_after_a_signal_pleads_for_the_resident(
    changed: Answers, noticed: bool
) -> None:
    found = found_in(case_of(KIND, {**BREACH, **changed}))
    assert ("na_signaal" in found) is noticed
    if noticed:
        assert found["na_signaal"].direction is Direction.PLEADS_FOR
        assert "01-03-2025" in found["na_signaal"].text
        assert "2.000,00" in drafted_in(case_of(KIND, {**BREACH, **changed}))["na_signaal"].text


def test_that_a_signal_is_named_where_the_whole_is_unknown() -> None:
    assert "na_signaal" in names({**BREACH, **SIGNAL, "terugvordering.te_veel": None})


@pytest.mark.parametrize(
    ("changed", "limit", "noticed"),
    [
        ({}, Money(394587), True),
        ({}, Money(394586), False),
        ({}, None, False),
        ({"terugvordering.grond": "schending"}, Money(394587), False),
        ({"terugvordering.grond": None}, Money(394587), False),
        ({"terugvordering.te_veel": None}, Money(394587), False),
    ],
)
def test_that_a_small_amount_is_noticed_where_there_was_no_breach(
    changed: Answers, limit: Money | None, noticed: bool
) -> None:
    local = {f"{LOCAL}.kruimelbedrag": limit} if limit is not None else {}
    assert ("kruimelbedrag" in names({**OTHER, **changed}, local=local)) is noticed


@pytest.mark.parametrize(("weight", "says"), [(CaseWeight.KORT, False), (CaseWeight.GEWOON, True)])
def test_that_only_a_route_that_weighs_says_that_it_weighed(weight: CaseWeight, says: bool) -> None:
    case = case_of(KIND, OTHER, weight=weight, local={f"{LOCAL}.kruimelbedrag": Money(394587)})
    text = drafted_in(case)["kruimelbedrag"].text
    assert text.startswith("Het bedrag ligt onder de grens van")
    assert text.endswith("betrokken bij haar besluit.") is says


@pytest.mark.parametrize(
    ("changed", "months", "noticed"),
    [
        # Six months after 1 March is 1 September; the period runs on until 31 December.
        ({}, 6, True),
        ({"terugvordering.periode": Period(date(2025, 1, 1), date(2025, 9, 1))}, 6, False),
        ({"terugvordering.periode": Period(date(2025, 1, 1), date(2025, 9, 2))}, 6, True),
        ({"terugvordering.grond": "schending"}, 6, False),
        ({"terugvordering.signaal_op": None}, 6, False),
        ({"terugvordering.periode": None}, 6, False),
        ({}, None, False),
    ],
)
def test_that_the_local_six_months_after_a_signal_are_noticed(
    changed: Answers, months: int | None, noticed: bool
) -> None:
    local = {f"{LOCAL}.zesmaandenregel_maanden": months} if months is not None else {}
    assert ("zesmaandenregel" in names({**OTHER, **SIGNAL, **changed}, local=local)) is noticed


@pytest.mark.parametrize(
    ("base", "changed", "limit", "noticed"),
    [
        (BREACH, {}, Money(394586), False),
        (BREACH, {}, Money(394587), True),
        (OTHER, {}, Money(100), True),
        (OTHER, {"terugvordering.bruto_netto": "netto"}, Money(100), False),
        (OTHER, {"terugvordering.te_veel": None}, Money(100), False),
        (OTHER, {}, None, False),
    ],
)
def test_that_gross_beside_local_policy_is_noticed(
    base: Answers, changed: Answers, limit: Money | None, noticed: bool
) -> None:
    answers = {
        **base,
        "terugvordering.bruto_netto": "bruto",
        "terugvordering.loonheffing": Money(100),
        **changed,
    }
    local = {f"{LOCAL}.brutering_vanaf": limit} if limit is not None else {}
    assert ("bruto_buiten_beleid" in names(answers, local=local)) is noticed


def test_that_local_policy_is_not_looked_up_without_a_day() -> None:
    local = {f"{LOCAL}.kruimelbedrag": Money(999999)}
    assert "kruimelbedrag" not in names(OTHER, local=local, decided=None)


@pytest.mark.parametrize(
    ("changed", "weight", "noticed"),
    [
        ({}, CaseWeight.GEWOON, True),
        ({}, CaseWeight.KORT, False),
        ({"terugvordering.afzien_procent": 20}, CaseWeight.GEWOON, False),
        ({"terugvordering.afzien_bedrag": Money(1)}, CaseWeight.GEWOON, False),
        ({"conclusie.uitkomst": "terugvorderen"}, CaseWeight.GEWOON, False),
    ],
)
def test_that_a_part_without_a_size_is_noticed(
    changed: Answers, weight: CaseWeight, noticed: bool
) -> None:
    answers = {**BREACH, "conclusie.uitkomst": "deels_terugvorderen", **changed}
    assert ("deel_niet_bepaald" in names(answers, weight=weight)) is noticed


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        (394587, "hoger_dan_berekend"),
        (394586, None),
        (394585, "lager_dan_berekend"),
        (None, None),
    ],
)
def test_that_the_chosen_amount_stands_beside_the_computed_one(
    chosen: int | None, name: str | None
) -> None:
    answers = {
        **BREACH,
        "conclusie.uitkomst": "terugvorderen",
        "conclusie.bedrag": Money(chosen) if chosen is not None else None,
    }
    noticed = names(answers)
    assert "berekend" in noticed
    assert noticed & {"hoger_dan_berekend", "lager_dan_berekend"} == ({name} if name else set())


def test_that_a_waiver_needs_no_computed_amount() -> None:
    assert "berekend" not in names({**BREACH, "conclusie.uitkomst": "afzien_dringende_redenen"})


def test_that_an_unknown_total_is_compared_with_nothing() -> None:
    answers = {
        **BREACH,
        "terugvordering.te_veel": None,
        "conclusie.uitkomst": "terugvorderen",
        "conclusie.bedrag": Money(1),
    }
    assert names(answers) == set()


def test_that_findings_cite_lines_only_where_these_are_shown() -> None:
    case = case_of(KIND, {**BREACH, **SIGNAL})
    (finding,) = rules().hardship_findings(case, ())
    assert finding.lines == ()


def test_that_this_letter_is_data() -> None:
    view = LetterView(outcome=OutcomeId("terugvorderen"), amount=None, decision_date=None)
    assert list(rules().hardship_letter(case_of(KIND, BREACH), view)) == []


@given(
    paid=st.integers(0, 10_000_000),
    part=st.integers(0, 10_000_000),
    less=st.integers(0, 100),
    more=st.integers(0, 100),
)
def test_that_letting_go_of_more_never_claims_more(
    paid: int, part: int, less: int, more: int
) -> None:
    low, high = sorted((less, more))
    answers: Answers = {
        **BREACH,
        "terugvordering.te_veel": Money(paid),
        "terugvordering.deel_schending": Money(part),
    }
    claimed = total({**answers, "terugvordering.afzien_procent": low})
    milder = total({**answers, "terugvordering.afzien_procent": high})
    assert claimed is not None
    assert milder is not None
    assert Money(0) <= milder <= claimed <= Money(paid)
