"""One situation or more for each core flag: what makes it fire, and what makes it stop."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.answers import AnswerValue, Row
from hardship_desk.domain.money import Money

Given = dict[str, AnswerValue]


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(id=str(number), cells=(("optie", "x"),)) for number in range(count))


# Flag, what makes it fire, and the change that makes it stop (None takes an answer away).
HARD = {
    "s01.gewicht_te_licht",
    "s02.mandaat_ontbreekt",
    "s03.rapporteur_beslist",
    "s14.bezwaar_zelfde_mandataris",
}
"""The flags that no reason passes: the law forbids the decision."""

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s03.antwoord_op_mening_nog_te_motiveren",
        {"horen.zienswijze_gegeven": "ja", "conclusie.uitkomst": "waarschuwing"},
        {"conclusie.uitkomst": "geen_boete_geen_verwijt"},
    ),
    (
        "s11.toets_nog_te_motiveren",
        {"evenredigheid.slotsom": "evenredig", "conclusie.uitkomst": "waarschuwing"},
        {"conclusie.uitkomst": "geen_boete_geen_verwijt"},
    ),
    (
        "s01.spoed_zonder_overbrugging",
        {"intake.spoed": True},
        {"intake.overbrugging": "Voorschot geregeld."},
    ),
    (
        "s01.rapport_ontbreekt",
        {"conclusie.uitkomst": "boete"},
        {"intake.rapport_datum": date(2026, 11, 2)},
    ),
    ("s02.korte_route_past", {"regel.kenbaar": False}, {"regel.kenbaar": True}),
    ("s02.mandaat_ontbreekt", {"regel.bevoegd": "nee"}, {"regel.bevoegd": "bekrachtiging_gepland"}),
    (
        "s02.bekrachtiging_gepland",
        {"regel.bevoegd": "bekrachtiging_gepland"},
        {"regel.bevoegd": "ja"},
    ),
    ("s02.kwijtschelding_later", {"regel.clausules": ("pw_18a_13",)}, {"regel.clausules": None}),
    (
        "s02.lokale_regel_strenger",
        {"regel.lokaal": "Beleidsregel boete", "regel.lokaal_verhouding": "strenger"},
        {"regel.lokaal_verhouding": "milder"},
    ),
    (
        "s03.cautie_ontbreekt",
        {"horen.zienswijze_gegeven": "ja", "horen.wijze": "mondeling", "horen.cautie": False},
        {"horen.cautie": True},
    ),
    (
        "s03.cautie_onbekend",
        {"horen.zienswijze_gegeven": "ja", "horen.wijze": "mondeling"},
        {"horen.wijze": "schriftelijk"},
    ),
    (
        "s03.rapport_niet_meegestuurd",
        {"horen.zienswijze_gegeven": "ja", "horen.rapport_meegestuurd": False},
        {"horen.zienswijze_gegeven": "nee"},
    ),
    (
        "s03.rapporteur_beslist",
        {
            "horen.rapporteur_besluit": True,
            "conclusie.uitkomst": "boete",
            "benadeling.soort": "geen",
        },
        {"horen.rapporteur_besluit": False},
    ),
    (
        "s03.rapporteur_beslist",
        {
            "horen.rapporteur_besluit": True,
            "conclusie.uitkomst": "boete",
            "benadeling.soort": "ingevoerd",
            "benadeling.bedrag": Money(34001),
            "recidive.eerdere_sanctie": False,
        },
        {"benadeling.bedrag": Money(34000)},
    ),
    (
        "s03.rapporteur_beslist",
        {
            "horen.rapporteur_besluit": True,
            "conclusie.uitkomst": "boete",
            "benadeling.soort": "ingevoerd",
            "benadeling.bedrag": Money(22667),
            "recidive.eerdere_sanctie": True,
            "recidive.zelfde_gedraging": True,
            "recidive.onherroepelijk": True,
        },
        {"benadeling.bedrag": Money(22666)},
    ),
    (
        "s03.rapporteur_beslist_mogelijk",
        {
            "horen.rapporteur_besluit": True,
            "conclusie.uitkomst": "boete",
            "benadeling.soort": "uit_terugvordering",
        },
        {"conclusie.uitkomst": "waarschuwing"},
    ),
    (
        "s03.hulp_niet_geboden",
        {"horen.hulp": ("tolk", "nodig_niet_geboden")},
        {"horen.hulp": ("tolk",)},
    ),
    (
        "s03.alleen_digitaal",
        {"horen.kanaal_gebruikt": ("digitaal",), "omstandigheden.gebieden": ("taal_digitaal",)},
        {"horen.kanaal_gebruikt": ("digitaal", "telefoon")},
    ),
    (
        "s03.kanaal_anders_dan_wens",
        {"horen.contactwens": "telefoon", "horen.kanaal_gebruikt": ("post",)},
        {"horen.kanaal_gebruikt": ("post", "telefoon")},
    ),
    (
        "s03.verslag_niet_gecontroleerd",
        {"horen.zienswijze_gegeven": "ja", "horen.gecontroleerd": False},
        {"horen.gecontroleerd": True},
    ),
    (
        "s04.kind_zonder_belang",
        {"omstandigheden.kinderen": True},
        {"omstandigheden.kinderbelang": "Rust op school."},
    ),
    (
        "s04.goede_kant_leeg",
        {"omstandigheden.feiten": rows(1)},
        {"omstandigheden.wat_goed_gaat": "Werkte steeds mee."},
    ),
    (
        "s04.gezondheid_zonder_bron",
        {
            "omstandigheden.gebieden": ("gezondheid_psychisch",),
            "omstandigheden.gezondheid_gebruik": "ten_nadele",
            "omstandigheden.gezondheid_bron": "alleen_verklaring",
        },
        {"omstandigheden.gezondheid_gebruik": "ten_gunste"},
    ),
    (
        "s05.uitleg_niet_aangetoond",
        {"regel.kenbaar": True, "doenvermogen.uitleg": "gegeven_niet_aangetoond"},
        {"doenvermogen.uitleg": "begrijpelijk_en_aangetoond"},
    ),
    (
        "s06.aandeel_gemeente_onbekend",
        {"verwijtbaarheid.graad": "normale_verwijtbaarheid"},
        {"verwijtbaarheid.aandeel_gemeente": False},
    ),
    (
        "s06.verlichting_en_zwaarder_verwijt",
        {
            "verwijtbaarheid.graad": "normale_verwijtbaarheid",
            "verwijtbaarheid.verminderd_gronden": ("mede_gemeente",),
        },
        {"verwijtbaarheid.graad": "verminderde_verwijtbaarheid"},
    ),
    (
        "s06.verminderd_zonder_grond",
        {
            "verwijtbaarheid.graad": "verminderde_verwijtbaarheid",
            "verwijtbaarheid.verminderd_gronden": ("geen",),
        },
        {"verwijtbaarheid.verminderd_gronden": ("samenloop",)},
    ),
    (
        "s06.hersteld_en_zwaarder_verwijt",
        {
            "herstel.uit_eigen_beweging": True,
            "herstel.voor_ontdekking": True,
            "herstel.binnen_toezicht": False,
            "verwijtbaarheid.graad": "normale_verwijtbaarheid",
        },
        {"herstel.binnen_toezicht": True},
    ),
    (
        "s06.aandeel_en_zwaarder_verwijt",
        {
            "verwijtbaarheid.aandeel_gemeente": True,
            "verwijtbaarheid.graad": "normale_verwijtbaarheid",
        },
        {"verwijtbaarheid.verminderd_gronden": ("mede_gemeente",)},
    ),
    (
        "s06.zwaar_verwijt_zonder_grond",
        {"verwijtbaarheid.graad": "grove_schuld"},
        {"verwijtbaarheid.grove_schuld_gronden": ("herhaling",)},
    ),
    (
        "s06.verwijt_zonder_wil",
        {"verwijtbaarheid.graad": "opzet", "doenvermogen.willen": "onbekend"},
        {"doenvermogen.willen": "nee"},
    ),
    (
        "s06.herhaling_onvolledig",
        {"recidive.eerdere_sanctie": True, "recidive.zelfde_gedraging": True},
        {"recidive.eerdere_sanctie": False},
    ),
    (
        "s07.schuldregeling_niet_bekeken",
        {"draagkracht.schuldregeling": True, "draagkracht.schuldregeling_getoetst": False},
        {"draagkracht.schuldregeling": False},
    ),
    (
        "s08.botsing_zonder_contact",
        {"botsend.gevonden": True, "botsend.contact_gezocht": False},
        {"botsend.contact_gezocht": True},
    ),
    (
        "s08.plicht_zonder_middelen",
        {"botsend.kosten_plicht": "niet_te_betalen"},
        {"botsend.kosten_plicht": "vergoed"},
    ),
    (
        "s08.signaal_niet_doorgegeven",
        {"botsend.gevonden": True, "botsend.signaal": False},
        {"botsend.gevonden": False},
    ),
    (
        "s09.afwijking_zonder_belangen",
        {"conclusie.uitkomst": "afzien_dringende_redenen", "regel.bevoegdheid": "gebonden"},
        {"belangen.rooster": rows(1)},
    ),
    (
        "s09.beleidsruimte_zonder_belangen",
        {"conclusie.uitkomst": "boete", "regel.bevoegdheid": "beleidsruimte"},
        {"regel.bevoegdheid": "gebonden"},
    ),
    (
        "s09.onomkeerbaar_niet_besproken",
        {"belangen.onomkeerbaar_gevolg": ("huisuitzetting",)},
        {"belangen.onomkeerbaar": "Verhuurder wacht."},
    ),
    (
        "s09.alleen_geld",
        {"belangen.publiek": ("budget",)},
        {"belangen.publiek": ("budget", "naleving")},
    ),
    (
        "s09.gezin_niet_gewogen",
        {"belangen.hoofdelijk": "niet_gewogen", "conclusie.uitkomst": "boete"},
        {"conclusie.uitkomst": "waarschuwing"},
    ),
    (
        "s10.te_weinig_opties",
        {"alternatieven.opties": rows(2)},
        {"alternatieven.opties": rows(3)},
    ),
    (
        "s10.geen_milder_middel",
        {"alternatieven.milder": "niet_onderzocht"},
        {"alternatieven.milder": "volstaat_niet"},
    ),
    (
        "s10.geen_warme_overdracht",
        {"alternatieven.doorverwijzing": "verwezen"},
        {"alternatieven.doorverwijzing": "warm"},
    ),
    (
        "s11.toets_overgeslagen",
        {
            "regel.bevoegdheid": "beleidsruimte",
            "evenredigheid.slotsom": "evenredig",
            "evenredigheid.geschikt": "ja",
            "evenredigheid.noodzakelijk": "ja",
        },
        {"evenredigheid.evenwichtig": "ja"},
    ),
    (
        "s11.nodig_terwijl_milder_volstaat",
        {"evenredigheid.noodzakelijk": "ja", "alternatieven.milder": "volstaat"},
        {"alternatieven.milder": "volstaat_niet"},
    ),
    (
        "s11.slotsom_past_niet",
        {"evenredigheid.slotsom": "evenredig", "evenredigheid.evenwichtig": "nee"},
        {"evenredigheid.slotsom": "onevenredig"},
    ),
    (
        "s12.anders_zonder_reden",
        {"gelijk.zelfde_uitkomst": "anders"},
        {"gelijk.verschil": "Hier droeg de gemeente bij."},
    ),
    (
        "s12.beschermd_kenmerk",
        {"gelijk.zelfde_uitkomst": "anders", "gelijk.factoren": ("beschermd_kenmerk",)},
        {"gelijk.factoren": ("verwijt",)},
    ),
    (
        "s13.besluit_botst_met_evenredigheid",
        {"evenredigheid.slotsom": "onevenredig", "conclusie.uitkomst": "boete"},
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
    ),
    (
        "s13.boete_hoger_dan_slotsom",
        {"evenredigheid.slotsom": "deels", "conclusie.uitkomst": "boete"},
        {"boete.evenredig_bedrag": Money(5000)},
    ),
    (
        "s13.afzien_zonder_dringende_redenen",
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
        {"boete.dringende_redenen": True},
    ),
    (
        "s13.dringende_redenen_en_toch_boete",
        {"conclusie.uitkomst": "boete", "boete.dringende_redenen": True},
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
    ),
    (
        "s13.voorwaarde_niet_haalbaar",
        {"conclusie.voorwaarden": "Elke maand bellen."},
        {"conclusie.voorwaarden_haalbaar": True},
    ),
    (
        "s14.bezwaar_zelfde_mandataris",
        {"intake.fase": "bezwaar", "toets.zelfde_mandataris": True},
        {"intake.fase": "primair"},
    ),
    (
        "s14.procedure_tekort",
        {"toets.nodig": True, "toets.begrijpelijk": False},
        {"toets.begrijpelijk": True},
    ),
    ("s14.zwaar_zonder_tweede_lezer", {"toets.nodig": False}, {"toets.nodig": True}),
    (
        "s14.ander_oordeel",
        {"toets.nodig": True, "toets.afwijkend": "Ik zou waarschuwen."},
        {"toets.afwijkend": None},
    ),
    (
        "s15.geen_contactpersoon",
        {"bekend.wijze": "post"},
        {"bekend.contactpersoon": "Behandelaar A, 020 000 00 00"},
    ),
    (
        "s15.digitaal_past_niet",
        {"bekend.wijze": "digitaal", "omstandigheden.gebieden": ("taal_digitaal",)},
        {"bekend.wijze": "post"},
    ),
    ("s15.niet_uitgelegd", {"bekend.uitgelegd": False}, {"bekend.uitgelegd": True}),
    (
        "s15.betalen_duurt_te_lang",
        {
            "conclusie.uitkomst": "boete",
            "bekend.betaalwijze": "termijnen",
            "verwijtbaarheid.graad": "normale_verwijtbaarheid",
            "bekend.betaaltermijn": 13,
        },
        {"bekend.betaaltermijn": 12},
    ),
    (
        "s16.gegrond_niet_besproken",
        {"opvolging.bezwaar_uitkomst": "gegrond", "opvolging.geleerd": False},
        {"opvolging.geleerd": True},
    ),
]
