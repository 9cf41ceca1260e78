"""Whose exact money may be shown to members: that of people who agreed to it, and sums in which nobody's stands out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refertext.measures.events import Win
from refertext.measures.facts import Facts
from refertext.measures.measure import Unit, Value
from refertext.measures.subject import Kind
from refertext.measures.timeline import Event
from refertext.measures.wording import in_words

PRIVATE = "not shown"
FEWEST = 3
"""How many have to stand on each side of what is in a sum of the group and may not be told one by one: of two, each
would know what the other one's was.
"""


def may_be_shown(facts: Facts, value: Value) -> bool:
    """Whether members may see a number: all but exact money, which needs `show_value: yes` of everybody whose money it
    is: the subject, givers and receivers.

    A sum of the whole group may be seen too where the wins in it that may not be told one by one were given by at least
    three members, and received by at least three.
    """
    if value.measure.unit is not Unit.MONEY or not value.amount:
        return True
    if value.subject.kind is Kind.GROUP:
        return _nobody_stands_out(facts, value.result.counted)
    return _all_agree(facts, {*value.subject.ids, *(id_ for win in _wins(value.result.counted) for id_ in _whose(win))})


def parts_may_be_shown(facts: Facts, value: Value) -> bool:
    """Whether members may see the numbers beside a number: where it may be seen itself, and each sum beside it, for
    what is missing would be told by the others.
    """
    sums = (part.counted for part in value.result.parts if part.unit is Unit.MONEY)
    return may_be_shown(facts, value) and all(_nobody_stands_out(facts, counted) for counted in sums)


def win_may_be_shown(facts: Facts, win: Win) -> bool:
    """Whether members may see what one win was worth, also where it is one of many in a sum that everybody may see."""
    return _all_agree(facts, _whose(win))


def why_not_shown(value: Value) -> str:
    """Why a number may not be shown, as a clause."""
    if value.subject.kind is Kind.GROUP:
        return f"what is in it without show_value: yes of all concerned was given or won by fewer than {FEWEST} members"
    return "not everybody concerned has show_value: yes"


def _nobody_stands_out(facts: Facts, events: Sequence[Event]) -> bool:
    """Whether nobody can be told by a sum, even by who takes away from it what is shown of others."""
    hidden = [win for win in _wins(events) if not win_may_be_shown(facts, win)]
    sides = ({win.giver for win in hidden}, {win.receiver for win in hidden})
    return not hidden or all(len(side - {None}) >= FEWEST for side in sides)


def _wins(events: Iterable[Event]) -> list[Win]:
    return [event for event in events if isinstance(event, Win)]


def _whose(win: Win) -> set[str]:
    return {id_ for id_ in (win.giver, win.receiver) if id_}


def _all_agree(facts: Facts, people: Iterable[str]) -> bool:
    return all((member := facts.group.members.get(id_)) and member.show_value == "yes" for id_ in people)


def shortly(facts: Facts, value: Value) -> str:
    """A value in a few characters, for tables: the amount, a dash where it cannot be computed, or `not shown`."""
    if value.amount is None:
        return "–"
    if not may_be_shown(facts, value):
        return PRIVATE
    return in_words(value.amount, value.measure.unit, facts.group.settings.currency)
