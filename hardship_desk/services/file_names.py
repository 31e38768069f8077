"""Names of files and folders that every system takes."""

from __future__ import annotations

import re

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def folder_name(case_number: str) -> str:
    """A zaaknummer as a name that every system takes."""
    name = _NOT_IN_A_NAME.sub("-", case_number).strip(".-")
    return name or "zaak"
