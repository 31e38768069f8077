"""The log of a vault says with which law was worked, once for each change."""

from __future__ import annotations

from hardship_desk.storage import OpenVault


def test_that_the_law_in_use_is_noted_when_it_is_another(vault: OpenVault) -> None:
    for law in ("landelijk 1.0.0", "landelijk 1.0.0", "landelijk 1.0.0; normen 2027.1.0"):
        vault.law_log.note_in_use(law)
    vault.law_log.note("wetspakket_teruggezet", "landelijk")
    vault.law_log.note_in_use("landelijk 1.0.0")
    noted = [(item.event, item.subject) for item in vault.audit_entries()]
    assert noted[-4:] == [
        ("wetsgegevens_in_gebruik", "landelijk 1.0.0"),
        ("wetsgegevens_in_gebruik", "landelijk 1.0.0; normen 2027.1.0"),
        ("wetspakket_teruggezet", "landelijk"),
        ("wetsgegevens_in_gebruik", "landelijk 1.0.0"),
    ]
