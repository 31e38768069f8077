"""Where everything lives on this machine. Nothing here makes a file or a folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

DATA_VARIABLE = "HARDSHIP_DESK_DATA"
_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of this user's data: HARDSHIP_DESK_DATA, or else the place the system gives."""
    chosen = os.environ.get(DATA_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path("hardship-desk", appauthor=False)


def vault_path() -> Path:
    """The database with real dossiers."""
    return data_folder() / "kluis" / "dossiers.db"


def practice_vault_path() -> Path:
    """The database with dossiers to practise on; stands apart from real work."""
    return data_folder() / "oefenkluis" / "oefendossiers.db"


def organisation_path() -> Path:
    """The file with what an organisation has set."""
    return data_folder() / "organisatie.toml"


def templates_folder() -> Path:
    """The Word templates for letters that municipalities made; it need not be there.

    `brief.docx` is for every municipality, `brief-GM0363.docx` for the one of that code alone.
    """
    return data_folder() / "sjablonen"


def policy_paths() -> tuple[Path, ...]:
    """Where the policy of the organisation may stand; the one of the whole machine comes first."""
    machine = platformdirs.site_config_path("hardship-desk", appauthor=False)
    return (machine / "beleid.toml", data_folder() / "beleid.toml")


def log_path() -> Path:
    """The file with technical messages, without any content of a dossier."""
    return data_folder() / "logboek" / "hardship-desk.log"


def resources_folder(package: Path = _PACKAGE) -> Path:
    """The questions, texts, icons and fonts that come with the program."""
    return _shipped(package, "resources", "questionnaires")


def checker_path() -> Path:
    """The program that checks an exported audit log with Python alone."""
    return resources_folder() / "logboek" / "controleer_logboek.py"


def plugins_folder(package: Path = _PACKAGE) -> Path:
    """The rules that come with the program: national law and the municipalities."""
    return _shipped(package, "plugins", "landelijk")


def added_plugins_folders() -> tuple[Path, ...]:
    """Where plugins can be added: for the whole machine, and for this user."""
    machine = platformdirs.site_data_path("hardship-desk", appauthor=False)
    return (machine / "plugins", data_folder() / "plugins")


def law_packages_folder() -> Path:
    """Where packages of law lie that were taken in."""
    return data_folder() / "wetspakketten"


def _shipped(package: Path, name: str, holds: str) -> Path:
    inside = package / name
    return inside if (inside / holds).is_dir() else package.parent / name
