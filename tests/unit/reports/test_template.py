"""Templates of a municipality: named when wrong, and never able to do anything."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from hardship_desk.__main__ import main
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import ReportDocument, Table
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.paper_setup import _TemplateLater, _Templates
from hardship_desk.reports.template.check import LARGEST, template_problems
from hardship_desk.reports.template.default import default_template
from hardship_desk.reports.template.fields import REQUIRED, letter_fields
from hardship_desk.reports.template.writer import TemplateRefusedError, TemplateWriter
from tests.reliability.paper_texts import in_docx
from tests.unit.documents.papers_for_tests import (
    TEXTS,
    practice_snapshot,
    rich_letter,
    with_answer,
)


def _template(*more: str, without: str = "") -> bytes:
    """Our template with lines added, or without the lines that hold a word."""
    made = docx.Document(BytesIO(default_template()))
    for line in more:
        made.add_paragraph(line)
    for paragraph in made.paragraphs:
        if without and without in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    """Our template with a part added or replaced."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(default_template())) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.namelist():
            if item != name:
                target.writestr(item, source.read(item))
        target.writestr(name, content)
    return buffer.getvalue()


def _codes(data: bytes) -> list[tuple[str, str]]:
    return [(item.code, item.about) for item in template_problems(data)]


def test_that_our_own_template_is_sound_and_asks_all_that_a_letter_must_hold() -> None:
    assert template_problems(default_template()) == ()
    assert set(letter_fields(rich_letter())) == set(REQUIRED)
    assert default_template() == default_template()


@pytest.mark.parametrize(
    "document",
    [rich_letter(), build_letter(practice_snapshot(), TEXTS)],
    ids=["letter", "practice-letter"],
)
def test_that_a_letter_in_the_template_holds_what_the_letter_holds(
    document: ReportDocument,
) -> None:
    data = TemplateWriter().write(document)
    said = " ".join(in_docx(data).split())
    for text in ("Ons kenmerk: 2026-0417", "Wat hebben wij besloten?", "uw naam en adres;"):
        assert text in said
    assert document.watermark in said
    assert "{{" not in said
    assert "{%" not in said
    assert TemplateWriter().write(document) == data


def test_that_signs_of_a_template_in_an_answer_are_text() -> None:
    evil = "{{ 7*7 }} <b>vet</b> & {% for x in y %} </w:t>"
    letter = build_letter(with_answer("intake.aanleiding", shown=evil), TEXTS)
    assert evil in in_docx(TemplateWriter().write(letter))


@pytest.mark.parametrize(
    ("data", "code", "about"),
    [
        (_template("{{ bsn }}"), "onbekend", "bsn"),
        (_template(without="kenmerk"), "ontbreekt", "kenmerk"),
        (_template("{{ onderdelen[0].koop }}"), "onbekend", "koop"),
        (_template("{{ afzender.__class__.__mro__ }}"), "verboden", "__class__"),
        (_template("{{ afzender | attr('x') }}"), "opmaak", "attr"),
        (_template("{{ range(9) }}"), "onbekend", "range"),
        (_template("{% include 'x' %}"), "kapot", ""),
        (_template("{% if %}"), "opmaak", ""),
        (b"geen zip", "geen_docx", ""),
        (b"PK" + b"0" * LARGEST, "te_groot", ""),
        (_with_part("word/groot.xml", b"0" * 41_000_000), "te_groot", ""),
        (_with_part("word/vbaProject.bin", b"x"), "macro", "word/vbaProject.bin"),
        (_with_part("word/document.xml", b"<kapot"), "kapot", ""),
        (
            _with_part("word/x.xml", b"<w:instrText>INCLUDEPICTURE x</w:instrText>"),
            "veld_dat_ophaalt",
            "word/x.xml",
        ),
        (
            _with_part(
                "word/_rels/settings.xml.rels",
                b'<Relationships><Relationship Type="a/attachedTemplate" '
                b'Target="http://x" TargetMode="External"/></Relationships>',
            ),
            "haalt_op",
            "word/_rels/settings.xml.rels",
        ),
    ],
)
def test_that_what_is_wrong_with_a_template_is_named(data: bytes, code: str, about: str) -> None:
    found = _codes(data)
    assert any(one == code and about in other for one, other in found), found
    with pytest.raises(TemplateRefusedError, match=code):
        TemplateWriter(data)


def test_that_a_link_that_one_may_click_is_no_problem() -> None:
    link = (
        b'<Relationships><Relationship Type="x/relationships/hyperlink" Target="http://x" '
        b'TargetMode="External"/></Relationships>'
    )
    assert template_problems(_with_part("word/_rels/x.xml.rels", link)) == ()


