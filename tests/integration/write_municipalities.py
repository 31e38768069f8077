"""Writes the tables of docs/municipalities.md anew, after a local value or a rule changed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hardship_desk.core_setup import build_core
from tests.integration.municipality_cases import END, PAGE, START, run_all, table_text


def main() -> None:
    """Put the tables between their marks; the rest of the page stays."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    with TemporaryDirectory() as folder:
        tables = table_text(run_all(build_core(), Path(folder))).strip()
    PAGE.write_text(f"{before}{START}\n\n{tables}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
