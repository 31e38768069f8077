"""How many decisions of each sort were taken: numbers only, no dossier is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import Right
from hardship_desk.services.ports.cases import ClashCount, DecisionCount
from hardship_desk.storage.migrations.m0004_days import DECISION_DAY
from hardship_desk.storage.session import VaultPart

_ANSWER = (
    " LEFT JOIN answer {name} ON {name}.dossier = decision.dossier"
    " AND {name}.scope = 'besluit:' || decision.decision_id AND {name}.question = '{question}'"
)
_COUNT = (
    "SELECT decision.type, json_extract(decision.header, '$.weight'),"  # noqa: S608 - names of ours
    " coalesce(json_extract(outcome.body, '$.value'), ''),"
    " coalesce(json_extract(ground.body, '$.value'), ''), count(*),"
    f" min({DECISION_DAY.replace('header', 'decision.header')}),"
    f" max({DECISION_DAY.replace('header', 'decision.header')}) FROM decision"
    + _ANSWER.format(name="outcome", question="conclusie.uitkomst")
    + _ANSWER.format(name="ground", question="conclusie.afwijkingsgrond")
    + " WHERE decision.state <> 'concept' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
)

_CLASHES = (
    "SELECT decision.type, json_extract(cell.value, '$[1]'),"  # noqa: S608 - names of ours
    " coalesce(json_extract(signal.body, '$.value'), ''),"
    " count(DISTINCT decision.dossier || ' ' || decision.decision_id) FROM decision"
    + _ANSWER.format(name="rules", question="botsend.regels")
    + _ANSWER.format(name="signal", question="botsend.signaal")
    + " , json_each(rules.body, '$.value') AS row, json_each(row.value, '$.cells') AS cell"
    " WHERE decision.state <> 'concept' AND json_extract(cell.value, '$[0]') = 'soort'"
    " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
)


class CountRecords(VaultPart):
    """Fulfils CountedDecisions."""

    def counted(self) -> tuple[DecisionCount, ...]:
        """Adopted decisions by kind, weight, outcome and ground of deviation; it comes into the log.

        Also for who keeps the vault and reads no dossier. Raises VaultError.
        """
        rows = self._counted(_COUNT)
        return tuple(
            DecisionCount(
                type=str(kind),
                weight=str(weight),
                outcome=str(outcome),
                ground=str(ground),
                count=int(str(count)),
                first=_day(first),
                last=_day(last),
            )
            for kind, weight, outcome, ground, count, first, last in rows
        )

    def clashes(self) -> tuple[ClashCount, ...]:
        """Adopted decisions in which rules clashed, by kind and by how; as `counted` otherwise."""
        return tuple(
            ClashCount(
                type=str(kind), way=str(way), passed_on=str(passed_on), count=int(str(count))
            )
            for kind, way, passed_on, count in self._counted(_CLASHES)
        )

    def _counted(self, question: str) -> Sequence[tuple[object, ...]]:
        if not self._session.user.may(Right.BEHEREN):
            self._session.ask(Right.LEZEN)
        with self._session.reading():
            rows = self._session.database.rows(question)
        if not self._session.read_only:
            with self._session.writing() as at:
                self._session.log(at, "telling_uitgevoerd", CaseId(""))
        return rows


def _day(found: object) -> date | None:
    return date.fromisoformat(str(found)) if found else None
