"""Packages that carry a dossier to another laptop: archive limits, strict JSON, encryption."""
