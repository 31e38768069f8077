"""Work beside the window and in small turns, so that nothing holds it."""
