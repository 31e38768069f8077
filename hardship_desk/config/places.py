"""What kind of place a folder is: on this machine, on the network, in a cloud folder or on a stick."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

_NETWORK_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "fuse.sshfs",
        "davfs",
        "fuse.rclone",
    }
)
_CLOUD_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "pcloud",
)
_STICKS = ("/media/", "/run/media/", "/mnt/usb")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


class Place(StrEnum):
    """Where a folder lies."""

    LOCAL = "hier"
    NETWORK = "netwerk"
    CLOUD = "cloud"
    REMOVABLE = "stick"

    @property
    def may_hold_a_vault(self) -> bool:
        """Whether a database can be kept there without losing what was saved."""
        return self is not Place.NETWORK

    @property
    def warning(self) -> str:
        """What to warn of, as a code; empty where there is nothing."""
        return f"plek_{self.value}" if self in (Place.CLOUD, Place.REMOVABLE) else ""


def place_of(folder: Path, mounts: str | None = None, system: str = os.name) -> Place:
    """Where a folder lies, as far as the system tells; what is unknown counts as this machine."""
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return Place.NETWORK
    if _in_a_cloud_folder(folder, os.environ):
        return Place.CLOUD
    if system == "nt":
        return _windows_place(folder)
    return _unix_place(folder, mounts if mounts is not None else _mounts())


def _in_a_cloud_folder(folder: Path, environment: Mapping[str, str]) -> bool:
    named = [value for name, value in environment.items() if name.startswith("OneDrive")]
    if any(value and folder.is_relative_to(value) for value in named):
        return True
    return any(part.casefold().startswith(_CLOUD_NAMES) for part in folder.parts)


def _windows_place(folder: Path) -> Place:
    library = getattr(ctypes, "windll", None)
    kind = library.kernel32.GetDriveTypeW(f"{folder.drive}\\") if library else 0
    return {_DRIVE_REMOTE: Place.NETWORK, _DRIVE_REMOVABLE: Place.REMOVABLE}.get(kind, Place.LOCAL)


def _unix_place(folder: Path, mounts: str) -> Place:
    """By the longest mount point above the folder."""
    resolved = os.path.realpath(folder)
    found, system = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        above = resolved == point or resolved.startswith(point.rstrip("/") + "/")
        if above and len(point) >= len(found):
            found, system = point, parts[2]
    if system in _NETWORK_SYSTEMS:
        return Place.NETWORK
    return Place.REMOVABLE if f"{found}/".startswith(_STICKS) else Place.LOCAL


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""
