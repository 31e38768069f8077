"""Set up Hardship Desk and start it: `python3 desk.py [run | test | gallery DIR | bench | build]`.

Needs Python 3.11 or newer and nothing else. The first start makes a virtual environment from the
locked packages; each later start checks in a moment that it is still whole. What stands after the
word goes on to the program (`run assess ...`) or to pytest (`test -k boete`: only those tests).
DESK_VENV says where the environment goes, HARDSHIP_DESK_DATA where vaults and settings go.
"""

from __future__ import annotations

import contextlib
import csv
import ctypes
import hashlib
import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
RUN_LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
STAMP_FORMAT = 1
STAMP_NAME = "desk-stamp.json"
USAGE = """Gebruik: python3 desk.py [run | test | gallery MAP | bench | build]

run      start het programma (zo ook zonder woord); wat erna staat gaat mee, zoals: run assess ...
test     voer alle controles uit; met iets erna alleen pytest daarmee, zoals: test -k boete
gallery  maak van elke pagina een plaatje       bench  meet de snelheid
build    maak het installatieprogramma

DESK_VENV: waar de Python-omgeving komt. HARDSHIP_DESK_DATA: waar kluizen en instellingen komen."""
KEY_MODULES = "PySide6.QtCore, sqlcipher3, peewee, argon2, cryptography, pikepdf._core, reportlab"

# Debian package -> the library in it that Qt loads.
QT_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
# How pip begins the line in which it takes up a package (from a registry, from a folder).
PIP_TAKES_UP = ("Collecting ", "Processing ")
PIP_PASSES = ("Requirement already satisfied: ", "Ignoring ")
# What pip says -> what that means for the reader.
PIP_REASONS = {
    "No space left": "De schijf is vol. Maak 1 GB vrij.",
    "DO NOT MATCH THE HASHES": "Een pakket is onderweg veranderd. Vraag uw beheerder ernaar.",
    "Permission denied": "U mag in deze map niet schrijven. Kies een andere met DESK_VENV.",
    "No matching distribution": "De pakketbron geeft dit pakket niet voor dit systeem of is niet "
    "bereikbaar. Kijk de verbinding en de proxy na.",
}
NO_CONNECTION = "Het downloaden lukte niet. Kijk de internetverbinding en de proxy na."
# Step of `test` -> what it runs in the environment, in this order.
CHECKS = {
    "opmaak (ruff format)": ("-m", "ruff", "format", "--check", "."),
    "stijl (ruff check)": ("-m", "ruff", "check", "."),
    "typen (mypy)": ("-m", "mypy"),
    "lagen (lint-imports)": ("-c", "from importlinter.cli import lint_imports_command as m; m()"),
    "tests (pytest)": (
        *("-m", "pytest", "-nauto", "--dist=worksteal", "--cov", "--cov-report="),
        "--ignore=tests/reliability",
    ),
    "proeven": ("-m", "pytest", "-nauto", "--dist=worksteal", "tests/reliability"),
    "dekking, alles >= 90%": ("-m", "coverage", "report", "--fail-under=90"),
    "dekking, kern = 100%": (
        *("-m", "coverage", "report", "--fail-under=100"),
        "--include=hardship_desk/domain/*,hardship_desk/questionnaire/*,plugins/*",
    ),
}


# Words of the program that open its window.
WINDOW_WORDS = ("kluis", "--veilig")


class Stamp(TypedDict):
    """What the last act of a set-up wrote down."""

    made_for: str
    locks: dict[str, str]
    packages: list[str]


class SetUpError(Exception):
    """The environment cannot be made; the text is a Dutch sentence for the user."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one word and return the exit code."""
    word, *rest = arguments or ["run"]
    if word in ("-h", "--help", "help"):
        say(USAGE)
        return 0
    if word not in WORDS:
        say(f"desk.py kent '{word}' niet.\n{USAGE}")
        return 2
    try:
        return WORDS[word](rest)
    except SetUpError as problem:
        say(f"\n{problem}")
    except OSError as problem:
        say(f"\nHet klaarzetten lukte niet: {problem}\nKijk of u in die map mag schrijven.")
    except KeyboardInterrupt:
        say("\nAfgebroken. Een volgende start gaat verder waar het nodig is.")
        return 130
    return 1


