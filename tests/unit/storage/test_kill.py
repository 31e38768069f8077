"""What was saved is there after the program was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hardship_desk import storage
from tests.unit.storage.case_samples import CASE, INCOME, HandClock, empty_case
from tests.unit.storage.conftest import CHEAP, PASSPHRASE, reopen

SAVER = """
import sys
from pathlib import Path
from hardship_desk import storage
from tests.unit.storage.case_samples import CASE, HandClock, income
vault = storage.open_vault(Path(sys.argv[1]), sys.argv[2], HandClock())
for number in range(1, 100_000):
    vault.cases.save_answer(CASE, None, income(number))
    print(number, flush=True)
"""
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_that_an_acknowledged_save_survives_a_kill(path: Path, acknowledged: int) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
    saver = subprocess.Popen(
        [sys.executable, "-c", SAVER, str(path), PASSPHRASE], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert saver.stdout is not None
    for _ in range(acknowledged):
        assert saver.stdout.readline()
    saver.send_signal(signal.SIGKILL)
    seen = [int(line) for line in saver.stdout.read().split()] or [acknowledged]
    saver.stdout.close()
    saver.wait()
    with reopen(path) as again:
        history = again.cases.answer_history(CASE, None, INCOME)
        assert len(history) in (seen[-1], seen[-1] + 1)
        assert len(again.audit_entries()) == len(history) + 1
        assert again.cases.load(CASE).facts.get(INCOME) == history[-1].answer
