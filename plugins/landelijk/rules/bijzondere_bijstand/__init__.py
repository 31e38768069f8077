"""Bijzondere bijstand: the four tests of Participatiewet 35, the threshold and the draagkracht."""
