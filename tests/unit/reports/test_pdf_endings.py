from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from hardship_desk.reports.pdf.endings import saved
from hardship_desk.reports.pdf.writer import PdfWriter
from tests.reliability.sample_papers import chance_paper
from tests.unit.documents.papers_for_tests import FONTS

DOUBTFUL = (22, 27, 41)
"""Seeds of documents of which a stream ended in a carriage return."""


@pytest.mark.parametrize("seed", DOUBTFUL)
def test_that_no_stream_ends_in_a_carriage_return(seed: int) -> None:
    data = PdfWriter(FONTS).write(chance_paper(seed))
    assert b"\r\nendstream" not in data
    assert PdfWriter(FONTS).write(chance_paper(seed)) == data


def test_that_a_page_whose_end_is_doubtful_gets_another_one() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q Q")
        pdf.pages[0].obj.Resources = pikepdf.Dictionary()
        for number in range(600):
            pdf.pages[0].obj.Contents.write(b"q Q " + b"\n" * number)
            assert b"\r\nendstream" not in saved(pdf)
        with pikepdf.open(BytesIO(saved(pdf))) as again:
            assert len(again.pages) == 1
