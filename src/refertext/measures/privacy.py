"""Whose exact money may be shown to members: only that of people who agreed to it."""

from __future__ import annotations

from collections.abc import Iterable

from refertext.measures.events import Win
from refertext.measures.facts import Facts
from refertext.measures.measure import Unit, Value
from refertext.measures.subject import Kind
from refertext.measures.wording import in_words

PRIVATE = "not shown"


def may_be_shown(facts: Facts, value: Value) -> bool:
    """Whether members may see a number: all but exact money of persons, which needs `show_value: yes` of everybody
    whose money it is, the subject, givers and receivers. Sums over the whole group are nobody's.
    """
    if value.measure.unit is not Unit.MONEY or value.subject.kind is Kind.GROUP or not value.amount:
        return True
    people = set(value.subject.ids)
    for event in value.result.counted:
        if isinstance(event, Win):
            people |= _whose(event)
    return _all_agree(facts, people)


def win_may_be_shown(facts: Facts, win: Win) -> bool:
    """Whether members may see what one win was worth, also where it is one of many in a sum that everybody may see."""
    return _all_agree(facts, _whose(win))


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
