"""Sheets of jurors, written as a table."""

from ecosystem.scoring import Sheet


def sheets_of(table, criteria=("novelty",)):
    """Sheets of `{juror: {entry: score or scores}}`."""
    return [
        Sheet(juror, entry, dict(zip(criteria, scores, strict=True)))
        for juror, entries in table.items()
        for entry, given in entries.items()
        for scores in [given if isinstance(given, tuple) else (given,)]
    ]
