"""Looks a template over before it is used: what it asks, what it forgets, what it may not hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError, UndefinedError

from hardship_desk.reports.template.fields import REQUIRED, sample_fields
from hardship_desk.reports.template.sandbox import sandbox

LARGEST, LARGEST_OPEN = 5_000_000, 40_000_000
_OUTSIDE = re.compile(rb'TargetMode\s*=\s*"External"', re.IGNORECASE)
_LINK = re.compile(rb'relationships/hyperlink"', re.IGNORECASE)
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ACTS = re.compile(rb"INCLUDE(?:TEXT|PICTURE)|\bDDE(?:AUTO)?\b|MACROBUTTON|\bIMPORT\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """What is wrong, by code, with the field or part it is about."""

    code: str
    about: str = ""


def template_problems(data: bytes) -> tuple[TemplateProblem, ...]:
    """Everything wrong with a template; empty where it can be used."""
    unsafe = tuple(_unsafe(data))
    if unsafe:
        return unsafe
    try:
        return tuple(_about_fields(data))
    except Exception as error:  # noqa: BLE001  # a damaged file of others can fail in any way
        return (TemplateProblem(code="kapot", about=type(error).__name__),)


def _unsafe(data: bytes) -> Iterator[TemplateProblem]:
    if len(data) > LARGEST:
        yield TemplateProblem(code="te_groot")
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > LARGEST_OPEN:
                yield TemplateProblem(code="te_groot")
                return
            for name in package.namelist():
                yield from _unsafe_part(name, package.read(name))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        yield TemplateProblem(code="geen_docx")


def _unsafe_part(name: str, content: bytes) -> Iterator[TemplateProblem]:
    if name.lower().endswith(("vbaproject.bin", ".exe", ".ole")) or "activex" in name.lower():
        yield TemplateProblem(code="macro", about=name)
    if name.endswith(".rels"):
        for relation in _RELATION.findall(content):
            if _OUTSIDE.search(relation) and not _LINK.search(relation):
                yield TemplateProblem(code="haalt_op", about=name)
    if name.startswith("word/") and name.endswith(".xml") and _ACTS.search(content):
        yield TemplateProblem(code="veld_dat_ophaalt", about=name)


def _about_fields(data: bytes) -> Iterator[TemplateProblem]:
    fields, env = sample_fields(), sandbox()
    template = DocxTemplate(BytesIO(data))
    try:
        asked = template.get_undeclared_template_variables(jinja_env=env)
    except TemplateError as error:
        yield TemplateProblem(code="opmaak", about=error.message or "")
        return
    yield from (
        TemplateProblem(code="onbekend", about=name) for name in sorted(asked - set(fields))
    )
    yield from (
        TemplateProblem(code="ontbreekt", about=name) for name in REQUIRED if name not in asked
    )
    if asked <= set(fields):
        yield from _tried(data)


def _tried(data: bytes) -> Iterator[TemplateProblem]:
    """What only shows when it is filled: a part that does not exist, something not allowed."""
    try:
        DocxTemplate(BytesIO(data)).render(dict(sample_fields()), sandbox())
    except SecurityError as error:
        yield TemplateProblem(code="verboden", about=error.message or "")
    except UndefinedError as error:
        yield TemplateProblem(code="onbekend", about=error.message or "")
    except TemplateError as error:
        yield TemplateProblem(code="opmaak", about=error.message or "")
