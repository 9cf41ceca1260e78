"""New one-to-ones and reviews."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import dated_id
from refertext.drafts.pairs import partnership_of
from refertext.group import Group
from refertext.group.pairs import Pair
from refertext.group.talks import talk_on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTalk:
    """Two members, by id, who sat down together, and when; what is worth keeping of it."""

    between: tuple[str, str]
    on: date
    notes: str | None = None


def one_to_one(group: Group, skeleton: Skeleton, asked: NewTalk, tags: Iterable[str]) -> Draft:
    """The file of a new one-to-one, told apart from others of the day by one of some tags."""
    refuse_alone(group, asked.between)
    return _talk(group, skeleton, asked, tags, "one-to-one", "{names} met on {day}.")


def review(group: Group, skeleton: Skeleton, asked: NewTalk, tags: Iterable[str]) -> Draft:
    """The same of a review, which is between partners."""
    refuse_no_partners(group, asked.between)
    return _talk(group, skeleton, asked, tags, "review", "{names} reviewed their partnership on {day}.")


def _talk(group: Group, skeleton: Skeleton, asked: NewTalk, tags: Iterable[str], kind: str, said: str) -> Draft:
    one, other = sorted(asked.between)
    _refuse_recorded(group, (one, other), asked.on, kind)
    names = f"{group.name(one)} and {group.name(other)}"
    id_ = dated_id(group, "meetings", asked.on, (one, other), tags)
    values = {"kind": kind, "date": asked.on.isoformat(), "between": [one, other], "text": asked.notes}
    return Draft(
        said.format(names=names, day=asked.on),
        f"Add {kind} of {names}",
        (begun(skeleton, f"meetings/{asked.on.year}/{id_}", values),),
    )


def refuse_alone(group: Group, between: tuple[str, str]) -> None:
    """Refuses one member twice."""
    if between[0] == between[1]:
        raise RefusedError(f"It takes two, and {group.name(between[0])} is one. Name another member.")


def refuse_no_partners(group: Group, between: tuple[str, str]) -> None:
    """Refuses two who have no partnership to review."""
    partnership_of(group, *between)


def _refuse_recorded(group: Group, two: Pair, day: date, kind: str) -> None:
    """Refuses a second talk of a kind of two members on one day; one that was cancelled is none."""
    recorded = talk_on(group, two, day, kind)
    if recorded:
        names = " and ".join(sorted(map(group.name, two)))
        raise RefusedError(
            f"The {kind} of {names} on {day} is recorded already, in {recorded.file}. "
            "What else is worth keeping can be written there."
        )
