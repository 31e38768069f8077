"""Allowing, switching off and on, taking in a list; and the letter head that a plugin brings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.gate import ListedPlugin, PluginList
from hardship_desk.assessment.plugins.loader import PluginCode
from hardship_desk.assessment.plugins.own_code import OwnRules, PluginRules
from hardship_desk.assessment.plugins.process import worker_command
from hardship_desk.assessment.plugins.worker_rules import QuestionWriter, WorkerRules
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.exchange.plugin_list_file import new_signing_key, read_plugin_list, signed_list
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.services.letter_heads import LetterHeads
from hardship_desk.services.plugins import PluginService, keep_off
from tests.unit.assessment.shelves import shelf, write

PRIVATE, PUBLIC = new_signing_key()
HEAD = """valid_from = 2020-01-01
valid_until = {until}
sender = "Gemeente Proefdorp"
phone = "14 000"
certainty = "verified"
source = {{ title = "Website" }}
"""


def rules(code: PluginCode) -> PluginRules:
    return WorkerRules(code, worker_command(), QuestionWriter())


def trust(folder: Path) -> PluginTrustFiles:
    return PluginTrustFiles(folder, write_atomically, partial(read_plugin_list, keys=(PUBLIC,)))


def test_that_choices_are_kept_and_off_counts_at_once(tmp_path: Path) -> None:
    write(tmp_path / "erbij", rules="x = 1")
    found = shelf(tmp_path / "erbij", make_rules=rules)
    service = PluginService(found, trust(tmp_path))
    assert not service.is_off("proefdorp")
    assert not service.is_allowed("proefdorp")
    service.allow("proefdorp")
    assert service.is_allowed("proefdorp")
    service.switch_off("proefdorp")
    assert service.is_off("proefdorp")
    [loaded] = [item for item in found.plugins.plugins if item.manifest.id == "proefdorp"]
    assert loaded.rules is not None
    assert loaded.rules.is_off
    service.switch_on("proefdorp")
    assert not service.is_off("proefdorp")
    service.close()
    assert "proefdorp" in [entry.plugin.id for entry in service.entries()]


def test_that_a_list_is_taken_in(tmp_path: Path) -> None:
    write(tmp_path / "erbij", rules="x = 1")
    found = shelf(tmp_path / "erbij", make_rules=rules)
    service = PluginService(found, trust(tmp_path))
    [sha] = [e.plugin.files.sha256 for e in found.entries if e.plugin.id == "proefdorp"]
    plugins = PluginList(
        number=1,
        publisher="P",
        allowed=(ListedPlugin(id="proefdorp", version="1.0.0", sha256=sha),),
    )
    service.take_in(signed_list(plugins, PRIVATE))
    assert service.plugin_list() == plugins
    assert service.is_allowed("proefdorp")


def test_that_three_failures_are_written_down_where_that_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = PluginCode(plugin="proefdorp", sha256="ab", modules={}, texts={})
    files = trust(tmp_path)
    keep_off(files, code)
    assert files.choices().is_off("proefdorp", "ab")
    assert not files.choices().is_off("proefdorp", "cd")

    def full(path: Path, data: bytes) -> None:
        raise WriteError("schijf_vol")

    keep_off(PluginTrustFiles(tmp_path / "vol", full, partial(read_plugin_list, keys=())), code)


def test_that_national_rules_are_never_off() -> None:
    national = OwnRules("landelijk", object())
    national.blame("x")
    national.turn_off()
    national.close()
    assert not national.is_off


class Organisation:
    """What an organisation filled in."""

    def __init__(self, facts: LetterFacts) -> None:
        self._facts = facts

    def parameters(self) -> ParameterTable:
        return ParameterTable()

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        return self._facts

    def readings(self) -> tuple[RulingReading, ...]:
        return ()


class Today:
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime(2026, 6, 1, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 6, 1)


@pytest.mark.parametrize(
    ("until", "sender"), [("2030-01-01", "Gemeente Proefdorp"), ("2021-01-01", "")]
)
def test_that_a_plugin_brings_the_letter_head_of_its_days(
    tmp_path: Path, until: str, sender: str
) -> None:
    write(tmp_path, letter__head=HEAD.format(until=until))
    plugins = shelf(tmp_path).plugins
    own = LetterFacts(phone="14 999")
    heads = LetterHeads(Organisation(own), plugins, Today())
    found = heads.letter_facts(Gemeentecode("GM0363"))
    assert found == replace(own, sender=sender)
    assert heads.letter_facts(Gemeentecode("GM0014")) == own
    assert heads.parameters() == ParameterTable()
    assert heads.readings() == ()
