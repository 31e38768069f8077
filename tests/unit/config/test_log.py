from __future__ import annotations

import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from hardship_desk.config.log import start_log, stop_log, write_down
from hardship_desk.domain.errors import VaultError

LOGGER = logging.getLogger("hardship_desk.storage.vault")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "logboek" / "log"
    handler = start_log(path)
    yield path
    stop_log(handler)


def test_that_a_code_is_written_with_its_module(log: Path) -> None:
    LOGGER.warning("kluis_beschadigd")
    line = log.read_text("utf-8").strip()
    assert line.endswith("Z WARNING hardship_desk.storage.vault kluis_beschadigd")


@pytest.mark.parametrize("said", ["Jansen heeft schulden", "naam %s", "", 3])
def test_that_what_is_no_code_is_left_out(log: Path, said: object) -> None:
    LOGGER.warning(said)
    assert log.read_text("utf-8").strip().endswith("tekst_weggelaten")


def test_that_arguments_are_left_out(log: Path) -> None:
    LOGGER.warning("kluis_geweigerd", extra={"naam": "Jansen"})
    LOGGER.warning("%s", "Jansen")
    assert "Jansen" not in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (ValueError("Jansen"), "ValueError test_log:"),
        (VaultError("schijf_vol", naam="Jansen"), "VaultError(schijf_vol) test_log:"),
        (VaultError("Jansen zelf"), "VaultError test_log:"),
    ],
)
def test_that_an_exception_shows_only_kind_code_and_place(
    log: Path, error: Exception, shown: str
) -> None:
    try:
        raise error
    except (ValueError, VaultError) as caught:
        write_down("onverwacht", caught)
    assert shown in log.read_text("utf-8")
    assert "Jansen" not in log.read_text("utf-8")


def test_that_no_exception_is_no_trouble(log: Path) -> None:
    LOGGER.error("onverwacht", exc_info=(None, None, None))
    assert log.read_text("utf-8").strip().endswith("onverwacht")


def test_that_the_log_stays_small(log: Path) -> None:
    for _ in range(8_000):
        LOGGER.warning("een_code_die_vaak_voorkomt")
    sizes = [file.stat().st_size for file in log.parent.iterdir()]
    assert 1 < len(sizes) <= 4
    assert max(sizes) <= 500_000


def test_that_a_log_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"")
    handler = start_log(tmp_path / "map" / "log")
    LOGGER.warning("kluis_beschadigd")
    stop_log(handler)
    assert isinstance(handler, logging.NullHandler)


def test_that_a_log_that_cannot_be_written_says_nothing(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(RotatingFileHandler, "shouldRollover", full)
    LOGGER.warning("kluis_beschadigd")
    monkeypatch.undo()
    assert capsys.readouterr().err == ""


def test_that_without_a_log_nothing_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    write_down("onverwacht", ValueError("Jansen"))
    assert capfd.readouterr() == ("", "")
