"""Opschorten, herzien en intrekken: the term of a suspension."""
