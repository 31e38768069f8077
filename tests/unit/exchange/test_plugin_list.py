"""The signed list: one changed byte is refused, ten years change nothing, a newer one withdraws."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.gate import (
    ListedPlugin,
    OffReason,
    PluginChoices,
    PluginList,
    SwitchedOff,
)
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import PluginError
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.exchange.plugin_list_file import (
    new_signing_key,
    public_key_of,
    read_plugin_list,
    signed_list,
)

PRIVATE, PUBLIC = new_signing_key()
ONE = ListedPlugin(id="proefdorp", version="1.0.0", sha256="ab" * 32)
LIST = PluginList(number=3, publisher="Gemeente Proefdorp", allowed=(ONE,))


def refusal(data: bytes, *keys: bytes) -> str:
    with pytest.raises(PluginError) as error:
        read_plugin_list(data, keys)
    return error.value.code


def trust(folder: Path) -> PluginTrustFiles:
    return PluginTrustFiles(folder, write_atomically, partial(read_plugin_list, keys=(PUBLIC,)))


def test_that_a_signed_list_is_read_back() -> None:
    data = signed_list(LIST, PRIVATE)
    assert read_plugin_list(data, (new_signing_key()[1], PUBLIC)) == LIST
    assert public_key_of(PRIVATE) == PUBLIC
    assert LIST.allows(ONE.sha256)
    assert not LIST.has_revoked(ONE.sha256)


def test_that_every_changed_byte_is_refused() -> None:
    data = signed_list(LIST, PRIVATE)
    for place in range(0, len(data), 3):
        changed = bytearray(data)
        changed[place] ^= 1
        assert refusal(bytes(changed), PUBLIC) in (
            "pluginlijst_onleesbaar",
            "pluginlijst_niet_vertrouwd",
        )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pluginlijst_onleesbaar"),
        (b"[1]", "pluginlijst_onleesbaar"),
        (b"{}", "pluginlijst_onleesbaar"),
        (b"[" * 100_000, "pluginlijst_onleesbaar"),
        (b" " * 500_001, "pluginlijst_onleesbaar"),
        (signed_list(LIST, new_signing_key()[0]), "pluginlijst_niet_vertrouwd"),
        (
            signed_list(LIST, PRIVATE).replace(b'"nummer": 3', b'"nummer": "3"'),
            "pluginlijst_onleesbaar",
        ),
        (signed_list(LIST, PRIVATE).replace(b"ab", b"zz"), "pluginlijst_onleesbaar"),
        (signed_list(LIST, PRIVATE).replace(b"abab", b"ab", 1), "pluginlijst_onleesbaar"),
    ],
)
def test_that_another_file_is_refused(data: bytes, code: str) -> None:
    assert refusal(data, PUBLIC) == code


def test_that_nothing_is_trusted_without_a_key() -> None:
    assert refusal(signed_list(LIST, PRIVATE)) == "pluginlijst_zonder_sleutel"
    assert refusal(signed_list(LIST, PRIVATE), b"kort") == "pluginlijst_niet_vertrouwd"


def test_that_a_newer_list_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    files = trust(tmp_path)
    assert files.plugin_list() == PluginList()
    assert files.take_in(signed_list(LIST, PRIVATE)) == LIST
    withdrawn = PluginList(number=4, publisher="Gemeente Proefdorp", revoked=(ONE,))
    files.take_in(signed_list(withdrawn, PRIVATE))
    with pytest.raises(PluginError, match="pluginlijst_ouder"):
        files.take_in(signed_list(LIST, PRIVATE))
    assert trust(tmp_path).plugin_list() == withdrawn


def test_that_a_damaged_list_allows_nothing(tmp_path: Path) -> None:
    (tmp_path / "plugins-lijst.json").write_bytes(b"rommel")
    assert trust(tmp_path).plugin_list() == PluginList()


def test_that_choices_are_kept(tmp_path: Path) -> None:
    choices = (
        PluginChoices()
        .with_allowed("ab")
        .with_off("dorp", SwitchedOff(sha256="cd", reason=OffReason.FAILED))
    )
    trust(tmp_path).save_choices(choices)
    found = trust(tmp_path).choices()
    assert (found.allowed, dict(found.off)) == (choices.allowed, dict(choices.off))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"toegestaan": [], "uit": {"a": 1}}', "rommel"])
def test_that_choices_nobody_can_read_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "plugins-keuzes.json").write_text(text)
    assert trust(tmp_path).choices() == PluginChoices()
