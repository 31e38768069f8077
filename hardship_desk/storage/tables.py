"""The records as peewee sees them; the migrations make the tables.

The models are bound to no database: each query is handed the one it runs on.
"""

from __future__ import annotations

import re

from peewee import AutoField, BlobField, IntegerField, Model, TextField


def _table_name(model: type[Model]) -> str:
    name = model.__name__.removesuffix("Table")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class VaultTable(Model):
    """What all records share: a table named after the class."""

    class Meta:
        """Settings for peewee."""

        table_function = _table_name


class DossierTable(VaultTable):
    """One row per dossier."""

    key = AutoField()
    case_id = TextField()
    number = TextField()
    title = TextField()
    gemeentecode = TextField()
    dates = TextField()
    is_practice = IntegerField()
    created_at = TextField(null=True)
    changed_at = TextField()
    change_number = IntegerField()


class PartTable(VaultTable):
    """Persons, evidence and conversations, in the order in which they came."""

    key = AutoField()
    dossier = IntegerField()
    kind = TextField()
    part_id = TextField()
    body = TextField()


class AnswerTable(VaultTable):
    """The answers as they stand now; `scope` is a decision, or empty for a fact."""

    key = AutoField()
    dossier = IntegerField()
    scope = TextField()
    question = TextField()
    body = TextField()


class AnswerHistoryTable(VaultTable):
    """Every state an answer was given; an empty body says that it was taken away."""

    key = AutoField()
    dossier = IntegerField()
    scope = TextField()
    question = TextField()
    at = TextField()
    body = TextField(null=True)


class DecisionTable(VaultTable):
    """One row per decision; `header` is what its header holds, as JSON."""

    key = AutoField()
    dossier = IntegerField()
    decision_id = TextField()
    type = TextField()
    state = TextField()
    header = TextField()


class JudgementTable(VaultTable):
    """Weighings and flag responses, which may be replaced."""

    key = AutoField()
    decision = IntegerField()
    kind = TextField()
    part_id = TextField()
    body = TextField()


class RecordTable(VaultTable):
    """Reviews and follow-ups, which are only added."""

    key = AutoField()
    decision = IntegerField()
    kind = TextField()
    body = TextField()


class SealedVersionTable(VaultTable):
    """Sealed versions; `part` tells the adoption from its announcement."""

    key = AutoField()
    decision = IntegerField()
    number = IntegerField()
    part = TextField()
    body = TextField()


class AuditTable(VaultTable):
    """What happened: codes and ids, each line bound to the one before."""

    seq = AutoField()
    at = TextField()
    event = TextField()
    case_id = TextField()
    subject = TextField()
    previous = TextField()
    seal = TextField()
    form = IntegerField()
    operation = TextField()
    actor = TextField()
    origin = TextField()
    result = TextField()


class ProcessingTable(VaultTable):
    """Whose data were processed, one line a person, without a word about who did it."""

    seq = AutoField()
    trace_id = TextField()
    operation_id = TextField()
    status_code = TextField()
    name = TextField()
    start_time = TextField()
    end_time = TextField()
    activity_id = TextField()
    subject = TextField()


class UpkeepTable(VaultTable):
    """What was done to keep the vault whole, and what came of it."""

    key = AutoField()
    at = TextField()
    kind = TextField()
    result = TextField()


class ErasingTable(VaultTable):
    """A dossier while it is being destroyed; empty at all other times."""

    dossier = IntegerField(primary_key=True)


class TombstoneTable(VaultTable):
    """That a dossier was destroyed, and under which term; nothing of what it held."""

    key = AutoField()
    case_id = TextField()
    erased_at = TextField()
    ground = TextField()


class LegalHoldTable(VaultTable):
    """Why a dossier may not be destroyed."""

    dossier = IntegerField(primary_key=True)
    reason = TextField()
    placed_at = TextField()


class DestructionListTable(VaultTable):
    """What one user proposed to destroy, until another decides."""

    key = AutoField()
    list_id = TextField()
    body = TextField()


class DeclarationTable(VaultTable):
    """That a list was destroyed."""

    key = AutoField()
    list_id = TextField()
    body = TextField()


class EvidenceFileTable(VaultTable):
    """The copy of a piece of evidence, where the policy lets it be kept."""

    key = AutoField()
    dossier = IntegerField()
    evidence_id = TextField()
    ending = TextField()
    sha256 = TextField()
    content = BlobField()


class IdentityTable(VaultTable):
    """The keys with which one user signs and receives packages."""

    key = AutoField()
    user_id = TextField()
    signing = BlobField()
    receiving = TextField()
    made_at = TextField()


class ContactTable(VaultTable):
    """The card of a colleague, and who compared its digits by telephone."""

    key = AutoField()
    contact_id = TextField()
    name = TextField()
    signing = TextField()
    receiving = TextField()
    is_practice = IntegerField()
    added_at = TextField()
    added_by = TextField()
    checked_at = TextField(null=True)
    checked_by = TextField()


class LooseDraftTable(VaultTable):
    """What a user typed in a form that belongs to no dossier, and did not finish."""

    key = AutoField()
    user_id = TextField()
    place = TextField()
    saved_at = TextField()
    body = TextField()


TABLES: tuple[type[VaultTable], ...] = (
    DossierTable,
    PartTable,
    AnswerTable,
    AnswerHistoryTable,
    DecisionTable,
    JudgementTable,
    RecordTable,
    SealedVersionTable,
    AuditTable,
    ProcessingTable,
    UpkeepTable,
    ErasingTable,
    TombstoneTable,
    LegalHoldTable,
    DestructionListTable,
    DeclarationTable,
    EvidenceFileTable,
    IdentityTable,
    ContactTable,
    LooseDraftTable,
)
