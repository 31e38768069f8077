"""What is typed on the way from a new dossier to a decision."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hardship_desk.ui.running.background import finish_running_work
from tests.ui.typist import CONTROL, Given, Typist

WARNING: dict[str, Given] = {
    "intake.aanleiding": "De zoon vertrok op 1 juni. De inwoner meldde dat op 21 juni.",
    "intake.meldplicht_dag": "08-06-2026",
    "intake.raakt": ("geen",),
    "regel.doel": "De gemeente moet weten wie er in huis woont.",
    "regel.kenbaar": "ja",
    "regel.zelf_bekend": "nee",
    "poort.beletsel": ("geen",),
    "horen.zienswijze_gegeven": "ja",
    "horen.zienswijze": "De inwoner vergat het en meldde het daarna zelf.",
    "benadeling.soort": "geen",
    "herstel.uit_eigen_beweging": "ja",
    "herstel.datum": "21-06-2026",
    "waarschuwing.eerder": "nee",
    "verwijtbaarheid.graad": "normale_verwijtbaarheid",
    "belangen.kern": "De inwoner wil rust, de gemeente wil tijdige meldingen.",
    "evenredigheid.slotsom": "evenredig",
    "evenredigheid.kern": "De fout is snel hersteld. Een boete is niet nodig.",
    "conclusie.uitkomst": "waarschuwing",
    "conclusie.redenen": "De inwoner meldde het zelf en kreeg niets te veel.",
}

FINE: dict[str, Given] = {
    "intake.aanleiding": "De inwoner werkte drie maanden in een winkel en gaf dit niet door.",
    "intake.soort_overtreding": "inkomsten",
    "intake.meldplicht_dag": "31-01-2026",
    "intake.signaal": "gegevens_vergeleken",
    "intake.gewenst_effect": "De inwoner wil blijven werken.",
    "intake.fase": "primair",
    "intake.rapport_datum": "24-08-2026",
    "regel.doel": "De gemeente moet weten wat iemand nodig heeft.",
    "regel.kenbaar": "ja",
    "regel.zelf_bekend": "nee",
    "poort.beletsel": ("geen",),
    "regel.bevoegdheid": "gebonden",
    "regel.bevoegd": "ja",
    "horen.zienswijze_gegeven": "ja",
    "horen.zienswijze": "De inwoner dacht dat het mocht.",
    "horen.wijze": "mondeling",
    "horen.datum": "18-05-2026",
    "horen.cautie": "ja",
    "horen.rapport_meegestuurd": "ja",
    "horen.rapporteur_besluit": "nee",
    "horen.reactie": "Wij volgen de inwoner voor een deel.",
    "omstandigheden.gebieden": ("gezin_kinderen", "schulden"),
    "omstandigheden.gezin_kinderen": "De inwoner zorgt alleen voor haar dochter.",
    "omstandigheden.schulden": "Er is een schuld bij de energieleverancier.",
    "omstandigheden.kinderen": "ja",
    "omstandigheden.kinderbelang": "Er blijft genoeg over voor school en eten.",
    "doenvermogen.kennen": "deels",
    "doenvermogen.kunnen": "deels",
    "doenvermogen.willen": "ja",
    "doenvermogen.toelichting": "De inwoner kende de plicht, maar las een grens.",
    "doenvermogen.uitleg": "gegeven_niet_aangetoond",
    "benadeling.soort": "ingevoerd",
    "benadeling.bedrag": "2.130,00",
    "herstel.uit_eigen_beweging": "nee",
    "waarschuwing.eerder": "nee",
    "verwijtbaarheid.feiten": "Drie maanden loon niet doorgegeven.",
    "verwijtbaarheid.aandeel_gemeente": "ja",
    "verwijtbaarheid.aandeel_gemeente_tekst": "De brief was onvolledig.",
    "verwijtbaarheid.verminderd_gronden": ("mede_gemeente",),
    "verwijtbaarheid.graad": "verminderde_verwijtbaarheid",
    "recidive.eerdere_sanctie": "nee",
    "draagkracht.leefvorm": "alleenstaande_21_aow",
    "draagkracht.niveau": "bijstand",
    "draagkracht.vermogen": "0",
    "draagkracht.peildatum": "12-10-2026",
    "draagkracht.schulden": [
        {"schuld": "Energie", "bedrag": "640,00", "per_maand": "25,00", "soort": "regeling"}
    ],
    "botsend.gezocht_bij": "Belastingdienst",
    "botsend.gevonden": "nee",
    "belangen.rooster": [
        {
            "wie": "inwoner",
            "belang": "Rondkomen",
            "termijn": "kort",
            "zwaarte": "zwaar",
            "omkeerbaar": "ja",
        }
    ],
    "belangen.onomkeerbaar_gevolg": ("geen",),
    "alternatieven.milder": "volstaat_niet",
    "evenredigheid.geschikt": "ja",
    "evenredigheid.noodzakelijk": "ja",
    "evenredigheid.evenwichtig": "ja",
    "evenredigheid.evenwichtig_tekst": "De boete past bij het verwijt.",
    "evenredigheid.slotsom": "evenredig",
    "gelijk.gezocht": "Drie eerdere boeten.",
    "conclusie.uitkomst": "boete",
    "conclusie.bedrag": "425,84",
    "conclusie.redenen": "De gemeente droeg zelf bij aan de fout.",
    "toets.nodig": "nee",
    "bekend.wijze": "post",
    "bekend.contactpersoon": "de heer B. Bedacht",
    "bekend.betaalwijze": "termijnen",
    "opvolging.datum": "11-01-2027",
}


def start_case(typist: Typist, number: str, weight: int, municipality: str) -> None:
    """From the list to the first question of a new dossier."""
    typist.press(Qt.Key.Key_N, CONTROL)
    typist.wait()
    typist.type(number)
    typist.tab()
    typist.type(municipality)
    typist.tab()
    typist.back_to_window()
    typist.type("Getypt dossier")
    typist.tab()
    typist.type("Boete")
    typist.tab()
    typist.type("inwoner 1")
    for day in ("12-10-2026", "05-01-2026", "31-03-2026"):
        typist.tab()
        typist.type(day)
    typist.tab()
    if weight:
        typist.type(str(weight + 1))
    else:
        typist.type("k")
    typist.tab()
    typist.type("Dit past bij de zaak.")
    typist.tab()
    typist.press(Qt.Key.Key_Return)
    typist.wait(50)


def go_to_part(typist: Typist, place: int) -> None:
    """At the decision: into the part with this place in the list."""
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.wait(50)
    typist.press(Qt.Key.Key_Home)
    typist.press(Qt.Key.Key_Down, times=place)
    typist.press(Qt.Key.Key_Return)
    typist.wait()


def adopt(typist: Typist, name: str, mandaat: str) -> None:
    """Adopt the decision."""
    go_to_part(typist, 4)
    typist.type(name)
    typist.tab()
    typist.type(mandaat)
    typist.tab(2)
    typist.press(Qt.Key.Key_Return)
    typist.wait(50)


def answer_flags(typist: Typist) -> None:
    """At the decision: answer every flag that asks for a word."""
    go_to_part(typist, 1)
    for _ in range(40):
        name = typist.focus().accessibleName()
        if not name.startswith(("Naar stap", "Uw antwoord", "Antwoord opslaan")):
            return
        if name.startswith("Uw antwoord") and not typist.text():
            typist.type("Dit is bekeken en telt niet mee.")
        typist.tab()
        typist.wait()


def export(typist: Typist, folder: str) -> None:
    """Write report and letter below a folder."""
    typist.press(Qt.Key.Key_E, CONTROL)
    typist.wait(200)
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type(folder)
    typist.press(Qt.Key.Key_Return)
    finish_running_work()  # the files are made beside the window
    typist.wait(200)
