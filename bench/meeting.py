"""Whom the members of a generated group meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from facts import AS_OF, LAST_MEETING, Facts, as_pair, tag


@dataclass(frozen=True, slots=True)
class OneToOne:
    """Two members who met; a review where they are partners."""

    id: str
    kind: str
    day: date
    between: tuple[str, str]


@dataclass(frozen=True, slots=True)
class GroupMeeting:
    """A meeting of the whole group: who attended how, who presented, who presents `next_day`."""

    day: date
    next_day: date
    attendance: Sequence[tuple[str, str]]
    presented: Sequence[str]
    next_presenter: str
    host: str
    doer: str


def one_to_ones(facts: Facts) -> Iterator[OneToOne]:
    """The reviews of all partnerships, every twelve weeks; then one-to-ones, a tenth of the referrals in all."""
    random = facts.random("one-to-ones")
    reviews = range(20, (AS_OF - facts.founded).days, 84)
    for pair in facts.partnerships:
        for back in reviews:
            yield _one_to_one("review", AS_OF - timedelta(days=back), pair, random)
    for number in range(max(0, facts.size // 10 - len(reviews) * len(facts.partnerships))):
        day = facts.day(number, facts.size // 10)
        one, other = random.sample(facts.members_on(day), 2)
        yield _one_to_one("one-to-one", day, as_pair(one, other), random)


def group_meetings(facts: Facts) -> Iterator[GroupMeeting]:
    """The group meetings in order of date; everybody presents once a year or so."""
    random = facts.random("group meetings")
    presenters = -(-facts.headcount // 48)
    next_days = [*facts.meetings[1:], LAST_MEETING + timedelta(days=7)]
    for number, (day, next_day) in enumerate(zip(facts.meetings, next_days, strict=True)):
        ids = facts.members_on(day)
        *presented, upcoming = (ids[(number * presenters + place) % len(ids)] for place in range(presenters + 1))
        attendance = [(id_, "present" if id_ in presented else _presence(random)) for id_ in sorted(ids)]
        host, doer = random.sample(ids, 2)
        yield GroupMeeting(day, next_day, attendance, presented, upcoming, host, doer)


def _one_to_one(kind: str, day: date, pair: tuple[str, str], random: Random) -> OneToOne:
    return OneToOne(f"{day}-{pair[0]}-{pair[1]}-{tag(random)}", kind, day, pair)


def _presence(random: Random) -> str:
    return random.choices(("present", "late", "excused", "substitute", "absent"), (90, 5, 2, 1, 2))[0]
