"""Values of a municipality: their article is named, and what is old or not read is warned about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.plugin_api import Certainty, LegalBasis, Money, Parameter, Period, Source
from hardship_desk.plugin_api.catalogue import ParameterValue
from plugins.landelijk.rules.law import DatedValue
from plugins.landelijk.rules.wording import source_of
from tests.unit.plugins.bijstand_cases import Answers, case, found, lines, policy

BB = "bijzondere_bijstand"
POLICY = "draagkracht_bijzondere_bijstand"
TITLE = "Beleidsregels bijzondere bijstand (verzonnen)"
TEXT = Source(title=TITLE, url="https://example.org/CVDR1", note="Gelezen.")
MEANS: Answers = {
    f"{BB}.soort": "anders",
    f"{BB}.kosten": Money(100_000),
    f"{BB}.drempel": False,
    f"{BB}.draagkracht_wijze": "berekenen",
    f"{BB}.huishouden": "alleenstaande",
    f"{BB}.leeftijd": "tot_aow",
    f"{BB}.inkomen": Money(200_000),
    f"{BB}.vermogen": Money(0),
}


def local(name: str, value: ParameterValue, unit: str = "procent") -> Parameter:
    """A value that a municipality set, read in the text itself."""
    return replace(
        policy(f"{POLICY}.{name}", value, unit),
        plugin="verzonnen",
        basis=LegalBasis(law=TITLE, article="10", paragraph="3"),
        source=TEXT,
        certainty=Certainty.VERIFIED,
    )


FREE = local("draagkrachtvrij_pct_norm", Fraction(11, 10))
PART = local("schijf_1.pct_van_meerinkomen", Fraction(1, 2))
MONTHS = local("draagkrachtperiode_maanden", 12, "maanden")


def test_that_a_line_names_the_local_article_and_where_it_stands() -> None:
    line = lines(case(BB, MEANS, local=(FREE, PART, MONTHS)))["04_vrij_inkomen"]
    assert line.source == Source(title=f"{TITLE} art. 10 lid 3", url=TEXT.url, note="Gelezen.")
    assert line.basis.dutch() == "Participatiewet art. 35 lid 1"
    assert line.certainty is Certainty.VERIFIED


def test_that_a_page_without_article_is_named_as_it_is() -> None:
    page = replace(FREE, basis=LegalBasis(law="Participatiewet", article="35"), source=TEXT)
    line = lines(case(BB, MEANS, local=(page,)))["04_vrij_inkomen"]
    assert line.source.title == TITLE


def test_that_what_was_read_in_the_text_gives_no_warning() -> None:
    names = set(found(case(BB, MEANS, local=(FREE, PART, MONTHS))))
    assert not names & {"waarde_niet_nagelezen", "waarde_afgelopen"}


def test_that_a_value_known_by_a_summary_is_warned_about_with_its_note() -> None:
    unsure = replace(FREE, certainty=Certainty.SECONDARY, note="Verandert elk jaar.")
    finding = found(case(BB, MEANS, local=(unsure, PART, MONTHS)))["waarde_niet_nagelezen"]
    assert f"{TITLE} art. 10 lid 3" in finding.text
    assert finding.source.url == TEXT.url
    assert "Verandert elk jaar." in finding.source.note
    assert finding.step == 7


def test_that_a_value_of_national_law_or_of_the_organisation_is_not_a_local_one() -> None:
    for plugin in ("", "landelijk", "organisatie"):
        unsure = replace(FREE, certainty=Certainty.SECONDARY, plugin=plugin)
        names = found(case(BB, MEANS, local=(unsure, PART, MONTHS)))
        assert "waarde_niet_nagelezen" not in names


@pytest.mark.parametrize(("last", "warned"), [(date(2026, 9, 29), True), (None, False)])
def test_that_a_value_whose_period_ended_is_not_used_and_warned_about(
    last: date | None, warned: bool
) -> None:
    value = replace(FREE, valid=Period(date(2015, 1, 1), last))
    context = case(BB, MEANS, local=(value, PART, MONTHS))
    assert ("waarde_afgelopen" in found(context)) is warned
    assert (lines(context)["04_vrij_inkomen"].amount is None) is warned
    if warned:
        assert "29-09-2026" in found(context)["waarde_afgelopen"].text


@pytest.mark.parametrize("ended", [PART, MONTHS])
def test_that_each_part_of_the_draagkracht_says_what_ended(ended: Parameter) -> None:
    old = replace(ended, valid=Period(date(2015, 1, 1), date(2025, 12, 31)))
    known = tuple(item for item in (FREE, PART, MONTHS) if item is not ended)
    assert "waarde_afgelopen" in found(case(BB, MEANS, local=(*known, old)))


def test_that_the_share_of_assets_says_what_ended() -> None:
    share = local("vermogen_boven_grens_pct", Fraction(1))
    old = replace(share, valid=Period(date(2015, 1, 1), date(2025, 12, 31)))
    answers: Answers = {**MEANS, f"{BB}.vermogen": Money(1_000_000)}
    assert "waarde_afgelopen" in found(case(BB, answers, local=(FREE, PART, MONTHS, old)))


def test_that_more_texts_are_all_named() -> None:
    day = date(2026, 9, 1)
    second = replace(PART, basis=LegalBasis(law=TITLE, article="11"))
    national = replace(MONTHS, source=Source(title="Participatiewet"), plugin="landelijk")
    values = tuple(DatedValue(item, day) for item in (FREE, PART, second, national, None))
    assert source_of(values).title == f"{TITLE} art. 10 lid 3, art. 11; Participatiewet"


@pytest.mark.parametrize(
    ("says", "words"),
    [(True, "verlagen haar hier niet"), (False, "vul dan zelf de norm in"), (None, "")],
)
def test_that_the_norm_is_with_or_without_who_shares_costs(says: bool | None, words: str) -> None:
    known = () if says is None else (local("norm_zonder_kostendelers", says, "ja_nee"),)
    line = lines(case(BB, MEANS, local=known))["03_norm"]
    assert words in line.outcome
    assert (TITLE in line.source.title) is (says is not None)
