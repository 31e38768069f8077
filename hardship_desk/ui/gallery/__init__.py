"""Pictures of every page, dialog and state, and the scenes that bring the window there."""
