"""Word files of any make give their text, and nothing in them is run or fetched."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from hardship_desk.reports.docx import reading
from hardship_desk.reports.docx.reading import text_of_docx
from tests.unit.reports.word_makes import MAKES

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(xml: str, name: str = "word/document.xml") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return target.getvalue()


def body(inside: str) -> bytes:
    return zipped(f"<w:document {W}><w:body>{inside}</w:body></w:document>")


def test_that_paragraphs_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading("Besluit", 1)
    document.add_paragraph("Eerste alinea.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Bedrag", "€ 150"
    document.add_paragraph("Laatste alinea.")
    target = io.BytesIO()
    document.save(target)
    assert text_of_docx(target.getvalue()).splitlines() == [
        "Besluit",
        "Eerste alinea.",
        "Bedrag",
        "€ 150",
        "Laatste alinea.",
    ]


def test_that_revisions_read_as_they_would_be_accepted() -> None:
    runs = (
        "<w:p><w:r><w:t>Wij </w:t></w:r>"
        "<w:del><w:r><w:delText>weigeren</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>kennen toe</w:t></w:r></w:ins>"
        "<w:r><w:tab/><w:t>nu</w:t><w:br/><w:t>meteen</w:t></w:r></w:p>"
    )
    assert text_of_docx(body(runs)) == "Wij kennen toe\tnu\nmeteen"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 kapot",
        zipped("<x/>", name="ander.xml"),
        zipped("<w:document"),
        zipped(
            '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
        ),
    ],
)
def test_that_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not_a_docx"):
        text_of_docx(data)


def test_that_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_TEXT", 1_000)
    with pytest.raises(ValueError, match="too_large"):
        text_of_docx(body("<w:p/>" * 500))
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(ValueError, match="too_large"):
        text_of_docx(body(""))


@pytest.mark.parametrize("name", [name for name in MAKES if name.endswith(".docx")])
def test_that_every_make_gives_each_sentence_once(name: str) -> None:
    sentences = ("U gaf uw werk niet door & dat moest.", "De boete is € 150.", "U mag in bezwaar.")
    text = text_of_docx(MAKES[name](sentences))
    assert [text.count(sentence) for sentence in sentences] == [1, 1, 1]
    assert "oud" not in text
    assert "verborgen" not in text
