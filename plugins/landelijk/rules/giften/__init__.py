"""Gifts and means: what is free by law or policy, and what the judgement of one case leaves."""
