"""Due: everything that is owed, of every topic, the cheapest first.

A debt is what somebody can still do for others: it was promised, agreed on, or somebody waits for it. What `check`
finds of that kind is owed here, and rule and debt share one definition (`Owed.rule`). What else it finds is no debt: a
slip in a file, which whoever sees it corrects; what is over and can only be talked about; what all have to decide
together, by no day. tests/rules/test_due.py places each rule on one side.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from refertext.group import Group
from refertext.insights.debts.actions import actions
from refertext.insights.debts.beginnings import beginnings
from refertext.insights.debts.candidates import candidates
from refertext.insights.debts.concerns import concerns
from refertext.insights.debts.contacts import contacts
from refertext.insights.debts.decisions import decisions
from refertext.insights.debts.details import details
from refertext.insights.debts.guides import guides
from refertext.insights.debts.minutes import minutes
from refertext.insights.debts.newcomers import newcomers
from refertext.insights.debts.news import news
from refertext.insights.debts.one_at_a_time import one_at_a_time
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.paperwork import paperwork
from refertext.insights.debts.plans import plans
from refertext.insights.debts.questions import questions
from refertext.insights.debts.shortfalls import shortfalls
from refertext.insights.debts.thanks import thanks
from refertext.insights.debts.waived import is_excused

TOPICS = (
    actions,
    beginnings,
    candidates,
    concerns,
    contacts,
    decisions,
    details,
    guides,
    minutes,
    newcomers,
    news,
    one_at_a_time,
    paperwork,
    plans,
    questions,
    shortfalls,
    thanks,
)
"""What can be owed; each gives all open debts of its kind."""


def debts(group: Group) -> tuple[Owed, ...]:
    """Everything that is owed on the as-of day, but what a waiver excuses: what takes least first; of that what is late
    first, before all what somebody waits for; then what is due first.
    """
    return group.once(_debts)


def _debts(group: Group) -> tuple[Owed, ...]:
    found = [owed for topic in TOPICS for owed in topic(group) if not is_excused(group, owed)]
    return tuple(sorted(found, key=partial(_urgency, group.as_of)))


def _urgency(day: date, owed: Owed) -> tuple[Effort, bool, bool, date, tuple[str, ...], str, str]:
    is_late = owed.is_overdue_on(day)
    nobody_waits = is_late and not owed.to
    return owed.effort, not is_late, nobody_waits, owed.due, owed.by, owed.do, owed.place.file


def due(group: Group, until: date, member: str | None = None) -> tuple[Owed, ...]:
    """What is due by a day; of one member, what they owe and what is owed to them."""
    return tuple(
        owed
        for owed in debts(group)
        if owed.due <= until and (member is None or member in owed.by or member in owed.to)
    )
