"""R54: what people typed is text in every list for a spreadsheet, and comes back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

from hardship_desk.core_setup import build_core
from hardship_desk.domain.csv_text import csv_file, unmarked
from hardship_desk.domain.ids import CaseId
from hardship_desk.exchange.header_file import read_rows
from hardship_desk.services.case_numbers import CaseNumberService
from hardship_desk.services.header_lists import FIELDS
from hardship_desk.services.ports.case_lists import CaseSummary
from hardship_desk.services.ports.cases import ClashCount, DecisionCount
from tests.reliability.figures import Experiment, Figures
from tests.unit.storage.case_samples import HandClock

BEFORE = ("", " ", "\u00a0", "\t", "\r\n", "'", "''", '"', ";", "tekst;", '";', "\ufeff")
FORMULAS = (
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1;2)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/?x="&A1;"klik")',
    '=IMPORTXML(CONCAT(A1);"//a")',
    "=WEBSERVICE(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    '=DDE("a";"b")',
    "%0A-3+3",
    "|calc",
    "=1\n=2",
    "-1,5",
)
PAYLOADS = tuple(f"{before}{formula}" for before, formula in product(BEFORE, FORMULAS))
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class _Listed:
    """A store in which every text is the payload."""

    payload: str

    def numbered(self, *, handed_out: bool = False) -> tuple[CaseSummary, ...]:
        """One dossier."""
        text = self.payload
        moment = datetime(2026, 11, 26, tzinfo=UTC)
        return (
            CaseSummary(
                id=CaseId("c" if handed_out else "d"),
                number=text,
                title=text,
                gemeentecode=text,
                decision_types=(),
                state=text,
                changed_at=moment,
            ),
        )

    def counted(self) -> tuple[DecisionCount, ...]:
        """One sort of decision."""
        text, day = self.payload, date(2026, 11, 26)
        return (
            DecisionCount(
                type=text, weight=text, outcome=text, ground=text, count=9, first=day, last=day
            ),
        )

    def clashes(self) -> tuple[ClashCount, ...]:
        """One way in which rules clashed."""
        return (ClashCount(type=self.payload, way=self.payload, passed_on="1", count=9),)


def no_formulas(folder: Path, _times: int) -> Figures:
    """R54: every list that leaves the program, and the list that comes in."""
    core = build_core(HandClock())
    written: dict[str, bytes] = {}
    formulas, changed, cells = 0, 0, 0
    for payload in PAYLOADS:
        service = CaseNumberService(
            _Listed(payload),
            lambda path, data: written.update({path.name.split("-")[0]: data}),
            HandClock(),
            core.questionnaire,
            core.texts,
        )
        service.export(folder)
        service.export_counts(folder)
        for data in written.values():
            shown = list(_cells(data))
            cells += len(shown)
            formulas += sum(
                text.lstrip(" \u00a0\ufeff'").startswith(_SIGNS) and not text.startswith("'")
                for text in shown
            )
            changed += unmarked(shown[0]) != payload and unmarked(shown[1]) != payload
        changed += not _comes_back(payload)
    return Figures(
        number="R54",
        target="200 payloads in every text field: 0 formulas, the text comes back",
        seen=f"{len(PAYLOADS)} payloads, {cells} cells in three lists and {len(FIELDS)} columns read "
        f"back: {formulas} formulas, {changed} changed texts (CSV only: there is no XLSX)",
        reached=formulas == changed == 0 and len(PAYLOADS) >= 200,
    )


def _cells(data: bytes) -> Iterator[str]:
    """The cells of every row but the head, as a spreadsheet takes them apart."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    for number, row in enumerate(rows):
        yield from row if number else ()


def _comes_back(payload: str) -> bool:
    """Whether a list with the text in each column is read as that text."""
    made = csv_file((tuple(FIELDS), (payload,) * len(FIELDS)))
    ((_, row),) = read_rows(made)
    return all(text == payload.strip() for text in row.values())


EXPERIMENTS = (Experiment(number="R54", run=no_formulas, short=1, long=1),)
