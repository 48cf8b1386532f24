"""Screening: editors read the entries of an edition, and let them through, ask, or refuse."""
