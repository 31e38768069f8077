"""Changes of the work on a decision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.decision import DecisionFile, DecisionVersion, FollowUp, Review
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.remark import RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding
from hardship_desk.storage.records import decision_rows as rows
from hardship_desk.storage.session import VaultPart

_SEALING = tuple(
    f"besluit_{state}" for state in DecisionState if state is not DecisionState.CONCEPT
)


class DecisionRecords(VaultPart):
    """Fulfils DecisionStore. Raises VaultError, and KeyError where the place is not there."""

    def save_decision_header(self, case_id: CaseId, decision: DecisionFile) -> None:
        """Add a decision, or update type, person, weight, dates and current step of one.

        Of a new one the state counts as well; of one that is there the state stays.
        """
        session = self._session
        with session.change(case_id, "besluit_kop_opgeslagen", decision.id) as change:
            try:
                key = session.decision_key(change.dossier, decision.id)
            except KeyError:
                rows.insert_header(session, change, decision)
            else:
                rows.update_header(session, key, decision)

    def save_weighing(
        self, case_id: CaseId, decision_id: DecisionId, weighed: WeighedFinding
    ) -> None:
        """Add or replace the weighing of one finding."""
        about = (decision_id, weighed.finding)
        with self._decision(case_id, "weging_opgeslagen", about) as key:
            rows.put_judgement(self._session, key, weighed)

    def save_flag_response(
        self, case_id: CaseId, decision_id: DecisionId, response: FlagResponse
    ) -> None:
        """Add or replace what was done with one flag."""
        about = (decision_id, response.flag)
        with self._decision(case_id, "vlag_beantwoord", about) as key:
            rows.put_judgement(self._session, key, response)

    def add_review(self, case_id: CaseId, decision_id: DecisionId, review: Review) -> None:
        """Add the word of a second reader."""
        about = (decision_id, review.verdict)
        with self._decision(case_id, "lezing_toegevoegd", about) as key:
            rows.add_record(self._session, key, review)

    def add_remark_answer(
        self, case_id: CaseId, decision_id: DecisionId, answer: RemarkAnswer
    ) -> None:
        """Add what was answered to a remark of a second reader."""
        about = (decision_id, answer.remark)
        with self._decision(case_id, "opmerking_beantwoord", about) as key:
            rows.add_record(self._session, key, answer)

    def seal_version(
        self, case_id: CaseId, decision_id: DecisionId, version: DecisionVersion
    ) -> None:
        """Store a sealed version and move the decision to its state, in one transaction.

        Stored versions cannot be changed or deleted. A version with the number of an earlier one
        and state `bekendgemaakt` is stored as its announcement; with another state it is refused
        with VaultError `kluis_geweigerd`.
        """
        about = (decision_id, str(version.number))
        with self._decision(case_id, f"besluit_{version.state}", about) as key:
            rows.add_version(self._session, key, version)
            rows.set_state(self._session, key, version.state)

    def sealed_at(self, case_id: CaseId, decision_id: DecisionId) -> AuditHead | None:
        """Where in the audit log the last version of a decision was sealed; None for a concept."""
        with self._session.reading():
            return self._session.audit.last_of(_SEALING, case_id, f"{decision_id}/")

    def is_noted(self, case_id: CaseId, event: str, start: str) -> bool:
        """Whether the log of the dossier has such an event of which the subject begins so."""
        with self._session.reading():
            return self._session.audit.last_of((event,), case_id, start) is not None

    def reopen_decision(self, case_id: CaseId, decision_id: DecisionId) -> None:
        """Make the decision a concept again; its sealed versions stay as they are."""
        with self._decision(case_id, "besluit_heropend", (decision_id, "")) as key:
            rows.set_state(self._session, key, DecisionState.CONCEPT)

    def add_follow_up(self, case_id: CaseId, decision_id: DecisionId, follow_up: FollowUp) -> None:
        """Add what happened afterwards."""
        with self._decision(case_id, "opvolging_toegevoegd", (decision_id, "")) as key:
            rows.add_record(self._session, key, follow_up)

    @contextmanager
    def _decision(
        self, case_id: CaseId, event: str, about: tuple[DecisionId, str]
    ) -> Iterator[int]:
        """A change of one decision, by the key of its row."""
        decision_id, part = about
        subject = f"{decision_id}/{part}" if part else decision_id
        with self._session.change(case_id, event, subject) as change:
            yield self._session.decision_key(change.dossier, decision_id)
