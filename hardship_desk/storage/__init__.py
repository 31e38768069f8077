"""The encrypted vault: keys, records, migrations and repositories."""
