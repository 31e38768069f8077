"""The audit chain, the log of processing and the log of law; written out for who checks them."""
