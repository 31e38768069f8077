"""Files that come in from outside: case files, and what an organisation fills in."""
