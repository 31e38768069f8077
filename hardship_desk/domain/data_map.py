"""The data map: of every stored column and field what it is, why it is kept and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DataClass(StrEnum):
    """How sensitive something is under the AVG."""

    TECHNISCH = "technisch"
    GEWOON = "gewoon"
    PSEUDONIEM = "pseudoniem"
    PERSOONSGEGEVEN = "persoonsgegeven"
    MEDEWERKER = "persoonsgegeven van een medewerker"
    BIJZONDER = "bijzonder"
    STRAFRECHTELIJK = "strafrechtelijk"


class KeptFor(StrEnum):
    """How long something stays."""

    DOSSIER = "dossier"
    KLUIS = "kluis"
    LOGBOEK = "logboek"
    LIJST = "lijst"
    HANDELING = "handeling"
    GEBRUIKER = "gebruiker"
    KAART = "kaart"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """One column: `access` says whether the person it is about gets it on request."""

    title: str
    data_class: DataClass
    purpose: str
    kept_for: KeptFor
    access: bool
    third_parties: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedField:
    """One field within a column that holds a whole object."""

    title: str
    data_class: DataClass
    third_parties: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DataMap:
    """All columns by table, and all fields by name."""

    columns: Mapping[str, Mapping[str, MappedColumn]]
    fields: Mapping[str, MappedField]
