"""The national provisions, conflicts and rulings that are shipped."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.loader import LoadedPlugin, load_plugins
from hardship_desk.assessment.reference import search
from hardship_desk.domain.legal_basis import Certainty, LegalBasis
from hardship_desk.plugin_api import Conflict, Provision, ReadHow, Ruling, provision_on
from hardship_desk.plugin_api.catalogue import CaseLaw
from hardship_desk.questionnaire.loader import load_questionnaire

ROOT = Path(__file__).resolve().parents[3]
# `elk_besluit` is every type; the others are the types of decision the program knows or will know.
TYPES = frozenset(
    [
        "elk_besluit",
        "boete",
        "terugvordering",
        "herziening_intrekking",
        "invordering",
        "kwijtschelding",
        "maatregel",
        "afstemming",
        "bijzondere_bijstand",
        "zeer_dringende_redenen",
        "ontheffing",
        "kostendelersnorm",
        "zoektermijn_jongeren",
        "giften_middelen",
        "voorschot_terugwerkend",
        "afwijking_beleidsregel",
        "bezwaar",
    ]
)
BINDINGS = frozenset(
    ["moet", "kan", "moet_toetsen", "moet_met_beoordelingsruimte", "gemengd", "verwijzing"]
)
ECLI = re.compile(r"ECLI:NL:[A-Z]{2,8}:\d{4}:[A-Z]{0,2}\d+")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
SURE = (Certainty.VERIFIED, Certainty.SECONDARY, Certainty.DERIVED, Certainty.UNVERIFIED)


@pytest.fixture(scope="module")
def national() -> LoadedPlugin:
    loaded = load_plugins(ROOT / "plugins")
    assert loaded.problems == ()
    [plugin] = [item for item in loaded.plugins if item.manifest.id == "landelijk"]
    return plugin


@pytest.fixture(scope="module")
def ids(national: LoadedPlugin) -> set[str]:
    return {item.id for item in national.provisions}


def entries(national: LoadedPlugin) -> tuple[Provision | Conflict | Ruling, ...]:
    return (*national.provisions, *national.conflicts, *national.rulings)


def test_that_nothing_was_lost(national: LoadedPlugin, ids: set[str]) -> None:
    assert len(ids) == 82
    assert len(national.provisions) == 91
    assert len(national.conflicts) == 30
    assert len(national.rulings) == 74


def test_that_every_entry_has_a_source_and_a_certainty(national: LoadedPlugin) -> None:
    for entry in entries(national):
        assert entry.source.title
        assert entry.certainty in SURE


def test_that_every_entry_names_known_types_of_decision(national: LoadedPlugin) -> None:
    for entry in entries(national):
        assert entry.applies_to
        assert set(entry.applies_to) <= TYPES


def test_that_every_type_of_decision_has_provisions_of_its_own(national: LoadedPlugin) -> None:
    found = {kind for item in national.provisions for kind in item.applies_to}
    assert found == TYPES


def test_that_ids_are_not_used_twice(national: LoadedPlugin) -> None:
    conflicts = Counter(item.id for item in national.conflicts)
    rulings = Counter(item.ecli or item.reference for item in national.rulings)
    assert set(conflicts.values()) == set(rulings.values()) == {1}


def test_that_no_two_versions_of_a_provision_share_a_day(national: LoadedPlugin) -> None:
    pairs = combinations(national.provisions, 2)
    assert [a.id for a, b in pairs if a.id == b.id and a.overlaps(b)] == []


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("pw-52-voorschot", date(2025, 12, 31), "90 procent"),
        ("pw-52-voorschot", date(2026, 1, 1), "95 procent"),
        ("pw-31-middelen", date(2025, 12, 31), "vast bedrag stond er niet"),
        ("pw-31-middelen", date(2026, 6, 30), "staat niet vast"),
        ("pw-31-middelen", date(2026, 7, 1), "onderdeel s"),
        ("pw-20-3-jongerennorm", date(2025, 12, 31), "bijzondere bijstand"),
        ("pw-20-3-jongerennorm", date(2026, 1, 1), "verhoogt de gemeente"),
        ("pw-44-5-terugwerkende-kracht", date(2026, 1, 1), "drie maanden"),
        ("pw-22a-kostendelersnorm", date(2026, 1, 1), "mantelzorg"),
    ],
)
def test_that_the_law_of_the_day_is_found(
    national: LoadedPlugin, name: str, day: date, words: str
) -> None:
    found = provision_on(national.provisions, name, day)
    assert found is not None
    assert words in found.gist


def test_that_what_began_with_a_change_of_law_is_not_there_before_it(
    national: LoadedPlugin,
) -> None:
    assert provision_on(national.provisions, "pw-24a-ophoging-ouder", date(2025, 12, 31)) is None
    assert provision_on(national.provisions, "pw-34b-bufferbudget", date(2025, 12, 31)) is None


def test_that_every_provision_asks_binds_and_says_what_to_motivate(national: LoadedPlugin) -> None:
    for item in national.provisions:
        assert item.elements
        assert item.motivation
        assert item.binding in BINDINGS


def test_that_what_questions_types_and_flags_lean_on_exists(
    national: LoadedPlugin, ids: set[str]
) -> None:
    questionnaire = load_questionnaire(ROOT / "resources" / "questionnaires", (national.parts,))
    leaned = {question.basis for step in questionnaire.steps for question in step.questions}
    leaned |= {name for kind in questionnaire.types for name in kind.provisions}
    leaned |= {flag.basis for flag in questionnaire.flags if ID.fullmatch(flag.basis)}
    assert sorted(leaned - ids) == []


def test_that_what_conflicts_and_rulings_lean_on_exists(
    national: LoadedPlugin, ids: set[str]
) -> None:
    named = {name for item in national.conflicts for name in item.provisions}
    named |= {name for item in national.rulings for name in item.provisions}
    assert sorted(named - ids) == []
    assert [item.ecli for item in national.rulings if not (item.provisions or item.articles)] == []


def test_that_every_conflict_says_what_to_do_and_whom_to_ask(national: LoadedPlugin) -> None:
    for item in national.conflicts:
        assert item.options
        assert item.contact
        assert item.provisions
        assert item.valid_until is None or item.solved_by


def test_that_a_ruling_known_by_a_summary_is_at_most_secondary(national: LoadedPlugin) -> None:
    summaries = [item for item in national.rulings if item.read_how is ReadHow.SUMMARY]
    assert len(summaries) == 66
    assert Certainty.VERIFIED not in {item.certainty for item in summaries}


def test_that_case_law_is_never_surer_than_the_ruling(national: LoadedPlugin) -> None:
    unsure = {item.ecli for item in national.rulings if item.certainty is not Certainty.VERIFIED}
    surer = [
        (provision.id, case.ecli)
        for provision in national.provisions
        for case in provision.case_law
        if case.ecli in unsure and case.certainty is Certainty.VERIFIED
    ]
    assert surer == []


def test_that_eclis_are_written_as_eclis_and_days_agree(national: LoadedPlugin) -> None:
    days = {item.ecli: item.on for item in national.rulings if item.ecli}
    for case in cases(national):
        assert ECLI.fullmatch(case.ecli)
        assert case.on == days.get(case.ecli, case.on)
    for item in national.rulings:
        assert not item.ecli or ECLI.fullmatch(item.ecli)


def cases(national: LoadedPlugin) -> tuple[CaseLaw, ...]:
    return tuple(case for item in national.provisions for case in item.case_law)


def test_that_no_sentence_is_empty_or_very_long(national: LoadedPlugin) -> None:
    texts = [item.gist for item in national.provisions]
    texts += [item.clash for item in national.conflicts]
    texts += [text for item in national.rulings for text in (item.gist, item.lesson)]
    long = [
        sentence
        for text in texts
        for sentence in re.split(r"(?<=[.!?;:]) ", text)
        if len(sentence.split()) > 30
    ]
    assert long == []


def test_that_the_shipped_reference_is_found_by_words(national: LoadedPlugin) -> None:
    assert "pw-52-voorschot" in {
        item.id for item in search(national.provisions, "VOORSCHOT lening")
    }
    assert [item.id for item in search(national.conflicts, "studietoeslag wajong")] == [
        "c-wajong-studietoeslag"
    ]
    assert search(national.rulings, "crvb:2016:12")


def test_that_a_basis_can_be_printed(national: LoadedPlugin) -> None:
    assert all(isinstance(item.basis, LegalBasis) for item in national.provisions)
    assert all(item.basis.dutch() for item in national.provisions)
