"""Invordering: what the household can miss each month, and how long paying takes."""
