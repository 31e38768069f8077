"""Starts the program: `hardship-desk`, or `python -m hardship_desk`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

WORKER = "--worker"
SPELLING = "--spelling"


def program() -> int:
    """Run as a program of its own: what goes wrong is told without the words of a dossier.

    A worker, which runs the rules of a plugin or checks spelling, loads nothing else of the program.
    """
    if sys.argv[1:] == [WORKER]:
        from hardship_desk.assessment.plugins.worker import serve

        return serve()
    if sys.argv[1:2] == [SPELLING]:
        from pathlib import Path

        from hardship_desk.documents.spelling_worker import serve as check_spelling

        return check_spelling(Path(sys.argv[2]))
    from hardship_desk.cli.crash import install, plainly

    install()
    return plainly(main)


def main(argv: list[str] | None = None) -> int:
    """Do what was asked; the code with which the program ends."""
    from hardship_desk.cli.arguments import read_arguments
    from hardship_desk.config.unfinished import sweep_unfinished

    arguments = read_arguments(sys.argv[1:] if argv is None else argv)
    sweep_unfinished()
    words = {
        "assess": _without_window,
        "voorbeeld": _without_window,
        "vergelijk": _without_window,
        "brief": _letter,
        "sjabloon": _template,
        "functionaris": _officer,
        "verify": _verify,
        "plugins": _plugins,
        "wetspakket": _wetspakket,
        "organisatie": _settings,
        "gallery": _gallery,
    }
    return words.get(arguments.word, _window)(arguments)


def _without_window(arguments: Namespace) -> int:
    from hardship_desk.bootstrap import assess_tools
    from hardship_desk.cli.assess import assess_examples, assess_file
    from hardship_desk.cli.compare import compare_file

    tools = assess_tools()
    try:
        if arguments.word == "vergelijk":
            return compare_file(tools, arguments.case, arguments.gemeente)
        if arguments.word == "voorbeeld":
            return assess_examples(tools, arguments.out)
        also = tuple(dict.fromkeys(arguments.vorm))
        return assess_file(tools, arguments.case, arguments.out, as_json=arguments.json, also=also)
    finally:
        tools.close()


def _letter(arguments: Namespace) -> int:
    from hardship_desk.bootstrap import letter_run
    from hardship_desk.cli.letter import make_letter

    tools = letter_run()
    try:
        return make_letter(tools, arguments)
    finally:
        tools.close()


def _template(arguments: Namespace) -> int:
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.cli.template import check_template, list_templates, new_template
    from hardship_desk.config.paths import resources_folder
    from hardship_desk.paper_setup import template_tools

    tools = template_tools(Texts.load_folder(resources_folder() / "texts"))
    if arguments.action == "lijst":
        return list_templates(tools)
    work = check_template if arguments.action == "check" else new_template
    return work(tools, arguments.path)


def _officer(arguments: Namespace) -> int:
    from getpass import getpass

    from hardship_desk.bootstrap import officer_tools
    from hardship_desk.cli.officer import make_officer

    return make_officer(officer_tools(), arguments.file, getpass)


def _verify(arguments: Namespace) -> int:
    from contextlib import ExitStack
    from getpass import getpass

    from hardship_desk.bootstrap import Desks, open_own_as, verify_tools
    from hardship_desk.cli.verify import verify_package
    from hardship_desk.services.contacts import ContactService

    with ExitStack() as opened:

        def contacts(passphrase: str) -> ContactService:
            desks = Desks()
            opened.callback(desks.close)
            return open_own_as(desks, arguments.gebruiker, passphrase).packages.contacts

        tools = verify_tools(contacts=contacts if arguments.kluis else None)
        opened.callback(tools.close)
        return verify_package(tools, arguments.package, getpass)


def _plugins(arguments: Namespace) -> int:
    from hardship_desk.cli.plugins import run_plugins
    from hardship_desk.plugin_setup import plugin_tools

    return run_plugins(plugin_tools(), arguments)


def _settings(arguments: Namespace) -> int:
    from hardship_desk.cli.organisatie import run_organisatie
    from hardship_desk.plugin_setup import settings_tools

    return run_organisatie(settings_tools(), arguments)


def _wetspakket(arguments: Namespace) -> int:
    from contextlib import ExitStack

    from hardship_desk.bootstrap import Desks
    from hardship_desk.cli.wetspakket import run_wetspakket
    from hardship_desk.law_setup import package_tools
    from hardship_desk.services.law_work import LawWork

    with ExitStack() as opened:

        def work(passphrase: str) -> LawWork:
            desks = Desks()
            opened.callback(desks.close)
            return desks.open_own(passphrase).law_work

        return run_wetspakket(package_tools(work), arguments)


def _gallery(arguments: Namespace) -> int:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from hardship_desk.bootstrap import Desks
    from hardship_desk.ui.dress.language import Language
    from hardship_desk.ui.gallery.pictures import render_gallery

    with TemporaryDirectory() as folder:
        place = Path(folder)
        desks = Desks(practice_vault=place / "oefening.db", own_vault=place / "eigen.db")
        language = Language(arguments.taal)
        return render_gallery(desks.practice(), arguments.folder, desks=desks, language=language)


def _window(arguments: Namespace) -> int:
    from hardship_desk.config.first_window import FirstWindow
    from hardship_desk.config.paths import data_folder

    first = FirstWindow(data_folder())
    if not first.claim():
        from hardship_desk.cli.second_start import raise_first

        return raise_first(first)
    from hardship_desk.ui.running.quick_start import load_qt

    load_qt()
    from hardship_desk.bootstrap import Desks
    from hardship_desk.ui.application import run_program

    try:
        desks = Desks(safe_start=arguments.veilig)
        own = arguments.word == "kluis"
        return run_program(desks, desks.texts, sys.argv[:1], own=own, first=first)
    finally:
        first.close()


if __name__ == "__main__":
    sys.exit(program())
