"""The line of sources under a calculation line or finding."""

from __future__ import annotations

import pytest

from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.ids import FindingId
from hardship_desk.domain.legal_basis import Certainty, LegalBasis, Source
from hardship_desk.presenters.calculation_item import other_texts


@pytest.mark.parametrize(
    ("law", "title", "other"),
    [
        ("Participatiewet", "Participatiewet, tekst per 1-7-2026", ""),
        (
            "Participatiewet",
            "Maatregelenverordening Participatiewet 2015 art. 6",
            "Maatregelenverordening Participatiewet 2015 art. 6",
        ),
        (
            "Participatiewet",
            "Participatiewet, tekst per 1-7-2026; Verordening Dorp art. 7",
            "Verordening Dorp art. 7",
        ),
    ],
)
def test_that_the_text_of_a_municipality_is_named_beside_the_law(
    law: str, title: str, other: str
) -> None:
    finding = Finding(
        id=FindingId("x.y"),
        step=2,
        text="x",
        direction=Direction.NEUTRAL,
        basis=LegalBasis(law=law, article="18"),
        source=Source(title=title),
        certainty=Certainty.VERIFIED,
    )
    assert other_texts(finding) == other
