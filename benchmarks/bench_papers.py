"""A tagged report against the same content through plain platypus, and a letter against bare docxtpl.

Both in turns, in one run; prints the ratios of the medians. Usage: bench_papers.py [TIMES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from docxtpl import DocxTemplate  # noqa: E402
from jinja2 import Environment  # noqa: E402
from reportlab.lib.pagesizes import A4  # noqa: E402
from reportlab.lib.styles import getSampleStyleSheet  # noqa: E402
from reportlab.platypus import (  # noqa: E402
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents  # noqa: E402

from hardship_desk.documents import model  # noqa: E402
from hardship_desk.reports.outline import column_weights  # noqa: E402
from hardship_desk.reports.pdf.layout import WIDTH  # noqa: E402
from hardship_desk.reports.pdf.writer import PdfWriter  # noqa: E402
from hardship_desk.reports.template.default import default_template  # noqa: E402
from hardship_desk.reports.template.fields import letter_fields  # noqa: E402
from hardship_desk.reports.template.writer import fill_template  # noqa: E402
from tests.unit.documents.papers_for_tests import FONTS, rich_letter, rich_report  # noqa: E402

SIX_PAGES = 6


def plain_report(document: model.ReportDocument) -> bytes:
    """The same words through platypus as it comes: no tags, with contents, two rounds."""
    looks, buffer = getSampleStyleSheet(), BytesIO()
    template = _Counting(buffer, pagesize=A4)
    story: list[Flowable] = [TableOfContents()] if document.with_contents else []
    for block in document.blocks:
        story += _plain(block, looks)
    template.multiBuild(story)
    return buffer.getvalue()


class _Counting(SimpleDocTemplate):
    """Tells the contents on which page a heading came."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Note a heading."""
        if isinstance(flowable, Paragraph) and flowable.style.name == "Heading2":
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def _plain(block: model.Block, looks: dict) -> list[Flowable]:  # type: ignore[type-arg]
    def text(words: str, name: str = "BodyText") -> Paragraph:
        return Paragraph("<br/>".join(escape(line) for line in words.split("\n")), looks[name])

    match block:
        case model.Heading():
            return [text(block.text, f"Heading{block.level}")]
        case model.Paragraph():
            return [text(part) for part in (block.label, block.text, block.source) if part]
        case model.BulletList():
            return [ListFlowable([text(item) for item in block.items])]
        case model.Notice() | model.Figure():
            return [text(block.alt if isinstance(block, model.Figure) else block.text)]
        case model.PageBreak():
            return [PageBreak()]
        case model.Table():
            rows = [row for row in (block.header, *block.rows) if row]
            weights = column_weights(block)
            cells = [[text(cell) for cell in row] for row in rows]
            widths = [WIDTH * weight / sum(weights) for weight in weights]
            return [Table(cells, colWidths=widths, repeatRows=1 if block.header else 0)]


def six_pages(writer: PdfWriter) -> model.ReportDocument:
    """A report of at least six pages: the rich one, cut where it gets longer."""
    report = rich_report()
    for count in range(len(report.blocks), 0, -1):
        cut = replace(report, blocks=report.blocks[:count])
        with pypdfium2.PdfDocument(writer.write(cut)) as pdf:
            if len(pdf) <= SIX_PAGES:
                return cut
    return report


def ratio(ours: Callable[[], object], theirs: Callable[[], object], times: int) -> str:
    """How many times longer ours takes, both measured in turns."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for place, work in enumerate((ours, theirs)):
            started = time.perf_counter()
            work()
            took[place].append(time.perf_counter() - started)
    mine, other = (statistics.median(one) for one in took)
    return f"{mine / other:.2f} times ({mine * 1000:.0f} ms against {other * 1000:.0f} ms)"


def main(times: int) -> None:
    """Print both ratios."""
    writer = PdfWriter(FONTS)
    report = six_pages(writer)
    found = ratio(lambda: writer.write(report), lambda: plain_report(report), times)
    print(f"six-page tagged report, goal at most 2 times plain platypus: {found}")
    template = default_template()
    fields = letter_fields(rich_letter())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.docx"
        path.write_bytes(template)

        def bare() -> bytes:
            made, buffer = DocxTemplate(path), BytesIO()
            made.render(dict(fields), Environment(autoescape=True))
            made.save(buffer)
            return buffer.getvalue()

        found = ratio(lambda: fill_template(template, fields), bare, times)
    print(f"letter from a template, goal at most 1.5 times bare docxtpl: {found}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
