"""Voorschot (Participatiewet 52) and bijstand over the time before the melding (44)."""
