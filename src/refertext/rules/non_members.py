"""What the rules share that are about somebody who is named as a member on a day on which they were none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from refertext.group import Group
from refertext.group.non_members import MOST_PLACES, Outsider, Role, outsiders
from refertext.problem import Place, Problem, See

_MOST_SHOWN = 3


def non_members(group: Group, roles: Sequence[Role], told: Callable[[Outsider], Problem]) -> Iterator[Problem]:
    """The problem at each place where somebody who was no member is named in one of some roles.

    Whom many places name so, of them it is told once, by the rule of the first place: the days in their own file are
    wrong.
    """
    for places in outsiders(group).values():
        if len(places) <= MOST_PLACES:
            yield from (told(one) for one in places if one.role in roles)
        elif places[0].role in roles:
            yield _wrong_days(places)


def _wrong_days(places: Sequence[Outsider]) -> Problem:
    member, why = places[0].member, places[0].why
    block, key = (("left",), "date") if why.startswith("left") else ((), "joined")
    return Problem(
        f"{member.name} {why}, though {len(places):,} places name them as a member before or after",
        Place(member.file, (*block, key)),
        f"correct the days in {member.file}: joined:, left: or a time under earlier:",
        tuple(See(f"named on {one.day}", one.place) for one in places[:_MOST_SHOWN]),
    )
