"""Measures: named numbers computed from the group, each with one definition and the records it counted."""

from refertext.measures.facts import Facts, facts
from refertext.measures.measure import Amount, Measure, Result, Unit, Value
from refertext.measures.subject import GROUP, Kind, Subject, a_member, a_pair
from refertext.measures.timeline import Event
from refertext.measures.window import Window

__all__ = [
    "GROUP",
    "Amount",
    "Event",
    "Facts",
    "Kind",
    "Measure",
    "Result",
    "Subject",
    "Unit",
    "Value",
    "Window",
    "a_member",
    "a_pair",
    "facts",
]
