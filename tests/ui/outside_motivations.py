"""Ten invented motivations from elsewhere: what each says, thinly says, and leaves out."""

from __future__ import annotations

from dataclasses import dataclass

Said = tuple[str, str]
"""The first words of an element's question, and the sentence that speaks of it."""

BOETE: tuple[Said, ...] = (
    ("Moest deze inwoner begrijpen", "In de brief van 3 maart staat dat u werk moet doorgeven."),
    ("Wanneer is het alsnog", "U gaf het werk pas door nadat wij ernaar vroegen."),
    ("Staat de schending vast", "U werkte van maart tot en met mei en gaf dat niet door."),
    ("Hoeveel is juist", "Daardoor betaalden wij u € 1.200 te veel."),
    ("Welke mate van verwijt", "Wij zien geen opzet; u wist wel dat het moest."),
    ("Is de boete binnen", "U kunt de boete betalen in zes maanden van € 50."),
    ("Is een lagere boete", "Een lagere boete past niet, omdat het drie maanden duurde."),
    ("Kreeg de inwoner het rapport", "Het rapport zat bij de uitnodiging voor het gesprek."),
    ("Is de inwoner gehoord", "Op 2 juni gaf u uw mening in een gesprek met ons."),
    ("Staat het artikel erbij", "Dit staat in artikel 18a van de Participatiewet."),
    ("Staat in de brief hoe", "U kunt tot zes weken na de verzending bezwaar maken."),
    ("Wat maakt deze overtreding", "Het ging om een kleine baan in een café, op naam betaald."),
)
TERUGVORDERING: tuple[Said, ...] = (
    ("Moest deze inwoner begrijpen", "U tekende voor de regels over het doorgeven van geld."),
    ("Kwam het te veel juist", "Had u het loon gemeld, dan was de uitkering lager geweest."),
    ("Is alleen dat deel", "Wij tellen alleen de maanden april en mei mee."),
    ("Wat doet de terugvordering", "Door het terugbetalen houdt u minder over voor uw kinderen."),
    ("Had de gemeente het eerder", "Wij kregen het signaal in juli en stopten de betaling direct."),
    ("Spelen gezondheid", "U volgt schuldhulp; wij overlegden met uw begeleider."),
    ("Past alles laten", "Wij vorderen de helft terug, omdat de rest u te zwaar valt."),
    ("Staat het artikel erbij", "Dit staat in artikel 58 van de Participatiewet."),
    ("Begrijpt de inwoner waarom", "Wij leggen hieronder per maand uit hoe het bedrag ontstond."),
    ("Staat in de brief hoe", "Bezwaar maken kan tot zes weken na deze brief."),
)
BIJSTAND: tuple[Said, ...] = (
    ("Wat is onderzocht", "Wij bekeken uw offerte en uw bankafschriften van drie maanden."),
    ("Kan de inwoner die regeling", "De zorgverzekering vergoedt deze bril niet."),
    ("Dekt de regeling deze kosten", "De verzekering dekt alleen glazen vanaf een sterkte van 10."),
    ("Staat het artikel erbij", "Dit staat in artikel 35 van de Participatiewet."),
    ("Begrijpt de inwoner waarom", "Zonder bril kunt u uw werk niet doen; daarom telt dit mee."),
    ("Wegen de nadelen op", "De kosten zijn hoger dan u in een jaar kunt sparen."),
    ("Staat in de brief hoe", "U kunt bezwaar maken; onderaan staat hoe."),
)


@dataclass(frozen=True)
class Piece:
    """One motivation: its file, kind, what it says, what it says too thinly, and what it lacks."""

    file: str
    kind: str
    pool: tuple[Said, ...]
    lacks: tuple[int, ...]
    thin: tuple[int, ...] = ()

    @property
    def said(self) -> tuple[tuple[int, Said], ...]:
        """What stands in it, in order."""
        return tuple((at, item) for at, item in enumerate(self.pool) if at not in self.lacks)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its text."""
        return tuple(sentence for _, (_, sentence) in self.said)


PIECES: tuple[Piece, ...] = (
    Piece("gewoon.docx", "boete", BOETE, lacks=(8,), thin=(4,)),
    Piece("met-koppen.docx", "boete", BOETE, lacks=(5, 6)),
    Piece("in-tabellen.docx", "boete", BOETE, lacks=(4, 7, 11), thin=(5,)),
    Piece("genummerd.docx", "boete", BOETE, lacks=(3, 9)),
    Piece("nagekeken.docx", "boete", BOETE, lacks=(1, 2), thin=(6, 8)),
    Piece("tekstvakken.docx", "terugvordering", TERUGVORDERING, lacks=(3, 5), thin=(6,)),
    Piece("losse-woorden.docx", "terugvordering", TERUGVORDERING, lacks=(4,)),
    Piece("strict.docx", "terugvordering", TERUGVORDERING, lacks=(1, 2, 7), thin=(0,)),
    Piece("elders-met-noot.docx", "bijzondere_bijstand", BIJSTAND, lacks=(1,), thin=(5,)),
    Piece("oud.txt", "bijzondere_bijstand", BIJSTAND, lacks=(0, 6)),
)
