"""Numbered changes of the tables, as SQL; never edited after a release."""
