"""Questions, steps, routes and decision types: data that is read from TOML and checked once."""
