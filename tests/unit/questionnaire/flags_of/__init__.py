"""For each decision type the situations in which its flags fire, and stop."""
