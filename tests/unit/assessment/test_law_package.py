"""A wetspakket: what is read, what is refused, and how it is joined to the law that is shipped."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardship_desk.assessment.law.changes import ChangeKind, LawChange, law_changes
from hardship_desk.assessment.law.history import LawInUse
from hardship_desk.assessment.law.joining import is_overtaken, joined, left_over
from hardship_desk.assessment.law.package import PACKAGE_MANIFEST, SIGNATURE, LawPackage
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.assessment.plugins.shelf import national_law
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.money import Money
from hardship_desk.exchange.law_keys_file import LAW, ORGANISATION
from hardship_desk.exchange.package_signing import signature_of, signed_by
from hardship_desk.exchange.plugin_list_file import new_signing_key
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.plugin_api.context import ContextDates
from tests.unit.assessment.law_folders import (
    NORM,
    PRIVATE,
    PUBLIC,
    SIGNED,
    law_in,
    mistakes,
    norm,
    package,
    read,
    sealed,
    shipped,
    write_package,
)

PROVISION = """[[provision]]
id = "{name}"
kind = "wet"
binding = "dwingend"
applies_to = []
gist = "Nieuw."
motivation = []
anchor = "{anchor}"
seen_from = 2027-01-01
valid_from = 2027-01-01
certainty = "verified"
basis = {{ law = "Participatiewet", article = "52" }}
source = {{ title = "Tekst per 1-1-2027" }}
"""
CONFLICT = """[[conflict]]
id = "{name}"
title = "Nieuw"
provisions = ["{provision}"]
articles = []
clash = "Zij botsen anders."
options = []
contact = []
applies_to = []
anchor = "{anchor}"
seen_from = 2027-01-01
valid_from = 2027-01-01
certainty = "verified"
source = {{ title = "Tekst" }}
"""
RULING = """[[ruling]]
ecli = "{ecli}"
court = "CRvB"
year = 2027
applies_to = []
provisions = ["{provision}"]
articles = []
outcome = "onbekend"
gist = "Nieuw."
lesson = "Nieuwe les."
read_how = "volledig"
certainty = "verified"
source = {{ title = "Rechtspraak" }}
"""


def found(path: Path) -> LawPackage:
    read_now = read(path)
    assert read_now.package is not None, read_now.problems
    return read_now.package


def values(law: ReadPlugin, name: str = NORM) -> list[Parameter]:
    return [place.item for place in law.contents.parameters if place.item.name == name]


def on(law: ReadPlugin, day: date, name: str = NORM) -> object:
    held = ParameterTable(tuple(values(law, name))).lookup(name, day)
    return held.value if held else None


def changes(path: Path) -> list[LawChange]:
    return list(law_changes(shipped(), joined(shipped(), found(path))))


def test_that_a_new_norm_holds_on_its_own_days_only(tmp_path: Path) -> None:
    law = joined(shipped(), found(package(tmp_path)))
    before = on(shipped(), date(2026, 12, 31))
    assert isinstance(before, Money)
    assert on(law, date(2026, 12, 31)) == before
    assert on(law, date(2027, 1, 1)) == Money(145025)
    assert on(law, date(2027, 6, 30)) == Money(145025)
    assert on(law, date(2027, 7, 1)) is None
    assert law.manifest is not None
    assert law.manifest.texts_known_until == date(2027, 6, 30)


def test_that_a_correction_takes_the_place_of_a_value_on_its_days(tmp_path: Path) -> None:
    path = package(tmp_path, parameters=norm("1000", "2026-08-01", "2026-08-31"))
    law = joined(shipped(), found(path))
    days = (date(2026, 7, 31), date(2026, 8, 1), date(2026, 8, 31), date(2026, 9, 1))
    old = on(shipped(), days[0])
    assert [on(law, day) for day in days] == [old, Money(100000), Money(100000), old]
    [change] = changes(path)
    assert (change.kind, change.key, change.old, change.new) == (
        ChangeKind.VALUE,
        NORM,
        old,
        Money(100000),
    )
    assert (change.start, change.end) == (date(2026, 8, 1), date(2026, 8, 31))
    assert change.source is not None
    assert change.source.title == "Proeftekst per 1-1-2027"


def test_that_a_value_can_be_taken_back_to_unknown(tmp_path: Path) -> None:
    text = norm('"onbekend"', "2026-07-01", "").replace('"verified"', '"onbekend"')
    law = joined(shipped(), found(package(tmp_path, parameters=text)))
    assert on(law, date(2026, 7, 1)) is None
    assert on(law, date(2026, 6, 30)) == on(shipped(), date(2026, 6, 30))


def test_that_whether_a_value_is_local_stays_as_shipped(tmp_path: Path) -> None:
    parameters = tuple(
        replace(place, item=replace(place.item, local=place.item.name == NORM))
        for place in shipped().contents.parameters
    )
    law = replace(shipped(), contents=replace(shipped().contents, parameters=parameters))
    assert all(item.local for item in values(joined(law, found(package(tmp_path)))))
    assert not any(item.local for item in values(joined(shipped(), found(package(tmp_path)))))


def test_that_texts_rulings_conflicts_and_provisions_are_joined(tmp_path: Path) -> None:
    law = shipped()
    provision = next(place.item for place in law.contents.provisions)
    conflict, ruling = law.contents.conflicts[0], law.contents.rulings[0]
    theme = next(key for key in law.texts if "{" not in law.texts[key] and key.startswith("boete."))
    path = package(
        tmp_path,
        provisions=PROVISION.format(name=provision.id, anchor=provision.anchor.value),
        conflicts=CONFLICT.format(
            name=conflict.id, provision=provision.id, anchor=conflict.anchor.value
        ),
        rulings=RULING.format(ecli=ruling.ecli, provision=provision.id),
        texts__boete=f'"{theme.removeprefix("boete.")}" = "Nieuwe zin."',
    )
    new = joined(law, found(path))
    versions = [p.item for p in new.contents.provisions if p.item.id == provision.id]
    assert [item.gist for item in versions if item.holds_on(date(2027, 1, 1))] == ["Nieuw."]
    assert provision.gist in [item.gist for item in versions if item.holds_on(date(2026, 12, 31))]
    clashes = [item for item in new.contents.conflicts if item.id == conflict.id]
    assert [item.clash for item in clashes if item.holds_on(date(2027, 1, 1))] == [
        "Zij botsen anders."
    ]
    assert len(new.contents.rulings) == len(law.contents.rulings)
    assert new.texts[theme] == "Nieuwe zin."
    kinds = {change.kind for change in law_changes(law, new)}
    assert kinds == {
        ChangeKind.PROVISION,
        ChangeKind.CONFLICT,
        ChangeKind.RULING,
        ChangeKind.TEXT,
    }


def test_that_a_package_is_named_beside_the_law(tmp_path: Path) -> None:
    made = found(package(tmp_path))
    plugins = national_law(LawInUse(law=joined(shipped(), made), package=made))
    assert [item.manifest.id for item in plugins.plugins] == ["landelijk", "wetspakket"]
    assert plugins.plugins[1].use.sha256 == made.sha256
    assert plugins.plugins[1].manifest.version == "2027.1.0"
    assert plugins.problems == ()


@pytest.mark.parametrize(
    ("until", "law_version", "overtaken"),
    [
        ("2026-12-30", "9.0.0", True),
        ("2026-12-31", "1.0.0", False),
        ("2026-12-31", "0.9.0", True),
        ("2027-06-30", "0.1.0", False),
    ],
)
def test_that_newer_law_in_the_program_goes_before_a_package(
    tmp_path: Path, until: str, law_version: str, *, overtaken: bool
) -> None:
    from tests.unit.assessment.law_folders import MANIFEST

    text = MANIFEST.format(version="1.0.0", until=until).replace(
        'law_version = "1.0.0"', f'law_version = "{law_version}"'
    )
    made = found(package(tmp_path, manifest=text, parameters=norm()))
    assert is_overtaken(made, shipped()) is overtaken


@pytest.mark.parametrize(
    ("files", "mistake"),
    [
        ({"parameters": norm(name="norm.bestaat_niet")}, "unknown_parameter"),
        ({"parameters": norm().replace('"euro"', '"procent"')}, "other_unit euro"),
        ({"parameters": norm().replace('"besluit"', '"gedraging"')}, "other_anchor besluit"),
        ({"parameters": norm("-1")}, "negative_value"),
        ({"parameters": norm(), "parameters__nog": norm("2")}, "two_values_on_one_day"),
        ({"texts": 'bestaat_niet = "x"'}, "unknown_text"),
        ({"rulings": RULING.format(ecli="ECLI:NL:X:2027:1", provision="x")}, "unknown_provision x"),
        ({"questions": "a = 1"}, "unknown_file"),
        ({"parameters": "kapot ["}, "not_toml"),
        ({"parameters": norm().replace("source", "bron")}, "missing"),
    ],
)
def test_that_what_does_not_fit_the_law_is_refused(
    tmp_path: Path, files: dict[str, str], mistake: str
) -> None:
    assert mistake in " | ".join(mistakes(package(tmp_path, **files)))


def test_that_a_sentence_keeps_its_slots(tmp_path: Path) -> None:
    key, sentence = next(
        (key, text)
        for key, text in shipped().texts.items()
        if text.count("{") == 1 and "." not in key.partition(".")[2] and "." in key
    )
    theme, _, name = key.partition(".")
    wrong = package(tmp_path, **{f"texts__{theme}": f"{name} = 'Zonder plek.'"})
    assert "other_slots" in " ".join(mistakes(wrong))
    slot = sentence[sentence.index("{") : sentence.index("}") + 1]
    for text in (f"Anders {slot} {{x", f"Anders {slot[:-1]}!r}}"):
        other = package(tmp_path, "ander", **{f"texts__{theme}": f"{name} = '{text}'"})
        assert "other_slots" in " ".join(mistakes(other))
    right = package(tmp_path, "goed", **{f"texts__{theme}": f"{name} = 'Anders: {slot}.'"})
    assert mistakes(right) == []


def test_that_a_choice_no_rule_knows_is_refused(tmp_path: Path) -> None:
    choice = next(
        place.item for place in shipped().contents.parameters if isinstance(place.item.value, str)
    )
    text = norm('"anders"', "2027-01-01", "", choice.name)
    text = text.replace('"euro"', f'"{choice.unit}"').replace(
        '"besluit"', f'"{choice.anchor.value}"'
    )
    assert "unknown_choice" in " ".join(mistakes(package(tmp_path, parameters=text)))


def test_that_provisions_and_conflicts_keep_their_anchor(tmp_path: Path) -> None:
    provision = shipped().contents.provisions[0].item
    conflict = shipped().contents.conflicts[0]

    def other(anchor: Anchor) -> str:
        return next(item.value for item in Anchor if item is not anchor)

    path = package(
        tmp_path,
        provisions=PROVISION.format(name=provision.id, anchor=other(provision.anchor)),
        conflicts="\n".join(
            [CONFLICT.format(name=conflict.id, provision="weg", anchor=other(conflict.anchor))] * 2
        ),
        rulings=RULING.format(ecli="ECLI:NL:X:2027:1", provision=provision.id) * 2,
    )
    said = " | ".join(mistakes(path))
    for part in ("other_anchor", "unknown_provision weg", "two_versions_on_one_day", "id_twice"):
        assert part in said


def test_that_code_is_never_taken_in(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "bron")
    (folder / "rules.py").write_text("x = 1")
    assert mistakes(sealed(folder, tmp_path / "code.zip")) == ["rules.py: : code_in_package"]
    assert "code_in_package" in " ".join(mistakes(folder, None))


@pytest.mark.parametrize(
    ("manifest", "mistake"),
    [
        ('id = "Groot"\n', "wetspakket.toml: id: not_an_id"),
        ('version = "1"\n', "wetspakket.toml: version: not_a_version"),
        ("api = 2\n", "wetspakket.toml: api: other_api_version 2 (1)"),
        ('kleur = "rood"\n', "wetspakket.toml: kleur: unknown_key"),
    ],
)
def test_that_the_papers_are_checked(tmp_path: Path, manifest: str, mistake: str) -> None:
    from tests.unit.assessment.law_folders import MANIFEST

    name = manifest.partition(" ")[0]
    lines = MANIFEST.format(version="1.0.0", until="2027-06-30").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(f"{name} ")) + manifest
    assert mistake in mistakes(write_package(tmp_path / "a", manifest=text), None)


def test_that_a_package_without_papers_is_none(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "bron")
    (folder / PACKAGE_MANIFEST).unlink()
    assert mistakes(folder, None) == ["wetspakket.toml: : missing"]
    assert mistakes(folder) == [
        "wetspakket.toml: : missing",
        "handtekening.txt: : not_signed",
    ]
    assert mistakes(tmp_path / "weg.zip") == ["weg.zip: : file_unreadable"]


def changed(path: Path, name: str, data: bytes | None) -> list[str]:
    """What is said of a package in which one file is another one, or gone."""
    with zipfile.ZipFile(path) as archive:
        files = {item: archive.read(item) for item in archive.namelist()}
    files.pop(name, None)
    if data is not None:
        files[name] = data
    other = path.with_name("anders.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for item, content in files.items():
            archive.writestr(item, content)
    return mistakes(other)


def test_that_every_change_after_signing_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path)
    assert changed(path, "parameters.toml", b"") == ["parameters.toml: : other_hash"]
    assert changed(path, "parameters.toml", None) == [
        "wetspakket.toml: file[parameters.toml]: listed_file_missing"
    ]
    assert changed(path, "texts.toml", b"") == [
        "wetspakket.toml: file[texts.toml]: file_not_listed"
    ]
    assert changed(path, SIGNATURE, None) == ["handtekening.txt: : not_signed"]
    assert changed(path, SIGNATURE, b"zz") == ["handtekening.txt: : not_a_signature"]
    assert changed(path, SIGNATURE, b"00") == ["handtekening.txt: : not_trusted"]
    with zipfile.ZipFile(path) as archive:
        manifest = archive.read(PACKAGE_MANIFEST)
    assert "handtekening.txt: : not_trusted" in changed(
        path, PACKAGE_MANIFEST, manifest.replace(b"2027.1.0", b"2027.1.1")
    )
    twice = manifest + manifest[manifest.index(b"[[file]]") :]
    assert "wetspakket.toml: file: file_twice" in changed(path, PACKAGE_MANIFEST, twice)


def test_that_only_a_known_key_for_this_purpose_counts(tmp_path: Path) -> None:
    path = package(tmp_path)
    assert mistakes(path, signed_by((), LAW)) == ["handtekening.txt: : no_trusted_key"]
    other = new_signing_key()[1]
    assert mistakes(path, signed_by((other,), LAW)) == ["handtekening.txt: : not_trusted"]
    assert mistakes(path, signed_by((other, PUBLIC), LAW)) == []
    assert signed_by((PUBLIC,), LAW)(b"x", signature_of(b"x", PRIVATE, ORGANISATION)) != ""
    assert SIGNED(b"x", signature_of(b"x", PRIVATE, LAW)) == ""


@given(
    start=st.integers(0, 40),
    length=st.integers(0, 20),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4),
)
def test_that_what_is_left_of_a_period_is_every_other_day(
    start: int, length: int, cuts: list[tuple[int, int]]
) -> None:
    first = date(2026, 1, 1)

    def days(begin: int, size: int) -> tuple[date, date]:
        return first + timedelta(begin), first + timedelta(begin + size)

    whole, taken = days(start, length), [days(*cut) for cut in cuts]
    left = left_over(whole, taken)
    for offset in range(85):
        day = first + timedelta(offset)
        inside = whole[0] <= day <= whole[1] and not any(a <= day <= b for a, b in taken)
        assert sum(a <= day <= b for a, b in left) == inside


def test_that_a_change_touches_the_day_of_its_own_anchor() -> None:
    change = LawChange(
        kind=ChangeKind.VALUE,
        key=NORM,
        old=None,
        new=None,
        start=date(2027, 1, 1),
        end=date(2027, 6, 30),
        anchor=Anchor.BESLUIT,
    )
    for day, touched in (
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
        (None, False),
    ):
        assert change.holds_on(ContextDates(besluit=day)) is touched
    assert not change.holds_on(ContextDates(melding=date(2027, 2, 1)))
    ruling = LawChange(kind=ChangeKind.RULING, key="a", old=None, new="c")
    assert not ruling.holds_on(ContextDates(besluit=date(2027, 1, 1)))


def test_that_neighbours_with_the_same_change_are_one_line(tmp_path: Path) -> None:
    text = norm("1000", "2026-08-01", "2026-08-31")
    twice = (
        text
        + text.partition("[[parameter.value]]")[1]
        + text.partition("[[parameter.value]]")[2]
        .replace("2026-08-01", "2026-09-01")
        .replace("2026-08-31", "2026-09-30")
    )
    [change] = changes(package(tmp_path, parameters=twice))
    assert (change.start, change.end) == (date(2026, 8, 1), date(2026, 9, 30))
    apart = twice.replace("2026-09-01", "2026-09-02")
    assert len(changes(package(tmp_path, "apart", parameters=apart))) == 2


def test_that_without_a_package_the_law_is_as_shipped(tmp_path: Path) -> None:
    assert law_in(tmp_path) == LawInUse(law=shipped())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 10**6), value=st.integers(1, 255))
def test_that_no_changed_byte_of_a_package_is_taken_in(
    tmp_path: Path, place: int, value: int
) -> None:
    whole = tmp_path / "pakket.zip"
    if not whole.exists():
        package(tmp_path)
    data = bytearray(whole.read_bytes())
    data[place % len(data)] ^= value
    other = tmp_path / "anders.zip"
    other.write_bytes(bytes(data))
    before, after = read(whole).package, read(other).package
    # A byte of the zip's own bookkeeping may change; what is read then is still what was signed.
    assert before is not None
    assert after is None or after.files.contents == before.files.contents
