"""Searching the shipped reference by words and by day, without a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.texts import Texts
from hardship_desk.plugin_api import Provision
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.services.reference import Entry, EntryKind, ReferenceService

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def reference() -> ReferenceService:
    plugins = load_plugins(ROOT / "plugins")
    questionnaire = load_questionnaire(ROOT / "resources" / "questionnaires", plugins.parts)
    return ReferenceService(RuleEngine(questionnaire, plugins, Texts({})))


def test_that_everything_is_found_without_words(reference: ReferenceService) -> None:
    every = reference.find("")
    assert len({entry.key for entry in every}) == len(every)
    counts = {kind: len(reference.find("", kind)) for kind in EntryKind}
    assert counts[EntryKind.PROVISION] >= 91
    assert counts[EntryKind.CONFLICT] >= 30
    assert counts[EntryKind.RULING] >= 74
    assert sum(counts.values()) == len(every)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("5:53", "bepaling:awb-5-53-rapport-en-horen:"),
        ("56a", "bepaling:pw-56a-betalingen-statushouder:"),
        ("6:19 BEZWAAR", "bepaling:awb-6-19-nieuw-besluit:"),
        ("ECLI:NL:CRVB:2016:12", "uitspraak:ECLI:NL:CRVB:2016:12"),
        ("briefadres energietoeslag", "botsing:c-briefadres"),
    ],
)
def test_that_an_article_ecli_or_word_finds_its_entry(
    reference: ReferenceService, words: str, key: str
) -> None:
    assert key in {entry.key for entry in reference.find(words)}


def test_that_an_article_in_the_name_comes_before_one_in_the_text(
    reference: ReferenceService,
) -> None:
    first = reference.find("58 lid 8")[0]
    assert first.key.startswith("bepaling:pw-58-8")


def test_that_nonsense_finds_nothing(reference: ReferenceService) -> None:
    assert reference.find("zzzz qqqq") == ()
    assert reference.entry("zzzz") is None
    assert reference.provision_on("zzzz", date(2026, 1, 1)) is None
    assert reference.provision_for("zzzz", lambda _item: date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "start"), [(date(2025, 12, 31), ""), (date(2026, 1, 1), "2026-01-01")]
)
def test_that_the_version_of_the_day_is_taken(
    reference: ReferenceService, day: date, start: str
) -> None:
    entry = reference.provision_on("pw-52-voorschot", day)
    assert entry is not None
    assert entry.key.endswith(f":{start}")
    assert entry.holds_on(day)
    [other] = reference.versions_of(entry)
    assert not other.holds_on(day)


def test_that_the_newest_version_is_shown_where_none_held(reference: ReferenceService) -> None:
    entry = reference.provision_on("pw-34b-bufferbudget", date(2020, 1, 1))
    assert entry is not None
    assert not entry.holds_on(date(2020, 1, 1))


def test_that_the_anchor_of_the_provision_chooses_the_day(reference: ReferenceService) -> None:
    def day_of(item: object) -> date:
        assert isinstance(item, Provision)
        return date(2025, 6, 1) if item.anchor.value == "melding" else date(2026, 6, 1)

    entry = reference.provision_for("pw-52-voorschot", day_of)
    assert entry is not None
    assert entry.holds_on(date(2025, 6, 1))


def test_that_a_ruling_has_no_versions(reference: ReferenceService) -> None:
    ruling = reference.ruling("ECLI:NL:CRVB:2016:12")
    assert isinstance(ruling, Entry)
    assert reference.versions_of(ruling) == ()
    assert ruling.holds_on(date(1990, 1, 1))


def test_that_texts_of_2027_were_not_yet_known(reference: ReferenceService) -> None:
    assert not reference.is_beyond_known(date(2026, 12, 31))
    assert reference.is_beyond_known(date(2027, 1, 1))
    assert reference.first_unknown_day() == date(2027, 1, 1)
