"""The dialogs, each with the name of what it is about."""
