"""Builds the report and the letter as blocks; knows no PDF."""
