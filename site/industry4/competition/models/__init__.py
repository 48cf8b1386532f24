"""The models of the competition, one module per concept."""

from .entries import Answer, Consent, Entry, EntryFile
from .judging import Assignment, Placement, Recusal, Score, ScoreSheet, Seat
from .proceedings import Proceedings, RecordEntry, record
from .screening import Question

__all__ = [
    "Answer",
    "Assignment",
    "Consent",
    "Entry",
    "EntryFile",
    "Placement",
    "Proceedings",
    "Question",
    "RecordEntry",
    "Recusal",
    "Score",
    "ScoreSheet",
    "Seat",
    "record",
]
