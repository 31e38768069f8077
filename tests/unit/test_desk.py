"""desk.py: what it decides about an environment, without making one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import desk

PACKAGE = "pluggy-1.0.dist-info"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a tree with both locks that desk.py takes for its own."""
    (tmp_path / desk.RUN_LOCK).write_text("pluggy==1.0\n", "utf-8")
    (tmp_path / desk.DEV_LOCK).write_text("pluggy==1.0\npytest==9.2\n", "utf-8")
    monkeypatch.setattr(desk, "ROOT", tmp_path)
    monkeypatch.delenv("DESK_VENV", raising=False)
    return tmp_path


@pytest.fixture
def venv(tree: Path) -> Path:
    """Return a whole environment with one small package and the stamp of the run lock."""
    venv = tree / ".venv"
    site = desk.site_packages(venv)
    (site / PACKAGE).mkdir(parents=True)
    (site / "pluggy.py").write_text("12345", "utf-8")
    record = f"pluggy.py,sha256=x,5\n{PACKAGE}/RECORD,,\n__pycache__/pluggy.pyc,,\n"
    (site / PACKAGE / "RECORD").write_text(record, "utf-8")
    (venv / "pyvenv.cfg").touch()
    desk.python_of(venv).parent.mkdir(parents=True)
    desk.python_of(venv).touch()
    desk.write_stamp(venv, [desk.RUN_LOCK])
    return venv


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands that desk.py would have run, in an environment that is there."""
    commands: list[list[str]] = []

    def call(command: list[str], **_options: object) -> int:
        commands.append(list(command[1:]))
        return 0

    monkeypatch.setattr(desk, "call", call)
    monkeypatch.setattr(desk, "hand_over", call)
    monkeypatch.setattr(desk, "ready_environment", lambda *_a, **_k: Path("python"))
    return commands


def test_that_a_stamped_environment_needs_nothing(venv: Path) -> None:
    assert desk.plan(venv, desk.RUN_LOCK) == "none"


def test_that_line_endings_of_a_lock_do_not_matter(tree: Path, venv: Path) -> None:
    (tree / desk.RUN_LOCK).write_bytes(b"pluggy==1.0\r\n")
    assert desk.plan(venv, desk.RUN_LOCK) == "none"


def test_that_a_changed_lock_updates_a_whole_environment(tree: Path, venv: Path) -> None:
    (tree / desk.RUN_LOCK).write_text("pluggy==1.1\n", "utf-8")
    assert desk.plan(venv, desk.RUN_LOCK) == "update"


def test_that_tests_add_their_packages_to_an_environment_for_running(venv: Path) -> None:
    assert desk.plan(venv, desk.DEV_LOCK) == "update"


def test_that_an_environment_for_tests_serves_running_too(venv: Path) -> None:
    desk.write_stamp(venv, [desk.RUN_LOCK, desk.DEV_LOCK])
    assert [desk.plan(venv, lock) for lock in (desk.RUN_LOCK, desk.DEV_LOCK)] == ["none", "none"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda venv: (venv / desk.STAMP_NAME).unlink(), id="no stamp"),
        pytest.param(lambda venv: (venv / desk.STAMP_NAME).write_text("{"), id="half a stamp"),
        pytest.param(lambda venv: (venv / desk.STAMP_NAME).write_text("[]"), id="other stamp"),
        pytest.param(lambda venv: desk.python_of(venv).unlink(), id="no python"),
        pytest.param(lambda venv: (desk.site_packages(venv) / "pluggy.py").unlink(), id="no file"),
        pytest.param(
            lambda venv: (desk.site_packages(venv) / "pluggy.py").write_text("1"), id="half a file"
        ),
        pytest.param(
            lambda venv: (desk.site_packages(venv) / PACKAGE / "RECORD").unlink(), id="no record"
        ),
        pytest.param(
            lambda venv: (desk.site_packages(venv) / PACKAGE / "RECORD").write_text(""),
            id="empty record",
        ),
    ],
)
def test_that_a_broken_environment_is_made_anew(venv: Path, damage: object) -> None:
    assert callable(damage)
    damage(venv)
    assert desk.plan(venv, desk.RUN_LOCK) == "make"


def test_that_another_python_gets_another_environment(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "made_for", lambda: "format 1, Python 3.99, moon")
    assert desk.plan(venv, desk.RUN_LOCK) == "make"


def test_that_a_python_that_does_not_start_is_no_environment(venv: Path) -> None:
    assert not desk.imports_work(venv)


def test_that_an_environment_that_imports_nothing_is_made_anew(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []
    monkeypatch.setattr(desk, "require_system", lambda **_k: None)
    monkeypatch.setattr(desk, "set_up", lambda *_a, fresh: made.append(fresh))
    assert desk.ready_environment(desk.RUN_LOCK) == desk.python_of(venv)
    assert made == [True]


def test_that_a_whole_environment_is_left_alone(
    tree: Path, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "require_system", lambda **_k: None)
    monkeypatch.setattr(desk, "imports_work", lambda _venv: True)
    monkeypatch.setattr(desk, "set_up", lambda *_a, **_k: pytest.fail("set up again"))
    monkeypatch.setenv("DESK_VENV", str(venv))
    assert desk.ready_environment(desk.RUN_LOCK) == desk.python_of(venv)
    assert (desk.site_packages(venv) / "hardship_desk.pth").read_text("utf-8") == f"{tree}\n"


def test_that_an_interrupted_set_up_leaves_no_stamp(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(desk, "install", stop)
    with pytest.raises(KeyboardInterrupt):
        desk.set_up(venv, desk.DEV_LOCK, fresh=False)
    assert desk.read_stamp(venv) is None


def test_that_a_set_up_that_does_not_start_gets_no_stamp(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "install", lambda *_a: None)
    with pytest.raises(desk.SetUpError, match="start niet"):
        desk.set_up(venv, desk.RUN_LOCK, fresh=False)
    assert desk.read_stamp(venv) is None


def test_that_a_finished_set_up_is_stamped(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "install", lambda *_a: None)
    monkeypatch.setattr(desk, "imports_work", lambda _venv: True)
    desk.set_up(venv, desk.DEV_LOCK, fresh=False)
    assert desk.plan(venv, desk.DEV_LOCK) == "none"


def test_that_a_folder_that_is_no_environment_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(desk.SetUpError, match="geen Python-omgeving"):
        desk.clear_away(tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_that_a_half_made_environment_is_removed(venv: Path) -> None:
    desk.clear_away(venv)
    desk.clear_away(venv)
    assert not venv.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="one program may lock a byte twice there")
def test_that_a_second_set_up_waits_for_the_first(venv: Path) -> None:
    with desk.only_one_set_up(venv), (venv.parent / ".venv.lock").open("a+b") as second:
        assert not desk.lock_taken(second.fileno())
    with (venv.parent / ".venv.lock").open("a+b") as later:
        assert desk.lock_taken(later.fileno())


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (["ERROR: Could not install: [Errno 28] No space left on device"], "schijf is vol"),
        (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"], "onderweg veranderd"),
        (["ERROR: No matching distribution found for pluggy"], "pakketbron"),
        (["ERROR: something else"], "internetverbinding"),
    ],
)
def test_that_a_failed_download_says_why_and_what_to_do(output: list[str], sentence: str) -> None:
    explanation = desk.explain_pip(output)
    assert sentence in explanation
    assert output[0] in explanation
    assert "Start daarna opnieuw" in explanation


def test_that_a_failed_command_shows_its_last_lines() -> None:
    command = [sys.executable, "-c", "raise SystemExit('disk on fire')"]
    with pytest.raises(desk.SetUpError, match=r"Mislukt\.\n    disk on fire"):
        desk.quietly(command, "Mislukt.")


@pytest.mark.parametrize(
    ("arguments", "commands"),
    [
        (["run", "assess", "a.toml"], [["-m", "hardship_desk", "assess", "a.toml"]]),
        (["gallery", "out"], [["-m", "hardship_desk", "gallery", "out"]]),
        (["test", "-k", "boete"], [["-m", "pytest", "-k", "boete"]]),
    ],
)
def test_that_what_follows_a_word_goes_on(
    arguments: list[str], commands: list[list[str]], called: list[list[str]]
) -> None:
    assert desk.main(arguments) == 0
    assert called == commands


def test_that_no_word_without_a_screen_assesses_the_example(
    tree: Path, called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "has_screen", lambda _environment: False)
    assert desk.main([]) == 0
    target = str(tree / "build" / "voorbeeld")
    assert called == [["-m", "hardship_desk", "voorbeeld", "--out", target]]


def test_that_no_word_with_a_screen_opens_the_window(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "has_screen", lambda _environment: True)
    assert desk.main([]) == 0
    assert called == [["-m", "hardship_desk"]]


def test_that_a_word_for_the_window_asks_for_a_screen(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desk, "has_screen", lambda _environment: False)
    assert desk.main(["run", "kluis"]) == 2
    assert called == []
    assert "scherm nodig" in capsys.readouterr().out
    monkeypatch.setattr(desk, "has_screen", lambda _environment: True)
    assert desk.main(["run", "kluis"]) == 0
    assert called == [["-m", "hardship_desk", "kluis"]]


def test_that_every_check_runs_after_one_failed(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(command: list[str], **_options: object) -> int:
        called.append(command)
        return int("mypy" in command)

    monkeypatch.setattr(desk, "call", call)
    assert desk.main(["test"]) == 1
    assert len(called) == len(desk.CHECKS)
    summary = capsys.readouterr().out.split("samenvatting")[1]
    assert summary.count("FOUT") == 1
    assert summary.count("goed") == len(desk.CHECKS) - 1


def test_that_every_benchmark_runs(tree: Path, called: list[list[str]]) -> None:
    (tree / "benchmarks").mkdir()
    for name in ("bench_b.py", "bench_a.py", "helper.py"):
        (tree / "benchmarks" / name).touch()
    assert desk.main(["bench"]) == 0
    assert [Path(command[0]).name for command in called] == ["bench_a.py", "bench_b.py"]


def test_that_build_says_that_there_is_no_installer_yet(
    tree: Path, called: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.main(["build"]) == 2
    assert "bestaat nog niet" in capsys.readouterr().out
    (tree / "installer").mkdir()
    (tree / "installer" / "build.py").touch()
    assert desk.main(["build"]) == 0
    assert called


@pytest.mark.parametrize("arguments", [["rnu"], ["gallery"], ["gallery", "a", "b"]])
def test_that_wrong_usage_is_exit_code_2(
    arguments: list[str], called: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.main(arguments) == 2
    assert "python3 desk.py" in capsys.readouterr().out
    assert called == []


def test_that_help_names_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(word in text for word in desk.WORDS)


@pytest.mark.parametrize(
    ("problem", "code", "sentence"),
    [
        (desk.SetUpError("Geen schijf."), 1, "Geen schijf."),
        (PermissionError("/root"), 1, "mag schrijven"),
        (KeyboardInterrupt(), 130, "Afgebroken"),
    ],
)
def test_that_trouble_is_a_sentence(
    problem: BaseException,
    code: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise problem

    monkeypatch.setattr(desk, "ready_environment", fail)
    assert desk.main(["run", "plugins"]) == code
    assert sentence in capsys.readouterr().out


def test_that_an_old_python_is_refused_with_a_sentence() -> None:
    with pytest.raises(desk.SetUpError, match=r"dit is 3\.9"):
        desk.require_python((3, 9))
    desk.require_python((3, 11))


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
    ],
)
def test_that_a_linux_screen_is_seen_in_the_environment(
    environment: dict[str, str], screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert desk.has_screen(environment) is screen
    monkeypatch.setattr(sys, "platform", "darwin")
    assert desk.has_screen(environment)


def test_that_missing_libraries_are_named_by_their_debian_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(desk, "loads", lambda library: library.startswith("libGL"))
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    qt = [name for name in desk.QT_LIBRARIES if name != "libgl1"]
    named = desk.missing_system_packages
    assert named(for_screen=False, new=False) == qt
    assert named(for_screen=True, new=False) == [*qt, *desk.SCREEN_LIBRARIES]
    assert named(for_screen=False, new=True) == ["python3-venv", *qt]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert named(for_screen=True, new=True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Debian's packages")
@pytest.mark.parametrize("user", [0, 1000])
def test_that_only_root_installs_system_packages(
    user: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[str] = []
    monkeypatch.setattr(desk, "missing_system_packages", lambda **_k: ["libgl1"])
    monkeypatch.setattr(desk, "quietly", lambda command, _sentence: commands.append(command[-1]))
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/apt-get")
    line = "apt-get update && apt-get install -y --no-install-recommends libgl1"
    if user == 0:
        desk.require_system(for_screen=False, new=False)
        assert commands == [line]
    else:
        with pytest.raises(desk.SetUpError, match=line):
            desk.require_system(for_screen=False, new=False)
        assert commands == []


def test_that_a_library_nobody_has_does_not_load() -> None:
    assert not desk.loads("libhardship-desk-nowhere.so.1")


def test_that_desk_needs_the_standard_library_only() -> None:
    command = [sys.executable, "-I", "-S", str(Path(desk.__file__)), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)
    assert "Gebruik: python3 desk.py" in done.stdout


def test_that_the_lock_for_tests_contains_the_lock_for_running() -> None:
    root = Path(desk.__file__).parent
    run, dev = (
        {line for line in (root / name).read_text("utf-8").splitlines() if "==" in line}
        for name in (desk.RUN_LOCK, desk.DEV_LOCK)
    )
    assert run
    assert run <= dev
