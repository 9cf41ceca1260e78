"""actions: what members took on at meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import command, telling_words
from refertext.problem import Place
from refertext.records import Meeting, Member
from refertext.records.meeting import Action


class Undone(NamedTuple):
    """Something taken on by a day, and not done."""

    owed: Owed
    member: Member
    action: Action


def undone(group: Group) -> tuple[Undone, ...]:
    """The actions with a day that are not done, of all meetings that took place; not those of former members."""
    return group.once(_undone)


def actions(group: Group) -> tuple[Owed, ...]:
    """The actions that are owed."""
    return tuple(one.owed for one in undone(group))


def open_actions(group: Group) -> Iterator[tuple[Meeting, int, Action]]:
    """The actions that are not done, with or without a day, each with its meeting and its position there; of meetings
    that took place, and not those of former members.
    """
    for _, meeting in sorted(group.meetings.items()):
        if meeting.date > group.as_of or meeting.cancelled == "yes":
            continue
        for number, action in enumerate(meeting.actions):
            member = group.member(action.who)
            if not _is_done(group, action) and not (member and _has_left(group, member)):
                yield meeting, number, action


def _undone(group: Group) -> tuple[Undone, ...]:
    return tuple(_all(group))


def _all(group: Group) -> Iterator[Undone]:
    for meeting, number, action in open_actions(group):
        member = group.member(action.who)
        if member is None or action.due is None:
            continue
        owed = Owed(
            topic="actions",
            by=(member.id,),
            to=(),
            since=meeting.date,
            due=action.due,
            do=f"Do what you took on at the meeting of {meeting.date}: {action.what}",
            write=f"done: {group.as_of} (the day it was done) in that entry under actions:",
            place=Place(meeting.file, ("actions", number, "due")),
            effort=Effort.WORK,
            rule="action-overdue",
            command=command("resolve", _words(meeting, number), "--in", meeting.id),
        )
        yield Undone(owed, member, action)


def _words(meeting: Meeting, number: int) -> str:
    """By which words an action is found among the others of its meeting."""
    others = [f"{one.who} {one.what}" for at, one in enumerate(meeting.actions) if at != number]
    return telling_words(meeting.actions[number].what, others)


def _is_done(group: Group, action: Action) -> bool:
    """Whether it was done by the as-of day. A day that is still to come is a slip of its own."""
    return action.done is not None and not group.as_of < action.done <= group.present


def _has_left(group: Group, member: Member) -> bool:
    return member.last_day is not None and member.last_day < group.as_of
