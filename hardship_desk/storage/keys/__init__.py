"""The key of a vault, the slots that hold it, and every way in."""
