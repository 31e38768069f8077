"""National law as a plugin."""
