"""Start to usable window, against a bare PySide6 window and a small program of the same libraries, in turns.

From starting Python to the first painted and idle window: on the practice store, and on a vault of 10,000
dossiers of which one in ten is a whole one, as the program shows it first and with the list opened after it.
The stores exist already; the key of the vault costs nothing to derive here, for that takes as long as it is
set to. Ours begins as the program begins, with `load_qt`; the bare window as any PySide6 program does. The small program
shows forty numbers of a SQLCipher file with as many rows in a plain list, with peewee: what the libraries cost that
are given, before anything is done with them.
Usage: bench_start.py [ROUNDS] [DOSSIERS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sqlcipher3

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hardship_desk.storage.keys.passphrase import KeyCost  # noqa: E402 - the tree must be on the path first
from tests.reliability.full_vault import PASSPHRASE, fill_vault  # noqa: E402

GOAL = 1.6
CHEAP = KeyCost(memory_kib=64, passes=1)
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Hardship Desk"))
window.resize(1280, 800)
window.show()
"""
SMALL = """
import os
from peewee import CharField, Model
from playhouse.sqlcipher_ext import SqlCipherDatabase
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow
store = SqlCipherDatabase(os.environ["BENCH_SMALL"], passphrase=os.environ["BENCH_KEY"])
class Dossier(Model):
    number = CharField(index=True)
    class Meta:
        database = store
application = QApplication([])
window = QMainWindow()
rows = QListWidget()
rows.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
rows.addItems([row.number for row in Dossier.select().order_by(Dossier.number.desc()).limit(40)])
window.setCentralWidget(rows)
window.resize(1280, 800)
window.show()
"""
OURS = """
import sys
from hardship_desk.ui.running.quick_start import load_qt
load_qt()
from PySide6.QtCore import QTimer
from hardship_desk.bootstrap import Desks
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import Program, make_application
application = make_application([])
desks = Desks()
program = Program(desks, WindowTexts(desks.texts), application)
program.show_practice()
"""
VAULT = """
import os
import sys
from hardship_desk.ui.running.quick_start import load_qt
load_qt()
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView
from hardship_desk import storage
from hardship_desk.bootstrap import Desks
from hardship_desk.domain.clock import SystemClock
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import Program, make_application
application = make_application([])
desks = Desks()
program = Program(desks, WindowTexts(desks.texts), application)
vault = Path(os.environ["BENCH_VAULT"])
opened = storage.open_vault(vault, os.environ["BENCH_PASSPHRASE"], SystemClock())
program.show_desk(desks._own_desk(opened))
"""
LIST = (
    VAULT
    + """
program.window.show_list()
assert program.window.start.list_view.findChild(QTableView).model().rowCount() > 40
"""
)
END = """
def tell():
    print("usable", flush=True)
    application.quit()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))
application.exec()
"""
FINISH = """
from hardship_desk.ui.running.background import finish_running_work
finish_running_work()
"""


def fill_small(path: Path, rows: int, key: str) -> None:
    """Write the file of the small program: as many numbers as there are dossiers."""
    connection = sqlcipher3.connect(path)
    connection.execute(f'PRAGMA key = "{key}"')
    connection.execute("CREATE TABLE dossier (id INTEGER PRIMARY KEY, number TEXT NOT NULL)")
    connection.execute("CREATE INDEX dossier_number ON dossier (number)")
    numbers = [(f"Z-{place:05}",) for place in range(rows)]
    connection.executemany("INSERT INTO dossier (number) VALUES (?)", numbers)
    connection.commit()
    connection.close()


def seconds(program: str, environment: dict[str, str]) -> float:
    """How long it takes from starting Python until the window says that it is idle."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program + END + ("" if program in (BARE, SMALL) else FINISH)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
        text=True,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        passed = time.perf_counter() - start
    if line.strip() != "usable" or child.returncode != 0:
        raise SystemExit("the window did not become usable")
    return passed


def main(rounds: int, dossiers: int) -> None:
    """Print the medians, their spread and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "groot" / "dossiers.db"
        fill_vault(vault, dossiers, CHEAP)
        small, key = Path(folder) / "klein.db", f"x'{'0b' * 32}'"
        fill_small(small, dossiers, key)
        environment = {
            **os.environ,
            "HARDSHIP_DESK_DATA": folder,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "BENCH_VAULT": str(vault),
            "BENCH_PASSPHRASE": PASSPHRASE,
            "BENCH_SMALL": str(small),
            "BENCH_KEY": key,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        programs = {"bare": BARE, "small": SMALL, "practice": OURS, "vault": VAULT, "list": LIST}
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for program in programs.values():
            seconds(program, environment)
        for _ in range(rounds):
            for name, program in programs.items():
                taken[name].append(seconds(program, environment))
    for name, times in taken.items():
        low, high = min(times), max(times)
        print(f"{name}: median {statistics.median(times):.3f} s ({low:.3f}-{high:.3f}, n={rounds})")
    usual = {name: statistics.median(times) for name, times in taken.items()}
    for name in ("small", "practice", "vault", "list"):
        ratio = usual[name] / usual["bare"]
        print(f"{name} against a bare window: {ratio:.2f} times (goal for ours: at most {GOAL})")
    print(f"vault against the small program: {usual['vault'] / usual['small']:.2f} times")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    main(*numbers, *[15, 10_000][len(numbers) :])
