"""Locks the window: after a while, before sleep, with the desktop, and on request."""
