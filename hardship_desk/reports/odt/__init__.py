"""Writes documents as OpenDocument text, with the standard library alone."""
