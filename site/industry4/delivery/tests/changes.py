"""Entries of the log of changes."""

from ecosystem.tests.api import ROOT

CHANGES = f"{ROOT}changes/"


def said(entries):
    """What became of which pages."""
    return {(entry["action"], entry["id"]) for entry in entries}
