"""What is open in a group: what members took on at meetings, steps of partners' action plans, concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.debts.actions import open_actions
from refertext.insights.debts.concerns import unsettled
from refertext.insights.debts.plans import open_steps
from refertext.insights.partners.partnerships import called
from refertext.problem import Path


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Something that is not done, or not settled.

    `kind` is `action`, `step` (of partners' action plan) or `concern`; `who` is by whom it is to be done or was raised,
    as a name; `since` is the day it was taken on or raised, None for a step, and `due` the day by which it is to be
    done. `path` leads to it in its file.
    """

    kind: str
    what: str
    who: str
    where: str
    since: date | None
    due: date | None
    file: str
    path: Path

    @property
    def said(self) -> str:
        """It on one line: `Kit Larsen: send the case study (by 2026-03-12)`."""
        due = f" (by {self.due})" if self.due else ""
        return f"{self.who}: {self.what}{due}"


def open_things(group: Group) -> tuple[OpenThing, ...]:
    """What is open in a group: actions of meetings, steps of partners' action plans, concerns; those that have been due
    or raised longest first within each kind.
    """
    found = (*_actions(group), *_steps(group), *_concerns(group))
    return tuple(sorted(found, key=_longest_first))


def _longest_first(thing: OpenThing) -> tuple[int, date, str, str]:
    order = ("action", "step", "concern").index(thing.kind)
    return order, thing.due or date.max if thing.kind != "concern" else thing.since or date.max, thing.file, thing.what


def _actions(group: Group) -> Iterator[OpenThing]:
    for meeting, number, action in open_actions(group):
        yield OpenThing(
            kind="action",
            what=action.what,
            who=group.name(action.who),
            where=f"{'meeting' if meeting.kind == 'group' else meeting.kind} of {meeting.date}",
            since=meeting.date,
            due=action.due,
            file=meeting.file,
            path=("actions", number),
        )


def _steps(group: Group) -> Iterator[OpenThing]:
    for partnership, number, step in open_steps(group):
        yield OpenThing(
            kind="step",
            what=step.what,
            who=group.name(step.by),
            where=f"action plan of {called(group, partners(group, partnership))}",
            since=None,
            due=step.due,
            file=partnership.file,
            path=("action_plan", number),
        )


def _concerns(group: Group) -> Iterator[OpenThing]:
    for one in unsettled(group):
        concern, place = one.concern, one.owed.place
        about = f" about {group.name(concern.about)}" if concern.about else ""
        yield OpenThing(
            kind="concern",
            what=concern.note or f"the concern of {concern.raised}{about}",
            who=group.name(concern.by),
            where=f"concern of {concern.raised}{about}, {PurePosixPath(place.file).stem}",
            since=concern.raised,
            due=None,
            file=place.file,
            path=place.path[:-1],
        )
