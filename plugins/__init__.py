"""Rules as plugins: national law first, then the municipalities."""
