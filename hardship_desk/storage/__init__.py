"""The encrypted vault: keys, records, migrations and repositories.

Of two SQLite libraries in one process only SQLCipher may open a vault. The one of the standard
library is blocked before peewee looks for it, unless something else (coverage) has it already.
"""

import sys

# None makes a later `import sqlite3` fail, which peewee takes for "not there".
sys.modules.setdefault("sqlite3", None)  # type: ignore[arg-type]  # the block has no other form

from hardship_desk.storage.vault import OpenVault as OpenVault  # noqa: E402 - after the block
from hardship_desk.storage.vault import PassphraseChange as PassphraseChange  # noqa: E402
from hardship_desk.storage.vault import change_passphrase as change_passphrase  # noqa: E402
from hardship_desk.storage.vault import create_vault as create_vault  # noqa: E402
from hardship_desk.storage.vault import open_practice_vault as open_practice_vault  # noqa: E402
from hardship_desk.storage.vault import open_vault as open_vault  # noqa: E402
from hardship_desk.storage.vault import open_vault_by as open_vault_by  # noqa: E402
from hardship_desk.storage.vault import users_of as users_of  # noqa: E402
