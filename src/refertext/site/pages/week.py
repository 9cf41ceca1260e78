"""My week: one page a member, to be bookmarked: what they owe and are owed, how they stand, whom to meet next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from refertext.commitments import Verdict, promise_verdicts
from refertext.insights.acquaintance import Acquaintance, longest_apart, next_round
from refertext.insights.calendar import next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.insights.overview import trends_of, verdicts_of
from refertext.measures import a_member
from refertext.records import Agreement, Member
from refertext.reports.due import TITLES
from refertext.reports.status import AHEAD
from refertext.reports.verdicts import Told, told
from refertext.rules.registry import all_rules
from refertext.site.evidence import record_of, record_page
from refertext.site.links import correction
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.pages.ranking import Scored, ranking
from refertext.site.people import Person, people, person, present
from refertext.site.site import Site

MOST_TO_MEET = 5
"""Of those whom a member has not met for longest."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A member to choose, how much they owe within two weeks, and how much of it is late; `to` is their own page."""

    who: Person
    to: str
    owes: int
    late: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """Everybody of whom there is a page."""

    members: tuple[Chosen, ...]


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
    """How a member stands: kept, at risk, missed and so on, in words, and what it takes to keep it. `agreement` is the
    page of the agreement or partnership.
    """

    outcome: str
    said: str
    mend: str
    agreement: str


@dataclass(frozen=True, slots=True)
class ToMeet:
    """Somebody to sit down with: the day of the last one-to-one, None where there was none, and whether it is their
    turn before the next meeting.
    """

    who: Person
    last: date | None
    is_next: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A member's own page. `owes` are what they owe within two weeks, the cheapest first, `owed` what others owe them.
    `score` is None where nobody scores by the group's profile; the profile's `profile` is its title, and `colours` from
    how many points on there is each.
    """

    who: Person
    next: date | None
    owes: tuple[Effort, ...]
    late: int
    owed: tuple[Task, ...]
    commitments: tuple[Commitment, ...]
    score: Scored | None
    profile: str
    colours: dict[str, int]
    numbers: tuple[Number, ...]
    to_meet: tuple[ToMeet, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is computed once for all pages."""

    verdicts: tuple[Verdict, ...]
    apart: Mapping[str, Sequence[Acquaintance]]
    round: frozenset[tuple[str, str]]
    scores: Mapping[str, Scored]
    profile: str
    colours: dict[str, int]


def week(site: Site) -> Iterator[Page]:
    """The page on which to choose a member, and that of each; none for the public."""
    if not site.is_for_members:
        return
    members, shared = present(site), _shared(site)
    view = Weeks(tuple(_chosen(site, member) for member in members))
    yield Page("week", "My week", "weeks.html", view, menu="Now", summary="What I owe, and what I am owed.")
    for member in members:
        own = _week(site, member, shared)
        yield Page(f"week/{member.id}", f"{member.name}'s week", "week.html", own, entry="week")


def _shared(site: Site) -> _Shared:
    group = site.group
    ids = [member.id for member in group.present_members if not member.was_on_leave_on(site.day)]
    apart: dict[str, list[Acquaintance]] = {}
    for pair in longest_apart(group, ids):
        for id_ in pair.members:
            apart.setdefault(id_, []).append(pair)
    order = ranking(site)
    return _Shared(
        verdicts=(*site.verdicts, *(one for one in promise_verdicts(group) if group.is_recent(one.day))),
        apart=apart,
        round=frozenset(pair.members for pair in next_round(group, ids)),
        scores={one.who.id: one for one in order.scores if one.who} if order else {},
        profile=order.title if order else "",
        colours=order.colours if order else {},
    )


def _chosen(site: Site, member: Member) -> Chosen:
    owes = _owes(site, member)
    late = sum(owed.is_overdue_on(site.day) for owed in owes)
    return Chosen(person(site, member.id), f"week/{member.id}", len(owes), late)


def _owes(site: Site, member: Member) -> list[Owed]:
    return [owed for owed in due(site.group, site.day + AHEAD, member.id) if member.id in owed.by]


def _week(site: Site, member: Member, shared: _Shared) -> Week:
    owes = _owes(site, member)
    waits = [owed for owed in due(site.group, site.day + AHEAD, member.id) if member.id in owed.to]
    verdicts = told(site.group, member.id, verdicts_of(shared.verdicts, member.id))
    return Week(
        who=person(site, member.id),
        next=next_meeting(site.group),
        owes=tuple(
            Effort(TITLES[effort], tuple(_task(site, owed) for owed in those))
            for effort, those in groupby(owes, key=lambda owed: owed.effort)
        ),
        late=sum(owed.is_overdue_on(site.day) for owed in owes),
        owed=tuple(_task(site, owed) for owed in waits),
        commitments=tuple(sorted((_commitment(site, one) for one in verdicts), key=_urgency)),
        score=shared.scores.get(member.id),
        profile=shared.profile,
        colours=shared.colours,
        numbers=tuple(number(site, one.now, one.before) for one in trends_of(site.facts, a_member(member.id))),
        to_meet=tuple(_to_meet(site, member, pair, shared) for pair in shared.apart.get(member.id, ())[:MOST_TO_MEET]),
    )


def _task(site: Site, owed: Owed) -> Task:
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


def _commitment(site: Site, one: Told) -> Commitment:
    record, number = one.verdict.record, one.verdict.path[1]
    rule = record.commitments[number].rule if isinstance(record, Agreement) and isinstance(number, int) else None
    said = f"Found or not: “{all_rules()[rule].title}”" if rule else one.said
    mend = "" if rule else one.mend
    return Commitment(one.label, said, mend, record_page(site, record))


_URGENCY = ("missed", "at risk")


def _urgency(one: Commitment) -> int:
    return _URGENCY.index(one.outcome) if one.outcome in _URGENCY else len(_URGENCY)


def _to_meet(site: Site, member: Member, pair: Acquaintance, shared: _Shared) -> ToMeet:
    other = next(id_ for id_ in pair.members if id_ != member.id)
    return ToMeet(person(site, other), pair.last, pair.members in shared.round)
