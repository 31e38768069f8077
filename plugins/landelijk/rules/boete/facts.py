"""The answers that the rules on fines look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money, Period

from ..means import Means, read_means
from .verwijtbaarheid import Verwijtbaarheid, as_verwijtbaarheid

NO_BENADELING = Money(0)
TERUGVORDERINGEN = ("terugvordering", "terugvordering_elders")
"""Types of decision whose amount can be the benadelingsbedrag of a fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recidive:
    """What is known of an earlier sanction (Participatiewet 18a lid 5 and 6)."""

    earlier: bool | None = None
    same_conduct: bool | None = None
    final: bool | None = None
    imposed_on: date | None = None
    prison: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What is known of repair by the resident (Boetebesluit 2a lid 2; 18a lid 4)."""

    own_accord: bool | None = None
    on: date | None = None
    before_discovery: bool | None = None
    during_supervision: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteFacts:
    """Everything the calculation needs. None means unknown or not answered, never "no".

    `benadeling` is zero where nothing was paid too much.
    """

    conduct: Period | None = None
    offence_day: date | None = None
    decided_on: date | None = None
    in_review: bool = False
    kenbaar: bool | None = None
    zelf_bekend: bool | None = None
    beletsels: tuple[str, ...] = ()
    submitted_on: date | None = None
    verwijtbaarheid: Verwijtbaarheid | None = None
    benadeling_kind: str | None = None
    benadeling: Money | None = None
    recidive: Recidive = Recidive()
    herstel: Herstel = Herstel()
    warned_before: bool | None = None
    warned_on: date | None = None
    means: Means = field(default_factory=Means)
    evenredig_bedrag: Money | None = None
    dringende_reden: bool | None = None
    set_before: Money | None = None
    delay_percentage: int | None = None
    outcome: str | None = None

    @property
    def last_day(self) -> date | None:
        """The last day of the conduct."""
        return self.conduct.last_day if self.conduct else None


def read_facts(context: AssessmentContext) -> BoeteFacts:
    """The facts of a case on its route."""
    conduct = context.dates.gedraging
    duty_day = context.day("intake.meldplicht_dag")
    return BoeteFacts(
        conduct=conduct,
        offence_day=duty_day or (conduct.start if conduct else None),
        decided_on=context.dates.besluit,
        in_review=context.choice("intake.fase") in ("bezwaar", "beroep"),
        kenbaar=context.yes("regel.kenbaar"),
        zelf_bekend=context.yes("regel.zelf_bekend"),
        beletsels=context.choices("poort.beletsel"),
        submitted_on=context.day("poort.voorgelegd_op"),
        verwijtbaarheid=as_verwijtbaarheid(context.choice("verwijtbaarheid.graad")),
        benadeling_kind=context.choice("benadeling.soort"),
        benadeling=_benadeling(context),
        recidive=_recidive(context),
        herstel=_herstel(context),
        warned_before=context.yes("waarschuwing.eerder"),
        warned_on=context.day("waarschuwing.eerder_datum"),
        means=read_means(context),
        evenredig_bedrag=context.amount("boete.evenredig_bedrag"),
        dringende_reden=context.yes("boete.dringende_redenen"),
        set_before=context.amount("boete.eerder_vastgesteld"),
        delay_percentage=context.number("boete.redelijke_termijn_procent"),
        outcome=context.choice("conclusie.uitkomst"),
    )


def _benadeling(context: AssessmentContext) -> Money | None:
    match context.choice("benadeling.soort"):
        case "geen":
            return NO_BENADELING
        case "ingevoerd":
            return context.amount("benadeling.bedrag")
        case "uit_terugvordering":
            linked = (
                amount
                for kind, amount in context.linked_amounts.items()
                if kind in TERUGVORDERINGEN
            )
            return next(linked, None)
        case _:
            return None


def _recidive(context: AssessmentContext) -> Recidive:
    return Recidive(
        earlier=context.yes("recidive.eerdere_sanctie"),
        same_conduct=context.yes("recidive.zelfde_gedraging"),
        final=context.yes("recidive.onherroepelijk"),
        imposed_on=context.day("recidive.opgelegd_op"),
        prison=context.yes("recidive.gevangenisstraf"),
    )


def _herstel(context: AssessmentContext) -> Herstel:
    return Herstel(
        own_accord=context.yes("herstel.uit_eigen_beweging"),
        on=context.day("herstel.datum"),
        before_discovery=context.yes("herstel.voor_ontdekking"),
        during_supervision=context.yes("herstel.binnen_toezicht"),
    )
