"""The calculation in words, the draft motivation and the letter to the resident."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api import (
    AssessmentContext,
    CaseWeight,
    Certainty,
    Consideration,
    HasText,
    LetterSection,
    LetterView,
    Money,
    OutcomeId,
    Period,
)
from plugins.landelijk.rules.step import dutch_day, euros, percent, yes_no
from tests.unit.plugins.builders import (
    DECIDED,
    TERUGVORDERING,
    Answers,
    computed,
    context,
    letter,
    proof,
    rules,
    texts,
    wording,
)

AGAIN: Answers = {
    "recidive.eerdere_sanctie": True,
    "recidive.zelfde_gedraging": True,
    "recidive.onherroepelijk": True,
    "recidive.opgelegd_op": date(2020, 1, 1),
}
REVIEW: Answers = {"intake.fase": "bezwaar", "boete.redelijke_termijn_procent": 10}


def drafted(case: AssessmentContext) -> dict[str, Consideration]:
    findings = rules().hardship_findings(case, (computed(case),))
    drafts = rules().hardship_considerations(case, findings)
    assert all(set(draft.findings) <= {item.id for item in findings} for draft in drafts)
    assert all(draft.findings for draft in drafts)
    return {draft.id.removeprefix("boete."): draft for draft in drafts}


def why(answers: Answers, cents: int | None) -> list[str]:
    """The paragraphs of the letter that say why, and how the amount came about."""
    amount = Money(cents) if cents is not None else None
    blocks = letter(context(answers), "boete", amount)
    return [block.text for block in blocks if block.section is LetterSection.WAAROM]


ASKED: Answers = {
    "horen.zienswijze_gegeven": "ja",
    "evenredigheid.slotsom": "evenredig",
    "herstel.uit_eigen_beweging": True,
    "herstel.datum": date(2022, 1, 20),
}
WRITTEN: Answers = {
    "horen.reactie": HasText(length=20),
    "verwijtbaarheid.feiten": HasText(length=20),
    "verwijtbaarheid.verminderd_gronden": ("geen",),
    "evenredigheid.geschikt": "ja",
    "evenredigheid.noodzakelijk": "ja",
    "evenredigheid.evenwichtig": "deels",
}


@pytest.mark.parametrize(
    ("topic", "base", "claim"),
    [
        ("zienswijze", "heeft dat gedaan.", "bij de beoordeling betrokken."),
        ("evenredigheid", "acht het besluit evenredig (", "geschikt, noodzakelijk en evenwichtig"),
        ("verwijtbaarheid", "uit van normale verwijtbaarheid.", "Opzet of grove schuld is niet"),
    ],
)
def test_that_a_paragraph_claims_no_more_than_was_answered(
    topic: str, base: str, claim: str
) -> None:
    short = replace(context(ASKED), weight=CaseWeight.KORT)
    full = context({**ASKED, **WRITTEN})
    assert base in drafted(short)[topic].text
    assert claim not in drafted(short)[topic].text
    assert base in drafted(full)[topic].text
    assert claim in drafted(full)[topic].text


def test_that_a_reaction_that_is_not_applicable_is_no_reaction() -> None:
    case = context({**ASKED, "horen.reactie": None})
    assert "betrokken" not in drafted(case)["zienswijze"].text


def test_that_the_rules_are_silent_on_other_decisions() -> None:
    case = replace(context(), decision_type=DecisionTypeId("terugvordering_elders"))
    view = LetterView(outcome=OutcomeId("boete"), amount=Money(1), decision_date=DECIDED)
    assert rules().hardship_computations(case) == ()
    assert rules().hardship_findings(case, ()) == ()
    assert rules().hardship_considerations(case, ()) == ()
    assert rules().hardship_letter(case, view) == ()


def test_that_a_linked_amount_of_another_kind_feeds_nothing() -> None:
    given: Answers = {"benadeling.soort": "uit_terugvordering"}
    other = replace(context(given), linked_amounts={DecisionTypeId("maatregel"): Money(80000)})
    assert computed(other).total is None
    fed = replace(
        other, linked_amounts={DecisionTypeId("maatregel"): Money(1), TERUGVORDERING: Money(80000)}
    )
    assert computed(fed).total == Money(40000)


@pytest.mark.parametrize(
    ("kind", "total"), [("geen", Money(15000)), ("ingevoerd", Money(50000)), (None, None)]
)
def test_that_the_kind_of_benadeling_decides_where_it_starts(
    kind: str | None, total: Money | None
) -> None:
    assert computed(context({"benadeling.soort": kind})).total == total


def test_that_a_line_names_its_source_period_and_certainty() -> None:
    lines = {str(line.id): line for line in computed(context()).lines}
    percentage = lines["boete.08_percentage"]
    assert percentage.basis.dutch() == "Boetebesluit socialezekerheidswetten art. 2"
    assert percentage.valid == Period(date(2013, 1, 1))
    assert percentage.certainty is Certainty.VERIFIED
    assert lines["boete.07_recidive"].valid is None
    # The term is secondary; the Awb was read as it stands since 2024 and this decision is of 2023.
    assert lines["boete.10_draagkracht"].certainty is Certainty.DERIVED
    assert [name[6:8] for name in lines] == [f"{n:02}" for n in range(1, 17)]


def test_that_an_unknown_value_makes_its_line_unknown() -> None:
    case = context(conduct=Period(date(2024, 1, 5), date(2024, 3, 1)), decided=date(2025, 3, 1))
    ceiling = next(line for line in computed(case).lines if line.id == "boete.09_maximum")
    assert (ceiling.amount, ceiling.certainty) == (None, Certainty.UNKNOWN)
    assert "01-03-2024" in ceiling.outcome
    assert [item.value for item in ceiling.inputs] == ["onbekend"]


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        (Fraction(1, 2), "50"),
        (Fraction(0), "0"),
        (Fraction(3, 2), "150"),
        (Fraction(3, 8), "37,5"),
        (Fraction(1, 3), "33,33"),
    ],
)
def test_that_a_part_is_printed_as_percents(part: Fraction, printed: str) -> None:
    assert percent(part) == printed


def test_that_what_is_unknown_is_printed_as_nothing_or_unknown() -> None:
    assert euros(None) is None
    assert euros(Fraction(100025, 2)) == "€ 500,13"
    assert dutch_day(None) is None
    assert (yes_no("x", None).value, yes_no("x", None).word) == (None, "")
    assert wording().get("woord.onbekend") == "onbekend"


def test_that_a_plain_fine_is_motivated_topic_by_topic() -> None:
    drafts = drafted(context({"horen.zienswijze_gegeven": "ja"}))
    assert list(drafts) == [
        "schending",
        "zienswijze",
        "verwijtbaarheid",
        "waarschuwing",
        "draagkracht",
        "bedrag",
    ]
    assert "01-01-2022 tot en met 31-03-2022" in drafts["schending"].text
    assert "€ 717,40" in drafts["draagkracht"].text
    assert "€ 500,00" in drafts["bedrag"].text


def test_that_one_paragraph_joins_what_belongs_together() -> None:
    case = context({**AGAIN, "verwijtbaarheid.graad": "opzet"})
    drafts = drafted(case)
    assert drafts["verwijtbaarheid"].findings == ("boete.graad_opzet", "boete.bewijs_ontbreekt")
    assert "€ 1.500,00" in drafts["recidive"].text
    assert "01-01-2020" in drafts["recidive"].text
    proven = drafted(replace(case, evidence=(proof(),)))
    assert proven["verwijtbaarheid"].findings == ("boete.graad_opzet",)


@pytest.mark.parametrize(
    ("answers", "topics"),
    [
        ({"regel.kenbaar": False}, {"schending", "verwijtbaarheid", "waarschuwing"}),
        ({"benadeling.bedrag": None}, {"schending", "verwijtbaarheid", "draagkracht"}),
    ],
)
def test_that_a_motivation_is_drafted_without_amount(answers: Answers, topics: set[str]) -> None:
    assert set(drafted(context(answers))) == topics


def test_that_every_draft_is_whole_without_dates() -> None:
    drafts = drafted(context({"benadeling.bedrag": None}, conduct=None, decided=None))
    assert "verwijtbaarheid" in drafts
    assert not any("{" in draft.text for draft in drafts.values())


def test_that_a_warning_before_is_named_with_its_day() -> None:
    warned: Answers = {
        "waarschuwing.eerder": True,
        "waarschuwing.eerder_datum": date(2021, 6, 1),
    }
    assert "01-06-2021" in drafted(context(warned))["waarschuwing"].text


def test_that_the_letter_on_a_fine_has_its_sections_in_order() -> None:
    blocks = letter(context(), "boete", Money(50000))
    assert [block.section for block in blocks] == [
        LetterSection.WAAROM,
        LetterSection.WAAROM,
        LetterSection.WAT_DOEN,
        LetterSection.HULP,
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        "waarschuwing",
        "geen_boete_geen_verwijt",
        "geen_boete_geen_schending",
        "afzien_dringende_redenen",
        "buiten_bevoegdheid",
    ],
)
def test_that_a_letter_without_fine_says_what_it_means(outcome: str) -> None:
    sections = [block.section for block in letter(context(), outcome)]
    assert sections == [LetterSection.BETEKENIS, LetterSection.WAAROM, LetterSection.HULP]


def test_that_an_outcome_of_another_type_gets_no_paragraphs() -> None:
    assert letter(context(), "kwijtschelden") == []


@pytest.mark.parametrize(
    ("answers", "cents", "sentences"),
    [
        ({}, 50000, ("begint bij 50 procent", "€ 500,00")),
        ({"verwijtbaarheid.graad": "opzet"}, 100000, ("begint bij 100 procent", "€ 1.000,00")),
        # On recidive the letter speaks of the benadeling itself: 50 percent of 150 percent.
        (
            {**AGAIN, "draagkracht.niveau": None},
            75000,
            ("begint bij 75 procent", "€ 750,00"),
        ),
        ({"benadeling.soort": "geen"}, 15000, ("U kreeg niet te veel geld", "€ 150,00")),
        ({"benadeling.bedrag": Money(500000)}, 71740, ("in 12 maanden", "€ 717,40")),
        (
            {"benadeling.bedrag": Money(5000000), "draagkracht.niveau": None},
            600000,
            ("De wet noemt een hoogste bedrag", "€ 6.000,00"),
        ),
        ({"boete.evenredig_bedrag": Money(40000)}, 40000, ("te veel voor uw situatie",)),
        (REVIEW, 45000, ("De boete was eerst € 500,00", "10 procent", "€ 450,00")),
        (
            {**REVIEW, "boete.eerder_vastgesteld": Money(80000)},
            72000,
            ("De boete was eerst € 800,00", "€ 720,00"),
        ),
        (
            {"intake.fase": "beroep", "boete.eerder_vastgesteld": Money(80000)},
            80000,
            ("al eerder vastgesteld", "€ 800,00"),
        ),
        ({}, 49999, ("Wij hebben zelf bekeken",)),
        ({}, None, ("Wij hebben zelf bekeken",)),
        ({"regel.kenbaar": None, "poort.beletsel": ("al_beboet",)}, 100, ("Wij hebben zelf",)),
    ],
)
def test_that_the_letter_says_what_made_the_amount(
    answers: Answers, cents: int | None, sentences: tuple[str, ...]
) -> None:
    how = why(answers, cents)[1]
    assert all(sentence in how for sentence in sentences)


def test_that_the_letter_names_conduct_grade_and_own_share() -> None:
    shared: Answers = {
        "intake.soort_overtreding": "inkomsten",
        "verwijtbaarheid.graad": "verminderde_verwijtbaarheid",
        "verwijtbaarheid.verminderd_gronden": ("mede_gemeente",),
    }
    light = why(shared, None)[0]
    assert light.startswith(texts()["boete.brief.overtreding.inkomsten"])
    assert texts()["boete.brief.graad.verminderde_verwijtbaarheid"] in light
    assert light.endswith(texts()["boete.brief.aandeel_gemeente"])
    normal = why({**shared, "verwijtbaarheid.graad": "normale_verwijtbaarheid"}, None)[0]
    assert texts()["boete.brief.aandeel_gemeente"] not in normal
    bare = why({"verwijtbaarheid.graad": None}, None)[0]
    assert bare.startswith(texts()["boete.brief.overtreding.anders"])
    assert bare.endswith(texts()["boete.brief.plicht"])


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({}, "Wij spreken met u af"),
        ({"bekend.betaalwijze": "ineens"}, "in één keer"),
        ({"bekend.betaalwijze": "termijnen", "bekend.betaaltermijn": 6}, "Dat duurt 6 maanden."),
        ({"bekend.betaalwijze": "verrekening"}, "Wij houden elke maand een deel in"),
    ],
)
def test_that_the_letter_says_how_to_pay(answers: Answers, text: str) -> None:
    block = letter(context(answers), "boete", Money(50000))[2]
    assert text in block.text


def test_that_no_text_of_the_rules_leaves_a_slot_open() -> None:
    case = context({**AGAIN, **REVIEW, "horen.zienswijze_gegeven": "nee"}, weight=CaseWeight.ZWAAR)
    words = [line.outcome + line.formula for line in computed(case).lines]
    words += [draft.text for draft in drafted(case).values()]
    words += [block.text for block in letter(case, "boete", Money(50000))]
    assert not [text for text in words if re.search(r"[{}]", text)]


def test_that_a_fine_without_blame_has_a_letter_that_names_no_grade() -> None:
    contradiction: Answers = {"verwijtbaarheid.graad": "geen_verwijtbaarheid"}
    assert all("verwijt" not in text for text in why(contradiction, None))
