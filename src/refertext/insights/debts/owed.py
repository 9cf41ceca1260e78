"""What is owed: one thing that somebody should do by a day, ready to be acted on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Protocol

from refertext.problem import Place


class Effort(IntEnum):
    """What it takes, cheapest first."""

    LINE = 1
    """A word or a line: thanks, an answer, a date written down."""
    CALL = 2
    """A call or a message to somebody outside."""
    TALK = 3
    """Some minutes of two or more members together."""
    MEETING = 4
    """An appointment: a one-to-one, a review."""
    WORK = 5
    """Something to be brought about: contributions, a plan carried out."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that is owed.

    `topic` is what kind of thing it is, such as `thanks`. `by` are the ids of those who owe it, `to` of those who wait
    for it; nobody in particular where empty. `due` is the last day on which it is in time. `do` says what to do, as an
    imperative that needs nothing else to be acted on, with the names; `write` what to write then, and at `place` it
    belongs. `since` is the day from which it is owed. `rule` is the name of the rule that tells it, empty where none
    does: what that rule finds is found here, and nowhere else. `also` are other files that the rule shows, in which a
    waiver excuses it as well. `command` writes it down at a terminal, ready to be pasted; empty where none does. Words
    in capitals, in `write` and `command`, stand for what only those know who owe it.
    """

    topic: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    since: date
    due: date
    do: str
    write: str
    place: Place
    effort: Effort
    rule: str = ""
    also: tuple[str, ...] = ()
    command: str = ""

    def is_overdue_on(self, day: date) -> bool:
        """Whether its time is over at the end of a day."""
        return self.due < day


class Owing(Protocol):
    """A value that says more about something owed, for the sentence of a rule."""

    @property
    def owed(self) -> Owed:
        """What is owed."""
        ...


def owed_in(*found: Iterable[Owing]) -> tuple[Owed, ...]:
    """What is owed, of several kinds of such values."""
    return tuple([one.owed for some in found for one in some])
