"""Whom a commitment binds, and from which day to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

from refertext.commitments.periods import Judged, Running, judged, running
from refertext.group import Group
from refertext.group.meeting_days import previous_meeting_day
from refertext.group.memberships import (
    Stretches,
    common_stretches,
    counted_stretches,
    days_within,
    present_since,
)
from refertext.group.on_record import records_begin
from refertext.group.pairs import by_pair
from refertext.measures import GROUP, Kind, Measure, Subject, Window, a_member, a_pair
from refertext.measures.window import ONE_DAY
from refertext.records import Agreement, Commitment, Member

ALWAYS: Stretches = ((date.min, date.max),)
"""The days of the group: all."""


class Term(NamedTuple):
    """The time in which a commitment is in force: the first and the last day, and the `day` at whose end it is judged,
    which is `today`, the as-of day, or the last one; with the windows of the calendar it is judged in then.
    """

    first: date
    last: date
    day: date
    today: date
    judged: tuple[Judged, ...]
    running: Running | None

    @property
    def is_over(self) -> bool:
        """Whether the commitment has ended before the as-of day."""
        return self.day < self.today


class Bound(NamedTuple):
    """That a commitment binds a subject, `since` the latest of joining, adoption and `from`.

    `start` is the first day that counts: that one, or the one on which records begin, since of the days before nobody
    can say how they were; after the day it is judged where nothing is recorded yet. `was_there_before` says that the
    subject could have done something before records began. `stretches` are the days on which all of the subject are
    members and not on leave; of the group, all days.
    """

    agreement: Agreement
    commitment: Commitment
    number: int
    term: Term
    subject: Subject
    members: tuple[Member, ...]
    since: date
    start: date
    was_there_before: bool
    stretches: Stretches

    def counted(self, window: Window) -> int:
        """The days of a window that the commitment binds and that count."""
        return days_within(self.stretches, max(window.first, self.start), window.last)

    def is_bound_in(self, window: Window) -> bool:
        """Whether the commitment binds the subject on a day of a window."""
        return max(window.first, self.start) <= min(window.last, self.term.day)


def term(group: Group, agreement: Agreement, commitment: Commitment) -> Term | None:
    """When a commitment is in force; None where it is not on the as-of day, and did not end lately either."""
    first = max(agreement.adopted, commitment.from_ or agreement.adopted)
    last = min(filter(None, [agreement.ended, commitment.until]), default=date.max)
    day = min(last, group.as_of)
    if first > day or not group.is_recent(day):
        return None
    ahead = running(commitment, day)
    will_end = ahead is not None and ahead.period.last <= last
    return Term(first, last, day, group.as_of, judged(commitment, day), ahead if will_end else None)


def bounds(group: Group, agreement: Agreement, number: int, measure: Measure | None) -> Iterator[Bound]:
    """Those whom a commitment binds, each with the days it binds them: members of its day and of the as-of day.

    A rule (`measure` is None) binds members; a measure that is made only for the group binds the group.
    """
    commitment = agreement.commitments[number]
    when = term(group, agreement, commitment)
    if when is None:
        return
    begin = _records_begin(group, when, measure if commitment.every or commitment.per else None)
    for subject, since, members, stretches in _whom(group, commitment, measure, when):
        bound = max(when.first, since)
        start = max(bound, begin)
        was_there_before = start == begin and since < begin
        yield Bound(agreement, commitment, number, when, subject, members, bound, start, was_there_before, stretches)


def _records_begin(group: Group, when: Term, measure: Measure | None) -> date:
    """From which day on anybody can tell; the day after it is judged where nothing is recorded by then.

    Of a measure that is counted at meetings, the days after the last meeting day before that can be told, too: a year
    whose first Thursday is on record is so from its first day on.
    """
    begin = records_begin(group)
    if begin is None or begin > when.day:
        return when.day + ONE_DAY
    met = previous_meeting_day(group.settings, begin) if measure and measure.at_meetings else None
    return met + ONE_DAY if met else begin


def _whom(
    group: Group, commitment: Commitment, measure: Measure | None, when: Term
) -> Iterator[tuple[Subject, date, tuple[Member, ...], Stretches]]:
    """Those whom it binds by the day it is judged, the first day on which it could, and their days."""
    if _is_of_the_group(commitment, measure):
        yield GROUP, date.min, (), ALWAYS
        return
    people = _people(group, when)
    stretches = {id_: counted_stretches(member) for id_, (member, _) in people.items()}
    for subject, since in _subjects(group, commitment, measure, people):
        if since > when.day:
            continue
        counted = stretches[subject.member]
        if len(subject.ids) > 1:
            counted = common_stretches(counted, stretches[subject.ids[1]])
        yield subject, since, tuple(people[id_][0] for id_ in subject.ids), counted


People = Mapping[str, tuple[Member, date]]
"""Members by present id, each with the first day of the present time in the group; in order of id."""
Since = Iterator[tuple[Subject, date]]
"""Subjects, each with the first day on which it could be bound."""


def _people(group: Group, when: Term) -> People:
    present = {member.id: (member, present_since(member, when.day)) for member in group.present_members}
    return {id_: (member, since) for id_, (member, since) in present.items() if since}


def _is_of_the_group(commitment: Commitment, measure: Measure | None) -> bool:
    if measure is None or Kind.GROUP not in measure.kinds or commitment.with_:
        return False
    return commitment.who == ("group",) or Kind.MEMBER not in measure.kinds


def _subjects(group: Group, commitment: Commitment, measure: Measure | None, people: People) -> Since:
    """The members or pairs a commitment binds; none where the measure is not made for such."""
    asked = {group.resolve("members", id_) for id_ in commitment.who if id_ != "group"}
    if measure and commitment.with_:
        return _pairs(group, commitment.with_, measure, asked, people)
    if measure and (Kind.MEMBER not in measure.kinds or commitment.who == ("group",)):
        return iter(())
    return ((a_member(id_), since) for id_, (_, since) in people.items() if not asked or id_ in asked)


def _pairs(group: Group, with_: str, measure: Measure, asked: set[str], people: People) -> Since:
    """The pairs it binds, from the day both were members; both directions where it is not the same from both sides.
    Where some are named, they are those who promised.
    """
    if Kind.PAIR not in measure.kinds:
        return
    began: Mapping[tuple[str, str], date] = {}
    if with_ == "each member":
        began = dict.fromkeys(combinations(people, 2), date.min)
    elif with_ == "each power partner":
        began = _power_partners(group, people)
    for (one, other), since in began.items():
        first = max(since, people[one][1], people[other][1])
        directions = [(one, other)] if measure.mutual else [(one, other), (other, one)]
        for giver, receiver in directions:
            if not asked or giver in asked or (measure.mutual and receiver in asked):
                yield a_pair(giver, receiver), first


def _power_partners(group: Group, people: People) -> dict[tuple[str, str], date]:
    """The power partners among some people, and since when they are; in order of ids."""
    return {
        both: partnership.since
        for both, partnership in sorted(by_pair(group).items())
        if partnership.kind == "power" and people.keys() >= set(both)
    }
