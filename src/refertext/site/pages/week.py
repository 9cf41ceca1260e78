"""My week: one page a member, to be bookmarked: what they owe and are owed, how they stand, whom to meet next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.commitments import Verdict, promise_verdicts
from refertext.insights.acquaintance import Acquaintance, longest_apart, next_round
from refertext.insights.calendar import next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.insights.overview import Trend, trends_of, verdicts_of
from refertext.measures import a_member
from refertext.measures.privacy import shortly
from refertext.records import Member
from refertext.reports.status import AHEAD
from refertext.reports.verdicts import told
from refertext.site.numbers import label
from refertext.site.page import Page
from refertext.site.pages.ranking import Scored, ranking
from refertext.site.pages.week_parts import Commitment, Effort, commitments, efforts
from refertext.site.people import Person, person, present
from refertext.site.site import Site
from refertext.site.tasks import Task, task

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
class Figure:
    """A number of the last twelve months, and that of the time before, empty where there is none. What it rests on
    stands on the member's page.
    """

    label: str
    short: str
    before: str


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
    numbers: tuple[Figure, ...]
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
        owes=tuple(efforts(site, owes)),
        late=sum(owed.is_overdue_on(site.day) for owed in owes),
        owed=tuple(task(site, owed) for owed in waits),
        commitments=tuple(commitments(site, verdicts)),
        score=shared.scores.get(member.id),
        profile=shared.profile,
        colours=shared.colours,
        numbers=tuple(_figure(site, one) for one in trends_of(site.facts, a_member(member.id))),
        to_meet=tuple(_to_meet(site, member, pair, shared) for pair in shared.apart.get(member.id, ())[:MOST_TO_MEET]),
    )


def _figure(site: Site, one: Trend) -> Figure:
    before = shortly(site.facts, one.before) if one.before else ""
    return Figure(label(one.now.measure.name), shortly(site.facts, one.now), before)


def _to_meet(site: Site, member: Member, pair: Acquaintance, shared: _Shared) -> ToMeet:
    other = next(id_ for id_ in pair.members if id_ != member.id)
    return ToMeet(person(site, other), pair.last, pair.members in shared.round)
