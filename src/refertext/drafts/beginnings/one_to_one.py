"""New one-to-ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import dated_id
from refertext.group import Group
from refertext.group.pairs import Pair
from refertext.group.talks import one_to_one_on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOneToOne:
    """Two members, by id, who sat down together, and when; what is worth keeping of it."""

    between: tuple[str, str]
    on: date
    notes: str | None = None


def one_to_one(group: Group, skeleton: Skeleton, asked: NewOneToOne, tags: Iterable[str]) -> Draft:
    """The file of a new one-to-one, told apart from others of the day by one of some tags."""
    one, other = sorted(asked.between)
    refuse_alone(group, asked.between)
    _refuse_recorded(group, (one, other), asked.on)
    id_ = dated_id(group, "meetings", asked.on, (one, other), tags)
    values = {"date": asked.on.isoformat(), "between": [one, other], "text": asked.notes}
    return Draft(
        f"{group.name(one)} and {group.name(other)} met on {asked.on}.",
        f"Add one-to-one of {group.name(one)} and {group.name(other)}",
        (begun(skeleton, f"meetings/{asked.on.year}/{id_}", values),),
    )


def refuse_alone(group: Group, between: tuple[str, str]) -> None:
    """Refuses one member twice."""
    if between[0] == between[1]:
        raise RefusedError(f"It takes two, and {group.name(between[0])} is one. Name another member.")


def _refuse_recorded(group: Group, two: Pair, day: date) -> None:
    """Refuses a second one-to-one of two members on one day; one that was cancelled is none."""
    recorded = one_to_one_on(group, two, day)
    if recorded:
        names = " and ".join(sorted(map(group.name, two)))
        raise RefusedError(
            f"The one-to-one of {names} on {day} is recorded already, in {recorded.file}. "
            "What else is worth keeping can be written there."
        )
