"""Webhooks: the entries of the log of changes, sent to whoever asked for them."""
