"""How the places begin under which something is kept beside the dossiers and is no draft."""

from __future__ import annotations

WRITTEN_COPY = "werkkopie/"
OWN_TEXT = "tekstblok/"
