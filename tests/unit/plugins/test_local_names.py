"""Every name of a local value is read by a rule, said in a sentence, or stands below with the reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import tomli

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"
RULES = PLUGINS / "landelijk" / "rules"
PART = "([a-z0-9_]+)"

NATIONAL = "national law sets it; the local text ended on 31-08-2024 and a flag says so"
UNKNOWN = "onbekend: no source gives it, so there is nothing to read; the organisation is asked"
BY_LAW = (
    "repeats what the Act says, which national rules ask about (Participatiewet 18 lid 9 and 10)"
)
IN_WORDS = "a list for the reader: a finding of the municipality says it in words"
NO_TYPE = "no kind of decision handles this article yet; the plugins page shows it"
PROCEDURE = (
    "a term before the decision, of a text seen for two weeks in 2024; the plugins page shows it"
)

NOT_READ = {
    "afstemming.afwijking_individueel.gronden": IN_WORDS,
    "afstemming.afzien_gronden": BY_LAW,
    "afstemming.motiveringseisen_besluit": IN_WORDS,
    "afstemming.waarschuwing_mogelijk": IN_WORDS,
    "bestuurlijke_boete.boete_aflosmaanden.alle": UNKNOWN,
    "bestuurlijke_boete.boete_kwijtschelding_na_jaren": "national law: Participatiewet 18a lid 13",
    "bestuurlijke_boete.boete_max_aflosmaanden": NATIONAL,
    "bestuurlijke_boete.boete_maximum.opzet": NATIONAL,
    "bestuurlijke_boete.boete_maximum.overig": NATIONAL,
    "bestuurlijke_boete.boete_pct_per_verwijt.grove_schuld": NATIONAL,
    "bestuurlijke_boete.boete_pct_per_verwijt.normaal": NATIONAL,
    "bestuurlijke_boete.boete_pct_per_verwijt.opzet": NATIONAL,
    "bestuurlijke_boete.boete_pct_per_verwijt.verminderd": NATIONAL,
    "bestuurlijke_boete.recidive_pct": NATIONAL,
    "bestuurlijke_boete.waarschuwing_grens": NATIONAL,
    "bestuurlijke_boete.waarschuwing_uitgesloten": NATIONAL,
    "bestuurlijke_boete.zelfmelding_dagen": NATIONAL,
    "brief.afzender": UNKNOWN,
    "brief.bezwaaradres": UNKNOWN,
    "brief.digitaal_kanaal": UNKNOWN,
    "draagkracht_bijzondere_bijstand.inkomensgrens_bedragen.alleenstaande": UNKNOWN,
    "draagkracht_bijzondere_bijstand.inkomensgrens_bedragen.alleenstaande_ouder": UNKNOWN,
    "draagkracht_bijzondere_bijstand.inkomensgrens_bedragen.gehuwden": UNKNOWN,
    "draagkracht_bijzondere_bijstand.schulden_zeer_dringende_redenen": IN_WORDS,
    "draagkracht_bijzondere_bijstand.schuldregeling_geen_draagkracht": IN_WORDS,
    "draagkracht_bijzondere_bijstand.woonkostendrempel": "changes each year; the finding asks to look it up",
    "giften_en_middelen.kostenvoordeel_boven_grens": IN_WORDS,
    "individuele_inkomenstoeslag.bedragen.gehuwden_met_kind_12_18_inkomen_110_125": "of Utrecht in 2024, ended; "
    "no question asks for that bracket of income",
    "individuele_inkomenstoeslag.weigeringsgronden": IN_WORDS,
    "kostendelersnorm.commerciele_relatie_definitie": IN_WORDS,
    "mandaat.boete": UNKNOWN,
    "procedure.aanvultermijn.hoogstens": PROCEDURE,
    "procedure.aanvultermijn.termijn": PROCEDURE,
    "procedure.bankafschriften_maanden": PROCEDURE,
    "procedure.hernieuwde_melding_werkdagen": PROCEDURE,
    "procedure.inlevertermijn_werkdagen": PROCEDURE,
    "procedure.meldtermijn_dagen": NATIONAL,
    "procedure.opschorting_max_weken": NO_TYPE,
    "terugvordering_invordering.dringende_redenen_artikel": IN_WORDS,
    "terugvordering_invordering.kwijtschelding_uitsluitingen": IN_WORDS,
    "terugvordering_invordering.schuldregeling_meewerken.buiten_minnelijke_regeling": IN_WORDS,
    "terugvordering_invordering.schuldregeling_meewerken.niet_bij": IN_WORDS,
    "terugvordering_invordering.schuldregeling_meewerken.werkt_vanaf": IN_WORDS,
    "terugvordering_invordering.terugvordering_van_gezinsleden": IN_WORDS,
    "uitgangspunten.handhavingsuitgangspunt": IN_WORDS,
    "verlaging_woonsituatie.geen_woonkosten_pct": NO_TYPE,
    "verlaging_woonsituatie.noodopvang_pct": NO_TYPE,
}
"""The names that nothing reads, each with why."""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    return ((path, ast.parse(path.read_text("utf-8"))) for path in sorted(RULES.rglob("*.py")))


def constants() -> dict[tuple[str, str], str]:
    """The patterns that modules of one folder call by a name, such as LOCAL."""
    found: dict[tuple[str, str], str] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(
                node.value, ast.Constant | ast.JoinedStr
            ):
                made = pattern_of(node.value, path.parent.name, found)
                for target in node.targets:
                    fixed = isinstance(target, ast.Name) and (
                        target.id.isupper() or target.id == "head"
                    )
                    if isinstance(target, ast.Name) and fixed and PART not in made:
                        found.setdefault((path.parent.name, target.id), made)
    return found


def pattern_of(node: ast.expr, folder: str, known: dict[tuple[str, str], str]) -> str:
    """What a text that rules make can be, as a pattern; a name of one folder counts there."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.FormattedValue(value=ast.Name(id=name)) if (folder, name) in known:
            return known[folder, name]
        case ast.JoinedStr(values=parts):
            return "".join(pattern_of(part, folder, known) for part in parts)
        case _:
            return PART


