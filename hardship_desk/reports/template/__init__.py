"""Letters in the Word template of a municipality, filled where nothing can act."""