def say(text: str) -> None:
    """Print at once, so that text of other programs stands below it."""
    print(text, flush=True)


# --- the words ------------------------------------------------------------------------------


def run(rest: list[str]) -> int:
    """Open the window; without a screen assess the shipped example instead."""
    screen = has_screen(os.environ)
    opens_window = not rest or rest[0] in WINDOW_WORDS
    if rest and opens_window and not screen:
        say(f"Voor '{rest[0]}' is een scherm nodig, en dat is er hier niet.")
        return 2
    python = ready_environment(RUN_LOCK, for_screen=screen and opens_window)
    if rest or screen:
        return hand_over([str(python), "-m", "hardship_desk", *rest])
    target = ROOT / "build" / "voorbeeld"
    say("Er is hier geen scherm. Daarom wordt het voorbeelddossier beoordeeld, zonder venster.")
    code = call([str(python), "-m", "hardship_desk", "voorbeeld", "--out", str(target)])
    if code == 0:
        say(f"Klaar. De motivering, de brief en de gegevens staan in {target}")
    return code


def test(rest: list[str]) -> int:
    """Run every check and report each; with arguments only pytest with those arguments."""
    python = str(ready_environment(DEV_LOCK))
    if rest:
        return call([python, "-m", "pytest", *rest], cwd=ROOT, offscreen=True)
    failed: list[str] = []
    for name, command in CHECKS.items():
        say(f"\n=== {name}")
        if call([python, *command], cwd=ROOT, offscreen=True):
            failed.append(name)
    say("\n=== samenvatting")
    for name in CHECKS:
        say(f"{'FOUT' if name in failed else 'goed'}  {name}")
    return 1 if failed else 0


def gallery(rest: list[str]) -> int:
    """Write a picture of every page of the window into the given folder."""
    if len(rest) != 1 and rest[1:] != ["--taal", "en"]:
        say("Noem één map voor de plaatjes: python3 desk.py gallery MAP [--taal en]")
        return 2
    python = str(ready_environment(DEV_LOCK))
    return call([python, "-m", "hardship_desk", "gallery", *rest], offscreen=True)


def bench(rest: list[str]) -> int:
    """Run every benchmark, one after the other."""
    python = str(ready_environment(DEV_LOCK))
    scripts = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    codes = [call([python, str(script), *rest], offscreen=True) for script in scripts]
    return max(codes, default=0)


def build(rest: list[str]) -> int:
    """Make the installer, once there is one."""
    script = ROOT / "installer" / "build.py"
    if not script.exists():
        say("Het installatieprogramma bestaat nog niet. Start het programma met: python3 desk.py")
        return 2
    return call([str(ready_environment(DEV_LOCK)), str(script), *rest])


WORDS = {word.__name__: word for word in (run, test, gallery, bench, build)}


