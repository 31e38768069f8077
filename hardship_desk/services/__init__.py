"""Use cases, and the ports that storage, reports and exchange fulfil."""
