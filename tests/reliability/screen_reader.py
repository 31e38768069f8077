"""Reads the window over AT-SPI as a screen reader does: name, role, value and error of each field.

`python -m tests.reliability.screen_reader` starts a display, a bus and the window, and asks on the bus
what is heard of one question of each kind of answer. Where the machine lacks what that takes it
says so and ends with 2.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.reliability.figures import Figures

LAUNCHERS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
)
SYSTEM_PYTHON = "/usr/bin/python3"
WAIT_S = 120
MODULE = "tests.reliability.screen_reader"
Heard = dict[str, str]


def missing() -> list[str]:
    """What this machine lacks for the run."""
    lacking = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    if not any(path.exists() for path in LAUNCHERS):
        lacking.append("at-spi2-core")
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "from gi.repository import Gio"], check=False)
    return [*lacking, *(["python3-gi"] if asked.returncode else [])]


def run() -> Figures:
    """Run on a display and a bus of its own."""
    with tempfile.TemporaryDirectory() as folder:
        display = f":{200 + os.getpid() % 500}"
        with running("Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"):
            time.sleep(1)
            environment = {
                **os.environ,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "HARDSHIP_DESK_DATA": folder,
            }
            subprocess.run(
                [str(shutil.which("dbus-run-session")), "--", sys.executable, "-m", MODULE, folder],
                env=environment,
                check=True,
            )
        expected = json.loads((Path(folder) / "velden.json").read_text(encoding="utf-8"))
        heard = json.loads((Path(folder) / "gehoord.json").read_text(encoding="utf-8"))
    return compare(expected, heard)


def compare(expected: list[Heard], heard: list[Heard]) -> Figures:
    """Whether each field was heard with its name, a role, its value and what is wrong with it."""
    wanting = [
        f"{field['kind']}: {field['name'][:60]}"
        for field in expected
        if not any(_is_whole(field, item) for item in heard)
    ]
    kinds = sorted({field["kind"] for field in expected})
    wrong = sum(bool(field["error"]) for field in expected)
    return Figures(
        number="R60",
        target="over AT-SPI one page of every kind of answer tells name, role, value and error",
        seen=f"{len(heard)} fields on the bus; {len(expected)} fields of {len(kinds)} kinds "
        f"({', '.join(kinds)}), {wrong} with an error: {len(wanting)} not heard whole {wanting[:3]}",
        reached=bool(expected) and wrong > 0 and not wanting,
    )


def _is_whole(field: Heard, item: Heard) -> bool:
    named = field["name"] in (item["name"], item["label"])
    valued = field["value"] in (item["value"], item["name"]) or field["value"] in item["states"]
    return bool(named and valued and item["role"] and field["error"] in item["description"])


def on_the_bus(folder: Path) -> None:
    """Start the window, wait for what it tells of its fields, and let the reader listen."""
    launcher = next(path for path in LAUNCHERS if path.exists())
    with (
        running(str(launcher), "--launch-immediately"),
        running(sys.executable, "-m", "tests.reliability.spoken_window", str(folder)),
    ):
        _wait_for(folder / "velden.json")
        listener = Path(__file__).with_name("atspi_listener.py")
        done = subprocess.run(
            [SYSTEM_PYTHON, str(listener)], capture_output=True, text=True, check=True
        )
        (folder / "gehoord.json").write_text(done.stdout, encoding="utf-8")


class running:  # noqa: N801  # reads as a word in a with statement
    """A process that ends with the block."""

    def __init__(self, *command: str, environment: Mapping[str, str] | None = None) -> None:
        self._command = [str(shutil.which(command[0]) or command[0]), *command[1:]]
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> None:
        self._process = subprocess.Popen(
            self._command, stderr=subprocess.DEVNULL, env=self._environment
        )

    def __exit__(self, *_failure: object) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def _wait_for(file: Path) -> None:
    until = time.monotonic() + WAIT_S
    while not file.exists():
        if time.monotonic() > until:
            raise TimeoutError(str(file))
        time.sleep(0.2)


def main(arguments: list[str]) -> int:
    """The figures; with a folder the half that runs on the bus."""
    if arguments:
        on_the_bus(Path(arguments[0]))
        return 0
    lacking = missing()
    if lacking:
        sys.stdout.write(f"R60   not run: this machine lacks {', '.join(lacking)}\n")
        return 2
    figures = run()
    sys.stdout.write(f"{figures}\n")
    return 0 if figures.reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
