"""Terugvordering: how the amount comes about, and what bears on it."""
