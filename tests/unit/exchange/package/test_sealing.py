"""The envelope: what opening a file costs is looked at before anything is done."""

from __future__ import annotations

import pytest

from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.package import sealing
from hardship_desk.exchange.package.sealing import MOST_WORK, new_code, seal, unseal


class Untouched:
    """Stands in for the work itself, which must not be begun."""

    def decrypt(self, _data: bytes, _code: str) -> bytes:
        raise AssertionError


def test_that_a_file_that_asks_for_endless_work_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = new_code()
    sealed = seal(b"inhoud", code)
    assert unseal(sealed, code) == b"inhoud"
    work = sealed.split(b"\n", 2)[1].rsplit(b" ", 1)[1]
    assert int(work) <= MOST_WORK
    monkeypatch.setattr(sealing, "passphrase", Untouched())
    for dear in (str(MOST_WORK + 1).encode(), b"63", b"-1", b""):
        with pytest.raises(PackageError, match="pakket_onleesbaar"):
            unseal(sealed.replace(b" " + work + b"\n", b" " + dear + b"\n", 1), code)
