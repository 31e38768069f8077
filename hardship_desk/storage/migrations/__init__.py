"""Numbered changes of the database; never edited after release."""
