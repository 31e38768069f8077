"""Writes documents for Word and LibreOffice."""
