"""A user's own texts: kept in the vault, of that user alone, and no list of the retention."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.stock_text import OwnText
from hardship_desk.domain.users import Role, UserId, VaultUser
from hardship_desk.storage import OpenVault
from hardship_desk.storage.records.loose_drafts import drop_old_drafts

FIRST = OwnText(id="eigen-1", title="Gesprek", text="Wij spraken u op [nog invullen: dag].")
SECOND = OwnText(id="eigen-2", title="Vervolg", text="Zo gaat het verder: 100 % [a_b].")


def test_that_a_text_is_kept_changed_and_thrown_away(vault: OpenVault) -> None:
    for item in (FIRST, SECOND):
        vault.cases.save_own_text(item)
    changed = replace(FIRST, text="Wij belden u.")
    vault.cases.save_own_text(changed)
    assert vault.cases.own_texts() == (changed, SECOND)
    vault.cases.remove_own_text("eigen-1")
    vault.cases.remove_own_text("eigen-9")
    assert vault.cases.own_texts() == (SECOND,)
    events = [entry.event for entry in vault.audit_entries()]
    assert events.count("tekstblok_bewaard") == 3
    assert "Vervolg" not in str(vault.audit_entries())


def test_that_a_text_outlives_the_drafts_it_stands_with(vault: OpenVault) -> None:
    vault.cases.save_own_text(FIRST)
    vault.loose_drafts.save_loose_draft("toets", "{}")
    session = vault.cases._session
    session.database.run("UPDATE loose_draft SET saved_at = '2001-01-01T00:00:00+00:00'", ())
    drop_old_drafts(session)
    assert vault.cases.own_texts() == (FIRST,)
    assert vault.loose_drafts.loose_draft("toets") is None
    drop_old_drafts(session)
    assert vault.cases.own_texts() == (FIRST,)


def test_that_each_user_sees_only_what_is_theirs(vault: OpenVault) -> None:
    vault.cases.save_own_text(FIRST)
    session = vault.cases._session
    mine = session.user
    session.user = replace(mine, id=UserId(f"{mine.id}x"))
    assert vault.cases.own_texts() == ()
    vault.cases.save_own_text(SECOND)
    session.user = mine
    assert vault.cases.own_texts() == (FIRST,)


def test_that_who_may_not_read_keeps_nothing(vault: OpenVault) -> None:
    vault.cases._session.user = VaultUser(id=UserId("b"), name="B", roles=(Role.BEHEERDER,))
    for deed in (
        vault.cases.own_texts,
        lambda: vault.cases.save_own_text(FIRST),
        lambda: vault.cases.remove_own_text("eigen-1"),
    ):
        with pytest.raises(VaultError, match="geen_recht"):
            deed()
