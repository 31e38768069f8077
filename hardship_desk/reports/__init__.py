"""Writes documents as PDF and DOCX."""
