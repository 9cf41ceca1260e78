"""thanks: public thanks for what was won, or was useful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.telling import giver_of
from refertext.insights.debts.gifts import called, waiting
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present, in_time_until
from refertext.insights.debts.ready import TEXT, command, in_braces, short
from refertext.insights.partners.partnerships import was_known
from refertext.measures import facts
from refertext.measures.events import Gift, Win
from refertext.problem import Path, Place

TIME = timedelta(days=14)
"""How long after an outcome thanks are in time."""


class Unthanked(NamedTuple):
    """A gift that was won (else only useful), and nobody has thanked for it in public."""

    owed: Owed
    gift: Gift
    was_won: bool


def unthanked(group: Group) -> tuple[Unthanked, ...]:
    """What was won, or called useful, without public thanks.

    Who gave from outside, or has left, is thanked too, but does not wait for it. Receivers who have left owe nothing.
    """
    return group.once(_unthanked)


def thanks(group: Group) -> tuple[Owed, ...]:
    """The public thanks that are owed."""
    return tuple(one.owed for one in unthanked(group))


def _unthanked(group: Group) -> tuple[Unthanked, ...]:
    return tuple(_all(group))


def _all(group: Group) -> Iterator[Unthanked]:
    known = facts(group)
    for gift in known.gifts.events:
        if _are_given(group, gift):
            continue
        won = known.wins_of(gift)
        if won or gift.record.useful == "yes":
            owed = _owed(group, gift, won)
            if owed:
                yield Unthanked(owed, gift, bool(won))


def _are_given(group: Group, gift: Gift) -> bool:
    """Whether there were thanks by the as-of day, or only after the present, which is a slip of its own."""
    thanked = group.referrals[gift.record.id].thanked
    return thanked is not None and was_known(group, thanked.date)


def _owed(group: Group, gift: Gift, won: Sequence[Win]) -> Owed | None:
    """Thanks are owed by those who won; where nobody can be named for it, or none won, by all who received."""
    named = [win.receiver for win in won if win.receiver]
    people = all_present(group, named or gift.receivers)
    if not people:
        return None
    said = in_braces({"date": group.as_of, "where": TEXT, "words": TEXT})
    since, path = (won[0].day, (*won[0].path, "status")) if won else _useful(gift)
    return Owed(
        topic="thanks",
        by=tuple(member.id for member in people),
        to=waiting(group, gift),
        since=since,
        due=in_time_until(people, since, TIME),
        do=f"Thank {giver_of(group, gift.record)} in public for {called(group, gift)}",
        write=f"thanked: {said} (the day of the thanks, where others heard them, and the words)",
        place=Place(gift.record.file, path),
        effort=Effort.LINE,
        rule="thanks-overdue",
        command=command("thank", short(group, gift.record), "--where", "TEXT", "--words", "TEXT"),
    )


def _useful(gift: Gift) -> tuple[date, Path]:
    """Since when it is known that it was useful: nobody writes the day, so the last entry's, else the gift's."""
    return max((entry.date for entry in gift.record.history), default=gift.day), ("useful",)
