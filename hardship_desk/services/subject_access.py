"""Everything that is kept of one person, as JSON for machines and as a document for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.codec import decode
from hardship_desk.domain.data_map import DataMap
from hardship_desk.domain.ids import CaseId, QuestionId
from hardship_desk.domain.retention import OUTCOME_QUESTION
from hardship_desk.questionnaire.answer_showing import show_table, show_value
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.ports.case_lists import CaseSummary
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.privacy import StoredRow, SubjectData
from hardship_desk.services.ports.writers import DocumentWriter

FOLDED = ("body", "dates", "header")
"""Columns that hold a whole object as JSON."""
ANSWERS = ("answer", "answer_history")
"""Tables of which the object is an answer: it is told in words as well."""


class SubjectDocumentBuilder(Protocol):
    """Lays out the rows of dossiers as a document."""

    def __call__(
        self,
        dossiers: Sequence[Mapping[str, list[dict[str, dict[str, object]]]]],
        data_map: DataMap,
        *,
        created: datetime,
    ) -> ReportDocument:
        """The document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessTools:
    """What it takes: the stored rows, the data map, and a writer of documents and files.

    `words` are the few fixed ones with which an answer is shown.
    """

    data: SubjectData
    data_map: DataMap
    document: SubjectDocumentBuilder
    pdf: DocumentWriter
    write: FileWriter
    words: Mapping[str, str]


class SubjectAccessService:
    """Finds the dossiers of a person and writes all that is kept of them (AVG 15 and 20)."""

    def __init__(
        self, cases: CaseRepository, tools: AccessTools, questionnaire: Questionnaire, clock: Clock
    ) -> None:
        self._cases = cases
        self._tools = tools
        self._questionnaire = questionnaire
        self._clock = clock

    def find(self, words: str) -> tuple[CaseSummary, ...]:
        """The dossiers in whose number, title or persons these words stand."""
        wanted = words.strip().casefold()
        if not wanted:
            return ()
        return tuple(item for item in self._cases.list_cases() if self._names(item, wanted))

    def export(self, case_ids: tuple[CaseId, ...], folder: Path) -> tuple[Path, ...]:
        """Write both files; their names hold no name or number. Raises VaultError, WriteError."""
        dossiers = tuple(self.content(case_id) for case_id in case_ids)
        day = self._clock.today()
        whole = {"gemaakt_op": day.isoformat(), "dossiers": dossiers}
        text = json.dumps(whole, ensure_ascii=False, indent=1)
        document = self._tools.document(dossiers, self._tools.data_map, created=self._clock.now())
        files = (folder / f"inzage-{day:%Y%m%d}.json", folder / f"inzage-{day:%Y%m%d}.pdf")
        self._tools.write(files[0], text.encode("utf-8"))
        self._tools.write(files[1], self._tools.pdf.write(document))
        for case_id in case_ids:
            self._tools.data.note_export(case_id)
        return files

    def content(self, case_id: CaseId) -> dict[str, list[dict[str, dict[str, object]]]]:
        """Every column of the dossier that the person may see, by table, with what it is for."""
        tables = self._tools.data.rows(case_id)
        kinds = {f"besluit:{row['decision_id']}": row["type"] for row in tables.get("decision", ())}
        return {name: self._table(name, rows, kinds) for name, rows in tables.items() if rows}

    def _table(
        self, name: str, rows: tuple[StoredRow, ...], kinds: Mapping[str, object]
    ) -> list[dict[str, dict[str, object]]]:
        mapped = self._tools.data_map.columns[name]
        return [
            {
                column: {
                    "titel": mapped[column].title,
                    "waarde": (found := self._value(column, value)),
                    **self._in_words(name, found, str(kinds.get(str(row.get("scope")), ""))),
                    "doel": mapped[column].purpose,
                    "gegevens_van_derden": mapped[column].third_parties,
                }
                for column, value in row.items()
                if mapped[column].access
            }
            for row in rows
        ]

    def _value(self, column: str, value: str | int | None) -> object:
        if column in FOLDED and isinstance(value, str):
            return json.loads(value)
        if column == "question":
            return {"kenmerk": value, "vraag": self._asked(QuestionId(str(value)))}
        return value

    def _in_words(self, table: str, value: object, kind: str) -> dict[str, object]:
        """An answer as the form shows it; nothing where an earlier program asked it."""
        if table not in ANSWERS or not isinstance(value, dict) or "state" not in value:
            return {}
        try:
            answer = decode(Answer, value)
            question = self._questionnaire.question(answer.question)
        except (KeyError, ValueError, TypeError):
            return {}
        if answer.question == OUTCOME_QUESTION:
            return {"getoond": self._outcome(kind, str(answer.value or ""))}
        rows_of = show_table(question, answer, self._tools.words)
        if rows_of is None:
            return {"getoond": show_value(question, answer, self._tools.words)}
        rows = (zip(rows_of.header, row, strict=True) for row in rows_of.rows)
        told = ("; ".join(_named(head, cell) for head, cell in row if cell) for row in rows)
        return {"getoond": " ".join(f"{at}. {row}." for at, row in enumerate(told, start=1))}

    def _outcome(self, kind: str, chosen: str) -> str:
        """An outcome as it is called for this kind of decision; as it is kept for an unknown one."""
        types = (item for item in self._questionnaire.types if item.id == kind)
        titles = (one.title for item in types for one in item.outcomes if one.id == chosen)
        return next(titles, chosen.replace("_", " "))

    def _asked(self, question: QuestionId) -> str:
        """The text of a question; empty where an earlier program asked it."""
        try:
            return self._questionnaire.question(question).text
        except KeyError:
            return ""

    def _names(self, item: CaseSummary, wanted: str) -> bool:
        if wanted in f"{item.number} {item.title}".casefold():
            return True
        persons = self._cases.load(item.id).persons
        return any(wanted in person.label.casefold() for person in persons)


def _named(head: str, cell: str) -> str:
    return f"{head} {cell}" if head.endswith("?") else f"{head}: {cell}"


def third_party_columns(data_map: DataMap) -> Mapping[str, tuple[str, ...]]:
    """The columns that may hold data of others, by table."""
    return {
        table: tuple(name for name, item in columns.items() if item.third_parties)
        for table, columns in data_map.columns.items()
    }
