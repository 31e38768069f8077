"""The case file: a dossier as TOML, for the command line, examples, tests and training."""
