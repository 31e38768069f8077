"""R57 in short: our files keep PDF/A-2a and PDF/UA-1, and a broken one is found out."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import ImageCms

from hardship_desk.documents.model import Heading, Notice, Paragraph
from hardship_desk.reports.pdf.color_profile import NAME, srgb_profile
from hardship_desk.reports.pdf.fonts import load_fonts
from hardship_desk.reports.pdf.missing import with_missing_named
from hardship_desk.reports.pdf.text import LONGEST_PIECE, markup, pieces, readable, unprintable
from hardship_desk.reports.pdf.writer import PdfWriter
from tests.reliability.sabotage import SABOTAGES
from tests.reliability.sample_papers import every_block, paper
from tests.unit.documents.papers_for_tests import FONTS, rich_letter, rich_report

PROFILES = ("pdfa-2a", "pdfua-1")


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter(FONTS)


def failures(data: bytes, folder: Path) -> list[str]:
    """The rules that a file breaks, for the archive and for who listens to it."""
    file = folder / "papier.pdf"
    file.write_bytes(data)
    found = [page.validate_pdf(str(file), profile=name) for name in PROFILES]
    return [item.rule_id for report in found for item in report.failures]


@pytest.mark.parametrize("make", [rich_report, rich_letter, every_block])
def test_that_a_file_keeps_both_standards(
    writer: PdfWriter, tmp_path: Path, make: Callable[[], object]
) -> None:
    data = writer.write(make())  # type: ignore[arg-type]  # each makes a document
    assert failures(data, tmp_path) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda item: item.name)
def test_that_a_broken_file_fails_on_the_right_rule(
    writer: PdfWriter, tmp_path: Path, sabotage: object
) -> None:
    broken = sabotage.broken(writer.write(every_block()))  # type: ignore[attr-defined]
    assert sabotage.rule in failures(broken, tmp_path)  # type: ignore[attr-defined]


def test_that_the_colour_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == NAME
    real = ImageCms.createProfile("sRGB")
    change = ImageCms.buildTransform(profile, real, "RGB", "RGB")
    from PIL import Image

    for color in ((10, 97, 116), (20, 36, 44), (255, 243, 214), (128, 128, 128)):
        seen = ImageCms.applyTransform(Image.new("RGB", (1, 1), color), change)
        assert seen is not None
        there = seen.getpixel((0, 0))
        assert isinstance(there, tuple)
        assert max(abs(one - other) for one, other in zip(color, there, strict=True)) <= 1


def test_that_a_letter_source_sans_has_not_comes_from_the_other_font() -> None:
    fonts = load_fonts(FONTS)
    assert markup("a ∰ b", fonts) == f'a <font name="{fonts.fallback}">∰</font> b'
    assert unprintable("a ∰ □", fonts) == ()


def test_that_what_no_font_has_is_named_with_its_place() -> None:
    fonts = load_fonts(FONTS)
    assert unprintable("漢字 漢 😀 ש", fonts) == ("漢", "字", "😀", "ש")
    document = paper(
        Heading(text="Wat er gebeurde"),
        Paragraph(text="漢", label="Zijn naam"),
        missing_note="Niet te tonen: {tekens}.",
    )
    last = with_missing_named(document, fonts).blocks[-1]
    assert last == Notice(text="Niet te tonen: U+6F22 (Zijn naam).")


def test_that_many_missing_characters_are_not_all_named() -> None:
    fonts = load_fonts(FONTS)
    han = "".join(chr(0x4E00 + number) for number in range(40))
    last = with_missing_named(paper(Paragraph(text=han), missing_note="{tekens}"), fonts).blocks[-1]
    assert isinstance(last, Notice)
    assert last.text.endswith(" …")
    assert last.text.count("U+") == 20


def test_that_without_missing_characters_or_note_nothing_is_added() -> None:
    fonts = load_fonts(FONTS)
    for document in (paper(Paragraph(text="漢")), paper(Paragraph(text="a"), missing_note="x")):
        assert with_missing_named(document, fonts) == document


def test_that_a_long_text_is_cut_between_words_and_loses_nothing() -> None:
    words = " ".join(f"woord{number}" for number in range(5000))
    parts = pieces(words)
    assert len(parts) > 5
    assert "".join(parts) == words
    assert all(len(part) <= LONGEST_PIECE and part.endswith(" ") for part in parts[:-1])
    assert pieces("x" * 13000) == ("x" * 6000, "x" * 6000, "x" * 1000)
    assert pieces("") == ("",)


def test_that_what_is_read_aloud_holds_no_half_characters() -> None:
    assert readable("a\ud800\x00b\r\nc\u200d") == "ab\nc\u200d"
    assert readable(f"Naam: {'…' * 12}\n\n{'…' * 40}") == "Naam: …"
    assert readable("Nou…… ja") == "Nou…… ja"
