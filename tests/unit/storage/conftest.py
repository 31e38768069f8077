"""A vault to work in, with a key that costs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.storage import OpenVault
from hardship_desk.storage.keys.passphrase import KeyCost
from tests.unit.storage.case_samples import HandClock

PASSPHRASE = "een wachtwoord"
CHEAP = KeyCost(memory_kib=64, passes=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kluis" / "dossiers.db"


@pytest.fixture
def vault(path: Path) -> Iterator[OpenVault]:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        yield opened


@pytest.fixture
def cases(vault: OpenVault) -> CaseRepository:
    return vault.cases


def reopen(path: Path) -> OpenVault:
    return storage.open_vault(path, PASSPHRASE, HandClock())
