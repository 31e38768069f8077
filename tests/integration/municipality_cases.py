"""The same cases in every municipality, and the table of what comes out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hardship_desk.assessment.result import Assessment
from hardship_desk.core_setup import Core
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.presenters.calculation_item import other_texts
from tests.integration.dossiers import read_case
from tests.integration.ruling_files import Table, base_case, laid_over, write_case_file

PAGE = Path(__file__).resolve().parents[2] / "docs" / "municipalities.md"
START, END = "<!-- table: begin -->", "<!-- table: end -->"
CVDR = re.compile(r"CVDR\d+(?:/\d+)?")
GAZETTE = re.compile(r"gmb-\d+-\d+")
PLAIN = "landelijk"
Results = dict[tuple[str, str], Assessment]
"""What was assessed, by the title of the case and the name of the municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One case that every municipality gets; `lines` and `findings` are what may differ.

    `changes` are laid over the neutral case of that kind of decision.
    """

    title: str
    kind: str
    story: str
    changes: Table
    lines: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    def table(self, gemeentecode: str) -> Table:
        """The case as a case file of that municipality."""
        whole = laid_over(base_case(self.kind), self.changes)
        return laid_over(whole, {"zaak": {"gemeente": gemeentecode}})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one municipality makes of a case, where its own rules say something."""

    municipality: str
    said: str
    article: str
    place: str
    certainty: str


def _answers(**given: object) -> Table:
    return {"antwoorden": given}


MEANS = {
    "soort": "anders",
    "kosten": 3000.00,
    "draagkracht_wijze": "berekenen",
    "huishouden": "alleenstaande",
    "leeftijd": "tot_aow",
    "inkomen": 1700.00,
    "draagkrachtperiode": 12,
    "vermogen": 0,
}
GIFT = {
    "soort": "gift_geld",
    "beschikken": True,
    "waarde": 1500.00,
    "eerder": 0.00,
    "bewijs": "hele_periode",
    "bestemming": ["levensonderhoud"],
}

BIJSTAND_LINES = tuple(
    f"bijzondere_bijstand.{rule}"
    for rule in ("03_norm", "04_vrij_inkomen", "06_per_maand", "09_bijstand")
)

COMPARISONS = (
    Comparison(
        title="Bijzondere bijstand: draagkracht",
        kind="bijzondere_bijstand",
        story="Costs of 3,000 euros, income of 1,700 a month, single, no assets, twelve months.",
        changes=_answers(
            bijzondere_bijstand=MEANS,
            conclusie={"uitkomst": "deels_toekennen", "bedrag": 2000.00},
        ),
        lines=BIJSTAND_LINES,
        findings=("bijzondere_bijstand.waarde_afgelopen",),
    ),
    Comparison(
        title="Bijzondere bijstand: kosten van bewind",
        kind="bijzondere_bijstand",
        story="The same, for a bewindvoerder; the caseworker typed that 50 euros above the norm is free.",
        changes=_answers(bijzondere_bijstand={**MEANS, "soort": "bewind", "vrij_bedrag": 50.00}),
        lines=BIJSTAND_LINES[1:],
    ),
    Comparison(
        title="Bijzondere bijstand: individuele inkomenstoeslag",
        kind="bijzondere_bijstand",
        story="A couple with a child of fourteen, long on a low income.",
        changes=_answers(
            bijzondere_bijstand={
                "soort": "inkomenstoeslag",
                "toeslag_eerder": False,
                "toeslag_laag": True,
                "toeslag_uitzicht": False,
                "toeslag_huishouden": "gehuwden",
                "toeslag_kind": "12_18",
            },
            conclusie={"bedrag": 500.00},
        ),
        lines=("bijzondere_bijstand.10_toeslag_eisen", "bijzondere_bijstand.11_toeslag"),
        findings=("bijzondere_bijstand.waarde_afgelopen",),
    ),
    Comparison(
        title="Maatregel: plan van aanpak, categorie 1",
        kind="maatregel",
        story="A first lowering of 30 percent for one month.",
        changes={},
        lines=("maatregel.01_standaard",),
        findings=("maatregel.hoger_dan_regel",),
    ),
    Comparison(
        title="Maatregel: geweld tegen een medewerker",
        kind="maatregel",
        story="Physical violence, the caseworker chose 50 percent for one month.",
        changes=_answers(
            maatregel={
                "soort": "misdraging",
                "misdraging": "geweld",
                "categorie": {"weg": True},
                "percentage": 50,
            },
        ),
        lines=("maatregel.01_standaard",),
        findings=("maatregel.lager_dan_regel",),
    ),
    Comparison(
        title="Terugvordering: 150 euro, zonder schending",
        kind="terugvordering",
        story="150 euros too much by a mistake of the municipality, paid on for a year after a signal.",
        changes=_answers(
            terugvordering={
                "grond": "andere_oorzaak",
                "oorzaak": "gemeente",
                "te_veel": 150.00,
                "signaal_op": date(2025, 6, 1),
                "na_signaal": 100.00,
            },
            verwijtbaarheid={"aandeel_gemeente": True},
        ),
        findings=("terugvordering.kruimelbedrag", "terugvordering.zesmaandenregel"),
    ),
    Comparison(
        title="Kwijtschelding: zes jaar afgelost, zonder schending",
        kind="kwijtschelding",
        story="A debt without breach, paid every month since May 2020.",
        changes=_answers(
            kwijtschelding={"soort": "andere", "grond": "beleid", "begin": date(2020, 5, 1)},
        ),
        lines=("kwijtschelding.01_jaren",),
        findings=("kwijtschelding.waarde_afgelopen",),
    ),
    Comparison(
        title="Invordering: hoogste bedrag per maand",
        kind="invordering",
        story="A debt of 5,000 euros, 300 a month above the beslagvrije voet, 180 a month chosen.",
        changes=_answers(
            invordering={"schuld": 5000.00, "per_maand": 180.00},
            draagkracht={"niveau": "hoger", "inkomen": 2000.00, "beslagvrije_voet": 1700.00},
        ),
        lines=("invordering.05_hoogstens",),
        findings=("invordering.lange_looptijd", "invordering.boven_lokaal_maximum"),
    ),
    Comparison(
        title="Giften in 2025",
        kind="giften_middelen",
        story="A gift of 1,500 euros in 2025, before the Act named an amount.",
        changes={
            "zaak": {"rechtperiode": {"van": date(2025, 1, 1), "tot": date(2025, 12, 31)}},
            "antwoorden": {"giften_middelen": GIFT},
        },
        lines=("giften_middelen.01_regime", "giften_middelen.04_boven"),
    ),
    Comparison(
        title="Boete",
        kind="boete",
        story="The neutral case: the amount is national and the same everywhere.",
        changes={},
    ),
)


