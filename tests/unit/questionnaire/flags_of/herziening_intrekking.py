"""One situation or more for each flag on opschorten, herzien and intrekken."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue
from tests.unit.questionnaire.flags_of.boete import Given

HARD = {"s02.stilzetten_om_adres"}
"""The flag that no reason passes; the eight weeks rest on a finding."""

SUSPEND: Given = {"herziening.grond": "opschorting", "conclusie.uitkomst": "opschorten"}
WITHDRAW: Given = {
    "herziening.grond": "intrekking_na_opschorting",
    "conclusie.uitkomst": "intrekken",
}
REVISE: Given = {"herziening.grond": "schending", "conclusie.uitkomst": "herzien"}
NOTHING: dict[str, AnswerValue | None] = {"conclusie.uitkomst": "geen_wijziging"}


def address(reason: str) -> tuple[str, Given, dict[str, AnswerValue | None]]:
    """Standing still over an address where the law forbids it, and where it does not."""
    given: Given = {
        "herziening.grond": "adres",
        "opschorting.adres_beletsel": (reason,),
        "conclusie.uitkomst": "opschorten",
    }
    return "s02.stilzetten_om_adres", given, {"opschorting.adres_beletsel": ("geen",)}


SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    ("s01.intrekken_te_licht", {"conclusie.uitkomst": "intrekken"}, NOTHING),
    (
        "s02.herziening_zonder_schending",
        {**REVISE, "regel.kenbaar": False},
        {"regel.kenbaar": True},
    ),
    (
        "s02.herziening_zonder_schending",
        {**REVISE, "regel.zelf_bekend": True},
        {"herziening.grond": "andere_oorzaak"},
    ),
    (
        "s02.stukken_niet_nodig",
        {**SUSPEND, "opschorting.nodig": False},
        {"opschorting.nodig": True},
    ),
    (
        "s02.stilzetten_zonder_verwijt",
        {**SUSPEND, "opschorting.verwijt": False},
        {"opschorting.verwijt": True},
    ),
    ("s02.hersteltermijn_ontbreekt", {**SUSPEND, "opschorting.bericht": False}, NOTHING),
    (
        "s02.hersteltermijn_ontbreekt",
        {**WITHDRAW, "opschorting.bericht": False},
        {"opschorting.bericht": True},
    ),
    (
        "s02.hersteltermijn_niet_haalbaar",
        {**WITHDRAW, "opschorting.bericht": True, "opschorting.haalbaar": False},
        {"opschorting.haalbaar": True},
    ),
    (
        "s02.op_tijd_hersteld",
        {**WITHDRAW, "opschorting.hersteld": True},
        {"opschorting.hersteld": False},
    ),
    address("geen_invloed"),
    address("geen_verwijt"),
    address("dringende_redenen"),
    address("mantelzorg"),
    (
        "s03.alleen_een_brief",
        {**SUSPEND, "opschorting.ander_contact": "nee"},
        {"opschorting.ander_contact": "niet_nodig"},
    ),
    (
        "s06.recht_niet_geschat",
        {
            "herziening.grond": "schending",
            "conclusie.uitkomst": "intrekken",
            "herziening.recht": "te_schatten",
        },
        {"conclusie.uitkomst": "herzien"},
    ),
    (
        "s06.recht_niet_geschat",
        {
            "herziening.grond": "schending",
            "conclusie.uitkomst": "intrekken",
            "herziening.recht": "niet_onderzocht",
        },
        {"herziening.recht": "niet_te_bepalen"},
    ),
    (
        "s06.periode_niet_gedekt",
        {**REVISE, "terugvordering.bewijs_dekt": "nee"},
        {"terugvordering.bewijs_dekt": "ja"},
    ),
    (
        "s09.terugwerkend_zonder_weten",
        {**REVISE, "herziening.terugwerkend": "kon_niet_weten"},
        {"herziening.terugwerkend": "kon_weten"},
    ),
    (
        "s13.herziening_verplicht",
        {"herziening.grond": "schending", "conclusie.uitkomst": "afzien_na_afweging"},
        {"herziening.grond": "andere_oorzaak"},
    ),
]
