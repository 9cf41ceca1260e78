"""Due: everything that is owed, of every topic, the cheapest first."""

from __future__ import annotations

from datetime import date

from refertext.group import Group
from refertext.insights.debts.actions import actions
from refertext.insights.debts.candidates import candidates
from refertext.insights.debts.concerns import concerns
from refertext.insights.debts.evaluations import evaluations
from refertext.insights.debts.newcomers import newcomers
from refertext.insights.debts.news import news
from refertext.insights.debts.one_to_ones import one_to_ones
from refertext.insights.debts.owed import Owed
from refertext.insights.debts.paperwork import paperwork
from refertext.insights.debts.plans import plans
from refertext.insights.debts.questions import questions
from refertext.insights.debts.reviews import reviews
from refertext.insights.debts.shortfalls import shortfalls
from refertext.insights.debts.thanks import thanks
from refertext.insights.partners.stagnation import stagnation

TOPICS = (
    actions,
    candidates,
    concerns,
    evaluations,
    newcomers,
    news,
    one_to_ones,
    paperwork,
    plans,
    questions,
    reviews,
    shortfalls,
    stagnation,
    thanks,
)
"""What can be owed; each gives all open debts of its kind."""


def debts(group: Group) -> tuple[Owed, ...]:
    """Everything that is owed on the as-of day: what takes least first, then what is due first."""
    return group.once(_debts)


def _debts(group: Group) -> tuple[Owed, ...]:
    found = [owed for topic in TOPICS for owed in topic(group)]
    return tuple(sorted(found, key=lambda owed: (owed.effort, owed.due, owed.by, owed.do, owed.place.file)))


def due(group: Group, until: date, member: str | None = None) -> tuple[Owed, ...]:
    """What is due by a day; of one member, what they owe and what is owed to them."""
    return tuple(
        owed
        for owed in debts(group)
        if owed.due <= until and (member is None or member in owed.by or member in owed.to)
    )
