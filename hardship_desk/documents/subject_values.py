"""The stored values of one person as lines: what it is, and what it says in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from hardship_desk.documents.subject_words import in_words
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.data_map import DataMap

Row = Mapping[str, Mapping[str, object]]
Dossier = Mapping[str, Sequence[Row]]
_LONGEST = 3000
_YES_OR_NO = "is_"
"""How the name of a column begins in which 0 and 1 stand for no and yes."""
_QUESTION = "question"
"""The code of a question, which stands in words in a column of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectValues:
    """Tells stored values in words; `asked` are the questions by their code."""

    data_map: DataMap
    texts: TextSource
    asked: Mapping[str, str]

    def lines(self, row: Row) -> Iterator[tuple[str, str]]:
        """Every value of a row with what it is; what may be of others says so."""
        for column, cell in row.items():
            mark = self.mark(cell)
            for name, shown in self.of_cell(column, cell):
                yield f"{name}{mark}", shown

    def of_cell(self, column: str, cell: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The values of one cell."""
        value = bool(cell["waarde"]) if column.startswith(_YES_OR_NO) else cell["waarde"]
        yield from self._flat(str(cell["titel"]), value)

    def mark(self, cell: Mapping[str, object]) -> str:
        """What stands behind the name of a value that may be of others."""
        return self.texts.get("inzage.merk_derden") if cell["gegevens_van_derden"] else ""

    def together(self, lines: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Lines of the same name that follow each other as one."""
        found: list[tuple[str, str]] = []
        for name, value in lines:
            if found and found[-1][0] == name:
                found[-1] = (name, f"{found[-1][1]}; {value}")
            else:
                found.append((name, value))
        return tuple((name, self.cut(value)) for name, value in found)

    def cut(self, text: str) -> str:
        """A text as it fits on paper; the JSON beside it holds it whole."""
        if len(text) <= _LONGEST:
            return text
        return f"{text[:_LONGEST]} {self.texts.get('inzage.ingekort')}"

    def _flat(self, title: str, value: object) -> Iterator[tuple[str, str]]:
        """A value with its title; of an object each field with its own."""
        asked = self.asked.get(value) if isinstance(value, str) else None
        plain = asked or in_words(value, self.texts)
        if plain is not None:
            yield title, plain
        elif isinstance(value, list):
            for item in value:
                yield from self._flat(title, item)
        else:
            for name, inner in cast("Mapping[str, object]", value).items():
                known = self.data_map.fields.get(name)
                if name != _QUESTION:
                    yield from self._flat(known.title if known else title, inner)
