"""Builds snapshots of decisions: an empty concept and a rich, adopted one, all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hardship_desk.domain.computation import CalculationLine, Computation, LineInput
from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.decision import CaseWeight, Consideration, Review, ReviewVerdict
from hardship_desk.domain.evidence import Evidence, EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.finding import Direction, Finding, Provenance
from hardship_desk.domain.flag import Flag, FlagResponse, FlagStatus, Moment, Severity
from hardship_desk.domain.ids import (
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    EvidenceId,
    FindingId,
    FlagId,
    LineId,
    OutcomeId,
    QuestionId,
)
from hardship_desk.domain.legal_basis import Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import (
    Adoption,
    DecisionSnapshot,
    LetterFacts,
    LetterParagraph,
    ShownAnswer,
    ShownCriterion,
    ShownPerson,
    ShownRule,
    ShownStep,
    ShownTable,
    UsedPlugin,
)
from hardship_desk.domain.weighing import WeighedFinding, Weight

MADE_AT = datetime(2026, 11, 24, 15, 2, tzinfo=UTC)
WETTEN = Source(title="Participatiewet", url="https://wetten.overheid.nl/BWBR0015703")
TITLES = (
    "Intake en besluit", "Regel, doel en ruimte", "Contact en horen", "Omstandigheden",
    "Doenvermogen", "Verwijtbaarheid", "Draagkracht", "Botsende wetgeving",
    "Gevolgen en belangen", "Alternatieven en maatwerk", "Evenredigheid", "Gelijke gevallen",
    "Conclusie en motivering", "Collegiale toets", "Bekendmaking en bezwaar", "Opvolging",
)  # fmt: skip


def shown(question: str, step: int, text: str, value: str, **more: object) -> ShownAnswer:
    """An answer as shown, given unless said otherwise."""
    base = ShownAnswer(
        question=QuestionId(question), step=step, text=text, shown=value, state="gegeven"
    )
    return replace(base, **more)  # type: ignore[arg-type]  # the caller names real fields


def steps(*skipped: int) -> tuple[ShownStep, ...]:
    """All sixteen steps; the skipped ones say why."""
    reason = "Korte route: de uitkomst volgt uit de regel."
    return tuple(
        ShownStep(
            number=number,
            title=title,
            state="compleet",
            skipped_because=reason if number in skipped else "",
        )
        for number, title in enumerate(TITLES, start=1)
    )


def criteria() -> tuple[ShownCriterion, ...]:
    """All nineteen criteria."""
    return tuple(
        ShownCriterion(
            id=item.value,
            text=f"Criterium {item.value}: de regel pakt in dit geval niet onredelijk hard uit.",
            where=f"Behandeld in stap {number % 16 + 1}, {TITLES[number % 16]}.",
        )
        for number, item in enumerate(Criterion)
    )


def empty_snapshot() -> DecisionSnapshot:
    """A concept in which nothing was answered yet."""
    return DecisionSnapshot(
        schema=1,
        program_version="0.1.0",
        made_at=MADE_AT,
        case_number=CaseNumber("2026-0417"),
        case_title="",
        gemeentecode="GM0363",
        municipality="Amsterdam",
        is_practice=False,
        decision_id=DecisionId("boete-1"),
        type=DecisionTypeId("boete"),
        type_title="Boete of waarschuwing na schending van de inlichtingenplicht",
        letter_title="Besluit over een boete",
        person=None,
        persons=(),
        weight=CaseWeight.GEWOON,
        weight_reason="",
        conduct=None,
        entitlement=None,
        reported_on=None,
        decision_date=None,
        sending_date=None,
        outcome=None,
        outcome_title="",
        outcome_letter="",
        amount=None,
        steps=steps(),
        answers=(),
        evidence=(),
        findings=(),
        computations=(),
        weighing=(),
        considerations=(),
        flags=(),
        criteria=criteria(),
        reviews=(),
        rules=(),
        letter=LetterFacts(),
        letter_paragraphs=(),
        questionnaire_version="1.0.0",
        questionnaire_sha256="5f" * 32,
        plugins=(),
    )


def evidence() -> tuple[Evidence, ...]:
    """Three pieces, one of each firmness."""
    return (
        Evidence(
            id=EvidenceId("b1"), title="Loonstroken januari tot en met maart 2025",
            kind=EvidenceKind.STUK, dated=date(2025, 4, 8), location="DMS 2025-88123",
            verification=Verification.ORIGINEEL_GEZIEN, verified_by="behandelaar",
            verified_on=date(2025, 4, 10), contradicted=False,
            covers=Period(date(2025, 1, 1), date(2025, 3, 31)),
            status=EvidenceStatus.VASTSTAAND, incriminating=True, sha256="ab" * 32,
        ),
        Evidence(
            id=EvidenceId("b2"), title="Verslag van het gesprek op 2 juni 2026",
            kind=EvidenceKind.GESPREK, dated=date(2026, 6, 2), location="DMS 2026-12001",
            verification=Verification.ALLEEN_VERKLARING, status=EvidenceStatus.AANNEMELIJK,
        ),
        Evidence(
            id=EvidenceId("b3"), title="Telefoonnotitie van het klantcontactcentrum",
            kind=EvidenceKind.REGISTER, status=EvidenceStatus.BETWIST, contradicted=True,
        ),
    )  # fmt: skip


def line(number: int, description: str, outcome: str, cents: int | None) -> CalculationLine:
    """One calculation line."""
    return CalculationLine(
        id=LineId(f"boete.regel_{number}"),
        description=description,
        inputs=(
            LineInput(name="benadelingsbedrag", value="€ 1.640,00"),
            LineInput(name="percentage", value="25 %"),
        ),
        formula="benadelingsbedrag × percentage",
        outcome=outcome,
        amount=Money(cents) if cents is not None else None,
        basis=LegalBasis(law="Boetebesluit socialezekerheidswetten", article="2a", paragraph="2"),
        source=Source(
            title="Boetebesluit socialezekerheidswetten",
            url="https://wetten.overheid.nl/BWBR0012015",
        ),
        valid=Period(date(2017, 1, 1)),
        certainty=Certainty.VERIFIED if number % 2 else Certainty.DERIVED,
    )


def computation() -> Computation:
    """A fine in six lines."""
    lines = (
        line(1, "Mag er een boete komen?", "ja, er is geen beletsel", None),
        line(2, "Benadelingsbedrag", "€ 1.640,00", 164000),
        line(3, "Percentage bij verminderd verwijt", "25 % van het benadelingsbedrag", 41000),
        line(4, "Wettelijk maximum", "€ 5.150,00; de boete blijft daaronder", 41000),
        line(5, "Draagkracht: 6 maanden × 5 % van de norm", "€ 420,12 is meer dan de boete", 41000),
        line(6, "Redelijke termijn", "niet overschreden", 41000),
    )
    return Computation(
        id="boete",
        title="Hoogte van de boete",
        lines=lines,
        total=Money(41000),
        provenance=Provenance(plugin="landelijk", version="1.0.0", sha256="cd" * 32),
    )


def findings() -> tuple[Finding, ...]:
    """One finding in each direction that matters."""
    return (
        Finding(
            id=FindingId("boete.aandeel_gemeente"), step=6,
            text="De gemeente wist sinds februari van het werk en deed daar niets mee.",
            direction=Direction.PLEADS_FOR,
            basis=LegalBasis(law="Boetebesluit", article="2a", paragraph="2", item="d"),
            source=WETTEN, certainty=Certainty.VERIFIED,
        ),
        Finding(
            id=FindingId("boete.draagkracht_bepaalt"), step=7,
            text="De draagkracht is hoger dan de boete en verlaagt haar niet.",
            direction=Direction.NEUTRAL, basis=LegalBasis(ecli="ECLI:NL:CRVB:2016:12"),
            source=Source(title="Rechtspraak", note="samenvatting gelezen"),
            certainty=Certainty.SECONDARY,
        ),
    )  # fmt: skip


def flags() -> tuple[Flag, ...]:
    """A warning that was answered, a block that was overridden, and a point of attention."""
    at = MADE_AT
    return (
        Flag(
            id=FlagId("s06.aandeel_gemeente"), step=6, severity=Severity.WAARSCHUWING,
            moment=Moment.VASTSTELLEN, text="De gemeente heeft een eigen aandeel.",
            advice="Zeg wat dit met het verwijt doet.", basis="Boetebesluit 2a lid 2",
            status=FlagStatus.BEANTWOORD,
            response=FlagResponse(
                flag=FlagId("s06.aandeel_gemeente"),
                text="Het verwijt is daarom verminderd.", at=at,
            ),
        ),
        Flag(
            id=FlagId("s09.geen_publiek_belang"), step=9, severity=Severity.BLOKKADE,
            moment=Moment.VASTSTELLEN, text="Er staat geen publiek belang in het rooster.",
            advice="Noem het doel van de regel.", basis="Awb 3:4", status=FlagStatus.GEPASSEERD,
            response=FlagResponse(
                flag=FlagId("s09.geen_publiek_belang"), second_reader="M. Jansen", at=at,
                text="Het belang staat bij het doel van de regel.",
            ),
        ),
        Flag(
            id=FlagId("s15.geen_telefoon"), step=15, severity=Severity.AANDACHTSPUNT,
            moment=Moment.BEKENDMAKEN, text="Er is niet gebeld.", advice="Bel de inwoner.",
            basis="Awb 2:1", hard=False,
        ),
    )  # fmt: skip


def answers() -> tuple[ShownAnswer, ...]:
    """Answers in every state, of every kind."""
    return (*_first_answers(), *_later_answers())


def _first_answers() -> tuple[ShownAnswer, ...]:
    return (
        shown("intake.aanleiding", 1, "Wat is er gebeurd, en hoe kwam de gemeente dat te weten?",
              "U werkte in januari, februari en maart 2025 in een restaurant. U meldde dat op "
              "1 april. Wij zagen het loon in maart ook in onze systemen.",
              tag="feit", printed="brief", evidence=("Loonstroken januari tot en met maart 2025",)),
        shown("intake.gewenst_effect", 1, "Wat wil de inwoner bereiken?",
              "Aan het werk blijven zonder nieuwe schulden."),
        shown("intake.meldplicht_dag", 1, "Op welke dag had het gemeld moeten zijn?",
              "31-01-2025", derived_from="eerste loonstrook plus de termijn uit de brief"),
        shown("regel.doel", 2, "Wat is het doel van de regel?",
              "De bijstand gaat naar wie die nodig heeft. Wie iets vergeet, moet het kunnen "
              "herstellen.", tag="oordeel"),
        shown("regel.kenbaar", 2, "Was de plicht duidelijk?", "onbekend", state="onbekend"),
        shown("horen.zienswijze_gegeven", 3, "Heeft de inwoner zijn mening gegeven?", "Ja",
              choice="ja"),
        shown("horen.zienswijze", 3, "Wat vindt de inwoner, in zijn eigen woorden?",
              "Ik dacht dat mijn baas het doorgaf.\n\nToen ik hoorde dat het moest, heb ik meteen "
              "gebeld. Ik lag in scheiding en sliep slecht.", tag="standpunt", printed="brief"),
        shown("horen.reactie", 3, "Wat heeft u met de mening van de inwoner gedaan?",
              "Wij hebben uw telefoontje van 1 april teruggevonden. Wij vinden dat u minder te "
              "verwijten valt.", tag="oordeel", printed="brief"),
        shown("omstandigheden.gezondheid", 4, "Wat speelt er met de gezondheid?",
              "Slaapt slecht, vergeet afspraken.", sensitive="gezondheid", printed="brief",
              explanation="Alleen de beperking, geen diagnose."),
        shown("omstandigheden.wonen", 4, "Wat speelt er met wonen?", "", state="nvt",
              explanation="de woning is niet in gevaar"),
        shown("doenvermogen.kunnen", 5, "Kon de inwoner doen wat nodig was?", "Deels"),
        shown("verwijtbaarheid.graad", 6, "Hoeveel verwijt treft de inwoner?",
              "Verminderd verwijt", tag="oordeel", evidence=("Verslag van het gesprek",)),
    )  # fmt: skip


def _later_answers() -> tuple[ShownAnswer, ...]:
    grid = ShownTable(
        header=("Wie", "Belang", "Zwaarte"),
        rows=(("Inwoner", "Rondkomen zonder schuld", "zwaar"),
              ("Gemeente", "Eerlijke verdeling van bijstand", "gewoon")),
    )  # fmt: skip
    return (
        shown("draagkracht.inkomen", 7, "Wat is het inkomen?", "€ 1.401,50"),
        shown("draagkracht.vermogen", 7, "Wat is het vermogen?",
              "nog uit te zoeken door team inkomen voor 01-12-2026", state="uit_te_zoeken"),
        shown("belangen.rooster", 9, "Welke belangen spelen er?", "", table=grid),
        shown("evenredigheid.slotsom", 11, "Is het besluit evenredig?", "Evenredig",
              tag="oordeel"),
        shown("conclusie.uitkomst", 13, "Wat besluit u?", "Een boete", printed="brief",
              choice="boete"),
        shown("conclusie.bedrag", 13, "Hoe hoog is de boete?", "€ 410,00", printed="brief"),
        shown("conclusie.redenen", 13, "Wat zijn de belangrijkste redenen voor dit besluit?",
              "U meldde uw werk te laat, maar u meldde het zelf. Wij hadden het ook eerder kunnen "
              "zien. Daarom is de boete lager.", tag="oordeel", printed="brief"),
        shown("conclusie.schuurt", 13, "Wat blijft schuren?",
              "De inwoner hoorde drie maanden niets van ons.", tag="oordeel"),
        shown("bekend.contactpersoon", 15, "Wie kan de inwoner bellen?", "A. de Vries",
              printed="brief"),
        shown("bekend.betaalwijze", 15, "Hoe gaat de inwoner betalen?", "In termijnen",
              printed="brief"),
        shown("bekend.betaaltermijn", 15, "In hoeveel maanden?", "6", printed="brief"),
        shown("opvolging.datum", 16, "Wanneer kijkt u opnieuw?", "24-02-2027", printed="brief"),
        shown("opvolging.geheim", 16, "Interne notitie", "mag niet gedrukt", printed="niet"),
    )  # fmt: skip


def rules() -> tuple[ShownRule, ...]:
    """Two provisions."""
    return (
        ShownRule(
            id="pw-17", basis="Participatiewet art. 17 lid 1",
            gist="Wie bijstand krijgt, meldt uit zichzelf wat daarvoor van belang kan zijn.",
            source="Participatiewet, wetten.overheid.nl", seen_from=date(2023, 1, 1),
            certainty=Certainty.VERIFIED,
        ),
        ShownRule(
            id="awb-5-46", basis="Awb art. 5:46 lid 2",
            gist="De boete past bij de ernst van de overtreding en bij het verwijt.",
            source="Awb, wetten.overheid.nl", seen_from=date(2024, 1, 1),
            certainty=Certainty.SECONDARY,
        ),
    )  # fmt: skip


def letter_facts() -> LetterFacts:
    """Everything the letter needs."""
    return LetterFacts(
        sender="Gemeente Amsterdam, afdeling Inkomen",
        sender_address="Postbus 1\n1000 AA Amsterdam",
        objection_address="Gemeente Amsterdam, afdeling Bezwaar\nPostbus 2\n1000 AB Amsterdam",
        digital_channel="voorbeeld.nl/bezwaar",
        phone="020 000 00 00",
        contact_person="A. de Vries",
        signatory="B. Bakker, teammanager",
        payment_way="In termijnen",
        last_day_for_bezwaar=date(2027, 1, 5),
        review_date=date(2027, 2, 24),
    )


def rich_snapshot() -> DecisionSnapshot:
    """An adopted decision with something in every field."""
    person = ShownPerson(role="inwoner", label="inwoner A")
    return replace(
        empty_snapshot(),
        case_title="Te laat gemeld werk",
        person=person,
        persons=(person, ShownPerson(role="kind", label="kind 1")),
        weight_reason="er is een kind in het gezin",
        conduct=Period(date(2025, 1, 1), date(2025, 3, 31)),
        entitlement=Period(date(2024, 6, 1)),
        reported_on=date(2025, 4, 1),
        decision_date=date(2026, 11, 20),
        sending_date=date(2026, 11, 24),
        outcome=OutcomeId("boete"),
        outcome_title="Een boete",
        outcome_letter="Wij leggen u een boete op.",
        amount=Money(41000),
        steps=steps(8, 12),
        answers=answers(),
        evidence=evidence(),
        findings=findings(),
        computations=(computation(),),
        weighing=(
            WeighedFinding(
                finding=FindingId("boete.aandeel_gemeente"),
                weight=Weight.ZWAAR,
                reason="De gemeente had eerder kunnen bellen.",
            ),
        ),
        considerations=(
            Consideration(
                id="graad", step=6, text="Het concept van het programma.",
                own_text="Het verwijt is verminderd, omdat de inwoner zelf belde en de gemeente "
                "het werk al kende.",
                findings=(FindingId("boete.aandeel_gemeente"),),
                answers=(QuestionId("verwijtbaarheid.graad"),),
            ),
        ),
        flags=flags(),
        reviews=(
            Review(
                reader="M. Jansen", verdict=ReviewVerdict.AKKOORD_MITS,
                text="Leg in de brief uit waarom het drie maanden duurde.", at=MADE_AT,
            ),
        ),
        rules=rules(),
        letter=letter_facts(),
        letter_paragraphs=(
            LetterParagraph(
                section="hulp", text="Heeft u schulden? Wij helpen u met een plan, zonder kosten."
            ),
        ),
        plugins=(
            UsedPlugin(id="landelijk", title="Landelijke regels", version="1.0.0",
                       sha256="cd" * 32),
            UsedPlugin(id="amsterdam", title="Amsterdam", version="1.2.0", sha256="ef" * 32),
        ),
        adoption=Adoption(
            number=2, at=MADE_AT, by="behandelaar C", mandaat="Mandaatbesluit 2026, nr. 14"
        ),
    )  # fmt: skip
