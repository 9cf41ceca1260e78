"""What a member's own page is made of: tasks by what they take, and how the member stands in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from refertext.commitments import Outcome
from refertext.insights.debts.owed import Owed
from refertext.records import Agreement
from refertext.reports.due import TITLES
from refertext.reports.verdicts import Told
from refertext.site.days import in_days
from refertext.site.places import record_page
from refertext.site.site import Site
from refertext.site.tasks import Task, task

_URGENCY = ("missed", "at risk")


@dataclass(frozen=True, slots=True)
class Effort:
    """What takes about as much: a title, and the tasks."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """How a member stands: kept, at risk, missed and so on, in words, and what it takes to keep it, or why it is too
    early to say; where that was agreed, and its page.
    """

    outcome: str
    said: str
    mend: str
    agreement: str
    to: str


def efforts(site: Site, owed: Iterable[Owed]) -> Iterator[Effort]:
    """What is owed, the cheapest first, by what it takes."""
    for effort, those in groupby(owed, key=lambda one: one.effort):
        yield Effort(TITLES[effort], tuple(task(site, one) for one in those))


def commitments(site: Site, found: Iterable[Told]) -> list[Commitment]:
    """How a member stands, what needs a deed first."""
    return sorted((_commitment(site, one) for one in found), key=_urgency)


def _commitment(site: Site, one: Told) -> Commitment:
    record, number = one.verdict.record, one.verdict.path[1]
    rule = record.commitments[number].rule if isinstance(record, Agreement) and isinstance(number, int) else None
    agreement = record.title if isinstance(record, Agreement) else "the partnership"
    is_early = one.verdict.outcome is Outcome.TOO_EARLY and one.verdict.why not in one.said
    mend = one.verdict.why if is_early else one.mend
    return Commitment(one.label, in_days(one.said), "" if rule else in_days(mend), agreement, record_page(site, record))


def _urgency(one: Commitment) -> int:
    return _URGENCY.index(one.outcome) if one.outcome in _URGENCY else len(_URGENCY)
