"""English as it is written in Europe: the day before the month, 24 hours."""
