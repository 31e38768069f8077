"""Versions of a provision: which one holds on a day, and how sure it is."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.plugin_api import Provision, provision_on

CHANGED = date(2026, 1, 1)
LAST_OLD_DAY = date(2025, 12, 31)


def provision(
    *,
    gist: str = "Proef.",
    seen_from: date = date(2023, 1, 1),
    valid_from: date | None = None,
    valid_until: date | None = None,
    certainty: Certainty = Certainty.VERIFIED,
) -> Provision:
    return Provision(
        id="pw-52-voorschot",
        basis=LegalBasis(law="Participatiewet", article="52"),
        kind="procedure",
        binding="moet",
        applies_to=("voorschot_terugwerkend",),
        gist=gist,
        elements=(),
        motivation=(),
        case_law=(),
        anchor=Anchor.MELDING,
        seen_from=seen_from,
        valid_from=valid_from,
        valid_until=valid_until,
        source=Source(title="Proeftekst"),
        certainty=certainty,
    )


OLD = provision(gist="Negentig procent.", valid_until=LAST_OLD_DAY)
NEW = provision(gist="Vijfennegentig procent.", seen_from=CHANGED, valid_from=CHANGED)


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2019, 5, 1), OLD), (LAST_OLD_DAY, OLD), (CHANGED, NEW), (date(2030, 1, 1), NEW)],
)
def test_that_the_version_of_the_day_is_found(day: date, found: Provision) -> None:
    assert provision_on((OLD, NEW), "pw-52-voorschot", day) is found
    assert provision_on((NEW, OLD), "pw-52-voorschot", day) is found


def test_that_another_id_or_a_day_before_the_first_version_finds_nothing() -> None:
    assert provision_on((OLD, NEW), "pw-99", CHANGED) is None
    assert provision_on((NEW,), "pw-52-voorschot", LAST_OLD_DAY) is None


def test_that_versions_overlap_only_where_they_share_a_day() -> None:
    assert not OLD.overlaps(NEW)
    assert not NEW.overlaps(OLD)
    assert OLD.overlaps(provision(valid_from=LAST_OLD_DAY))
    assert NEW.overlaps(provision())


def test_that_a_day_before_the_oldest_text_is_derived_at_most() -> None:
    assert OLD.certainty_on(date(2022, 12, 31)) is Certainty.DERIVED
    assert OLD.certainty_on(date(2023, 1, 1)) is Certainty.VERIFIED
    unsure = provision(certainty=Certainty.UNVERIFIED)
    assert unsure.certainty_on(date(2000, 1, 1)) is Certainty.UNVERIFIED
