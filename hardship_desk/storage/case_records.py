"""All that is kept of dossiers, as one repository."""

from __future__ import annotations

from hardship_desk.storage.agenda_records import AgendaRecords
from hardship_desk.storage.answer_records import AnswerRecords
from hardship_desk.storage.count_records import CountRecords
from hardship_desk.storage.decision_records import DecisionRecords
from hardship_desk.storage.draft_records import DraftRecords
from hardship_desk.storage.own_text_records import OwnTextRecords
from hardship_desk.storage.saving_together import SavingTogether


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
