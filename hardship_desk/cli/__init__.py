"""The command line: assess a case file without a window and without a vault."""
