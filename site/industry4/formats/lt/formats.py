"""Thousands are kept apart by a space; Django's full stop reads as a decimal point."""

THOUSAND_SEPARATOR = "\N{NO-BREAK SPACE}"
