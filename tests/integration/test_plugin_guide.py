"""docs/plugin-guide.md, followed to the letter: its commands, its files, and each hook."""

from __future__ import annotations

import inspect
import io
import re
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.plugin_api.hookspecs import HardshipHooks

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "plugin-guide.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
HOOKS = [name for name in vars(HardshipHooks) if name.startswith("hardship_")]
MORE = """
"benadeling.bedrag" = 1000
"""


def run(line: str) -> int:
    return main(line.removeprefix("hardship-desk ").split())


@dataclass(frozen=True)
class Followed:
    """What following the guide gave: the code and words of each command, and the plugin it made."""

    folder: Path
    codes: tuple[int, ...]
    out: str
    err: str


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """The guide followed once, in the order in which it is written."""
    folder, out, err = tmp_path_factory.mktemp("gids"), io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        codes = tuple(follow(folder))
    return Followed(folder=folder, codes=codes, out=out.getvalue(), err=err.getvalue())


def follow(folder: Path) -> list[int]:
    """Type every command and write every file."""
    codes = []
    for block in BLOCK.finditer(GUIDE):
        if block["kind"] == "sh":
            codes += [run(line) for line in block["text"].strip().splitlines()]
        elif block["kind"] == "toml":
            head, _, text = block["text"].partition("\n")
            (folder / head.removeprefix("# file: ")).write_text(text)
    return codes


def test_that_the_guide_gives_a_working_plugin(followed: Followed) -> None:
    assert followed.codes == (0,) * 5
    assert followed.err == ""
    assert "goed  tests/vaste_lasten.toml" in followed.out
    packed = followed.folder / "zwolle-0.1.0.zip"
    assert packed.is_file()
    assert run(f"plugins test {packed}") == 0


def section(hook: str) -> str:
    return GUIDE.split(f"### `{hook}`\n\n")[1].split("\n### ")[0].split("\n## ")[0]


@pytest.mark.parametrize("hook", HOOKS)
def test_that_each_hook_is_documented_from_the_code(hook: str) -> None:
    documented = inspect.getdoc(getattr(HardshipHooks, hook))
    assert documented is not None
    assert section(hook).startswith(f"{documented}\n\n```python")


def golden_of(hook: str, plugin: Path) -> None:
    """A golden case that shows what the example of the hook says."""
    wanted = {
        "hardship_findings": 'bevindingen = ["zwolle.snel_besluit"]',
        "hardship_letter": 'brief = ["Bij het loket in uw wijk"]',
    }.get(hook, 'bevindingen = ["zwolle.vaste_lasten"]')
    case = (plugin / "tests" / "vaste_lasten.toml").read_text()
    case = case.replace("[[besluit]]", "melding = 2026-05-29\n\n[[besluit]]", 1)
    case = case.split("[verwacht]")[0] + f"[verwacht]\n{wanted}\n"
    (plugin / "tests" / "haak.toml").write_text(case)


def hook_works(hook: str, followed: Followed, folder: Path) -> None:
    shutil.copytree(followed.folder / "zwolle", folder / "zwolle")
    example = next(item for item in BLOCK.finditer(section(hook)) if item["kind"] == "python")
    (folder / "zwolle" / "rules.py").write_text(example["text"])
    golden_of(hook, folder / "zwolle")
    assert run(f"plugins test {folder / 'zwolle'}") == 0


def test_hardship_findings(followed: Followed, tmp_path: Path) -> None:
    hook_works("hardship_findings", followed, tmp_path)


def test_hardship_computations(followed: Followed, tmp_path: Path) -> None:
    hook_works("hardship_computations", followed, tmp_path)
    case = tmp_path / "zwolle" / "tests" / "haak.toml"
    assert run(f"assess {case} --out {tmp_path / 'uit'}") == 2


def test_hardship_considerations(followed: Followed, tmp_path: Path) -> None:
    hook_works("hardship_considerations", followed, tmp_path)


def test_hardship_letter(followed: Followed, tmp_path: Path) -> None:
    hook_works("hardship_letter", followed, tmp_path)


def test_that_each_hook_has_a_test_named_after_it() -> None:
    assert {f"test_{hook}" for hook in HOOKS} <= set(globals())
