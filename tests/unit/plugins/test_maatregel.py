"""A maatregel: the book, the amount over the norm, and the day to look again (18 and 18b)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import (
    AssessmentContext,
    CaseWeight,
    Certainty,
    ContextDates,
    ContextEvidence,
    LetterView,
    Money,
    OutcomeId,
    Period,
    Verification,
)
from hardship_desk.plugin_api.catalogue import ParameterValue
from plugins.landelijk.rules.law import Law
from plugins.landelijk.rules.maatregel.work import tell, work
from tests.unit.plugins.builders import Answers, proof, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, drafted_in, found_in, line_of

DECIDED = date(2026, 6, 15)
CONDUCT = Period(date(2026, 4, 1), date(2026, 4, 30))
PLAIN: Answers = {
    "maatregel.soort": "andere_plicht",
    "maatregel.categorie": "categorie_1",
    "maatregel.verwijt": "normale_verwijtbaarheid",
    "maatregel.percentage": 30,
    "maatregel.maanden": 1,
    "maatregel.ingang": date(2026, 7, 1),
    "norm.leefvorm": "alleenstaande_21_aow",
    "opvolging.datum": date(2026, 9, 1),
    "conclusie.uitkomst": "verlaging",
}
FOR_WORK: Answers = {
    **PLAIN,
    "maatregel.soort": "arbeidsplicht",
    "maatregel.keer": "eerste",
    "maatregel.percentage": 100,
    "maatregel.categorie": None,
}


def maatregel(
    changed: Answers | None = None,
    *,
    decided: date | None = DECIDED,
    conduct: Period | None = CONDUCT,
    weight: CaseWeight = CaseWeight.GEWOON,
) -> AssessmentContext:
    case = case_of("maatregel", {**PLAIN, **(changed or {})}, weight=weight)
    return replace(case, dates=ContextDates(gedraging=conduct, besluit=decided))


def local(case: AssessmentContext, percentage: int, months: int) -> AssessmentContext:
    """The case in a municipality whose table is known."""
    values: dict[str, ParameterValue] = {
        "afstemming.categorie_1.percentage": Fraction(percentage, 100),
        "afstemming.categorie_1.maanden": months,
        "afstemming.arbeidsplicht.eerste.maanden": months,
    }
    known = case_of("maatregel", {}, local=values)
    return replace(case, parameters=known.parameters)


def test_that_the_amount_is_a_part_of_the_norm_of_that_half_year() -> None:
    computation = computation_of(maatregel())
    # 30 procent van 1.419,46 is 425,838; per maand naar beneden op de cent.
    assert computation.total == Money(42583)
    assert line_of(maatregel(), "norm_1").amount == Money(141946)


def test_that_each_half_year_has_its_own_norm() -> None:
    case = maatregel({"maatregel.ingang": date(2026, 6, 1), "maatregel.maanden": 2})
    assert line_of(case, "02_verlaging_1").amount == Money(42045)
    assert line_of(case, "02_verlaging_2").amount == Money(42583)
    assert computation_of(case).total == Money(42045 + 42583)


def test_that_a_month_that_begins_on_the_last_day_stays_one_month() -> None:
    case = maatregel({"maatregel.ingang": date(2026, 6, 15), "maatregel.maanden": 1})
    lines = [line for line in computation_of(case).lines if "02_verlaging" in line.id]
    assert len(lines) == 1
    assert computation_of(case).total == Money(42045)


def test_that_an_unknown_norm_gives_no_amount() -> None:
    case = maatregel({"maatregel.ingang": date(2027, 1, 1)})
    assert computation_of(case).total is None
    assert line_of(case, "norm_1").certainty is Certainty.UNKNOWN
    assert line_of(case, "03_totaal").amount is None
    assert "bedrag_onbekend" in found_in(case)


def test_that_an_own_norm_takes_the_place_of_an_unknown_one() -> None:
    case = maatregel({"maatregel.ingang": date(2027, 1, 1), "norm.bedrag": Money(100000)})
    assert computation_of(case).total == Money(30000)


@pytest.mark.parametrize("leefvorm", [None, "anders"])
def test_that_without_leefvorm_there_is_no_norm(leefvorm: str | None) -> None:
    assert computation_of(maatregel({"norm.leefvorm": leefvorm})).total is None


@pytest.mark.parametrize("kind", ["inrichting_alleenstaande", "inrichting_gehuwden"])
def test_that_the_norm_in_an_institution_has_its_increase(kind: str) -> None:
    amount = {"inrichting_alleenstaande": 44944 + 4700, "inrichting_gehuwden": 69911 + 10600}[kind]
    assert line_of(maatregel({"norm.leefvorm": kind}), "norm_1").amount == Money(amount)


@pytest.mark.parametrize(
    "open_answer", ["maatregel.percentage", "maatregel.maanden", "maatregel.ingang"]
)
def test_that_an_open_size_gives_the_book_alone(open_answer: str) -> None:
    case = maatregel({open_answer: None})
    assert [line.id for line in computation_of(case).lines] == [
        "maatregel.01_standaard",
        "maatregel.05_heroverweging",
    ]
    assert not [name for name in found_in(case) if name.startswith("berekend")]


@pytest.mark.parametrize(
    ("changed", "weight"),
    [
        ({"maatregel.verwijt": "geen_verwijtbaarheid"}, CaseWeight.GEWOON),
        ({"maatregel.verwijt": None}, CaseWeight.GEWOON),
        ({"maatregel.soort": None}, CaseWeight.GEWOON),
        ({}, CaseWeight.KORT),
    ],
)
def test_that_nothing_is_reckoned_where_no_lowering_can_follow(
    changed: Answers, weight: CaseWeight
) -> None:
    assert rules().hardship_computations(maatregel(changed, weight=weight)) == ()


def test_that_a_first_lowering_for_work_can_be_spread_over_three_months() -> None:
    case = maatregel({**FOR_WORK, "maatregel.verdelen": True})
    outcome = line_of(case, "04_verdeling").outcome
    # 1.419,46 in drieën: 473,16 en twee keer 473,15.
    assert "€ 473,16" in outcome
    assert "€ 473,15" in outcome


def test_that_what_is_unknown_is_not_spread() -> None:
    case = maatregel({**FOR_WORK, "maatregel.verdelen": True, "maatregel.ingang": date(2027, 1, 1)})
    assert line_of(case, "04_verdeling").certainty is not Certainty.UNKNOWN
    assert "Niet te berekenen" in line_of(case, "04_verdeling").outcome


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (date(2026, 11, 30), "28-02-2027"),
        (date(2027, 11, 30), "29-02-2028"),
        (date(2026, 8, 31), "30-11-2026"),
        (date(2026, 6, 15), "15-09-2026"),
    ],
)
def test_that_the_review_is_within_three_months_cut_at_the_end_of_a_month(
    decided: date, expected: str
) -> None:
    assert expected in line_of(maatregel(decided=decided), "05_heroverweging").outcome


@pytest.mark.parametrize(
    ("review", "name"),
    [
        (date(2026, 9, 15), "heroverweging_gepland"),
        (date(2026, 9, 16), "heroverweging_te_laat"),
        (None, "heroverweging_ontbreekt"),
    ],
)
def test_that_a_lowering_under_lid_2_has_a_review_in_time(review: date | None, name: str) -> None:
    assert name in found_in(maatregel({"opvolging.datum": review}))


@pytest.mark.parametrize(
    "changed", [FOR_WORK, {"conclusie.uitkomst": "waarschuwing"}, {"maatregel.soort": "taaleis"}]
)
def test_that_other_decisions_need_no_review_under_lid_3(changed: Answers) -> None:
    found = found_in(maatregel({**changed, "opvolging.datum": None}))
    assert not [name for name in found if name.startswith("heroverweging")]


def test_that_without_a_decision_date_no_review_is_counted() -> None:
    assert not [name for name in found_in(maatregel(decided=None)) if "heroverweging" in name]


def test_that_without_a_term_of_law_no_review_is_counted() -> None:
    case = maatregel(decided=date(2014, 1, 1))
    assert not [name for name in found_in(case) if "heroverweging" in name]


@pytest.mark.parametrize(
    ("months", "time", "name"),
    [
        (4, "eerste", "langer_dan_wet"),
        (3, "eerste", "eerste_keer_te_lang"),
        (2, "eerste", None),
        (3, "tweede", None),
        (4, "vierde_of_later", "langer_dan_wet"),
    ],
)
def test_that_a_lowering_for_work_stays_within_the_law(
    months: int, time: str, name: str | None
) -> None:
    found = found_in(maatregel({**FOR_WORK, "maatregel.maanden": months, "maatregel.keer": time}))
    bounds = {"langer_dan_wet", "eerste_keer_te_lang"} & set(found)
    assert bounds == ({name} if name else set())


def test_that_the_bounds_of_the_law_are_not_older_than_the_law() -> None:
    old = Period(date(2014, 1, 1), date(2014, 1, 31))
    case = maatregel({**FOR_WORK, "maatregel.maanden": 4}, conduct=old)
    assert "langer_dan_wet" not in found_in(case)


def test_that_without_conduct_the_book_is_unknown() -> None:
    case = maatregel(FOR_WORK, conduct=None)
    assert "Onbekend" in line_of(case, "01_standaard").outcome
    assert "langer_dan_wet" not in found_in(case)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (FOR_WORK, "100 procent. De verordening noemt de duur"),
        ({**FOR_WORK, "maatregel.keer": "tweede"}, "100 procent. De duur staat"),
        ({**FOR_WORK, "maatregel.keer": "derde"}, "100 procent; duur in maanden: 3"),
        ({"maatregel.soort": "taaleis", "maatregel.keer": "eerste"}, "20 procent"),
        ({"maatregel.soort": "taaleis", "maatregel.keer": "tweede"}, "40 procent"),
        ({"maatregel.soort": "taaleis", "maatregel.keer": "vierde_of_later"}, "100 procent"),
        ({"maatregel.soort": "misdraging"}, "Onbekend"),
        ({"maatregel.soort": "tekortschietend_besef"}, "Onbekend"),
        ({"maatregel.categorie": None}, "Onbekend"),
        ({}, "Onbekend"),
    ],
)
def test_that_the_book_says_what_is_known(changed: Answers, words: str) -> None:
    assert words in line_of(maatregel(changed), "01_standaard").outcome


def test_that_a_known_table_is_the_book() -> None:
    assert (
        "30 procent; duur in maanden: 1"
        in line_of(local(maatregel(), 30, 1), "01_standaard").outcome
    )


def test_that_a_table_with_months_alone_leaves_the_height_open() -> None:
    values = {"afstemming.categorie_1.maanden": 1}
    known = case_of("maatregel", {}, local=values)
    case = replace(maatregel(), parameters=known.parameters)
    assert "De hoogte staat" in line_of(case, "01_standaard").outcome


@pytest.mark.parametrize(
    ("percentage", "months", "outcome", "name"),
    [
        (30, 1, "verlaging", None),
        (31, 1, "verlaging", "hoger_dan_regel"),
        (30, 2, "verlaging_aangepast", "hoger_dan_regel"),
        (29, 1, "verlaging", "lager_dan_regel"),
        (30, 0, "verlaging", "lager_dan_regel"),
        (29, 1, "verlaging_aangepast", None),
        (31, 1, "waarschuwing", None),
    ],
)
def test_that_the_verordening_binds(
    percentage: int, months: int, outcome: str, name: str | None
) -> None:
    changed: Answers = {
        "maatregel.percentage": percentage,
        "maatregel.maanden": months,
        "conclusie.uitkomst": outcome,
    }
    found = set(found_in(local(maatregel(changed), 30, 1)))
    assert found & {"hoger_dan_regel", "lager_dan_regel"} == ({name} if name else set())


def test_that_an_unknown_book_binds_nobody() -> None:
    found = found_in(maatregel({"maatregel.percentage": 99, "maatregel.maanden": 9}))
    assert not {"hoger_dan_regel", "lager_dan_regel"} & set(found)


@pytest.mark.parametrize(
    ("evidence", "outcome", "fires"),
    [
        ((proof(CONDUCT),), "verlaging", False),
        ((), "verlaging", True),
        ((proof(CONDUCT, incriminating=False),), "verlaging", True),
        (
            (proof(CONDUCT, verification=Verification.ALLEEN_VERKLARING),),
            "verlaging_aangepast",
            True,
        ),
        ((), "waarschuwing", False),
    ],
)
def test_that_a_lowering_rests_on_verified_proof(
    evidence: tuple[ContextEvidence, ...], outcome: str, *, fires: bool
) -> None:
    """ECLI:NL:CRVB:2015:4069."""
    case = replace(maatregel({"conclusie.uitkomst": outcome}), evidence=evidence)
    assert ("bewijs_ontbreekt" in found_in(case)) is fires


@pytest.mark.parametrize(
    ("earlier", "fires"),
    [(date(2025, 3, 31), True), (date(2025, 4, 1), False), (None, False)],
)
def test_that_only_repetition_within_twelve_months_counts(
    earlier: date | None, fires: bool
) -> None:
    changed: Answers = {
        **FOR_WORK,
        "maatregel.keer": "tweede",
        "maatregel.eerder_datum": earlier,
    }
    assert ("herhaling_te_lang_geleden" in found_in(maatregel(changed))) is fires


def test_that_repetition_is_not_counted_where_the_law_is_unknown() -> None:
    changed: Answers = {"maatregel.eerder_datum": date(2012, 1, 1)}
    old = Period(date(2014, 1, 1), date(2014, 1, 31))
    assert "herhaling_te_lang_geleden" not in found_in(maatregel(changed, conduct=old))
    assert "herhaling_te_lang_geleden" not in found_in(maatregel(changed, conduct=None))


def test_that_the_motivation_holds_height_duration_and_amount() -> None:
    text = drafted_in(maatregel())["berekend_een_maand"].text
    assert "30 procent" in text
    assert "€ 425,83" in text


def letter_of(case: AssessmentContext, outcome: str) -> str:
    view = LetterView(outcome=OutcomeId(outcome), amount=None, decision_date=DECIDED)
    return " ".join(block.text for block in rules().hardship_letter(case, view))


def test_that_the_letter_says_how_much_and_how_long() -> None:
    text = letter_of(maatregel({**FOR_WORK, "maatregel.verdelen": True}), "verlaging")
    assert "100 procent" in text
    assert "€ 1.419,46" in text
    assert "€ 473,16" in text


def test_that_letter_and_motivation_count_months_in_plain_words() -> None:
    case = maatregel({"maatregel.maanden": 2})
    assert "2 maanden" in letter_of(case, "verlaging")
    assert "2 maanden" in drafted_in(case)["berekend"].text
    assert "een maand lang" in letter_of(maatregel(), "verlaging")


def test_that_the_letter_names_no_amount_that_is_unknown() -> None:
    changed: Answers = {
        **FOR_WORK,
        "maatregel.ingang": date(2027, 1, 1),
        "maatregel.verdelen": True,
    }
    text = letter_of(maatregel(changed), "verlaging")
    assert "100 procent" in text
    assert "€" not in text


@pytest.mark.parametrize("outcome", ["waarschuwing", "afzien_dringende_redenen"])
def test_that_a_letter_without_lowering_has_no_amount(outcome: str) -> None:
    assert letter_of(maatregel(), outcome) == ""


def test_that_a_letter_tells_nothing_before_the_size_is_known() -> None:
    worked = work(maatregel({"maatregel.maanden": None}), Law(maatregel().parameters))
    view = LetterView(outcome=OutcomeId("verlaging"), amount=None, decision_date=None)
    assert tell(worked, view) == ()


@given(
    percentage=st.integers(0, 100),
    months=st.integers(0, 36),
    start=st.dates(date(2025, 1, 1), date(2999, 1, 1)),
)
def test_that_a_higher_percentage_never_lowers_less(
    percentage: int, months: int, start: date
) -> None:
    def total(part: int) -> int:
        changed: Answers = {
            "maatregel.percentage": part,
            "maatregel.maanden": months,
            "maatregel.ingang": start,
        }
        found = rules().hardship_computations(maatregel(changed))
        amount = found[0].total
        return amount.cents if amount is not None else 0

    assert total(percentage) <= total(min(percentage + 1, 100))
