"""concerns: answers to those who say that something is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.force import has_ended
from refertext.group.pairs import partners
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present, present
from refertext.insights.debts.ready import TEXT, command, telling_words
from refertext.problem import Place
from refertext.records import Agreement, Concern, Partnership

TIME = timedelta(days=14)
"""How long after a concern was raised its answer is in time."""


class Unsettled(NamedTuple):
    """A concern without an answer."""

    owed: Owed
    concern: Concern


def unsettled(group: Group) -> tuple[Unsettled, ...]:
    """The concerns that stand without an answer, of agreements that have not ended and of partnerships; not those
    that name somebody who has left. Whom it is about answers, of a partnership else the other partner, else the
    coordinator.
    """
    return group.once(_unsettled)


def concerns(group: Group) -> tuple[Owed, ...]:
    """The answers to concerns that are owed."""
    return tuple(one.owed for one in unsettled(group))


def _unsettled(group: Group) -> tuple[Unsettled, ...]:
    return tuple(
        Unsettled(_owed(group, record, number, others), concern)
        for record, number, concern, others in _all(group)
        if _is_open(concern, group.as_of) and _are_still_here(group, concern)
    )


def _all(group: Group) -> Iterator[tuple[Agreement | Partnership, int, Concern, tuple[str, ...]]]:
    """All concerns, each with its record, its position and the ids of those who may answer."""
    for _, agreement in sorted(group.agreements.items()):
        if not has_ended(agreement, group.as_of):
            for number, concern in enumerate(agreement.concerns):
                yield agreement, number, concern, ()
    for _, partnership in sorted(group.partnerships.items()):
        for number, concern in enumerate(partnership.concerns):
            yield partnership, number, concern, _others(group, partnership, concern)


def _others(group: Group, partnership: Partnership, concern: Concern) -> tuple[str, ...]:
    both = partners(group, partnership)
    return tuple(id_ for id_ in both if not group.same_member(id_, concern.by))


def _is_open(concern: Concern, day: date) -> bool:
    return concern.raised <= day and (concern.settled is None or concern.settled > day)


def _are_still_here(group: Group, concern: Concern) -> bool:
    """Whether nobody whom the concern names has left."""
    named = (group.member(concern.by), group.member(concern.about))
    return all(member is None or member.was_member_on(group.as_of) for member in named)


def _owed(group: Group, record: Agreement | Partnership, number: int, others: tuple[str, ...]) -> Owed:
    concern = record.concerns[number]
    raiser = present(group, concern.by)
    asked = (concern.about, *others, group.settings.coordinator)
    answering = all_present(group, (id_ for id_ in asked if not group.same_member(id_, concern.by)))
    return Owed(
        topic="concerns",
        by=tuple(member.id for member in answering[:1]),
        to=(raiser.id,) if raiser else (),
        since=concern.raised,
        due=concern.raised + TIME,
        do=f"Talk with {group.name(concern.by)} about the concern of {concern.raised}",
        write=f"settled: {group.as_of} (the day of the answer) and outcome: {TEXT} in that entry under concerns:",
        place=Place(record.file, ("concerns", number, "raised")),
        effort=Effort.TALK,
        rule="concern-unanswered",
        command=command("resolve", *_words(record, number), "--in", record.id, "--outcome", "TEXT"),
    )


def _words(record: Agreement | Partnership, number: int) -> tuple[str, ...]:
    """By which words a concern is found among what else is open in its record: by its day, so that nobody reads here
    what is between a few, and by its own words only where others were raised that day.
    """
    concern = record.concerns[number]
    others = [one for at, one in enumerate(record.concerns) if at != number and one.raised == concern.raised]
    if not others or not concern.note:
        return "concern", str(concern.raised)
    return "concern", telling_words(concern.note, [one.note or "" for one in others])
