"""All that is kept of dossiers, as one repository."""

from __future__ import annotations

from hardship_desk.storage.records.agenda import AgendaRecords
from hardship_desk.storage.records.answers import AnswerRecords
from hardship_desk.storage.records.counts import CountRecords
from hardship_desk.storage.records.decisions import DecisionRecords
from hardship_desk.storage.records.drafts import DraftRecords
from hardship_desk.storage.records.own_texts import OwnTextRecords
from hardship_desk.storage.records.saving_together import SavingTogether


class CaseRecords(
    AgendaRecords,
    AnswerRecords,
    CountRecords,
    DecisionRecords,
    DraftRecords,
    OwnTextRecords,
    SavingTogether,
):
    """Fulfils CaseRepository, AgendaStore and OwnTextStore on one open vault.

    A call that saves has reached the disk when it returns; where it raises VaultError nothing
    has changed.
    """
