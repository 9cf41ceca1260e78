"""New partnerships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import refuse_taken
from refertext.group import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPartnership:
    """Two members, by id, who become partners, and since when."""

    between: tuple[str, str]
    since: date
    kind: str = "partner"


def partnership(group: Group, skeleton: Skeleton, asked: NewPartnership) -> Draft:
    """The file of a new partnership, named after both in order."""
    one, other = sorted(asked.between)
    refuse_pair(group, asked.between)
    id_ = f"{one}--{other}"
    values = {"between": [one, other], "kind": asked.kind, "since": asked.since.isoformat()}
    what = "power partners" if asked.kind == "power" else "partners"
    return Draft(
        f"{group.name(one)} and {group.name(other)} are {what} from {asked.since} on.",
        f"Add partnership of {group.name(one)} and {group.name(other)}",
        (begun(skeleton, f"partnerships/{id_}", values),),
    )


def refuse_pair(group: Group, between: tuple[str, str]) -> None:
    """Refuses one member twice, and two who are partners already."""
    one, other = sorted(between)
    if one == other:
        raise RefusedError(f"A partnership is between two, and {group.name(one)} is one. Name another member.")
    there = next((pair for pair in group.partnerships.values() if _ids(group, pair.between) == [one, other]), None)
    if there:
        raise RefusedError(f"{group.name(one)} and {group.name(other)} have a partnership already: {there.file}.")
    refuse_taken(group, "partnerships", f"{one}--{other}")


def _ids(group: Group, between: tuple[str, ...]) -> list[str]:
    return sorted(group.resolve("members", id_) for id_ in between)
