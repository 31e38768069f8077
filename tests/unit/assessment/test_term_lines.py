"""Terms as lines: six weeks with the Algemene termijnenwet, three months with the end of a month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.term_lines import TermDays, TermLines
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.legal_basis import Certainty

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def terms() -> TermLines:
    plugins = load_plugins(ROOT / "plugins").plugins
    provisions = tuple(item for plugin in plugins for item in plugin.provisions)
    return TermLines(provisions, Texts.load_folder(ROOT / "resources" / "texts"))


def bezwaar(terms: TermLines, sent: date) -> tuple[CalculationLine, ...]:
    return terms.computations(TermDays(sent=sent))[0].lines


def review(terms: TermLines, decided: date) -> CalculationLine:
    return terms.computations(TermDays(decided=decided))[1].lines[0]


@pytest.mark.parametrize(
    ("sent", "last", "sure"),
    [
        (date(2026, 11, 13), "28-12-2026", Certainty.VERIFIED),
        (date(2026, 11, 20), "04-01-2027", Certainty.VERIFIED),
        (date(2026, 11, 24), "05-01-2027", Certainty.VERIFIED),
        (date(2027, 2, 12), "30-03-2027", Certainty.VERIFIED),
        (date(2027, 3, 16), "28-04-2027", Certainty.VERIFIED),
        (date(2027, 3, 26), "10-05-2027", Certainty.SECONDARY),
        (date(2025, 11, 21), "05-01-2026", Certainty.SECONDARY),
        (date(2026, 4, 3), "18-05-2026", Certainty.SECONDARY),
        (date(2029, 1, 15), "26-02-2029", Certainty.UNVERIFIED),
    ],
)
def test_that_the_last_day_is_a_working_day_and_says_how_sure(
    terms: TermLines, sent: date, last: str, sure: Certainty
) -> None:
    line = bezwaar(terms, sent)[-1]
    assert line.outcome.endswith(f"De laatste dag is {last}.")
    assert line.certainty is sure
    assert line.basis.law == "Algemene termijnenwet"
    assert line.source.title


@pytest.mark.parametrize(
    ("decided", "last", "cut"),
    [
        (date(2026, 11, 30), "28-02-2027", True),
        (date(2027, 11, 30), "29-02-2028", True),
        (date(2026, 11, 24), "24-02-2027", False),
        (date(2026, 12, 31), "31-03-2027", False),
    ],
)
def test_that_three_months_are_cut_off_at_the_end_of_a_month(
    terms: TermLines, decided: date, last: str, cut: bool
) -> None:
    line = review(terms, decided)
    assert f"uiterlijk {last}" in line.outcome
    assert ("laatste dag van die maand" in line.outcome) is cut
    assert line.basis.dutch().startswith("Participatiewet art. 18 lid 3")


def test_that_a_day_that_is_not_known_is_asked(terms: TermLines) -> None:
    for computation in terms.computations(TermDays()):
        [line] = computation.lines
        assert line.outcome == "onbekend: vul de dag in"
        assert line.inputs == ()


def test_that_every_line_has_an_article_a_source_and_a_certainty(terms: TermLines) -> None:
    days = TermDays(sent=date(2026, 11, 13), decided=date(2026, 11, 30))
    for computation in terms.computations(days):
        for line in computation.lines:
            assert line.basis.article
            assert line.source.url
            assert line.certainty.may_be_default


def test_that_a_missing_provision_is_our_mistake(terms: TermLines) -> None:
    with pytest.raises(KeyError):
        TermLines((), terms.texts).computations(TermDays())