def test_that_the_command_line_makes_and_checks_a_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "brief.docx"
    assert main(["sjabloon", "nieuw", str(path)]) == 0
    assert main(["sjabloon", "check", str(path)]) == 0
    assert main(["sjabloon", "nieuw", str(path)]) == 2
    path.write_bytes(_template("{{ bsn }}"))
    assert main(["sjabloon", "check", str(path)]) == 2
    assert main(["sjabloon", "check", str(tmp_path / "geen.docx")]) == 2
    assert main(["sjabloon", "nieuw", str(path / "x.docx")]) == 4
    said = capsys.readouterr()
    assert "kan worden gebruikt" in said.out
    assert "Dit veld kent het programma niet: bsn" in said.err


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            Table(
                title="", header=("Per maand", "Bedrag"), rows=(("Inkomen", "€ 10"), ("Tot", ""))
            ),
            ["Inkomen: € 10", "Tot"],
        ),
        (
            Table(
                title="Samen",
                header=("Maand", "Norm", "Klopt dit?"),
                rows=(("Juli", "€ 10\neen noot", "ja"), ("Mei", "", "nee")),
            ),
            ["Samen", "Juli: Norm: € 10 een noot; Klopt dit? ja", "Mei: Klopt dit? nee"],
        ),
    ],
)
def test_that_a_row_of_a_table_is_a_line_that_can_be_read(table: Table, lines: list[str]) -> None:
    letter = rich_letter()
    parts = letter_fields(replace(letter, blocks=(*letter.blocks, table)))["onderdelen"]
    assert isinstance(parts, list)
    said = [item["tekst"].replace("\u00a0", " ") for item in parts[-1]["blokken"]]
    assert said[-len(lines) :] == lines


def test_that_a_table_is_a_table_where_the_template_has_a_place_for_it() -> None:
    evil = "{{ 7*7 }} <b> & </w:t>"
    table = Table(title="Per maand", header=("Post", "Bedrag"), rows=((evil, "€ 10"), ("Tot", "")))
    letter = replace(rich_letter(), blocks=(*rich_letter().blocks, table))
    data = TemplateWriter().write(letter)
    made = docx.Document(BytesIO(data)).tables[-1]
    assert [cell.text.replace("\u00a0", " ") for cell in made.rows[1].cells] == [evil, "€ 10"]
    assert made.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert made._tbl.xpath("./w:tblPr/w:tblW/@w:type") == ["pct"]
    assert TemplateWriter().write(letter) == data
    plain = TemplateWriter(_template(without="blok.tabel")).write(letter)
    assert docx.Document(BytesIO(plain)).tables == []
    assert f"{evil}: € 10" in in_docx(plain)


def test_that_each_municipality_has_its_own_template_and_else_the_one_for_all(
    tmp_path: Path,
) -> None:
    shelf, letter = _Templates(tmp_path, TEXTS), rich_letter()
    ours = shelf.of("GM0363").write(letter)
    (tmp_path / "brief.docx").write_bytes(_template("Voor iedereen"))
    (tmp_path / "brief-GM0363.docx").write_bytes(_template("Voor Amsterdam"))
    said = {code: in_docx(shelf.of(code).write(letter)) for code in ("GM0363", "GM0014", "../x")}
    assert "Voor" not in in_docx(ours)
    assert "Voor Amsterdam" in said["GM0363"]
    assert "Voor iedereen" in said["GM0014"]
    assert "Voor iedereen" in said["../x"]
    (tmp_path / "brief-GM0363.docx").write_bytes(b"geen zip")
    with pytest.raises(HardshipDeskError) as refused:
        shelf.of("GM0363").write(letter)
    assert refused.value.parameters["bestand"] == "brief-GM0363.docx"


def test_that_the_command_line_tells_whose_each_template_is_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert main(["sjabloon", "lijst"]) == 0
    assert "Er zijn geen eigen sjablonen" in capsys.readouterr().out
    folder = tmp_path / "sjablonen"
    folder.mkdir()
    (folder / "brief.docx").write_bytes(default_template())
    (folder / "brief-GM0363.docx").write_bytes(_template("{{ bsn }}", without="kenmerk"))
    (folder / "brief-GM9999.docx").write_bytes(default_template())
    assert main(["sjabloon", "lijst"]) == 2
    said = capsys.readouterr()
    assert "brief.docx is voor elke gemeente zonder eigen sjabloon." in said.out
    assert "brief-GM0363.docx is voor Amsterdam." in said.out
    assert "Dit veld kent het programma niet: bsn" in said.err
    assert "kenmerk" in said.err
    assert "brief-GM9999.docx: sjabloon: Dit bestand wordt niet gebruikt." in said.err


def test_that_a_refused_template_is_told_in_words_of_the_user(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(b"geen zip")
    later = _TemplateLater(file, TEXTS)
    with pytest.raises(HardshipDeskError) as refused:
        later.write(build_letter(practice_snapshot(), TEXTS))
    assert refused.value.parameters["waarom"] == "Dit is geen Word-bestand (DOCX)."
