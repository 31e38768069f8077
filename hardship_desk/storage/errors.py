"""Turns what the database and the disk complain of into a VaultError with a code.

kluis_ontbreekt, kluis_bestaat, kluis_leeg, kluis_onbekend_bestand, kluis_gewone_database,
kluis_sleutel_ontbreekt,
kluis_beschadigd, kluis_te_nieuw, kluis_in_gebruik, kluis_geweigerd, kluis_gesloten,
kluis_onbereikbaar, wachtwoord_onjuist, schijf_vol, alleen_lezen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.config.files import write_error_code
from hardship_desk.domain.errors import VaultError, WriteError

OUT_OF_REACH = "kluis_onbereikbaar"
DAMAGED = "kluis_beschadigd"
_OF_WRITING = {"schijf_vol": "schijf_vol", "alleen_lezen": "alleen_lezen"}

# A size limit shows as a failed write, so SQLite does not always call a full disk full.
_IOERR_WRITE, _IOERR_FSYNC = 778, 1034
_BY_EXTENDED_CODE = {_IOERR_WRITE: "schijf_vol", _IOERR_FSYNC: "schijf_vol"}
_BY_PRIMARY_CODE = {
    sqlcipher.SQLITE_FULL: "schijf_vol",
    sqlcipher.SQLITE_READONLY: "alleen_lezen",
    sqlcipher.SQLITE_PERM: "alleen_lezen",
    sqlcipher.SQLITE_CORRUPT: DAMAGED,
    sqlcipher.SQLITE_NOTADB: DAMAGED,
    sqlcipher.SQLITE_BUSY: "kluis_in_gebruik",
    sqlcipher.SQLITE_LOCKED: "kluis_in_gebruik",
    sqlcipher.SQLITE_CONSTRAINT: "kluis_geweigerd",
}


@contextmanager
def vault_errors() -> Iterator[None]:
    """Let trouble of the database, the disk or a file leave this block as a VaultError."""
    try:
        yield
    except (peewee.PeeweeException, sqlcipher.Error) as error:
        raise VaultError(_database_code(error)) from error
    except WriteError as error:
        raise VaultError(_OF_WRITING.get(error.code, OUT_OF_REACH)) from error
    except OSError as error:
        raise VaultError(_OF_WRITING.get(write_error_code(error), OUT_OF_REACH)) from error


def _database_code(error: BaseException) -> str:
    """The code of the first complaint in the chain that says something; the last may not."""
    for one in _chain(error):
        number = getattr(one, "sqlite_errorcode", None)
        if number is None:
            continue
        code = _BY_EXTENDED_CODE.get(number) or _BY_PRIMARY_CODE.get(number & 0xFF)
        if code:
            return code
    return OUT_OF_REACH


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The exception, what it wraps and what it came after; rolling back may fail as well."""
    while error is not None:
        yield error
        yield from (item for item in error.args if isinstance(item, BaseException))
        error = error.__cause__ or error.__context__
