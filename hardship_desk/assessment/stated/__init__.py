"""Rules that stand in TOML and follow from answers alone."""
