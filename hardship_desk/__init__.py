"""Hardship Desk: a structured, offline assessment of hardship under the Participatiewet."""
