"""How the group, or one member, is doing: numbers beside those of the time before, and how commitments stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from refertext.commitments import Outcome, Verdict
from refertext.group import Group
from refertext.insights.calendar import applies, latecomers
from refertext.insights.debts.newcomers import Drifting, drifting
from refertext.insights.on_record import time_before
from refertext.measures import GROUP, Facts, Subject, Value, Window, a_member
from refertext.measures.events import Arrival
from refertext.measures.registry import all_measures
from refertext.measures.window import A_YEAR, rolling
from refertext.records import Duration, Meeting
from refertext.records.meeting import IN_PERSON
from refertext.text.wording import listed

RECENT = Duration(13, "weeks")
"""What is looked at for the group's trends."""
HEADLINES = (
    "attendance",
    "contributions",
    "referrals",
    "prospect-meetings",
    "new-clients",
    "value",
    "one-to-ones",
    "visitors",
)
"""The measures that tell how a group is doing."""
OF_A_MEMBER = (
    "attendance",
    "contributions",
    "contributions-received",
    "balance",
    "one-to-ones",
    "one-to-one-coverage",
    "conversion",
    "value",
    "value-received",
    "response-time",
    "freshness",
    "thanks",
    "presentations",
    "visitors",
)
"""The measures that tell how a member is doing."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A number, and the same one for the time before; None where records do not reach back so far."""

    now: Value
    before: Value | None


def trends(facts: Facts) -> list[Trend]:
    """The group's headline numbers of the last 13 weeks, beside the 13 weeks before."""
    return _trends(facts, GROUP, HEADLINES, RECENT)


def trends_of(facts: Facts, subject: Subject) -> list[Trend]:
    """A member's numbers of the last twelve months, beside the time before."""
    return _trends(facts, subject, OF_A_MEMBER, A_YEAR)


def _trends(facts: Facts, subject: Subject, names: Iterable[str], length: Duration) -> list[Trend]:
    window = rolling(length, facts.group.as_of)
    before = time_before(facts, window, length, subject)
    measures = [all_measures()[name] for name in names]
    return [
        Trend(one.of(facts, subject, window), one.of(facts, subject, before) if before else None) for one in measures
    ]


@dataclass(frozen=True, slots=True)
class Start:
    """How a newcomer gets on since joining; `drifting` says in words by which signs they drift away, if they do."""

    newcomer: Arrival
    attendance: Value
    given: Value
    drifting: str


def starts(facts: Facts) -> list[Start]:
    """How those get on who joined in the last 90 days, in order of joining."""
    day = facts.group.as_of
    signs = {one.newcomer.record.id: _signs(facts, one) for one in drifting(facts.group)}
    found = []
    for newcomer in latecomers(facts, day):
        since, who = Window(newcomer.day, day), a_member(newcomer.record.id)
        attendance, given = (all_measures()[name].of(facts, who, since) for name in ("attendance", "contributions"))
        found.append(Start(newcomer, attendance, given, signs.get(newcomer.record.id, "")))
    return found


def _signs(facts: Facts, one: Drifting) -> str:
    signs = [f"absent on {listed([str(day) for day in one.absences])}"] if one.absences else []
    signs += [f"nothing given in {(facts.group.as_of - one.silent_since).days} days"] if one.silent_since else []
    return ", ".join(signs)


@dataclass(frozen=True, slots=True)
class Tally:
    """The verdicts of one commitment, by outcome."""

    verdicts: tuple[Verdict, ...]

    def of(self, outcome: Outcome) -> list[Verdict]:
        """Those with an outcome."""
        return [verdict for verdict in self.verdicts if verdict.outcome is outcome]


def tallies(verdicts: Sequence[Verdict]) -> list[Tally]:
    """Verdicts by commitment, in the order of agreements."""
    ordered = sorted(verdicts, key=lambda verdict: (verdict.record.file, verdict.path[:2]))
    grouped = groupby(ordered, key=lambda verdict: (verdict.record.file, verdict.path[:2]))
    return [Tally(tuple(those)) for _, those in grouped]


def verdicts_of(verdicts: Iterable[Verdict], member: str) -> list[Verdict]:
    """The verdicts that are about a member, alone or in a pair; what is promised to them is not theirs."""
    return [verdict for verdict in verdicts if _concerns(verdict, member)]


def _concerns(verdict: Verdict, member: str) -> bool:
    if verdict.path[0] == "cycles":
        return verdict.subject.ids[:1] == (member,)
    mutual = verdict.tried is None or verdict.tried.value.measure.mutual
    return member in (verdict.subject.ids if mutual else verdict.subject.ids[:1])


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many belong to a group on the as-of day: members, those of them on leave, and candidates beside them."""

    members: int
    on_leave: int
    candidates: int


def headcount(group: Group) -> Headcount:
    """How many belong to the group."""
    present = group.present_members
    return Headcount(
        members=len(present),
        on_leave=sum(member.was_on_leave_on(group.as_of) for member in present),
        candidates=sum(applies(group, member) for member in group.members.values()),
    )


def members_of(group: Group) -> str:
    """How many belong to the group, in words: `11 members, 1 of them on leave, 1 candidate`."""
    found = headcount(group)
    words = [f"{found.members} member{'' if found.members == 1 else 's'}"]
    words += [f"{found.on_leave} of them on leave"] if found.on_leave else []
    words += [f"{found.candidates} candidate{'' if found.candidates == 1 else 's'}"] if found.candidates else []
    return ", ".join(words)


def who_came(facts: Facts, meeting: Meeting) -> tuple[int, int]:
    """How many came to a group meeting, and for how many it counts, as attendance counts them."""
    seats = facts.seatings.everything.within(Window(meeting.date, meeting.date))
    came = [seat.status in IN_PERSON for seat in seats if seat.record is meeting]
    return sum(came), len(came)
