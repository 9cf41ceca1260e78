"""The sentences that the rules about unknown ids share."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meant import meant_ids
from refertext.problem import Problem


def unknown_ids(group: Group, folder: str, kind: str) -> Iterator[Problem]:
    """The references to records of a folder that lead nowhere."""
    unknown = [reference for reference in group.outdated_references[folder] if reference.now is None]
    meant = meant_ids(group, folder, (reference.id for reference in unknown)) if unknown else {}
    for reference in unknown:
        near = meant.get(reference.id)
        mend = f"write {near}" if near else _how_to_find(group, folder, kind, reference.place.path[-1])
        yield Problem(f"There is no {kind} “{reference.id}”", reference.place, mend)


def _how_to_find(group: Group, folder: str, kind: str, key: str | int) -> str:
    """Where ids are found, and what else may stand at a key."""
    where = f"write the {kind}'s id: the name of a file in {folder}/ without its ending"
    example = min(group.records(folder), default="")
    if example:
        where += f", such as {example}"
    return where + _OTHERWISE.get(key, "")


_OUTSIDE = ', or for somebody from outside the group, in quotes: "outside: a client of ours"'
_OTHERWISE: dict[str | int, str] = {
    "from": _OUTSIDE,
    "introduced_by": _OUTSIDE,
    "to": ", or everyone for a lead to the whole group",
    "prospect": ", or say it in words as about: instead",
}
