"""Who belongs to a generated group, and when it lives. What they hand over is in handing.py, whom they meet in
meeting.py; text is made of it all in texts.py, a journal in journal.py.

The same number of referrals and the same seed always give the same facts: every stream of facts has its own random
generator, made from the seed, and nothing depends on hash order or on the clock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import permutations, product
from random import Random

from words import CLIENTS, COMPANIES, COMPANY_NAMES, FIRST_NAMES, LAST_NAMES, PLACES, SPECIALITIES, TRADES

LAST_MEETING = date(2026, 3, 5)
AS_OF = LAST_MEETING + timedelta(days=1)
MOST_REFERRALS = 500 * len(TRADES) * len(SPECIALITIES)
"""Every member has a seat like nobody else's, and there are no more seats than that."""

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Member:
    """A member; trade and speciality make the seat."""

    id: str
    name: str
    trade: str
    speciality: str
    clients: Sequence[str]
    territory: Sequence[str]
    joined: date


@dataclass(frozen=True, slots=True)
class Prospect:
    """A company that its `knowers` know; the first of them leads where it is approached jointly."""

    id: str
    alias: str
    name: str
    industry: str
    place: str
    knowers: Sequence[str]
    wanted_by: str
    since: date
    joint: bool
    untouchable: bool


@dataclass(frozen=True)
class Facts:
    """A group with so many referrals: its members, its days, its prospects."""

    size: int
    seed: int
    people: int = 0
    """How many members; one for 500 referrals, and at least 20, where it is not said."""

    @property
    def headcount(self) -> int:
        """How many members there are."""
        return self.people or max(20, self.size // 500)

    @cached_property
    def meetings(self) -> list[date]:
        """The days of the group meetings: weekly but around New Year, about one referral a member and week."""
        weeks = max(52, self.size // self.headcount)
        days = (LAST_MEETING - timedelta(weeks=back) for back in reversed(range(weeks)))
        return [day for day in days if not is_holiday(day)]

    @cached_property
    def founded(self) -> date:
        """The day on which the first members joined and agreed on everything."""
        return self.meetings[0] - timedelta(days=14)

    @cached_property
    def members(self) -> list[Member]:
        """The members in order of joining: six in ten from the start, the others during the first half."""
        random = self.random("members")
        names = random.sample(list(product(FIRST_NAMES, LAST_NAMES)), self.headcount)
        seats = random.sample(list(product(TRADES, SPECIALITIES)), self.headcount)
        founders, half = self.headcount * 6 // 10, self.meetings[: len(self.meetings) // 2]
        members = []
        for number, ((first, last), (trade, speciality)) in enumerate(zip(names, seats, strict=True)):
            late = max(0, number - founders) / (self.headcount - founders)
            joined = self.founded if number < founders else half[int(late * len(half))]
            clients, territory = random.sample(CLIENTS, 2), random.sample(PLACES, 3)
            id_ = f"{first}-{last}".lower()
            members.append(Member(id_, f"{first} {last}", trade, speciality, clients, territory, joined))
        return members

    @cached_property
    def partnerships(self) -> list[tuple[str, str]]:
        """Pairs of founders, in order of id; a quarter as many as there are members."""
        ids = [member.id for member in self.members[: self.headcount // 4 * 2]]
        return sorted(as_pair(one, other) for one, other in zip(ids[::2], ids[1::2], strict=True))

    @cached_property
    def prospects(self) -> list[Prospect]:
        """The prospects in order of the day on which they were first known, one for twenty referrals."""
        random = self.random("prospects")
        names = random.sample(list(permutations(COMPANY_NAMES, 3)), self.size // 20)
        return [self._prospect(number, " ".join(name), random) for number, name in enumerate(names)]

    def members_on(self, day: date) -> list[str]:
        """The ids of the members on a day."""
        return self._ids[: bisect_right(self._joined, day)]

    def day(self, number: int, total: int) -> date:
        """The day of one of so many facts, spread evenly over the group's life."""
        start = self.meetings[0]
        return start + timedelta(days=number * (LAST_MEETING - start).days // total)

    def random(self, stream: str) -> Random:
        """The random generator of one stream of facts."""
        return Random(f"{self.seed} {self.size} {stream}")

    @cached_property
    def _ids(self) -> list[str]:
        return [member.id for member in self.members]

    @cached_property
    def _joined(self) -> list[date]:
        return [member.joined for member in self.members]

    def _prospect(self, number: int, name: str, random: Random) -> Prospect:
        since = self.day(number, self.size // 20)
        company, place = random.choice(COMPANIES), random.choice(PLACES)
        *knowers, wanting = random.sample(self.members_on(since), 3)
        return Prospect(
            id=f"{company}-{place.lower()}-{number:05}",
            alias=f"A {company} in {place} with {random.randrange(3, 400)} people",
            name=name,
            industry=company,
            place=place,
            knowers=knowers,
            wanted_by=wanting,
            since=since,
            joint=number % 10 == 0,
            untouchable=number % 50 == 7,
        )


def holidays(first: date) -> list[tuple[date, date]]:
    """The days around New Year without meetings, from a day until the last meeting."""
    return [(date(year, 12, 24), date(year + 1, 1, 1)) for year in range(first.year, LAST_MEETING.year + 1)]


def is_holiday(day: date) -> bool:
    """Whether a day is around New Year."""
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)


def as_pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in order."""
    return (one, other) if one < other else (other, one)


def tag(random: Random) -> str:
    """Four random characters, for names of files."""
    return "".join(random.choices(_ALPHABET, k=4))
