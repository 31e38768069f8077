"""What can be typed after `hardship-desk`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.wrong_arguments import what_is_wrong
from hardship_desk.config.paths import resources_folder

USAGE = 2
_USAGE_TEXT = """Gebruik: python3 desk.py run [--veilig] [assess ZAAK.toml --out MAP [--json] [--vorm docx|odt] |
                               voorbeeld --out MAP | vergelijk ZAAK.toml GEMEENTE | functionaris BESTAND | verify PAKKET]

Is het programma geïnstalleerd, dan heet de opdracht hardship-desk in plaats van python3 desk.py run.

zonder woord   open het venster: met uw eigen kluis, of met de oefendossiers zolang u er geen hebt
kluis          open het venster met uw eigen kluis, of maak die
assess         beoordeel een casusbestand en schrijf motivering, brief en zaak.json in MAP;
               --vorm docx of --vorm odt geeft de motivering ook als bestand om te bewerken
brief          noem de brieven bij een casusbestand, of maak er een: ZAAK.toml [--soort NAAM] [--besluit ID]
               [--naam NAAM] [--adres ADRES] [--verzonden DATUM] [--veld NAAM=TEKST ...]
               [--vorm docx|odt|pdf|html|sjabloon] [--out MAP]; \\n in een adres of tekst is een nieuwe regel
sjabloon       check BESTAND: kijk een Word-sjabloon voor brieven na; nieuw BESTAND: maak er een om mee te beginnen;
               lijst: noem de sjablonen die er zijn, voor welke gemeente, en wat eraan mankeert
functionaris   maak een sleutel voor een functionaris van de organisatie, in BESTAND
vergelijk      zeg wat in een zaak verandert als zij in een andere gemeente speelt; schrijft niets
voorbeeld      beoordeel de dossiers die als voorbeeld meekomen
plugins        list | check PAD | new GEMEENTE [--out MAP] [--id ID] [--code] | test PAD |
               pack PAD [--out MAP] |
               sign --key SLEUTEL (--new-key | --list LIJST [--withdraw] PAD ...)
wetspakket     list | check PAD | show PAD [--kluis] | import PAD [--kluis] | rollback |
               pack MAP [--out MAP] | sign --key SLEUTEL (--new-key | PAD)
organisatie    export PAD | sign --key SLEUTEL PAD | show PAD | import PAD
verify         zeg wie een pakket ondertekende, reken de besluiten erin opnieuw uit en zeg of er hetzelfde uitkomt:
               PAKKET [--kluis [--gebruiker NAAM]]; met --kluis opent het ook wat voor uw contactkaart is gemaakt
gallery MAP    maak van elke pagina van het venster een plaatje; met --taal en van het Engelse venster
--json         zet zaak.json ook op het scherm
--veilig       open het venster zonder de plugins van gemeenten

