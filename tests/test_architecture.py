"""What holds for all code and no other tool checks: sizes, imports of plugins, clocks, floats."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("hardship_desk", "plugins")

MODULE_LINES, FUNCTION_LINES, PUBLIC_METHODS = 400, 40, 12
# Path, or path and name after a colon -> the size it may have, and why.
EXCEPTIONS: dict[str, tuple[int, str]] = {
    "desk.py": (470, "runs before anything is installed, so it must be one file"),
    "hardship_desk/questionnaire/toml_reader.py:TableReader": (18, "one method per kind of value"),
    "hardship_desk/services/snapshots.py:_whole": (74, "one line per field of the snapshot"),
    "tests/builders_snapshot.py:empty_snapshot": (45, "one line per field of the snapshot"),
    "tests/builders_snapshot.py:rich_snapshot": (62, "one line per field of the snapshot"),
}
# The one module that asks the machine for the time.
CLOCK_MODULES = ("hardship_desk/domain/clock.py",)
# What a contract in pyproject.toml leaves out on purpose.
NOT_UNDER_CONTRACT = {
    "qt": {"__main__", "ui"},
    "database": {"__main__", "bootstrap", "desk_setup", "desk_parts", "storage"},
    "writers": {
        *("__main__", "bootstrap", "desk_setup", "desk_parts", "core_setup", "paper_setup"),
        "reports",
    },
    "plugins": {"domain", "plugin_api", "questionnaire"},
}


def modules(*below: str) -> list[Path]:
    """Return the Python files below these folders."""
    return [file for folder in below for file in sorted((ROOT / folder).rglob("*.py"))]


def code() -> list[Path]:
    """Return every Python file of ours that ships or starts the program."""
    return [ROOT / "desk.py", *modules(*PACKAGES, "installer")]


def everything() -> list[Path]:
    """Return every Python file in the tree that is ours."""
    return [*code(), *modules("tests", "benchmarks")]


def name_of(file: Path) -> str:
    """Return the path of a file in the tree."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree_of(file: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(file.read_text("utf-8"), str(file))


def over(key: str, size: int, limit: int) -> Iterator[str]:
    """Yield a complaint when a size passes its limit or the exception to it."""
    if size > EXCEPTIONS.get(key, (limit, ""))[0]:
        yield f"{key}: {size}, at most {limit}"


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, without its decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def top_packages() -> set[str]:
    """Return the packages and modules right below hardship_desk."""
    found = {file.parent.name for file in (ROOT / "hardship_desk").glob("*/__init__.py")}
    return found | {file.stem for file in (ROOT / "hardship_desk").glob("*.py")} - {"__init__"}


def test_that_a_module_stays_readable() -> None:
    complaints = [
        complaint
        for file in everything()
        for complaint in over(
            name_of(file), len(file.read_text("utf-8").splitlines()), MODULE_LINES
        )
        if not name_of(file).startswith("tests/")
    ]
    assert complaints == []


def test_that_a_function_stays_readable() -> None:
    complaints = [
        complaint
        for file in everything()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for complaint in over(f"{name_of(file)}:{node.name}", lines_of(node), FUNCTION_LINES)
    ]
    assert complaints == []


def test_that_a_class_promises_at_most_twelve_methods() -> None:
    complaints = [
        complaint
        for file in code()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef)
        for complaint in over(
            f"{name_of(file)}:{node.name}", len(public_methods(node)), PUBLIC_METHODS
        )
    ]
    assert complaints == []


def public_methods(node: ast.ClassDef) -> list[str]:
    """Return the methods of a class that others may call; an override promises nothing new."""
    return [
        method.name
        for method in node.body
        if isinstance(method, ast.FunctionDef)
        and not method.name.startswith("_")
        and not any("override" in ast.unparse(mark) for mark in method.decorator_list)
    ]


def test_that_every_exception_is_still_needed() -> None:
    gone = [key for key in EXCEPTIONS if not (ROOT / key.split(":")[0]).exists()]
    assert gone == []
    assert all(reason for _, reason in EXCEPTIONS.values())


def test_that_plugins_import_only_what_they_may() -> None:
    foreign = [
        f"{name_of(file)}: {name}"
        for file in modules("plugins")
        for node in ast.walk(tree_of(file))
        for name in imported(node)
        if name != "hardship_desk.plugin_api" and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def imported(node: ast.AST) -> list[str]:
    """Return the modules a statement imports, the relative ones left out."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module or ""]
    return []


def test_that_only_plugins_import_relatively() -> None:
    relative = [
        f"{name_of(file)}:{node.lineno}"
        for file in everything()
        if not name_of(file).startswith("plugins/")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_that_every_folder_with_code_is_a_package() -> None:
    bare = {name_of(file.parent) for file in modules(*PACKAGES)}
    assert sorted(folder for folder in bare if not (ROOT / folder / "__init__.py").exists()) == []


def test_that_a_package_file_holds_one_docstring() -> None:
    fuller = [
        name_of(file)
        for file in modules(*PACKAGES)
        if file.name == "__init__.py" and not holds_its_part(file)
    ]
    assert fuller == []


def holds_its_part(file: Path) -> bool:
    """Tell whether a package file holds a docstring, and more only where that is its work."""
    tree = tree_of(file)
    if ast.get_docstring(tree) is None:
        return False
    # plugin_api is the promise to plugins; storage blocks the second SQLite before any import;
    # the rules of a plugin are one package from which the program takes `create`.
    exempt = (
        "hardship_desk/plugin_api/__init__.py",
        "hardship_desk/storage/__init__.py",
        "plugins/landelijk/rules/__init__.py",
    )
    return len(tree.body) == 1 or name_of(file) in exempt


def test_that_only_plugin_api_lists_its_names() -> None:
    listing = [
        name_of(file)
        for file in modules(*PACKAGES)
        if "__all__" in file.read_text("utf-8")
        and name_of(file) != "hardship_desk/plugin_api/__init__.py"
    ]
    assert listing == []


def test_that_no_module_is_named_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [name_of(file) for file in code() if empty & set(file.with_suffix("").parts)] == []


def test_that_rules_and_amounts_know_no_float() -> None:
    floats = [
        f"{name_of(file)}:{node.lineno}"
        for file in modules("hardship_desk/domain", "hardship_desk/assessment", "plugins")
        for node in ast.walk(tree_of(file))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert floats == []


def test_that_only_the_clock_asks_the_machine_for_the_time() -> None:
    asked = [
        f"{name_of(file)}:{node.lineno}"
        for file in modules(*PACKAGES)
        if name_of(file) not in CLOCK_MODULES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and re.search(r"(^|\.)(now|utcnow|today)$|^time\.time$", ast.unparse(node.func))
        and not is_a_clock(node)
    ]
    assert asked == []


def is_a_clock(call: ast.Call) -> bool:
    """Tell whether a call asks a clock that was passed in."""
    return "clock" in ast.unparse(call.func).lower()


def test_that_a_todo_names_its_issue() -> None:
    mark = "TO" + "DO"
    loose = [
        f"{name_of(file)}:{number}"
        for file in everything()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if re.search(rf"#\s*{mark}\b(?!.*#?\d)", line)
    ]
    assert loose == []


def test_that_each_import_contract_covers_every_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {one["id"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    for contract, left_out in NOT_UNDER_CONTRACT.items():
        side = "forbidden_modules" if contract == "plugins" else "source_modules"
        covered = {name.removeprefix("hardship_desk.") for name in contracts[contract][side]}
        missing = top_packages() - covered - left_out
        assert missing == set(), f"contract {contract} leaves out {missing}"
