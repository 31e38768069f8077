"""Taking law in, going back, and refusing: what is refused changes nothing, not even a file."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.assessment.law.history import (
    SHIPPED,
    LawInUse,
    StepKind,
    law_with,
)
from hardship_desk.assessment.law.package import read_package
from hardship_desk.assessment.plugins.shelf import fill_shelf
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import PackageError, WriteError
from hardship_desk.domain.money import Money
from hardship_desk.exchange.law_package_store import STEPS, LawPackageFiles
from hardship_desk.law_setup import on_examples
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.plugin_api.manifest import ProblemEffect
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.law_packages import offer_of
from tests.unit.assessment.law_folders import (
    NORM,
    SIGNED,
    OneHourLater,
    law_in,
    norm,
    nothing_fails,
    package,
    service,
    shipped,
    store,
    take_in,
)
from tests.unit.assessment.shelves import ROOT, SameForAll, places

DAY = date(2027, 2, 1)


def value(law: LawInUse, day: date = DAY) -> object:
    table = ParameterTable(tuple(place.item for place in law.law.contents.parameters))
    held = table.lookup(NORM, day)
    return held.value if held else None


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("wetspakketten/*"))}


def test_that_a_package_counts_from_the_next_start(tmp_path: Path) -> None:
    running = service(tmp_path)
    preview = running.preview(package(tmp_path))
    assert preview.package is not None
    assert [change.key for change in preview.changes] == [NORM]
    assert files_in(tmp_path) == {}
    running.take_in(preview.package)
    assert running.waits_for_start()
    assert value(running.in_use) is None
    assert running.known_until() == date(2026, 12, 31)
    again = service(tmp_path)
    assert not again.waits_for_start()
    assert value(again.in_use) == Money(145025)
    assert again.known_until() == date(2027, 6, 30)
    assert again.can_roll_back()


def test_that_packages_lie_side_by_side_and_one_goes_back_one(tmp_path: Path) -> None:
    take_in(tmp_path, package(tmp_path))
    second = package(
        tmp_path, "tweede", version="2027.2.0", until="2027-12-31", parameters=norm("1475", end="")
    )
    found = take_in(tmp_path, second)
    assert value(found.in_use) == Money(147500)
    assert [(item.version, item.is_active, item.is_whole) for item in found.stored()] == [
        ("2027.1.0", False, True),
        ("2027.2.0", True, True),
    ]
    preview = found.preview_rollback()
    assert next((change.old, change.new) for change in preview.changes) == (
        Money(147500),
        Money(145025),
    )
    assert found.roll_back().startswith("normen-2027.1.0-")
    found = service(tmp_path)
    assert value(found.in_use) == Money(145025)
    assert found.roll_back() == SHIPPED
    found = service(tmp_path)
    assert value(found.in_use) is None
    assert not found.can_roll_back()
    with pytest.raises(PackageError, match="wetspakket_niets_terug"):
        found.roll_back()
    assert value(take_in(tmp_path, second).in_use) == Money(147500)


@pytest.mark.parametrize(
    ("version", "until", "reasons"),
    [
        ("2027.1.0", "2027-06-30", ["not_newer_than_active 2027.1.0"]),
        (
            "2027.0.9",
            "2027-06-29",
            ["not_newer_than_active 2027.1.0", "older_than_active 30-06-2027"],
        ),
        ("2027.1.1", "2027-06-30", []),
        ("2026.9.9", "2026-12-30", ["older_than_program 31-12-2026"]),
    ],
)
def test_that_only_a_newer_package_is_taken_in(
    tmp_path: Path, version: str, until: str, reasons: list[str]
) -> None:
    take_in(tmp_path, package(tmp_path))
    before = files_in(tmp_path)
    other = package(tmp_path, "ander", version=version, until=until)
    found = [item.reason for item in service(tmp_path).preview(other).problems]
    assert [reason for reason in reasons if reason not in found] == []
    assert bool(found) is bool(reasons)
    assert files_in(tmp_path) == before


def test_that_what_the_rules_cannot_work_with_is_refused(tmp_path: Path) -> None:
    wrong = FileProblem("wetspakket", "voorbeeld", "rules_fail TypeError")
    found = service(tmp_path, lambda _law: (wrong,))
    assert found.preview(package(tmp_path)).problems == (wrong,)
    assert found.check(package(tmp_path)) == (wrong,)
    assert service(tmp_path).check(package(tmp_path)) == ()
    (tmp_path / "leeg").mkdir()
    assert [item.reason for item in found.check(tmp_path / "leeg")] == ["missing"]


def test_that_shipped_examples_run_with_a_package(tmp_path: Path) -> None:
    texts = Texts.load_folder(ROOT / "resources" / "texts")
    try_law = on_examples(ROOT / "resources", texts)
    law = service(tmp_path, nothing_fails).preview(package(tmp_path)).law
    assert law is not None
    assert try_law(law) == ()
    assert try_law(LawInUse(law=law.law, problem="wetspakket_onbruikbaar"))[0].reason == (
        "rules_fail wetspakket_onbruikbaar"
    )


def test_that_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    def full(path: Path, data: bytes) -> None:  # the port gives the names
        raise WriteError("schijf_vol")

    found = service(tmp_path).preview(package(tmp_path)).package
    assert found is not None
    kept = LawPackageFiles(tmp_path / "wetspakketten", full)
    with pytest.raises(WriteError):
        kept.take_in("a.zip", b"x", OneHourLater().now())
    assert files_in(tmp_path) == {}


def test_that_a_package_that_is_not_named_does_not_count(tmp_path: Path) -> None:
    """As after a crash between the two files."""
    whole = package(tmp_path)
    place = store(tmp_path).file_of("normen-2027.1.0-abc.zip")
    place.parent.mkdir()
    place.write_bytes(whole.read_bytes())
    assert law_in(tmp_path) == LawInUse(law=shipped())
    [kept] = service(tmp_path).stored()
    assert (kept.is_active, kept.is_whole) == (False, True)


def test_that_a_damaged_package_in_use_asks_a_reason_of_every_decision(tmp_path: Path) -> None:
    found = take_in(tmp_path, package(tmp_path))
    [name] = store(tmp_path).names()
    store(tmp_path).file_of(name).write_bytes(b"kapot")
    law = law_in(tmp_path)
    assert (law.problem, law.package) == ("wetspakket_onbruikbaar", None)
    shelf = fill_shelf(places(), SameForAll(), None, lambda _law: law)
    [problem] = shelf.plugins.problems
    assert problem.effect is ProblemEffect.ASKS_REASON
    assert problem.touches("GM0363")  # type: ignore[arg-type]  # a code as text
    [kept] = found.stored()
    assert not kept.is_whole
    assert kept.version == ""
    newer = package(tmp_path, "nieuwer", version="2027.1.1")
    assert value(take_in(tmp_path, newer).in_use) == Money(145025)


def test_that_an_overtaken_package_counts_no_more_and_harms_nothing(tmp_path: Path) -> None:
    path = package(tmp_path, until="2026-12-30")
    law = law_with(shipped(), "x", lambda _name, national: read_package(path, national, SIGNED))
    assert (law.problem, law.package, law.problems()) == ("wetspakket_ingehaald", None, ())


@pytest.mark.parametrize(
    "text",
    [
        "geen json",
        "[]",
        "{}",
        '{"stappen": [{"soort": "ingevoerd"}]}',
        '{"stappen": [{"soort": "anders", "pakket": "a", "op": "2026-01-01T00:00:00+00:00"}]}',
        '{"stappen": [{"soort": "ingevoerd", "pakket": "../a", "op": "2026-01-01T00:00:00+00:00"}]}',
        '{"stappen": [{"soort": "ingevoerd", "pakket": "a", "op": "2026-01-01T00:00:00"}]}',
    ],
)
def test_that_damaged_steps_are_told(tmp_path: Path, text: str) -> None:
    kept = store(tmp_path)
    kept.folder.mkdir()
    (kept.folder / STEPS).write_text(text)
    with pytest.raises(PackageError, match="wetspakket_stand_onleesbaar"):
        kept.steps()


def test_that_the_law_of_a_moment_is_that_of_the_start_before_it(tmp_path: Path) -> None:
    clock = OneHourLater()
    moments = [clock.now() for _ in range(6)]
    kept = store(tmp_path)
    assert (kept.steps().active, kept.steps().before) == (SHIPPED, SHIPPED)
    kept.take_in("a", b"", moments[0])
    assert kept.steps().at(moments[5]) == SHIPPED
    assert kept.begin(moments[1]) == kept.steps()
    kept.take_in("b", b"", moments[2])
    kept.begin(moments[3])
    kept.roll_back(moments[4])
    kept.begin(moments[5])
    steps = kept.begin(moments[5])
    assert [steps.at(moment) for moment in moments] == [SHIPPED, "a", "a", "b", "b", "a"]
    assert (steps.active, steps.before) == ("a", SHIPPED)
    assert [step.kind for step in steps.steps] == [
        StepKind.TAKEN_IN,
        StepKind.TAKEN_IN,
        StepKind.ROLLED_BACK,
    ]


def test_that_the_folder_of_the_organisation_is_looked_at_and_left(tmp_path: Path) -> None:
    ready = tmp_path / "klaar"
    ready.mkdir()
    assert service(tmp_path).offers() == ()
    found = service(tmp_path, folder=ready / "weg")
    assert found.offers() == ()
    for number in range(1, 21):
        until = "2027-06-30" if number > 1 else "2026-06-30"
        made = package(tmp_path, f"p{number}", version=f"2027.{number}.0", until=until)
        made.rename(ready / made.name)
    (ready / "zip.txt").write_text("geen pakket")
    found = service(tmp_path, folder=ready)
    started = time.process_time()
    offers = found.offers()
    took = time.process_time() - started
    assert [offer.version for offer in offers][:2] == ["2027.20.0", "2027.19.0"]
    assert len(offers) == 19
    assert took < 0.05
    assert found.stored() == ()
    take_in(tmp_path, ready / "p19.zip")
    assert [item.version for item in service(tmp_path, folder=ready).offers()] == ["2027.20.0"]


@pytest.mark.parametrize(
    "manifest",
    ["", "version = 1", 'version = "1.0.0"', 'version = "x"\ntexts_known_until = 1', "["],
)
def test_that_what_says_nothing_of_itself_is_not_offered(tmp_path: Path, manifest: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("wetspakket.toml", manifest)
    assert offer_of(path) is None
