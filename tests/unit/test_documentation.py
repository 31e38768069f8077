"""The documents at the top of the tree: they name what exists, in the order a reader needs."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "installer").glob("*.md")]
)
TABLE_ROW = re.compile(r"^\| [^|]+ \| (?P<names>`[^|]+`) \| (?P<kind>[KT]) \|", re.MULTILINE)
LINK = re.compile(r"\]\((?P<target>[^)#\s]+)(?:#[^)]*)?\)")

FLAGS_PER_STEP = [3, 3, 4, 3, 2, 5, 4, 3, 3, 3, 3, 2, 4, 3, 4, 3]
"""How many flags the design asks in each of the sixteen steps."""

# Kept terms whose part of the program is not written yet.
NOT_YET = frozenset(
    [
        "BUITEN_BEHANDELING",
        "BijzondereOmstandigheid",
        "onbillijkheid",
    ]
)


def glossary() -> dict[str, str]:
    """Return each code name of the table with K (kept Dutch) or T (translated)."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return {
        name: row["kind"]
        for row in TABLE_ROW.finditer(text)
        for name in re.findall(r"`([^`]+)`", row["names"])
    }


def words_in_use() -> set[str]:
    """Return every identifier, stored value and key in the code and the data, in snake case."""
    files = [
        file
        for folder in ("hardship_desk", "plugins", "resources")
        for ending in ("*.py", "*.toml")
        for file in (ROOT / folder).rglob(ending)
    ]
    return {
        snake(word)
        for file in files
        for word in re.findall(r"[A-Za-z_]\w*", file.read_text("utf-8"))
    }


def snake(word: str) -> str:
    """Return a name in lower case with underscores, whichever way it was written."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word).lower()


def is_used(term: str, words: set[str]) -> bool:
    """Tell whether a term is a word, or a part of one between underscores."""
    return any(f"_{snake(term)}_" in f"_{word}_" for word in words)


def test_that_the_table_is_read() -> None:
    names = glossary()
    assert names["GROVE_SCHULD"] == "K"
    assert names["Finding"] == "T"
    assert len(names) > 60


def test_that_a_code_name_stands_in_the_table_once() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    names = [
        name for row in TABLE_ROW.finditer(text) for name in re.findall(r"`([^`]+)`", row["names"])
    ]
    assert sorted(names) == sorted(set(names))


def test_that_code_names_are_ascii() -> None:
    assert [name for name in glossary() if not (name.isascii() and name.isidentifier())] == []


def kept_terms() -> list[str]:
    """Return the code names that stay Dutch."""
    return [name for name, kind in glossary().items() if kind == "K"]


def test_that_kept_terms_exist_in_code_or_data() -> None:
    words = words_in_use()
    if "finding" not in words:
        pytest.skip("the program is not there yet")
    assert {term for term in kept_terms() if not is_used(term, words)} <= NOT_YET


def test_that_two_words_of_law_are_not_written_as_one() -> None:
    words = words_in_use()
    fused = {snake(term).replace("_", "") for term in kept_terms() if "_" in snake(term)}
    assert {name for name in fused if is_used(name, words)} == set()


def test_that_the_readme_begins_with_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python3 desk.py")]
    assert lines.index(commands[0]) <= 3
    assert [command.split("#")[0].strip() for command in commands] == [
        "python3 desk.py",
        "python3 desk.py test",
    ]


def test_that_the_readme_fits_on_a_screen() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 50


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_that_links_lead_to_files(document: Path) -> None:
    targets = [match["target"] for match in LINK.finditer(document.read_text("utf-8"))]
    local = [target for target in targets if not target.startswith(("http:", "https:", "mailto:"))]
    assert [target for target in local if not (document.parent / target).exists()] == []


def test_that_decision_records_are_numbered_and_whole() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    numbers = [int(record.name[:4]) for record in records]
    assert numbers == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text("utf-8")
        heads = ("## Context", "## Decision", "## Consequences", "## Alternatives")
        assert [head for head in heads if head not in text] == [], record.name


def test_that_every_dependency_has_its_reason() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = [re.split(r"[<>=\[]", wish)[0].lower() for wish in settings["project"]["dependencies"]]
    records = "".join(
        record.read_text("utf-8").lower() for record in (ROOT / "docs" / "adr").glob("*.md")
    )
    assert [name for name in names if f"| {name} |" not in records] == []


def test_that_changes_wait_under_unreleased() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_that_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "Appendix" in text


def test_that_each_requirement_of_the_research_is_held_by_a_test() -> None:
    text = (ROOT / "docs" / "requirements.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| .* \| (.*) \|$", text, re.MULTILINE)
    tests = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert [int(number) for number, _ in rows] == list(range(1, 71))
    for number, held_by in rows:
        named = set(re.findall(r"`(test_\w+)`", held_by))
        assert named or "not built yet" in held_by, number
        assert named <= tests, (number, sorted(named - tests))


def flags_in_data() -> dict[str, tuple[str, str]]:
    """Severity and legal ground of each flag that is data, by id."""
    files = [
        *(ROOT / "resources" / "questionnaires").rglob("flags.toml"),
        ROOT / "plugins" / "landelijk" / "flags.toml",
        *(ROOT / "plugins" / "landelijk" / "flags").glob("*.toml"),
    ]
    every = (flag for file in files for flag in tomli.loads(file.read_text("utf-8"))["flag"])
    return {flag["id"]: (flag["severity"], flag["basis"]) for flag in every}


def names_in_engine() -> set[str]:
    """The names of flags, without their step, that the assessment makes itself."""
    sources = (ROOT / "hardship_desk" / "assessment").rglob("*.py")
    text = "".join(file.read_text("utf-8") for file in sources)
    return set(re.findall(r'"(?:s\d\d\.)?([a-z_]+)"', text))


def test_that_each_choice_of_an_organisation_is_explained() -> None:
    code = (ROOT / "hardship_desk/exchange/policy_file.py").read_text("utf-8")
    keys = set(
        re.findall(r'(?:flag|number|texts|each|_folder\(table,|_rsin\()[^"\n]*"([a-z_]+)"', code)
    )
    explained = (ROOT / "docs/organisation-policy.md").read_text("utf-8")
    assert len(keys) >= 9
    assert [key for key in sorted(keys) if f"| `{key}` |" not in explained] == []


def test_that_each_flag_of_the_design_is_built_or_explained() -> None:
    text = (ROOT / "docs" / "flags.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (\d+) \| ([^|]+) \| ([BWA]) \| ([^|]+) \| ([^|]+) \| ?([^|]*) ?\|$",
        text,
        re.MULTILINE,
    )
    per_step = Counter(int(row[0]) for row in rows)
    assert [per_step[step] for step in range(1, 17)] == FLAGS_PER_STEP
    data, engine = flags_in_data(), names_in_engine()
    tests = "".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    for _, what, severity, named, held_by, remark in rows:
        flags = re.findall(r"`([^`]+)`", named)
        assert all(flag in data or flag.partition(".")[2] in engine for flag in flags), what
        assert all(data[flag][1] for flag in flags if flag in data), what
        assert remark.strip() or (flags and data[flags[0]][0] == severity), what
        assert all(f"def {test}(" in tests for test in re.findall(r"`([^`]+)`", held_by)), what
        assert flags or remark.strip(), what
