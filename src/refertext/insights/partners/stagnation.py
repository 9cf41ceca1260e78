"""stagnation: partnerships that have fallen asleep: the last day of which anything is recorded between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.memberships import counted_days
from refertext.group.pairs import Pair, pair
from refertext.group.unreadable import may_be_missing
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import talk_recorded, talk_written
from refertext.insights.partners.partnerships import at_work, at_work_by_pair, called
from refertext.measures import facts
from refertext.measures.events import Gift
from refertext.problem import Path, Place
from refertext.records import Partnership

QUIET = 90
"""Days without a record after which a partnership stagnates."""

Sign = tuple[date, str, Path]
"""A day on which something happened between two, and where that is recorded: file and path."""


class Silence(NamedTuple):
    """How long nothing has been recorded between two partners.

    `last` is where the last thing is recorded, `since` its day; `days` are those since then on which both were members
    and neither was on leave.
    """

    partnership: Partnership
    since: date
    last: Place
    days: int
    owed: Owed

    @property
    def is_stagnating(self) -> bool:
        """Whether the days make up what nobody should wait for."""
        return self.days >= QUIET


def silences(group: Group) -> tuple[Silence, ...]:
    """The silence of each partnership between two members of the day.

    What is recorded between two: what one handed to the other, each entry of its history, and the thanks; one-to-ones,
    reviews and visits of both; joint approaches to a prospect; and what their own file says was done on a day. That a
    concern was raised is no sign of life; that it was settled is one.

    None where there may be a later sign in a referral or the record of a meeting that cannot be read.
    """
    return group.once(_silences)


def _silences(group: Group) -> tuple[Silence, ...]:
    together = _together(group)
    found = (_silence(group, partnership, together) for partnership in at_work(group))
    return tuple(silence for silence in found if not _may_be_broken(group, silence))


def _may_be_broken(group: Group, silence: Silence) -> bool:
    """Whether a file that cannot be read may hold a later sign; the history of a referral may be long."""
    both, today = silence.owed.by, group.as_of
    met = may_be_missing(group, "meetings", both, silence.since, today)
    return met or may_be_missing(group, "referrals", both, date.min, today)


def _silence(group: Group, partnership: Partnership, together: Mapping[Pair, Sequence[Sign]]) -> Silence:
    both = pair(group, partnership)
    signs = [*_in_their_file(partnership), *_handed(group, both), *together.get(both, ())]
    since, file, path = max(sign for sign in signs if sign[0] <= group.as_of)
    days = counted_days([group.members[id_] for id_ in both], since + timedelta(days=1), group.as_of)
    left_out = (group.as_of - since).days - days
    owed = Owed(
        topic="stagnation",
        by=both,
        to=(),
        since=since,
        due=since + timedelta(days=QUIET - 1 + left_out),
        do=f"Sit down together: nothing has been recorded between {called(group, both)} since {since}",
        write=talk_written(group, both),
        place=Place(partnership.file, ("between",)),
        effort=Effort.MEETING,
        rule="stagnating",
        command=talk_recorded(both),
    )
    return Silence(partnership, since, Place(file, path), days, owed)


def _in_their_file(partnership: Partnership) -> Iterator[Sign]:
    """What their own file says happened on a day; what is only planned there has not happened."""
    days: list[tuple[date | None, Path]] = [
        (partnership.since, ("since",)),
        (partnership.balance.agreed if partnership.balance else None, ("balance", "agreed")),
        *((gain.agreed, ("gain", id_, "agreed")) for id_, gain in partnership.gain.items()),
        *((fit.asked, ("fit", id_, "asked")) for id_, fit in partnership.fit.items()),
        *((day, ("explained", id_)) for id_, day in partnership.explained.items()),
        *((step.done, ("action_plan", number, "done")) for number, step in enumerate(partnership.action_plan)),
        *((concern.settled, ("concerns", number, "settled")) for number, concern in enumerate(partnership.concerns)),
    ]
    for number, cycle in enumerate(partnership.cycles):
        days.append((cycle.from_, ("cycles", number, "from")))
        if cycle.evaluated:
            days.append((cycle.evaluated.date, ("cycles", number, "evaluated", "date")))
    yield from ((day, partnership.file, path) for day, path in days if day)


def _handed(group: Group, both: Pair) -> Iterator[Sign]:
    """What one handed to the other, and what is recorded of it; not what others wrote who took the same lead."""
    one, other = both
    for direction in ((one, other), (other, one)):
        for gift in facts(group).handed.of(direction).events:
            yield from _of_gift(group, gift, both)


def _of_gift(group: Group, gift: Gift, both: Pair) -> Iterator[Sign]:
    record, strangers = gift.record, set(gift.receivers) - set(both)
    yield gift.day, record.file, ("date",)
    for number, entry in record.entries:
        if entry.by is None or group.resolve("members", entry.by) not in strangers:
            yield entry.date, record.file, ("history", number, "date")
    if record.thanked:
        yield record.thanked.date, record.file, ("thanked", "date")
    if record.evaluation and record.evaluation.date:
        yield record.evaluation.date, record.file, ("evaluation", "date")


def _together(group: Group) -> Mapping[Pair, Sequence[Sign]]:
    """What partners did together that is recorded elsewhere, by pair."""
    found: dict[Pair, list[Sign]] = defaultdict(list)
    theirs: dict[str, list[Pair]] = defaultdict(list)
    for both in at_work_by_pair(group):
        theirs[both[0]].append(both)
    for people, sign in (*_met(group), *_approached(group)):
        for both in (both for id_ in people for both in theirs.get(id_, ()) if both[1] in people):
            found[both].append(sign)
    return found


def _met(group: Group) -> Iterator[tuple[set[str], Sign]]:
    """Who met at one-to-ones, reviews and visits."""
    for meeting in group.meetings.values():
        if meeting.kind != "group" and meeting.took_place:
            yield _ids(group, meeting.between), (meeting.date, meeting.file, ("date",))


def _approached(group: Group) -> Iterator[tuple[set[str], Sign]]:
    """Who approached a prospect together."""
    for prospect in group.prospects.values():
        if prospect.joint:
            people = _ids(group, (prospect.joint.lead, *prospect.joint.with_))
            for number, entry in enumerate(prospect.joint.history):
                yield people, (entry.date, prospect.file, ("joint", "history", number, "date"))


def _ids(group: Group, ids: Sequence[str]) -> set[str]:
    return {group.resolve("members", id_) for id_ in ids}
