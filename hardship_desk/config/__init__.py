"""Where files live, and what an organisation has set."""
