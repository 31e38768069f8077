"""The other annexes: evidence, rules, checks, the nineteen criteria, and what was used."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Heading, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.review import response_text
from hardship_desk.documents.sections.steps import SECTION_LEVEL, is_short
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.snapshot import ShownRule


def evidence_annex(material: Material) -> tuple[Block, ...]:
    """Every piece of evidence: what, how checked, how firm."""
    evidence = material.snapshot.evidence
    if not evidence:
        return (_heading(material, "bewijs"), Paragraph(text=material.say("bewijs.geen")))
    table = Table(
        title="",
        header=_header(material, "bewijs", ("kolom_stuk", "kolom_controle", "kolom_stand")),
        rows=tuple(_evidence_row(material, item) for item in evidence),
        widths=(46, 28, 26),
    )
    return (_heading(material, "bewijs"), table)


def rules_annex(material: Material) -> tuple[Block, ...]:
    """Every provision in our own words, with its source and certainty."""
    rules = material.snapshot.rules
    if not rules:
        return (_heading(material, "regels"), Paragraph(text=material.say("regels.geen")))
    table = Table(
        title="",
        header=_header(material, "regels", ("kolom_bepaling", "kolom_kern")),
        rows=tuple(_rule_row(material, rule) for rule in rules),
        widths=(48, 52),
    )
    explanation = Paragraph(text=material.say("regels.uitleg"))
    return (_heading(material, "regels"), explanation, table, *_places(material))


def check_annex(material: Material) -> tuple[Block, ...]:
    """Every flag that fired, with where it stands and what was answered."""
    flags = material.snapshot.flags
    if not flags:
        return (_heading(material, "controle"), Paragraph(text=material.say("controle.geen")))
    header = ("kolom_controle", "kolom_ernst", "kolom_antwoord")
    table = Table(
        title="",
        header=_header(material, "controle", header),
        rows=tuple(_flag_row(material, flag) for flag in flags),
        widths=(52, 18, 30),
    )
    return (_heading(material, "controle"), table)


def criteria_annex(material: Material) -> tuple[Block, ...]:
    """All nineteen criteria, each with where it was treated or why not."""
    header = ("kolom_id", "kolom_criterium", "kolom_waar")
    table = Table(
        title="",
        header=_header(material, "criteria", header),
        rows=tuple((item.id, item.text, item.where) for item in material.snapshot.criteria),
        widths=(8, 46, 46),
    )
    explanations = ("uitleg", "kort") if is_short(material) else ("uitleg",)
    text = " ".join(material.say(f"criteria.{name}") for name in explanations)
    return (_heading(material, "criteria"), Paragraph(text=text), table)


def origin_annex(material: Material) -> tuple[Block, ...]:
    """Program, questionnaire and plugins, with versions and hashes."""
    snapshot = material.snapshot
    questionnaire = (
        material.say("herkomst.vragenlijst"),
        snapshot.questionnaire_version,
        snapshot.questionnaire_sha256,
    )
    plugins = ((item.title, item.version, item.sha256) for item in snapshot.plugins)
    program = (material.say("herkomst.programma"), snapshot.program_version, "")
    header = ("kolom_wat", "kolom_versie", "kolom_hash")
    table = Table(
        title="",
        header=_header(material, "herkomst", header),
        rows=(program, questionnaire, *plugins),
        widths=(28, 14, 58),
    )
    notes = f"{material.say('herkomst.uitleg')} {material.say('herkomst.schema', schema=str(snapshot.schema))}"
    return (_heading(material, "herkomst"), table, Paragraph(text=notes))


def _heading(material: Material, name: str) -> Heading:
    return Heading(
        text=material.say(f"bijlage.{name}"), level=SECTION_LEVEL, anchor=f"bijlage-{name}"
    )


def _header(material: Material, name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(material.say(f"{name}.{column}") for column in columns)


def _evidence_row(material: Material, item: Evidence) -> tuple[str, ...]:
    return (
        "\n".join(_evidence_what(material, item)),
        "\n".join(_evidence_check(material, item)),
        "\n".join(_evidence_status(material, item)),
    )


def _evidence_what(material: Material, item: Evidence) -> tuple[str, ...]:
    lines = [
        item.title,
        material.say("bewijs.soort", soort=material.say(f"bewijssoort.{item.kind.value}")),
        material.say("bewijs.datum", datum=material.day(item.dated)),
    ]
    if item.location:
        lines.append(material.say("bewijs.vindplaats", plaats=item.location))
    if item.covers:
        lines.append(material.say("bewijs.periode", periode=material.period(item.covers)))
    if item.sha256:
        lines.append(material.say("bewijs.hash", hash=item.sha256))
    return tuple(lines)


def _evidence_check(material: Material, item: Evidence) -> tuple[str, ...]:
    lines = [material.say(f"verificatie.{item.verification.value}")]
    if item.verified_by:
        day = material.day(item.verified_on)
        lines.append(material.say("bewijs.gecontroleerd", wie=item.verified_by, datum=day))
    return tuple(lines)


def _evidence_status(material: Material, item: Evidence) -> tuple[str, ...]:
    lines = [material.say(f"bewijsstand.{item.status.value}")]
    if item.incriminating:
        lines.append(material.say("bewijs.belastend"))
    if item.contradicted is not None:
        name = "weersproken_ja" if item.contradicted else "weersproken_nee"
        lines.append(material.say(f"bewijs.{name}"))
    return tuple(lines)


def _rule_row(material: Material, rule: ShownRule) -> tuple[str, ...]:
    lines = (
        rule.basis,
        material.say("regels.bron", bron=_split(rule.source)[0]),
        material.say("regels.gelezen_vanaf", datum=material.day(rule.seen_from)),
        material.say("berekening.zekerheid", zekerheid=material.certainty(rule.certainty)),
    )
    return ("\n".join(lines), rule.gist)


def _places(material: Material) -> tuple[Block, ...]:
    """Where each source that is named can be read, once."""
    snapshot = material.snapshot
    sources = (
        *(_split(rule.source) for rule in snapshot.rules),
        *((item.source.title, item.source.url) for item in snapshot.findings),
        *(
            (line.source.title, line.source.url)
            for computation in snapshot.computations
            for line in computation.lines
        ),
    )
    rows = tuple(dict.fromkeys((title, url) for title, url in sources if url))
    if not rows:
        return ()
    table = Table(
        title=material.say("regels.vindplaatsen"),
        header=_header(material, "regels", ("kolom_titel", "kolom_vindplaats")),
        rows=rows,
        widths=(44, 56),
    )
    return (table,)


def _split(source: str) -> tuple[str, str]:
    """The title of a source and the address that follows it."""
    title, _, address = source.partition(" https://")
    return title, f"https://{address}" if address else ""


def _flag_row(material: Material, flag: Flag) -> tuple[str, ...]:
    moment = material.say(f"moment.{flag.moment.value}")
    lines = [flag.text]
    if flag.basis:
        lines.append(material.say("controle.grondslag", grondslag=flag.basis))
    severity = [material.say(f"ernst.{flag.severity.value}")]
    if flag.hard:
        severity.append(material.say("controle.hard"))
    severity.append(material.say("controle.moment", moment=moment))
    status = material.say(f"vlagstand.{flag.status.value}")
    answer = response_text(material, flag) or flag.advice
    return ("\n".join(lines), "\n".join(severity), "\n".join(filter(None, (status, answer))))