def has_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown (Windows and macOS always have a screen)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def child_environment() -> dict[str, str]:
    """Return our environment without what would lead another Python to other packages."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def call(command: Sequence[str], *, offscreen: bool = False, cwd: Path | None = None) -> int:
    """Run a command in sight of the user, with Qt drawing into memory if asked for."""
    drawing = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    return subprocess.call(command, cwd=cwd, env={**child_environment(), **drawing})


def hand_over(command: list[str]) -> int:
    """Become the given program; Windows cannot, so there it is waited for."""
    if sys.platform == "win32":
        return call(command)
    os.execve(command[0], command, child_environment())  # noqa: S606 (never comes back)


# --- the environment ------------------------------------------------------------------------


def ready_environment(lock_name: str, *, for_screen: bool = False) -> Path:
    """Return the Python of a whole environment with that lock, made or repaired when needed."""
    require_python(sys.version_info[:2])
    venv = Path(os.environ.get("DESK_VENV") or ROOT / ".venv").absolute()
    with only_one_set_up(venv):
        need = plan(venv, lock_name)
        if need == "make":
            say("1/4 Systeem nakijken ... (dit klaarzetten hoeft maar één keer)")
        require_system(for_screen=for_screen, new=need == "make")
        if need == "none" and not imports_work(venv):
            need = "make"
        if need != "none":
            set_up(venv, lock_name, fresh=need == "make")
        point_at_tree(venv)
    return python_of(venv)


def require_python(version: tuple[int, int]) -> None:
    """Refuse a Python that is too old, with a sentence."""
    if version < (3, 11):
        raise SetUpError(
            f"Hardship Desk vraagt Python 3.11 of nieuwer; dit is {version[0]}.{version[1]}. "
            "Start desk.py met een nieuwere Python."
        )


def plan(venv: Path, lock_name: str) -> str:
    """Say what the environment needs: 'none', 'update' (other packages) or 'make' (anew)."""
    stamp = read_stamp(venv)
    if stamp is None or not python_of(venv).exists() or not files_whole(venv, stamp["packages"]):
        return "make"
    wanted = digest(ROOT / lock_name)
    return "none" if stamp["locks"].get(lock_name) == wanted else "update"


def read_stamp(venv: Path) -> Stamp | None:
    """Return the stamp of a finished set-up, or None when there is none for this Python."""
    try:
        stamp: Stamp = json.loads((venv / STAMP_NAME).read_text("utf-8"))
        return stamp if stamp["made_for"] == made_for() and stamp["packages"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(venv: Path, lock_names: Sequence[str]) -> None:
    """Write down, as the last act of a set-up, what is in the environment."""
    packages = [record.parent.name for record in site_packages(venv).glob("*.dist-info/RECORD")]
    locks = {name: digest(ROOT / name) for name in lock_names}
    stamp = {"made_for": made_for(), "locks": locks, "packages": packages}
    fresh = venv / f"{STAMP_NAME}.new"
    fresh.write_text(json.dumps(stamp, indent=1), "utf-8")
    fresh.replace(venv / STAMP_NAME)


def made_for() -> str:
    """Return what an environment depends on besides its packages."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return f"format {STAMP_FORMAT}, Python {version}, {sysconfig.get_platform()}"


def digest(lock: Path) -> str:
    """Return a digest of a lock that is the same for either kind of line ending."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def site_packages(venv: Path) -> Path:
    """Return the folder in which the packages of an environment stand."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(venv)}))


def python_of(venv: Path) -> Path:
    """Return the Python of an environment."""
    name = "python.exe" if sys.platform == "win32" else "python"
    return Path(sysconfig.get_path("scripts", "venv", {"base": str(venv)})) / name


def files_whole(venv: Path, packages: Sequence[str]) -> bool:
    """Tell whether each installed package still has all its files at the size it lists."""
    base = site_packages(venv)
    try:
        return all(sizes_match(base, base / name / "RECORD") for name in packages)
    except (OSError, ValueError):
        return False


def sizes_match(base: Path, record: Path) -> bool:
    """Tell whether the files that a package lists have the size it lists."""
    with record.open(encoding="utf-8", newline="") as lines:
        rows = [(path, int(size)) for path, _, size in csv.reader(lines) if size]
    return bool(rows) and all(os.stat(f"{base}/{path}").st_size == size for path, size in rows)  # noqa: PTH116 (speed)


