"""The sections of the report, one module each; every one turns a snapshot into blocks."""
