"""Finding provisions, conflicts and rulings by words and by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hardship_desk.assessment.reference import search
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.plugin_api import Conflict, Provision, ReadHow, Ruling, RulingOutcome
from hardship_desk.plugin_api.catalogue import CaseLaw, Element

SOURCE = Source(title="Proeftekst")
OLD = Provision(
    id="pw-52-voorschot",
    basis=LegalBasis(law="Participatiewet", article="52", paragraph="2"),
    kind="procedure",
    binding="moet",
    applies_to=("voorschot_terugwerkend",),
    gist="De gemeente betaalt een voorschot van negentig procent.",
    elements=(
        Element(element="termijn", question="Zijn vier weken voorbij?", why="Dan is het plicht."),
    ),
    motivation=("de hoogte",),
    case_law=(
        CaseLaw(
            ecli="ECLI:NL:CRVB:2023:2024",
            on=None,
            gist="Over verrekening.",
            source=SOURCE,
            certainty=Certainty.SECONDARY,
        ),
    ),
    anchor=Anchor.MELDING,
    seen_from=date(2023, 1, 1),
    valid_until=date(2025, 12, 31),
    source=SOURCE,
    certainty=Certainty.VERIFIED,
)
NEW = replace(
    OLD,
    gist="Het voorschot is vijfennegentig procent.",
    case_law=(),
    seen_from=date(2026, 1, 1),
    valid_from=date(2026, 1, 1),
    valid_until=None,
)
CONFLICT = Conflict(
    id="c-proef",
    title="Bijstand en beslag",
    provisions=("pw-52-voorschot",),
    articles=("Rv 475c",),
    clash="De deurwaarder houdt geld in terwijl het voorschot nog loopt.",
    options=("Bel de beslaglegger.",),
    contact=("deurwaarder",),
    applies_to=("invordering",),
    anchor=Anchor.BESLUIT,
    seen_from=date(2026, 1, 1),
    valid_until=date(2026, 12, 31),
    source=SOURCE,
    certainty=Certainty.SECONDARY,
)
RULING = Ruling(
    ecli="ECLI:NL:CRVB:2023:985",
    reference="",
    court="Centrale Raad van Beroep",
    on=date(2023, 6, 13),
    year=2023,
    municipality="",
    applies_to=("zeer_dringende_redenen",),
    provisions=("pw-16-1-zeer-dringende-redenen",),
    articles=(),
    outcome=RulingOutcome.UNKNOWN,
    defect="",
    gist="Ook ernstige schade aan de gezondheid van één persoon telt.",
    lesson="Vraag naar de financiële en medische toestand.",
    numbers=(),
    read_how=ReadHow.SUMMARY,
    source=SOURCE,
    certainty=Certainty.SECONDARY,
)
ALL = (OLD, NEW, CONFLICT, RULING)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("voorschot", (OLD, NEW, CONFLICT)),
        ("VOORSCHOT negentig", (OLD, NEW)),
        ("financiele een", (RULING,)),
        ("Financiële EEN", (RULING,)),
        ("475c", (CONFLICT,)),
        ("crvb:2023:2024", (OLD,)),
        ("zeer dringende 2023", (RULING,)),
        ("vier weken", (OLD, NEW)),
        ("voorschot gezondheid", ()),
        ("", ALL),
    ],
)
def test_that_every_word_must_occur(words: str, found: tuple[object, ...]) -> None:
    assert search(ALL, words) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 12, 31), (OLD, CONFLICT, RULING)),
        (date(2026, 1, 1), (NEW, CONFLICT, RULING)),
        (date(2027, 1, 1), (NEW, RULING)),
    ],
)
def test_that_a_day_picks_the_version_of_that_day(day: date, found: tuple[object, ...]) -> None:
    assert search(ALL, "", day) == found
