"""evaluations: what partners owe when a cycle is over, to evaluate it and to begin the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.pairs import by_partner, pair, partners
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.ready import TEXT, command, in_braces, to_set
from refertext.insights.partners.partnerships import at_work, called, in_time, is_evaluated
from refertext.problem import Part, Place
from refertext.records import Partnership
from refertext.records.partnership import Cycle

TIME_TO_EVALUATE = timedelta(days=14)
"""How long after a cycle's last day it is evaluated."""
TIME_TO_REPEAT = timedelta(days=30)
"""How long after a cycle's last day the next one begins; so long after its own first day a partnership begins one."""


def unevaluated(group: Group) -> tuple[Owed, ...]:
    """The cycles that are over and not evaluated: each partnership's last one, and others for 13 weeks."""
    return group.once(_unevaluated)


def next_cycles(group: Group) -> tuple[Owed, ...]:
    """The cycles that partnerships have still to begin: the first one, or the one after the last that is over.

    One that is written down is begun on its first day.
    """
    return group.once(_next_cycles)


def begun(group: Group, partnership: Partnership) -> list[tuple[int, Cycle]]:
    """The cycles that have begun by the as-of day in order of their first days, each with its position."""
    return [turn for turn in in_order(partnership) if turn[1].from_ <= group.as_of]


def in_order(partnership: Partnership) -> list[tuple[int, Cycle]]:
    """The cycles in order of their first days, each with its position; without those that end before they begin."""
    turns = [(number, cycle) for number, cycle in enumerate(partnership.cycles) if cycle.from_ <= cycle.until]
    return sorted(turns, key=lambda turn: turn[1].from_)


def _unevaluated(group: Group) -> tuple[Owed, ...]:
    return tuple(owed for partnership in at_work(group) for owed in _to_evaluate(group, partnership))


def _to_evaluate(group: Group, partnership: Partnership) -> Iterator[Owed]:
    both, turns = pair(group, partnership), begun(group, partnership)
    for number, cycle in turns:
        is_last = number == turns[-1][0]
        if cycle.until > group.as_of or is_evaluated(group, cycle):
            continue
        if is_last or group.is_recent(cycle.until):
            yield Owed(
                topic="evaluations",
                by=both,
                to=(),
                since=cycle.until,
                due=in_time(group, both, cycle.until, TIME_TO_EVALUATE),
                do=f"Evaluate the cycle of {called(group, both)} that ended on {cycle.until}",
                write=f"evaluated: {_learned(group)} (with the day of it) in the cycle that began on {cycle.from_}",
                place=Place(partnership.file, ("cycles", number, "until")),
                effort=Effort.TALK,
                rule="cycle-without-evaluation",
                command=_evaluating(group, partnership, number),
            )


def _learned(group: Group) -> str:
    return in_braces({"date": group.as_of, "went_well": TEXT, "change": TEXT})


def _evaluating(group: Group, partnership: Partnership, number: int) -> str:
    """The command that evaluates a cycle: the last one that is over has one of its own."""
    last = [turn for turn, cycle in begun(group, partnership) if cycle.until <= group.as_of][-1]
    if number == last:
        return command("evaluate", *partners(group, partnership), "--went-well", "TEXT", "--change", "TEXT")
    return to_set(partnership.file, ("cycles", number, "evaluated"), _learned(group))


def _next_cycles(group: Group) -> tuple[Owed, ...]:
    return tuple(_to_begin(group, p) for p in at_work(group) if not _has_cycle(group, p))


def _has_cycle(group: Group, partnership: Partnership) -> bool:
    """Whether a cycle runs, or the next one is written down already."""
    return any(cycle.until > group.as_of for _, cycle in in_order(partnership))


def _to_begin(group: Group, partnership: Partnership) -> Owed:
    both = pair(group, partnership)
    promise = in_braces(dict.fromkeys(partners(group, partnership), "NUMBER"))
    cycle = in_braces({"from": group.as_of, "until": "DAY", "promise": promise})
    since = max((turn.until for _, turn in begun(group, partnership)), default=partnership.since)
    return Owed(
        topic="evaluations",
        by=both,
        to=(),
        since=since,
        due=in_time(group, both, since, TIME_TO_REPEAT),
        do=f"Begin the {'next' if partnership.cycles else 'first'} cycle of {called(group, both)}",
        write=f"under cycles: - {cycle} (its days, and how many referrals each promises)",
        place=Place(partnership.file, ("cycles",), Part.KEY),
        effort=Effort.TALK,
        command=_beginning(group, partnership),
    )


def _beginning(group: Group, partnership: Partnership) -> str:
    """The command that begins the next cycle; both promise what they did before, where they promised something."""
    both = partners(group, partnership)
    last = in_order(partnership)[-1:]
    if last and by_partner(group, last[0][1].promise).keys() >= set(both):
        return command("plan", *both, "--next")
    return command("plan", *both, *(word for id_ in both for word in ("--promise", f"{id_}=NUMBER")))
