"""An anchor as it is printed."""

from __future__ import annotations

from hardship_desk.domain.audit_anchor import AuditHead


def test_that_an_anchor_reads_out_in_groups() -> None:
    head = AuditHead(count=12, seal="0123456789abcdef" * 4)
    assert head.short == "12 · 01234567 89abcdef"
    assert head.text == "12 · " + " ".join(["01234567", "89abcdef"] * 4)
    assert AuditHead(count=0, seal="").text == "0"
