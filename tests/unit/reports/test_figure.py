"""A figure in every kind of file: legible without colour, and told in words to who does not see it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pikepdf
import pytest
from PIL import Image

from hardship_desk.documents.model import Bar, Figure, Paragraph, Part, Table
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.reports.chart import INK, TONES, drawn
from hardship_desk.reports.docx.writer import DocxWriter
from hardship_desk.reports.html import page
from hardship_desk.reports.odt.writer import OdtWriter
from hardship_desk.reports.outline import leads
from hardship_desk.reports.pdf.writer import PdfWriter
from hardship_desk.reports.template.fields import letter_fields
from tests.reliability.office import held
from tests.reliability.sample_papers import every_block, paper
from tests.unit.documents.papers_for_tests import FONTS, rich_letter

ALT = "Van tien houdt u zeven over."


def bar(name: str = "", **sizes: int) -> Bar:
    parts = (Part(name=key, size=size, shown=f"€ {size}") for key, size in sizes.items())
    return Bar(name=name, parts=tuple(parts))


def figure(*bars: Bar) -> Figure:
    return Figure(alt=ALT, bars=bars or (bar(over=7, ons=3, elders=0),))


def wide(text: str) -> float:
    return 5.0 * len(text)


def grey(tone: str) -> float:
    red, green, blue = (int(tone[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_that_parts_fill_the_width_by_their_size_and_zero_has_no_place() -> None:
    drawing = drawn(figure(), 400, wide)
    first, second, *legend = drawing.boxes
    assert (first.left, first.width, second.left, second.width) == (0, 280, 280, 120)
    assert len(legend) == 2
    assert [item.text for item in drawing.words] == ["€ 7", "€ 3", "over: € 7", "ons: € 3"]
    assert all(box.top >= 0 and box.top + box.height <= drawing.height for box in drawing.boxes)


def test_that_bars_share_a_scale_and_a_part_has_one_tone_everywhere() -> None:
    drawing = drawn(figure(bar("Juli", over=5, af=5), bar("Augustus", over=4, af=1)), 400, wide)
    july, _, august, *_ = drawing.boxes
    assert july.tone == august.tone == TONES[0]
    assert july.left == august.left == 48
    assert round(august.width / july.width, 3) == 0.8
    assert [item.text for item in drawing.words if item.text in ("over", "af")] == ["over", "af"]


def test_that_a_figure_that_does_not_fit_in_its_part_is_left_to_the_table() -> None:
    texts = [item.text for item in drawn(figure(bar(over=99, af=1)), 200, wide).words]
    assert texts == ["€ 99", "over: € 99", "af: € 1"]


def test_that_a_long_legend_goes_on_below_and_stays_within_the_width() -> None:
    drawing = drawn(figure(bar(aaaaaaaaaaaaaaa=1, bbbbbbbbbbbbbbb=1, ccccccccccccccc=1)), 260, wide)
    legend = drawing.boxes[3:]
    assert len({box.top for box in legend}) > 1
    assert all(item.left + wide(item.text) <= 260 for item in drawing.words[3:])


def test_that_nothing_to_draw_is_no_mistake() -> None:
    assert drawn(Figure(alt="", bars=()), 100, wide).boxes == ()
    assert drawn(figure(bar(over=0)), 100, wide).boxes == ()
    assert "<td" not in page(paper(figure(bar("Juli", over=0))))


def test_that_tones_differ_in_grey_and_letters_can_be_read_on_them() -> None:
    shades = sorted(grey(tone) for tone in TONES)
    assert all(b - a > 40 for a, b in pairwise(shades))
    for words in drawn(figure(bar(a=9, b=9, c=9, d=9)), 400, wide).words[:4]:
        box = next(
            item
            for item in drawn(figure(bar(a=9, b=9, c=9, d=9)), 400, wide).boxes
            if item.left <= words.left < item.left + item.width
        )
        assert abs(grey(words.color) - grey(box.tone)) > 100


def test_that_in_pdf_it_is_one_tagged_figure_with_its_words_and_place() -> None:
    data = PdfWriter(FONTS).write(paper(Paragraph(text="Ervoor."), figure()))
    with pikepdf.open(BytesIO(data)) as pdf:
        [found] = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.Figure
        ]
        assert str(found.Alt) == ALT
        left, bottom, right, top = (float(edge) for edge in found.A.BBox)
        assert right - left > 400
        assert 20 < top - bottom < 60


def test_that_in_word_and_opendocument_it_is_a_picture_with_its_words() -> None:
    document = paper(figure(), Table(title="", header=("A",), rows=(("x",),)))
    word, text = DocxWriter(FONTS).write(document), OdtWriter(FONTS).write(document)
    assert word == DocxWriter(FONTS).write(document)
    assert text == OdtWriter(FONTS).write(document)
    [shape] = docx.Document(BytesIO(word)).inline_shapes
    assert shape._inline.docPr.get("descr") == ALT
    with zipfile.ZipFile(BytesIO(text)) as package:
        picture = Image.open(BytesIO(package.read("Pictures/figuur1.png")))
        assert b"Pictures/figuur1.png" in package.read("META-INF/manifest.xml")
        content = ET.fromstring(package.read("content.xml"))
    assert picture.width > 1500
    assert picture.getcolors() is not None
    assert ALT in [item.text for item in content.iter() if item.tag.endswith("}desc")]


def test_that_in_html_and_plain_text_the_words_are_there() -> None:
    document = paper(figure())
    assert ALT in page(document)
    assert 'width="70%"' in page(document)
    assert INK in page(document)
    assert whole_text(document) == ALT


def test_that_a_template_leaves_it_to_the_table_of_the_same_figures() -> None:
    table = Table(title="Samen", header=(), rows=(("over", "€ 7"),))
    letter = rich_letter()
    parts = letter_fields(paper(*letter.blocks, figure(), table))["onderdelen"]
    assert isinstance(parts, list)
    assert [item["soort"] for item in parts[-1]["blokken"]][-2:] == ["label", "rij"]
    assert ALT not in str(parts)


def test_that_it_stays_with_the_table_of_the_same_figures() -> None:
    assert leads(figure(), Table(title="", header=(), rows=()))
    assert not leads(figure(), Paragraph(text="iets anders"))
    assert not leads(figure())
    assert leads(Paragraph(text="Zo zit het."), figure())


@pytest.mark.parametrize("kind", ["words", "headings", "tables", "pictures"])
def test_that_word_and_opendocument_hold_the_same(tmp_path: Path, kind: str) -> None:
    for number, document in enumerate((every_block(), rich_letter())):
        one, other = tmp_path / f"{number}.docx", tmp_path / f"{number}.odt"
        one.write_bytes(DocxWriter(FONTS).write(document))
        other.write_bytes(OdtWriter(FONTS).write(document))
        assert getattr(held(one), kind) == getattr(held(other), kind)
