"""Loads plugins of municipalities: their files, their code apart from the program, and the gate."""