Einde: 0 = gelukt, 1 = fout van het programma, 2 = fout in invoer of opdracht,
       3 = er staat nog een blokkade open, of een pakket geeft iets anders, 4 = kan niet schrijven."""


class _Parser(argparse.ArgumentParser):
    """Speaks Dutch and ends with code 2."""

    @override
    def error(self, message: str) -> NoReturn:
        texts = Texts.load_folder(resources_folder() / "texts")
        wrong = what_is_wrong(message, texts)
        print(texts.get("opdrachtregel.opdracht.fout", wat=wrong), file=sys.stderr)
        raise SystemExit(USAGE)

    @override
    def format_help(self) -> str:
        return f"{_USAGE_TEXT}\n"


def read_arguments(argv: list[str]) -> argparse.Namespace:
    """The arguments as typed; ends the program with code 2 where they make no sense."""
    parser = _Parser(prog="hardship-desk", add_help=True)
    parser.set_defaults(word="venster")
    parser.add_argument("--veilig", action="store_true")
    words = parser.add_subparsers(dest="word", parser_class=_Parser, metavar="hardship-desk")
    assess = words.add_parser("assess")
    assess.add_argument("case", type=Path, metavar="ZAAK.toml")
    assess.add_argument("--out", type=Path, required=True)
    assess.add_argument("--json", action="store_true")
    assess.add_argument("--vorm", choices=("docx", "odt"), action="append", default=[])
    example = words.add_parser("voorbeeld")
    example.add_argument("--out", type=Path, required=True)
    compare = words.add_parser("vergelijk")
    compare.add_argument("case", type=Path, metavar="ZAAK.toml")
    compare.add_argument("gemeente", metavar="GEMEENTE")
    _add_letter(words.add_parser("brief"))
    _add_template(words.add_parser("sjabloon"))
    words.add_parser("kluis")
    officer = words.add_parser("functionaris")
    officer.add_argument("file", type=Path, metavar="BESTAND")
    _add_verify(words.add_parser("verify"))
    _add_plugins(words.add_parser("plugins"))
    _add_wetspakket(words.add_parser("wetspakket"))
    _add_organisatie(words.add_parser("organisatie"))
    _add_gallery(words.add_parser("gallery"))
    found = parser.parse_args(argv)
    if found.word is None:
        found.word = "venster"
    return found


def _add_gallery(parser: argparse.ArgumentParser) -> None:
    """Pictures of the window, in one of its languages."""
    parser.add_argument("folder", type=Path, metavar="MAP")
    parser.add_argument("--taal", choices=("nl", "en"), default="nl")


def _add_template(parser: argparse.ArgumentParser) -> None:
    """Word templates for letters."""
    words = parser.add_subparsers(
        dest="action", parser_class=_Parser, required=True, metavar="sjabloon-opdracht"
    )
    words.add_parser("lijst")
    for word in ("check", "nieuw"):
        words.add_parser(word).add_argument("path", metavar="PAD", type=Path)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    """Checking a package, where asked with the keys of the own vault."""
    parser.add_argument("package", type=Path, metavar="PAKKET")
    parser.add_argument("--kluis", action="store_true")
    parser.add_argument("--gebruiker", default="")


def _add_letter(parser: argparse.ArgumentParser) -> None:
    """One letter of a case file."""
    parser.add_argument("case", type=Path, metavar="ZAAK.toml")
    for name in ("soort", "besluit", "naam", "adres", "verzonden"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--veld", action="append", default=[])
    parser.add_argument(
        "--vorm", choices=("docx", "odt", "pdf", "html", "sjabloon"), default="docx"
    )
    parser.add_argument("--out", type=Path, default=Path())


def _add_plugins(parser: argparse.ArgumentParser) -> None:
    """The commands for who writes or manages plugins."""
    words = parser.add_subparsers(
        dest="plugins", parser_class=_Parser, required=True, metavar="plugins-opdracht"
    )
    words.add_parser("list")
    words.add_parser("check").add_argument("path", metavar="PAD", type=Path)
    words.add_parser("test").add_argument("path", metavar="PAD", type=Path)
    new = words.add_parser("new")
    new.add_argument("gemeente", metavar="GEMEENTE")
    new.add_argument("--out", type=Path, default=Path())
    new.add_argument("--code", action="store_true")
    new.add_argument("--id")
    pack = words.add_parser("pack")
    pack.add_argument("path", metavar="PAD", type=Path)
    pack.add_argument("--out", type=Path)
    sign = words.add_parser("sign")
    sign.add_argument("path", metavar="PAD", type=Path, nargs="*")
    sign.add_argument("--key", type=Path, required=True)
    sign.add_argument("--new-key", action="store_true")
    sign.add_argument("--list", type=Path, default=Path("plugins-lijst.json"))
    sign.add_argument("--publisher", default="")
    sign.add_argument("--withdraw", action="store_true")


def _add_wetspakket(parser: argparse.ArgumentParser) -> None:
    """The commands for who makes, hands out or takes in newer law."""
    words = parser.add_subparsers(
        dest="wetspakket", parser_class=_Parser, required=True, metavar="wetspakket-opdracht"
    )
    words.add_parser("list")
    words.add_parser("rollback")
    words.add_parser("check").add_argument("path", metavar="PAD", type=Path)
    for word in ("show", "import"):
        parser_of_word = words.add_parser(word)
        parser_of_word.add_argument("path", metavar="PAD", type=Path)
        parser_of_word.add_argument("--kluis", action="store_true")
    pack = words.add_parser("pack")
    pack.add_argument("path", metavar="PAD", type=Path)
    pack.add_argument("--out", type=Path)
    sign = words.add_parser("sign")
    sign.add_argument("path", metavar="PAD", type=Path, nargs="?")
    sign.add_argument("--key", type=Path, required=True)
    sign.add_argument("--new-key", action="store_true")


def _add_organisatie(parser: argparse.ArgumentParser) -> None:
    """The commands for giving the settings of an organisation to its other laptops."""
    words = parser.add_subparsers(
        dest="organisatie", parser_class=_Parser, required=True, metavar="organisatie-opdracht"
    )
    for word in ("export", "show", "import", "sign"):
        words.add_parser(word).add_argument("path", metavar="PAD", type=Path)
    words.choices["sign"].add_argument("--key", type=Path, required=True)
