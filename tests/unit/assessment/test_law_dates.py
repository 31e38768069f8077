"""What the dates of a decision say about its law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.assessment.law.dates import DatedLaw, dated_law, law_flags, outdated_since
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.plugin_api.context import ContextDates
from tests.unit.assessment.test_stated import provision

ROOT = Path(__file__).resolve().parents[3]
VERSIONS = (
    replace(provision(None, date(2025, 12, 31), "1"), anchor=Anchor.BESLUIT),
    replace(provision(date(2026, 2, 1), None, "2"), anchor=Anchor.BESLUIT),
)
KNOWN_UNTIL = date(2026, 12, 31)


def on(day: date | None) -> DatedLaw:
    return dated_law(["pw-proef", "pw-anders"], VERSIONS, ContextDates(besluit=day), KNOWN_UNTIL)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 31), DatedLaw(unread=("Participatiewet art. 1 lid 1",))),
        (date(2023, 1, 1), DatedLaw()),
        (date(2026, 1, 31), DatedLaw(unrecorded=("Participatiewet art. 1 lid 1",))),
        (date(2026, 2, 1), DatedLaw()),
        (date(2026, 12, 31), DatedLaw()),
        (date(2027, 1, 1), DatedLaw(outdated=date(2027, 1, 1))),
        (None, DatedLaw()),
    ],
)
def test_that_each_provision_is_taken_on_its_own_day(day: date | None, expected: DatedLaw) -> None:
    assert on(day) == expected


def test_that_without_a_last_known_day_no_day_is_beyond() -> None:
    assert dated_law((), (), ContextDates(besluit=date(2030, 1, 1)), None) == DatedLaw()


def test_that_each_trouble_gives_one_warning() -> None:
    texts = Texts.load_folder(ROOT / "resources" / "texts")
    law = DatedLaw(
        unread=("A",),
        unrecorded=("B",),
        beyond=(date(2027, 1, 1),),
        outdated=date(2027, 1, 1),
    )
    stale, *flags = law_flags(law, texts, KNOWN_UNTIL)
    assert (stale.id, stale.severity, stale.moment) == (
        "s13.wetsgegevens_oud",
        Severity.WAARSCHUWING,
        Moment.VASTSTELLEN,
    )
    assert "tot en met 31-12-2026" in stale.text
    assert "Vanaf 01-01-2027" in stale.text
    assert [flag.id for flag in flags] == [
        "s02.tekst_niet_gelezen",
        "s02.geen_tekst",
        "s02.recht_nog_niet_bekend",
    ]
    assert "01-01-2027" in flags[2].text
    assert law_flags(DatedLaw(), texts) == ()


@pytest.mark.parametrize(
    ("known_until", "decided_on", "since"),
    [
        (date(2026, 6, 30), date(2026, 6, 30), None),
        (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 1)),
        (date(2026, 6, 30), date(2026, 12, 31), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2026, 12, 31), None),
        (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 6, 30), None),
        (None, date(2027, 1, 1), None),
        (date(2026, 12, 31), None, None),
    ],
)
def test_that_law_from_before_the_last_first_of_january_or_july_is_outdated(
    known_until: date | None, decided_on: date | None, since: date | None
) -> None:
    assert outdated_since(decided_on, known_until) == since


def test_that_the_day_of_another_anchor_is_still_told() -> None:
    dates = ContextDates(besluit=date(2027, 1, 1), melding=date(2027, 1, 1))
    found = dated_law((), (), dates, KNOWN_UNTIL)
    assert found == DatedLaw(beyond=(date(2027, 1, 1),), outdated=date(2027, 1, 1))
