"""Judging: who sits on the jury, what jurors read and score, and how far they are."""
