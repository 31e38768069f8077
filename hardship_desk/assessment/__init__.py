"""Runs the rules of plugins, raises flags, and says what is still missing."""
