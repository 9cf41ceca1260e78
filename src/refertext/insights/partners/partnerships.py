"""What insights into partnerships share: who is at work, what a cycle has come to, how long there is time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from refertext.group import Group
from refertext.group.pairs import Pair, both_are_members, by_pair, pair, partners
from refertext.insights.debts.people import in_time_for_all
from refertext.measures.window import ONE_DAY
from refertext.records import Partnership
from refertext.records.partnership import Cycle, CycleContact
from refertext.text.wording import listed


def at_work(group: Group) -> tuple[Partnership, ...]:
    """The partnerships between two members of the as-of day, in order of id."""
    return tuple(p for _, p in sorted(group.partnerships.items()) if both_are_members(group, p))


def at_work_by_pair(group: Group) -> Mapping[Pair, Partnership]:
    """Those of them by pair, one a pair though several files may record it, in order of id."""
    counted = by_pair(group)
    pairs = ((pair(group, partnership), partnership) for partnership in at_work(group))
    return {both: partnership for both, partnership in pairs if counted[both] is partnership}


def called(group: Group, ids: Sequence[str]) -> str:
    """The names of some members: `Brian Cho and Kit Larsen`."""
    return listed([group.name(id_) for id_ in ids])


def was_known(group: Group, day: date) -> bool:
    """Whether what is written down for a day had happened by the as-of day, or claims to happen only after the
    present: that is a slip of its own, and is taken for what was meant.
    """
    return not group.as_of < day <= group.present


def is_evaluated(group: Group, cycle: Cycle) -> bool:
    """Whether something was written about what a cycle taught, by the as-of day."""
    learned = cycle.evaluated
    if learned is None or not (learned.date or learned.went_well or learned.change):
        return False
    return learned.date is None or was_known(group, learned.date)


def has_become(group: Group, contact: CycleContact) -> bool:
    """Whether a contact became a referral by the as-of day; one that cannot be read is taken at its word."""
    if contact.became is None:
        return False
    referral = group.referral(contact.became)
    return referral is None or was_known(group, referral.date)


def contact_called(group: Group, contact: CycleContact) -> str:
    """Whom a contact is: a prospect's alias, or the words of the list."""
    prospect = group.prospect(contact.who)
    return prospect.alias if prospect else contact.who


def owner(group: Group, partnership: Partnership, id_: str) -> tuple[str, ...]:
    """The present ids of those who owe what an id is written for: the partner of that id, else both."""
    both = partners(group, partnership)
    one = group.resolve("members", id_)
    return (one,) if one in both else both


def others(group: Group, partnership: Partnership, owing: Sequence[str]) -> tuple[str, ...]:
    """The partners who wait for what others owe them."""
    return tuple(id_ for id_ in partners(group, partnership) if id_ not in owing)


def in_time(group: Group, owing: Sequence[str], since: date, time: timedelta) -> date:
    """The last day in time of what some members owe together: so long after a day, without the days of their leave."""
    return in_time_for_all([group.members[id_] for id_ in owing], since, time)


def in_time_by(group: Group, owing: Sequence[str], day: date) -> date:
    """The last day in time of what some members wanted to do by a day: that day, else the first one after the leave
    that covers it.
    """
    return in_time(group, owing, day - ONE_DAY, ONE_DAY)
