"""Saving an answer against raw SQLCipher doing the same two writes, and opening a vault of 20,000 cases.

Both save on the same disk, in turns in one run, encrypted and durable (write-ahead log, synchronous
full). Raw: the answer and an audit row in one transaction. Ours: the answer, its history, the sealed audit
row, the processing row, the moment of the dossier. Usage: bench_vault.py [SAVES] [CASES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hardship_desk import storage  # noqa: E402 - the tree must be on the path first
from hardship_desk.services.ports.case_lists import SearchWord  # noqa: E402
from hardship_desk.storage.connection import connect  # noqa: E402
from hardship_desk.storage.keys.passphrase import DataKey  # noqa: E402
from hardship_desk.storage.opening import open_database  # noqa: E402
from hardship_desk.storage.records.cases import CaseRecords  # noqa: E402
from hardship_desk.storage.session import Session  # noqa: E402
from tests.unit.storage.case_samples import CASE, HandClock, empty_case, income  # noqa: E402
from tests.unit.storage.conftest import CHEAP, PASSPHRASE  # noqa: E402

MEDIAN_GOAL, P99_GOAL, OPEN_GOAL_MS, SEARCH_GOAL_MS, NEWEST = 3.0, 5.0, 20.0, 50.0, 50
RAW = (
    "CREATE TABLE answer (dossier, scope, question, body, UNIQUE (dossier, scope, question))",
    "CREATE TABLE audit (seq INTEGER PRIMARY KEY, at TEXT, event TEXT, case_id TEXT, subject TEXT)",
)
BODY = '{"state":"given","value":{"cents":12345},"explanation":"GEHEIM-toelichting"}'


def milliseconds(work: object) -> float:
    """How long a call without arguments takes."""
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - started) * 1000


def p99(times: list[float]) -> float:
    """The time that one in a hundred exceeds."""
    return sorted(times)[int(len(times) * 0.99)]


def compare_saving(folder: Path, saves: int) -> None:
    """Print both medians and the slowest hundredths, and their ratios."""
    raw = connect(folder / "raw.db", DataKey.random())
    for statement in RAW:
        raw.rows(statement)
    bare = raw.raw()

    def raw_save(number: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "INSERT INTO answer VALUES (1, '', ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
            (f"vraag.{number % 60}", BODY),
        )
        bare.execute(
            "INSERT INTO audit (at, event, case_id, subject) VALUES (?, ?, ?, ?)",
            ("2026-11-26T12:00:00+00:00", "antwoord_opgeslagen", "c-1", "vraag"),
        )
        bare.execute("COMMIT")

    taken: dict[str, list[float]] = {"raw": [], "ours": []}
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
        for number in range(saves + 50):
            one = milliseconds(lambda number=number: raw_save(number))
            other = milliseconds(
                lambda number=number: vault.cases.save_answer(CASE, None, income(number))
            )
            if number >= 50:
                taken["raw"].append(one)
                taken["ours"].append(other)
    raw.close()
    for name, times in taken.items():
        print(
            f"{name}: median {statistics.median(times):.2f} ms, p99 {p99(times):.2f} ms, n={saves}"
        )
    median = statistics.median(taken["ours"]) / statistics.median(taken["raw"])
    slow = p99(taken["ours"]) / p99(taken["raw"])
    print(f"saving against raw SQLCipher: median {median:.2f} times (goal: at most {MEDIAN_GOAL})")
    print(f"saving against raw SQLCipher: p99 {slow:.2f} times (goal: at most {P99_GOAL})")


def time_opening(folder: Path, cases: int, rounds: int = 15) -> None:
    """Print how long it takes from the known key to the newest rows of the list."""
    path = folder / "groot" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        session = vault._session  # noqa: SLF001 - all cases in one transaction, to save an hour
        with session.database.atomic("IMMEDIATE"):
            for number in range(cases):
                vault.cases.add_case(empty_case(f"c-{number}"))
        key = session.database.key
    clock, times = HandClock(), []
    for _ in range(rounds):
        started = time.perf_counter()
        opened = open_database(path, key, clock)
        newest = CaseRecords(Session(opened.database, key, clock)).find_cases((), NEWEST).newest
        times.append((time.perf_counter() - started) * 1000)
        opened.database.close()
        assert len(newest) == NEWEST
    low, high, size = min(times), max(times), path.stat().st_size / 1e6
    _time_searching(path, key, clock)
    print(
        f"opening {cases} cases ({size:.0f} MB) to the newest {NEWEST}: median "
        f"{statistics.median(times):.1f} ms ({low:.1f}-{high:.1f}, goal: under {OPEN_GOAL_MS:.0f} ms)"
    )


def _time_searching(path: Path, key: DataKey, clock: HandClock) -> None:
    """Print how long each letter of a search takes: what is found and counted among all cases."""
    opened = open_database(path, key, clock)
    records, taken = CaseRecords(Session(opened.database, key, clock)), {}
    typed = [
        SearchWord(text="c-1999"[:length], types=("boete",) if length == 1 else ())
        for length in range(1, 7)
    ]
    rare = SearchWord(text="vastgesteld", states=("vastgesteld",))
    for word in (*typed, rare, SearchWord(text="niets"), SearchWord(text="ë")):
        times = [milliseconds(lambda word=word: records.find_cases((word,), 100)) for _ in range(5)]
        taken[word.text] = statistics.median(times)
    opened.database.close()
    slowest = max(taken, key=lambda text: taken[text])
    print(
        f"searching: slowest word '{slowest}' {taken[slowest]:.1f} ms (goal: under {SEARCH_GOAL_MS:.0f} ms); "
        + ", ".join(f"'{text}' {time:.1f}" for text, time in taken.items())
    )


def main(saves: int, cases: int) -> None:
    """Run both."""
    with tempfile.TemporaryDirectory() as folder:
        compare_saving(Path(folder), saves)
        time_opening(Path(folder), cases)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    main(*numbers, *[1000, 20_000][len(numbers) :])
