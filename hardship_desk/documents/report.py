"""The motivation report: one decision, whole, as blocks."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.model import Block, PageBreak, ReportDocument
from hardship_desk.documents.sections.annex_calculation import calculation_annex
from hardship_desk.documents.sections.annexes import (
    check_annex,
    criteria_annex,
    evidence_annex,
    origin_annex,
    rules_annex,
)
from hardship_desk.documents.sections.facts import facts
from hardship_desk.documents.sections.framework import framework
from hardship_desk.documents.sections.head import head
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.means import means
from hardship_desk.documents.sections.review import review
from hardship_desk.documents.sections.steps import section
from hardship_desk.documents.sections.summary import summary
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.snapshot import DecisionSnapshot


def build_report(
    snapshot: DecisionSnapshot, texts: TextSource, *, anchor: AuditHead | None = None
) -> ReportDocument:
    """The report on a decision, printed from its snapshot and from nothing else.

    `anchor` is where in the audit log the decision was sealed: on paper it shows later that the
    log was cut off or made anew.
    """
    material = Material(snapshot, texts)
    return ReportDocument(
        title=f"{material.say('titel')} {snapshot.case_number}",
        subject=material.say("onderwerp", soort=snapshot.type_title),
        author=material.say("auteur", gemeente=material.municipality),
        language="nl-NL",
        created=snapshot.adoption.at if snapshot.adoption else snapshot.made_at,
        blocks=(*head(material), *_body(material), *_annexes(material)),
        header=_header(material),
        footer=_footer(material, anchor),
        watermark=_watermark(material),
        with_contents=True,
        contents_title=material.say("inhoud"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
        page_label=material.say("bladzijde", page="{page}", total="{total}"),
        breaks_words=True,
    )


def build_reading(snapshot: DecisionSnapshot, texts: TextSource) -> ReportDocument:
    """What a second reader reads: facts and reasons first, the proposed decision last."""
    whole = build_report(snapshot, texts)
    material = Material(snapshot, texts)
    blocks = (
        *_reasons(material),
        *evidence_annex(material),
        *calculation_annex(material),
        *section(material, 13, (13,)),
    )
    return replace(whole, blocks=blocks)


def _body(material: Material) -> tuple[Block, ...]:
    return (
        PageBreak(),
        *summary(material),
        *_reasons(material),
        *section(material, 13, (13,)),
        *review(material),
        *section(material, 15, (15, 16)),
    )


def _reasons(material: Material) -> tuple[Block, ...]:
    """Facts, law and weighing: everything on which the conclusion rests."""
    return (
        *section(material, 2, (1,)),
        *facts(material),
        *framework(material),
        *section(material, 5, (4, 5)),
        *section(material, 6, (6,)),
        *means(material),
        *section(material, 8, (8,)),
        *section(material, 9, (9,)),
        *section(material, 10, (10,)),
        *section(material, 11, (11,)),
        *section(material, 12, (12,)),
    )


def _annexes(material: Material) -> tuple[Block, ...]:
    return (
        PageBreak(),
        *evidence_annex(material),
        *calculation_annex(material),
        *rules_annex(material),
        *check_annex(material),
        *criteria_annex(material),
        *origin_annex(material),
    )


def _header(material: Material) -> str:
    snapshot = material.snapshot
    line = material.say(
        "kopregel" if snapshot.municipality else "kopregel_landelijk",
        gemeente=snapshot.municipality,
        zaaknummer=snapshot.case_number,
        besluit=snapshot.decision_id.replace("_", " "),
    )
    return line if snapshot.adoption else material.say("concept_kopregel", kopregel=line)


def _watermark(material: Material) -> str:
    snapshot = material.snapshot
    if snapshot.is_practice:
        return material.say("oefening")
    return "" if snapshot.adoption else material.say("concept")


def _footer(material: Material, anchor: AuditHead | None) -> str:
    snapshot = material.snapshot
    line = material.say(
        "voetregel",
        versie=snapshot.program_version,
        vragenlijst=_with_mark(snapshot.questionnaire_version, snapshot.questionnaire_sha256),
        plugins=" · ".join(
            _with_mark(f"{item.title} {item.version}", item.sha256) for item in snapshot.plugins
        ),
    ).removesuffix(" · ")
    if anchor is not None and snapshot.adoption:
        line = f"{line} · {material.say('voetregel_logboek', anker=anchor.short)}"
    return line if snapshot.adoption else f"{material.say('concept')} · {line}"


def _with_mark(name: str, sha256: str) -> str:
    """A name with the start of its hash; the whole of it stands in the annex."""
    return f"{name} ({sha256[:8]})" if sha256 else name
