"""Fills a checked template; the same letter and template give the same bytes."""

from __future__ import annotations

from io import BytesIO

from docxtpl import DocxTemplate

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.docx.package import fixed_package
from hardship_desk.reports.template.check import TemplateProblem, template_problems
from hardship_desk.reports.template.default import default_template
from hardship_desk.reports.template.fields import Fields, letter_fields
from hardship_desk.reports.template.sandbox import sandbox


class TemplateRefusedError(Exception):
    """The template may not be used; holds what is wrong with it."""

    def __init__(self, problems: tuple[TemplateProblem, ...]) -> None:
        super().__init__(", ".join(f"{item.code} {item.about}".strip() for item in problems))
        self.problems = problems


class TemplateWriter:
    """Turns a letter into DOCX in a template; without one of its own it takes ours."""

    def __init__(self, template: bytes | None = None) -> None:
        self._template = template if template is not None else default_template()
        problems = template_problems(self._template)
        if problems:
            raise TemplateRefusedError(problems)

    def write(self, document: ReportDocument) -> bytes:
        """The letter in the template."""
        tables = asks_tables(self._template)
        return fill_template(self._template, letter_fields(document, tables=tables))


def asks_tables(template: bytes) -> bool:
    """Whether the template names a table of a block; Word may have torn the name apart."""
    made = DocxTemplate(BytesIO(template))
    made.init_docx()
    return ".tabel" in made.patch_xml(made.get_xml())


def fill_template(template: bytes, fields: Fields) -> bytes:
    """The template with its fields; what it asks and is not there is refused by the sandbox."""
    made, buffer = DocxTemplate(BytesIO(template)), BytesIO()
    made.render(dict(fields), sandbox())
    made.save(buffer)
    return fixed_package(buffer.getvalue())