def municipalities(core: Core) -> dict[str, str]:
    """The municipalities that have a plugin: name and gemeentecode, by name."""
    known = core.engine.municipalities_with_rules()
    return dict(
        sorted((item.name, item.code) for item in core.municipalities if item.code in known)
    )


def assess(core: Core, table: Table, folder: Path) -> Assessment:
    """What the rules say about the case."""
    case = read_case(core, write_case_file(table, folder / "zaak.toml"))
    return core.engine.assess(case, case.decisions[-1].id, core.organisation.parameters())


def run_all(core: Core, folder: Path) -> Results:
    """Every case in every municipality, and where nothing local is known."""
    places = {PLAIN: PLAIN, **municipalities(core)}
    return {
        (item.title, name): assess(core, item.table(code), folder)
        for item in COMPARISONS
        for name, code in places.items()
    }


def outcomes(comparison: Comparison, results: Results) -> Iterator[Outcome]:
    """What each municipality's own rules say, each with its article."""
    plain = results[comparison.title, PLAIN]
    for (title, name), found in results.items():
        if title == comparison.title and name != PLAIN:
            yield from (_outcome(name, item) for item in differing(comparison, found, plain))


def differing(
    comparison: Comparison, here: Assessment, plain: Assessment
) -> Iterator[CalculationLine | Finding]:
    """The lines and findings that say something else than where nothing local is known."""
    elsewhere = {item.outcome for computation in plain.computations for item in computation.lines}
    for computation in here.computations:
        for line in computation.lines:
            if line.id in comparison.lines and line.outcome not in elsewhere:
                yield line
    usual = {item.text for item in plain.findings}
    for finding in here.findings:
        own = finding.provenance is not None and finding.provenance.plugin != "landelijk"
        if (own or finding.id in comparison.findings) and finding.text not in usual:
            yield finding


def _outcome(name: str, item: CalculationLine | Finding) -> Outcome:
    stated = isinstance(item, Finding) and item.basis.law == item.source.title
    article = item.basis.dutch() if stated else other_texts(item)
    return Outcome(
        municipality=name,
        said=item.outcome if isinstance(item, CalculationLine) else item.text,
        article=article,
        place=place_of(item.source.url) if article else "",
        certainty="" if item.certainty is Certainty.VERIFIED else item.certainty.value,
    )


def place_of(url: str) -> str:
    """The CVDR number of a source, that of its announcement, or the site of the page."""
    numbers = CVDR.findall(url) or GAZETTE.findall(url)
    return numbers[0] if numbers else url.split("/")[2] if url else "not recorded"


def table_text(results: Results) -> str:
    """The tables of the page."""
    names = [name for name in dict.fromkeys(name for _, name in results) if name != PLAIN]
    return "\n".join(part for item in COMPARISONS for part in _part(item, results, names))


def _part(comparison: Comparison, results: Results, names: list[str]) -> Iterator[str]:
    rows = list(outcomes(comparison, results))
    yield from (f"### {comparison.title}", "", comparison.story, "")
    if rows:
        yield from ("| Gemeente | Uitkomst | Artikel | Vindplaats | |", "|---|---|---|---|---|")
        yield from (
            f"| {row.municipality} | {row.said} | {row.article} | {row.place} | {row.certainty} |"
            for row in rows
        )
        yield ""
    speaking = {row.municipality for row in rows}
    silent = ", ".join(name for name in names if name not in speaking)
    yield from (f"Nothing local is known in: {silent}.", "")
