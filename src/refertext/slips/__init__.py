"""Slips: lines of text, each of which says one fact, and what they come to in the records of a group. Pure.

A line is read by the grammar, understood against the group, and filed by `drafts.filing`.
"""

from refertext.slips.grammar import read_slip
from refertext.slips.readings import Reading, Unclear, Understood, all_readings, readings, unclear_places
from refertext.slips.section import Line, without_log
from refertext.slips.sheets import Sheet, sheets
from refertext.slips.slip import Fault, Slip

__all__ = [
    "Fault",
    "Line",
    "Reading",
    "Sheet",
    "Slip",
    "Unclear",
    "Understood",
    "all_readings",
    "read_slip",
    "readings",
    "sheets",
    "unclear_places",
    "without_log",
]
