"""contacts: whom partners list in a cycle that runs, and rate together: the second of the five steps.

Both are in time by a third of the cycle, so that two thirds are left to plan and to introduce.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from refertext.group import Group
from refertext.group.pairs import pair, partners
from refertext.insights.debts.evaluations import begun
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import TEXT, command, in_braces
from refertext.insights.partners.partnerships import (
    at_work,
    called,
    contact_called,
    in_time,
    is_evaluated,
    others,
)
from refertext.problem import Part, Place
from refertext.records import Partnership
from refertext.records.partnership import Cycle, CycleContact
from refertext.text.wording import listed

CONTACTS = 10
"""How many contacts each partner lists in a cycle."""
_SHOWN = 3
Turn = tuple[int, Cycle]


def contacts(group: Group) -> tuple[Owed, ...]:
    """The contacts that are to be listed, and to be rated, in the cycles that run and are not evaluated."""
    return tuple(_all(group))


def listed_by(group: Group, partnership: Partnership, cycle: Cycle) -> Mapping[str, int]:
    """How many contacts each partner has listed in a cycle, by present id."""
    whose = [group.resolve("members", contact.from_) for contact in cycle.contacts]
    return {id_: whose.count(id_) for id_ in partners(group, partnership)}


def unrated(cycle: Cycle) -> list[tuple[int, CycleContact]]:
    """The contacts of a cycle that are not rated, each with its position."""
    return [(number, contact) for number, contact in enumerate(cycle.contacts) if contact.promising is None]


def _all(group: Group) -> Iterator[Owed]:
    for partnership in at_work(group):
        number, cycle = next(reversed(begun(group, partnership)), (0, None))
        if cycle is None or cycle.until < group.as_of or is_evaluated(group, cycle):
            continue
        for id_, count in listed_by(group, partnership, cycle).items():
            if count < CONTACTS:
                yield _to_list(group, partnership, (number, cycle), id_, count)
        if waiting := unrated(cycle):
            yield _to_rate(group, partnership, (number, cycle), [at for at, _ in waiting])


def _to_list(group: Group, partnership: Partnership, turn: Turn, id_: str, count: int) -> Owed:
    to, lacking = others(group, partnership, (id_,)), CONTACTS - count
    many = f"{lacking}{' more' if count else ''} contact{'s' if lacking > 1 else ''}"
    return _owed(
        group,
        partnership,
        turn,
        by=(id_,),
        to=to,
        do=f"List {many} whom {called(group, to)} could meet through you: {count} of {CONTACTS} so far",
        write=f"under contacts: a line for each, - {in_braces({'who': TEXT, 'from': id_})}",
        command=command("plan", *partners(group, partnership), "--contact", f"{id_}: TEXT"),
    )


def _to_rate(group: Group, partnership: Partnership, turn: Turn, waiting: list[int]) -> Owed:
    names = [f"“{contact_called(group, turn[1].contacts[number])}”" for number in waiting]
    shown = listed([*names[:_SHOWN], *([f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else [])])
    options = (word for number in waiting for word in ("--rate", f"{number + 1}=ANSWER"))
    return _owed(
        group,
        partnership,
        turn,
        by=pair(group, partnership),
        to=(),
        do=f"Say together whether they are promising: {shown}",
        write="promising: ANSWER (yes, no or unsure) in the entry of each",
        command=command("plan", *partners(group, partnership), *options),
    )


def _owed(
    group: Group,
    partnership: Partnership,
    turn: Turn,
    *,
    by: tuple[str, ...],
    to: tuple[str, ...],
    do: str,
    write: str,
    command: str,
) -> Owed:
    number, cycle = turn
    third = timedelta(days=(cycle.until - cycle.from_).days // 3)
    return Owed(
        topic="contacts",
        by=by,
        to=to,
        since=cycle.from_,
        due=in_time(group, by, cycle.from_, third),
        do=do,
        write=write,
        place=Place(partnership.file, ("cycles", number, "contacts"), Part.KEY),
        effort=Effort.TALK,
        command=command,
    )