def imports_work(venv: Path) -> bool:
    """Tell whether the Python of the environment starts and finds what the program stands on."""
    command = [str(python_of(venv)), "-I", "-c", f"import {KEY_MODULES}"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@contextlib.contextmanager
def only_one_set_up(venv: Path) -> Iterator[None]:
    """Let a second start wait until the first has finished its set-up."""
    venv.parent.mkdir(parents=True, exist_ok=True)
    with venv.with_name(f"{venv.name}.lock").open("a+b") as handle:
        for tries in itertools.count():
            if lock_taken(handle.fileno()):
                break
            if tries == 0:
                say("Een andere start zet de omgeving al klaar. Even wachten ...")
            time.sleep(0.5)
        yield


def lock_taken(descriptor: int) -> bool:
    """Take the lock of an open file unless another program has it; closing gives it back."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def set_up(venv: Path, lock_name: str, *, fresh: bool) -> None:
    """Make the environment, or bring the packages of a whole one up to date."""
    say(f"2/4 Omgeving {'maken' if fresh else 'bijwerken'} in {venv} ...")
    (venv / STAMP_NAME).unlink(missing_ok=True)
    if fresh:
        clear_away(venv)
        quietly([sys.executable, "-m", "venv", str(venv)], "De omgeving kon niet worden gemaakt.")
    install(venv, ROOT / lock_name)
    say("4/4 Nakijken ...")
    if not imports_work(venv):
        raise SetUpError("De omgeving is gemaakt maar start niet. Verwijder " + str(venv))
    write_stamp(venv, [RUN_LOCK] if lock_name == RUN_LOCK else [RUN_LOCK, DEV_LOCK])


def clear_away(venv: Path) -> None:
    """Remove a broken or half-made environment, and nothing that is not one."""
    if not venv.exists():
        return
    if any(venv.iterdir()) and not (venv / "pyvenv.cfg").exists():
        raise SetUpError(f"{venv} is geen Python-omgeving. Kies met DESK_VENV een andere map.")
    say("    De vorige omgeving was niet heel en wordt opnieuw gemaakt.")
    shutil.rmtree(venv)


def install(venv: Path, lock: Path) -> None:
    """Install the packages of the lock and no others (it holds all), naming each."""
    total = lock.read_text("utf-8").count("==")
    say(f"3/4 {total} pakketten ophalen en plaatsen (een paar minuten) ...")
    command = [str(python_of(venv)), "-I", "-m", "pip", "install", "--require-hashes", "--no-deps"]
    command += [
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
        "-r",
        str(lock),
    ]
    pipe, joined, environment = subprocess.PIPE, subprocess.STDOUT, child_environment()
    output: list[str] = []
    with subprocess.Popen(command, stdout=pipe, stderr=joined, env=environment) as pip:
        for raw in pip.stdout or ():
            output.append(raw.decode("utf-8", "replace").rstrip())
            if output[-1].startswith(PIP_TAKES_UP):
                done = sum(line.startswith(PIP_TAKES_UP + PIP_PASSES) for line in output)
                say(f"    {done}/{total} {Path(output[-1].split()[1]).name}")
    if pip.returncode:
        raise SetUpError(explain_pip(output))


def explain_pip(output: Sequence[str]) -> str:
    """Say what went wrong in a download, why, and what to do."""
    text = "\n".join(output)
    reason = next((why for sign, why in PIP_REASONS.items() if sign in text), NO_CONNECTION)
    last = "\n".join(f"    {line}" for line in output[-5:])
    return f"De pakketten konden niet worden geplaatst.\n{last}\n{reason}\nStart daarna opnieuw."


def quietly(command: Sequence[str], sentence: str) -> None:
    """Run a command out of sight; when it fails show its last lines under the sentence."""
    done = subprocess.run(command, capture_output=True, check=False, env=child_environment())
    if done.returncode:
        last = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()[-5:]
        raise SetUpError("\n    ".join([sentence, *last]))


def point_at_tree(venv: Path) -> None:
    """Let the environment find the program in this folder, also after the folder was moved."""
    pointer = site_packages(venv) / "hardship_desk.pth"
    if not pointer.exists() or pointer.read_text("utf-8") != f"{ROOT}\n":
        pointer.write_text(f"{ROOT}\n", "utf-8")


# --- the system below it --------------------------------------------------------------------


def require_system(*, for_screen: bool, new: bool) -> None:
    """See that Debian's packages are there: as root install them, otherwise say which."""
    missing = missing_system_packages(for_screen=for_screen, new=new)
    if not missing:
        return
    names = " ".join(missing)
    line = f"apt-get update && apt-get install -y --no-install-recommends {names}"
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        raise SetUpError(
            f"Op dit systeem ontbreekt: {names}.\nLaat uw beheerder dit uitvoeren (op andere "
            f"systemen dan Debian of Ubuntu: wat erop lijkt), en start opnieuw:\n    sudo sh -c "
            f"'{line}'"
        )
    say(f"    Systeempakketten plaatsen: {names} ...")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    quietly(["sh", "-c", line], f"De systeempakketten konden niet worden geplaatst: {names}")


def missing_system_packages(*, for_screen: bool, new: bool) -> list[str]:
    """Name the Debian packages without which Qt or a new environment cannot be had."""
    if not sys.platform.startswith("linux"):
        return []
    missing = ["python3-venv"] if new and importlib.util.find_spec("ensurepip") is None else []
    libraries = {**QT_LIBRARIES, **SCREEN_LIBRARIES} if for_screen else QT_LIBRARIES
    return missing + [name for name, file in libraries.items() if not loads(file)]


def loads(library: str) -> bool:
    """Tell whether the system has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