@cache
def read_by_rules() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """The names that rules make, each with the words that may stand in its open places."""
    known, found = constants(), []
    words: dict[str, set[str]] = {}
    for path, tree in trees():
        said = words.setdefault(path.parent.name, set(options()))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.update(node.value.split("."))
            if isinstance(node, ast.Constant | ast.JoinedStr):
                made = pattern_of(node, path.parent.name, known)
                if re.match(r"[a-z_]+\\\.", made):
                    found.append((made, path.parent.name))
    return tuple((re.compile(made), frozenset(words[folder])) for made, folder in found)


def options() -> set[str]:
    """The answers to choose from: rules look values up by them."""
    found: set[str] = set()
    for path in (PLUGINS.parent / "resources" / "questionnaires").rglob("*.toml"):
        found.update(re.findall(r'\bid = "([a-z0-9_]+)"', path.read_text("utf-8")))
    return found


def is_read(name: str) -> bool:
    """Whether a rule asks for a value of this name."""
    for pattern, words in read_by_rules():
        found = pattern.fullmatch(name)
        if found is not None and words.issuperset(found.groups()):
            return True
    return False


def local_names() -> dict[str, list[Path]]:
    """Every local name, with the municipalities where its value is known."""
    found: dict[str, list[Path]] = {}
    for path in sorted(PLUGINS.glob("*/parameters.toml")):
        if path.parent.name != "landelijk":
            for item in tomli.loads(path.read_text("utf-8"))["parameter"]:
                places = found.setdefault(item["name"], [])
                if any(value["value"] != "onbekend" for value in item["value"]):
                    places.append(path.parent)
    return found


def said_in(folder: Path) -> str:
    file = folder / "findings.toml"
    return file.read_text("utf-8") if file.is_file() else ""


def is_said(name: str, folders: list[Path]) -> bool:
    """Whether each municipality where the value is known says it in a finding."""
    return bool(folders) and all(
        f"{{waarde {name}}}" in said_in(folder) or f'value = "{name}"' in said_in(folder)
        for folder in folders
    )


def unread() -> set[str]:
    return {
        name
        for name, folders in local_names().items()
        if not is_read(name) and not is_said(name, folders)
    }


def test_that_each_name_is_read_or_said_or_stands_in_the_table() -> None:
    assert unread() == set(NOT_READ)


def test_that_names_are_found_as_rules_make_them() -> None:
    for name in (
        "afstemming.misdraging.geweld.percentage",
        "draagkracht_bijzondere_bijstand.schijf_1.pct_van_meerinkomen",
        "terugvordering_invordering.kruimelbedrag",
    ):
        assert is_read(name), name
    assert not is_read("bestuurlijke_boete.recidive_pct")
    assert not is_read("terugvordering_invordering.zomaar_iets")


def test_that_what_is_called_said_in_words_has_findings() -> None:
    told = [name for name, why in NOT_READ.items() if why == IN_WORDS]
    for name in told:
        assert any(said_in(folder) for folder in local_names()[name]), name


def test_that_what_is_called_unknown_is_unknown_everywhere() -> None:
    for name, why in NOT_READ.items():
        assert (local_names()[name] == []) is (why == UNKNOWN), name


def listed() -> dict[str, tuple[str, str]]:
    """The rows of the list of values: a pattern of names, with unit and day."""
    row = re.compile(r"^\| `([a-z0-9_.*]+)` \| (\w+) \| (\w+) \| .+ \|$", re.MULTILINE)
    text = (PLUGINS.parent / "docs" / "plugin-values.md").read_text("utf-8")
    return {name: (unit, day) for name, unit, day in row.findall(text)}


def row_of(name: str) -> str:
    """The row that names it, in full or with a star."""
    rows = [row for row in listed() if fnmatch(name, row)]
    return name if name in rows else next(iter(rows), "")


def test_that_the_list_of_values_is_what_rules_read() -> None:
    read = {name for name in local_names() if is_read(name)}
    assert {row_of(name) for name in read} == set(listed())


def test_that_the_list_has_the_unit_and_day_of_each_value() -> None:
    for path in sorted(PLUGINS.glob("*/parameters.toml")):
        for item in tomli.loads(path.read_text("utf-8"))["parameter"]:
            row = row_of(item["name"])
            if row and path.parent.name != "landelijk":
                assert listed()[row] == (item["unit"], item["anchor"]), (row, path.parent.name)
