"""Reads a case file as a whole: every mistake at once, and never an exception for what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.case import Case, Conversation
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import (
    LANDELIJK,
    CaseId,
    CaseNumber,
    FindingId,
    FlagId,
    Gemeentecode,
)
from hardship_desk.exchange.case_file.answers import AnswerReader
from hardship_desk.exchange.case_file.cleaning import cleaned_table
from hardship_desk.exchange.case_file.decisions import DecisionReader, questions_by_id
from hardship_desk.exchange.case_file.dossier import (
    read_conversation,
    read_dates,
    read_evidence,
    read_person,
    text_without_bsn,
)
from hardship_desk.exchange.case_file.sentences import Sentences
from hardship_desk.questionnaire.model import Questionnaire, Scope
from hardship_desk.questionnaire.toml_reader import (
    ProblemList,
    TableReader,
    parse_toml,
    read_toml,
)
from hardship_desk.services.ports.case_files import CaseFile, CaseFileProblem, ExpectedResult

SCHEMA = 1
MAX_BYTES = 2_000_000
MAX_NUMBER = 60


class TomlCaseFileReader:
    """Reads case files against the questionnaire and the municipalities that exist."""

    def __init__(
        self, questionnaire: Questionnaire, codes: Iterable[Gemeentecode], texts: Texts
    ) -> None:
        self._questionnaire = questionnaire
        self._codes = frozenset((LANDELIJK, *codes))
        self._sentences = Sentences(texts)

    def read(self, path: Path) -> CaseFile | tuple[CaseFileProblem, ...]:
        """The dossier of the file, or every mistake in it."""
        problems = ProblemList()
        if _is_too_large(path):
            problems.add(path.name, "", "file_too_large")
            return self._result(None, problems)
        return self._result(self._read(read_toml(path, problems), problems), problems)

    def cases_in(self, folder: Path) -> Iterator[Case]:
        """The dossiers of all files in a folder that can be read, by name of the file."""
        for path in sorted(folder.glob("*.toml")):
            found = self.read(path)
            if isinstance(found, CaseFile):
                yield found.case

    def read_data(self, name: str, data: bytes) -> CaseFile | tuple[CaseFileProblem, ...]:
        """The dossier of a file that was read before, or every mistake in it."""
        problems = ProblemList()
        return self._result(self._read(_table(data, problems, name), problems), problems)

    def _result(
        self, case_file: CaseFile | None, problems: ProblemList
    ) -> CaseFile | tuple[CaseFileProblem, ...]:
        found = problems.all()
        if found or case_file is None:
            return tuple(self._sentences.of(problem) for problem in found)
        return case_file

    def _read(self, table: TableReader, problems: ProblemList) -> CaseFile | None:
        if problems.all():
            return None
        if table.number("schema") != SCHEMA and "schema" in table.data:
            table.problem("schema", "other_schema")
        case = self._read_case(table)
        expected = _read_expected(table)
        table.finish()
        return CaseFile(case=case, expected=expected) if case is not None else None

    def _read_case(self, table: TableReader) -> Case | None:
        persons = table.each("persoon", read_person)
        evidence = table.each("bewijs", read_evidence)
        conversations = table.each("gesprek", read_conversation)
        self._check_ids(table, evidence, conversations)
        facts = AnswerReader(
            questions=questions_by_id(self._questionnaire),
            evidence=frozenset(item.id for item in evidence),
            scope=Scope.DOSSIER,
            sentences=self._sentences,
        ).read(table.table("feiten"))
        reader = DecisionReader(self._questionnaire, persons, evidence, self._sentences)
        decisions = tuple(item for item in table.each("besluit", reader.read) if item is not None)
        if "besluit" not in table.data:
            table.problem("besluit", "missing")
        for name, ids in (
            ("persoon", [item.id for item in persons]),
            ("besluit", [item.id for item in decisions]),
        ):
            _check_unique(table, name, ids)
        header = table.table("zaak")
        if header is None:
            table.problem("zaak", "missing")
            return None
        number, code = self._read_number(header), self._read_code(header)
        title, dates = text_without_bsn(header, "titel", ""), read_dates(header)
        header.finish()
        return Case(
            id=CaseId(number),
            number=CaseNumber(number),
            gemeentecode=code,
            title=title,
            dates=dates,
            persons=persons,
            evidence=evidence,
            conversations=conversations,
            facts=facts,
            decisions=decisions,
        )

    def _read_number(self, header: TableReader) -> str:
        number = text_without_bsn(header, "zaaknummer")
        if "zaaknummer" in header.data and not 0 < len(number.strip()) <= MAX_NUMBER:
            header.problem("zaaknummer", "wrong_length")
        return number.strip()

    def _read_code(self, header: TableReader) -> Gemeentecode:
        code = Gemeentecode(header.text("gemeente"))
        if code and code not in self._codes:
            header.problem("gemeente", f"unknown_municipality {code!r}")
        return code

    def _check_ids(
        self,
        table: TableReader,
        evidence: tuple[Evidence, ...],
        conversations: tuple[Conversation, ...],
    ) -> None:
        """Ids once each, and questions that exist."""
        sentences = [line for item in conversations for line in item.sentences]
        _check_unique(table, "bewijs", [item.id for item in evidence])
        _check_unique(table, "gesprek", [item.id for item in conversations])
        _check_unique(table, "gesprek.zin", [item.id for item in sentences])
        known = questions_by_id(self._questionnaire)
        for name, wanted in (
            ("bewijs", [question for item in evidence for question in item.supports]),
            ("gesprek.zin", [line.assigned_to for line in sentences if line.assigned_to]),
        ):
            for question in wanted:
                if question not in known:
                    table.problem(name, f"unknown_question {question}")


def _table(data: bytes, problems: ProblemList, name: str) -> TableReader:
    return cleaned_table(parse_toml(data, problems, name))


def _is_too_large(path: Path) -> bool:
    try:
        return path.stat().st_size > MAX_BYTES
    except OSError:
        return False


def _check_unique(table: TableReader, name: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for item in ids:
        if item in seen:
            table.problem(name, f"id_twice {item}")
        seen.add(item)


def _read_expected(table: TableReader) -> ExpectedResult | None:
    inner = table.table("verwacht")
    if inner is None:
        return None
    expected = ExpectedResult(
        amount_cents=inner.optional_number("bedrag_cent"),
        flags=tuple(FlagId(item) for item in inner.texts("vlaggen")),
        findings=tuple(FindingId(item) for item in inner.texts("bevindingen")),
        absent=inner.texts("zonder"),
        letter=inner.texts("brief"),
    )
    inner.finish()
    return expected
