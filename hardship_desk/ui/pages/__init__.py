"""The pages with their presenters: of the start, of a dossier, for reading, and without a dossier."""
