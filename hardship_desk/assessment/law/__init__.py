"""Law by date: packages of newer law, local rules beside the Act, what changed and how far it is known."""
