"""reviews: those that partners owe each other, one each `reviews: every`, counted from the last one."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import pair
from refertext.group.unreadable import may_be_missing
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import talk_recorded, talk_written
from refertext.insights.partners.partnerships import at_work, called, in_time
from refertext.measures import Window, facts
from refertext.measures.contact.reviews import review_due_after, reviews_between
from refertext.problem import Place


def reviews(group: Group) -> tuple[Owed, ...]:
    """The next review of each partnership that says how often it reviews; since the last one, or since it began.

    None where one may be recorded since then in a file that cannot be read.
    """
    return group.once(_reviews)


def _reviews(group: Group) -> tuple[Owed, ...]:
    return tuple(_owed(group))


def _owed(group: Group) -> Iterator[Owed]:
    known = facts(group)
    for partnership in at_work(group):
        if partnership.reviews is None:
            continue
        both = pair(group, partnership)
        held = reviews_between(known, both, Window(partnership.since, group.as_of))
        since = held[-1].day if held else partnership.since
        if may_be_missing(group, "meetings", both, since, group.as_of):
            continue
        yield Owed(
            topic="reviews",
            by=both,
            to=(),
            since=since,
            due=in_time(group, both, since, review_due_after(partnership.reviews, since) - since),
            do=f"Sit down together and review the partnership of {called(group, both)}",
            write=talk_written(group, both, "review"),
            command=talk_recorded(both, "review"),
            place=Place(partnership.file, ("reviews", "every")),
            effort=Effort.MEETING,
            rule="review-overdue",
        )
