"""Failures of the surroundings, named by a code; the sentence for the user stands elsewhere."""

from __future__ import annotations


class HardshipDeskError(Exception):
    """Something outside our code went wrong. Holds a code and harmless parameters, no sentences."""

    def __init__(self, code: str, **parameters: str) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


class VaultError(HardshipDeskError):
    """The vault cannot be opened, read or written."""


class WriteError(HardshipDeskError):
    """A file cannot be written; the earlier file is still whole."""


class PluginError(HardshipDeskError):
    """A plugin cannot be loaded."""


class PackageError(HardshipDeskError):
    """A package cannot be read, made, signed or rolled back; nothing was taken in."""
