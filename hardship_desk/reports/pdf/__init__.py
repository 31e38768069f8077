"""Lays out documents as tagged PDF."""
