"""What a member's own page is made of: tasks by what they take, and how the member stands in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from refertext.commitments import Outcome
from refertext.insights.debts.owed import Owed
from refertext.records import Agreement
from refertext.reports.due import TITLES
from refertext.reports.verdicts import Told
from refertext.rules.registry import all_rules
from refertext.site.evidence import record_of, record_page
from refertext.site.links import correction
from refertext.site.people import Person, people
from refertext.site.site import Site

_URGENCY = ("missed", "at risk")
_FOUND = {Outcome.MISSED: "found among what is to be mended", Outcome.KEPT: "nothing found of this"}


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is owed: by and to whom, nobody in particular where empty; what to do by when, what to write then,
    the record it is about, empty where the site does not show it, and where that is corrected.
    """

    by: tuple[Person, ...]
    to: tuple[Person, ...]
    do: str
    due: date
    days_late: int
    write: str
    record: str
    file: str
    correction: str


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


def task(site: Site, owed: Owed) -> Task:
    """Something that is owed."""
    record = record_of(site, owed.place.file)
    return Task(
        by=people(site, owed.by),
        to=people(site, owed.to),
        do=owed.do,
        due=owed.due,
        days_late=(site.day - owed.due).days,
        write=owed.write,
        record=record_page(site, record) if record else "",
        file=owed.place.file,
        correction=correction(site, record) if record else site.forge.edit(owed.place.file) if site.forge else "",
    )


def commitments(site: Site, found: Iterable[Told]) -> list[Commitment]:
    """How a member stands, what needs a deed first."""
    return sorted((_commitment(site, one) for one in found), key=_urgency)


def _commitment(site: Site, one: Told) -> Commitment:
    record, number = one.verdict.record, one.verdict.path[1]
    rule = record.commitments[number].rule if isinstance(record, Agreement) and isinstance(number, int) else None
    said = f"{_FOUND.get(one.verdict.outcome, 'not looked for yet')}: “{all_rules()[rule].title}”" if rule else one.said
    agreement = record.title if isinstance(record, Agreement) else "the partnership"
    is_early = one.verdict.outcome is Outcome.TOO_EARLY and one.verdict.why not in one.said
    mend = one.verdict.why if is_early else one.mend
    return Commitment(one.label, said, "" if rule else mend, agreement, record_page(site, record))


def _urgency(one: Commitment) -> int:
    return _URGENCY.index(one.outcome) if one.outcome in _URGENCY else len(_URGENCY)
