"""The sentences that the rules about unknown ids share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meant import meant_ids
from refertext.problem import Problem
from refertext.records import PACKAGED
from refertext.text.slug import slug
from refertext.text.wording import listed

MOST_SLIPS = 5
"""An id that leads nowhere from more places than this is told once, at the first of them."""


def unknown_ids(group: Group, folder: str, kind: str) -> Iterator[Problem]:
    """The references to records of a folder that lead nowhere."""
    unknown = [reference for reference in group.outdated_references[folder] if reference.now is None]
    meant = meant_ids(group, folder, (reference.id for reference in unknown)) if unknown else {}
    places = Counter(reference.id for reference in unknown)
    told = set()
    for reference in unknown:
        id_, near = reference.id, meant.get(reference.id)
        if places[id_] <= MOST_SLIPS:
            mend = f"write {near}" if near else _how_to_find(group, folder, kind, reference.place.path[-1])
            yield Problem(f"There is no {kind} “{id_}”", reference.place, mend)
        elif id_ not in told:
            told.add(id_)
            message = f"There is no {kind} “{id_}”, though {places[id_] - 1:,} more places name it"
            yield Problem(message, reference.place, _how_to_bring_back(group, folder, id_, near))


def _how_to_bring_back(group: Group, folder: str, id_: str, near: str | None) -> str:
    """What to do about an id that many places name: no typo, but a file that was renamed or taken away."""
    now = group.records(folder).get(near or "")
    renamed = f"if {now.file} is the same one, add former_ids: [{id_}] to it; else " if now else ""
    return f"{renamed}bring the file {folder}/{id_} back under this name"


def _how_to_find(group: Group, folder: str, kind: str, key: str | int) -> str:
    """Where ids are found, and what else may stand at a key."""
    where = f"write the {kind}'s id: the name of a file in {folder}/ without its ending"
    example = min((id_ for id_ in group.records(folder) if slug(id_) == id_), default="")
    if example:
        where += f", such as {example}"
    return where + _OTHERWISE.get(key, "")


_OUTSIDE = ', or for somebody from outside the group, in quotes: "outside: a client of ours"'
_OTHERWISE: dict[str | int, str] = {
    "from": _OUTSIDE,
    "introduced_by": _OUTSIDE,
    "to": ", or everyone for a lead to the whole group",
    "prospect": ", or say it in words as about: instead",
    "profile": f", or one of those that come with refertext: {listed(PACKAGED, 'or')}",
}
