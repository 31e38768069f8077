"""Copies of a vault: made, tested, kept in time, put back."""
