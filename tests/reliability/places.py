"""R62: the program starts, saves and exports wherever a profile may stand."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.figures import Experiment, Figures

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PATH = 250
NAMES = ("Çağrı", "李", "O'Brien", "j. de vries", "🙂", "100% zeker", "a#b&c;d", "Ærø (kopie)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A profile: its folder and what is odd about the machine around it."""

    name: str
    folder: Path
    environment: tuple[tuple[str, str], ...] = ()
    read_only: bool = False


def places(root: Path) -> tuple[Place, ...]:
    """The twelve places, the odd ones first."""
    long = root / "lang"
    while len(str(long / "map")) + 40 < LONGEST_PATH:
        long /= "een map met een lange naam"[: LONGEST_PATH - len(str(long)) - 20]
    return (
        Place(name="alleen lezen", folder=root / "alleenlezen", read_only=True),
        Place(name="geen tijdelijke map", folder=root / "geentmp", environment=_no_temp(root)),
        Place(name=f"pad van {LONGEST_PATH} tekens", folder=long),
        Place(name="geen HOME", folder=root / "geenhome", environment=(("HOME", ""),)),
        *(Place(name=name, folder=root / name) for name in NAMES),
    )


def r62(root: Path, rounds: int) -> Figures:
    """Work in each place; where nothing can be saved, the user is told and can read."""
    wrong = [
        f"{place.name}: {said}" for place in places(root)[:rounds] if (said := _problem(place))
    ]
    return Figures(
        number="R62",
        target="12 of 12 start, save and export; read-only: told, readable, 0 tracebacks",
        seen=f"{rounds - len(wrong)} of {rounds} {wrong}",
        reached=not wrong,
    )


def _problem(place: Place) -> str:
    """What went wrong in a place; empty where nothing did."""
    place.folder.mkdir(parents=True, exist_ok=True)
    made = _run(place, "make")
    if not (made.get("saved") and made.get("shown") and "motivering.pdf" in str(made.get("files"))):
        return str(made)
    if not place.read_only:
        return ""
    for folder, _folders, files in os.walk(place.folder):
        for file in files:
            (Path(folder) / file).chmod(0o444)  # where the one who runs this is not root
        Path(folder).chmod(0o555)
    seen = _run(place, "read")
    told = seen.get("shown") and seen.get("read_only") and seen.get("refused") == "alleen_lezen"
    return "" if told else str(seen)


def _run(place: Place, deed: str) -> dict[str, object]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HARDSHIP_DESK_DATA": str(place.folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        **dict(place.environment),
    }
    done = subprocess.run(  # our own module
        _command(place, deed),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "Traceback" in done.stderr:
        return {"failed": done.stderr.strip().splitlines()[-1:] or done.returncode}
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _command(place: Place, deed: str) -> list[str]:
    """The program; root may write everywhere, so that it is given a mount that nobody can write to."""
    command = [sys.executable, "-m", "tests.reliability.one_place", str(place.folder), deed]
    if deed != "read" or os.geteuid() != 0:
        return command
    folder = shlex.quote(str(place.folder))
    mount = f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}"
    return ["unshare", "-m", "sh", "-c", f"{mount} && exec {shlex.join(command)}"]


def _no_temp(root: Path) -> tuple[tuple[str, str], ...]:
    gone = str(root / "bestaat niet")
    return (("TMPDIR", gone), ("TEMP", gone), ("TMP", gone))


EXPERIMENTS = (Experiment(number="R62", run=r62, short=3, long=12),)
