from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.months import monthly_of
from hardship_desk.documents.model import Paragraph, Table
from hardship_desk.domain.ids import OutcomeId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import DecisionSnapshot, LetterParagraph, ShownAnswer
from tests.builders_snapshot import rich_snapshot
from tests.unit.documents.papers_for_tests import TEXTS


def _paying(
    changes: dict[str, tuple[str, str]] | None = None, way: str = "termijnen"
) -> DecisionSnapshot:
    answers = {
        "bekend.betaalwijze": ("In termijnen", way),
        "bekend.betaaltermijn": ("6", ""),
        "bekend.per_maand": ("€ 68,34", ""),
        "bekend.eerste_dag": ("01-09-2026", ""),
        "bekend.laatste_dag": ("01-02-2027", ""),
        "bekend.inkomen": ("€ 1.400,00", ""),
        "bekend.elders": ("€ 50,00", ""),
    }
    answers |= changes or {}
    snapshot = rich_snapshot()
    kept = tuple(item for item in snapshot.answers if item.question not in answers)
    made = tuple(
        ShownAnswer(
            question=QuestionId(name),
            step=15,
            text="Vraag?",
            shown=shown,
            state="gegeven",
            choice=choice,
            printed="brief",
        )
        for name, (shown, choice) in answers.items()
        if shown
    )
    return replace(snapshot, answers=(*kept, *made))


def _table(snapshot: DecisionSnapshot) -> Table:
    blocks = build_letter(snapshot, TEXTS).blocks
    return next(item for item in blocks if isinstance(item, Table) and item.header)


def _said(snapshot: DecisionSnapshot) -> str:
    blocks = build_letter(snapshot, TEXTS).blocks
    return "\n".join(item.text for item in blocks if isinstance(item, Paragraph))


def test_that_the_letter_shows_what_is_left_each_month() -> None:
    assert _table(_paying()).rows == (
        ("Uw netto inkomen", "€ 1.400,00"),
        ("Dit betaalt u aan ons", "€ 68,34"),
        ("Dit houden anderen al in", "€ 50,00"),
        ("Dit houdt u over", "€ 1.281,66"),
        ("Dit duurt tot en met", "1 februari 2027"),
    )


def test_that_the_first_and_the_last_payment_are_named() -> None:
    said = _said(_paying())
    assert "U betaalt elke maand € 68,34, voor het eerst op 1 september 2026." in said
    assert "De laatste keer is dat € 68,30." in said


def test_that_withholding_is_called_so() -> None:
    snapshot = _paying(way="verrekening")
    assert _table(snapshot).rows[1][0] == "Dit houden wij in"
    assert "Wij houden elke maand € 68,34 in op uw uitkering" in _said(snapshot)


def test_that_an_unknown_amount_stays_asked_and_nothing_is_summed() -> None:
    rows = {row[0]: row[1] for row in _table(_paying({"bekend.elders": ("", "")})).rows}
    assert rows["Dit houden anderen al in"] == "[nog invullen: wat anderen inhouden]"
    assert "Dit houdt u over" not in rows


def test_that_one_payment_has_a_last_day_and_no_table() -> None:
    snapshot = _paying(way="ineens")
    assert "U betaalt uiterlijk op 1 september 2026." in _said(snapshot)
    with pytest.raises(StopIteration):
        _table(snapshot)


def test_that_who_pays_nothing_sees_no_table() -> None:
    for snapshot in (
        replace(_paying(), outcome_burdens=False),
        replace(_paying(), amount=None),
        _paying({"bekend.betaalwijze": ("", "")}),
    ):
        assert monthly_of(snapshot) is None


def test_that_collecting_a_debt_has_the_table_of_its_own_answers() -> None:
    outcome = OutcomeId("verrekenen")
    snapshot = replace(
        _paying(
            {
                "bekend.betaalwijze": ("", ""),
                "bekend.per_maand": ("", ""),
                "invordering.per_maand": ("€ 30,00", ""),
            }
        ),
        outcome=outcome,
        amount=None,
    )
    monthly = monthly_of(snapshot)
    assert monthly is not None
    assert (monthly.way, monthly.here, monthly.last_time) == ("verrekening", Money(3000), None)
    assert "Wij houden elke maand" not in _said(snapshot)


@pytest.mark.parametrize("months", ["", "0", "1", "7", "5"])
def test_that_a_last_payment_is_named_only_where_it_is_smaller(months: str) -> None:
    monthly = monthly_of(_paying({"bekend.betaaltermijn": (months, "")}))
    assert monthly is not None
    assert monthly.last_time is None
    assert monthly.first_day == date(2026, 9, 1)


def test_that_dates_in_sentences_of_plugins_are_written_out() -> None:
    told = LetterParagraph(section="waarom", text="Van 03-08-2020 tot en met 31-12-2020.")
    said = _said(replace(rich_snapshot(), letter_paragraphs=(told,)))
    assert "Van 3 augustus 2020 tot en met 31 december 2020." in said


def test_that_a_number_that_only_looks_like_a_date_is_left_alone() -> None:
    material = LetterMaterial(rich_snapshot(), TEXTS)
    for text in ("kenmerk 1-03-08-2020", "99-99-2020", "2020-08-03"):
        assert material.long_dates(text) == text
