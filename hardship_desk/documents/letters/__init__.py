"""The parts of the letter to the resident."""
