"""The municipalities of the country, by CBS code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tomli

from hardship_desk.domain.ids import Gemeentecode


def read_municipalities(path: Path) -> Mapping[Gemeentecode, str]:
    """Names by code, in the order of the names; the file comes with the program."""
    table = tomli.loads(path.read_text(encoding="utf-8"))["gemeenten"]
    return {Gemeentecode(code): name for code, name in sorted(table.items(), key=lambda i: i[1])}
