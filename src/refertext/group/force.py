"""Which agreements are in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from refertext.records import Agreement

if TYPE_CHECKING:
    from refertext.group.group import Group


def is_in_force(agreement: Agreement, day: date) -> bool:
    """Whether an agreement is in force on a day; the day it ended is the last one."""
    return agreement.adopted <= day and not has_ended(agreement, day)


def has_ended(agreement: Agreement, day: date) -> bool:
    """Whether an agreement ended before a day."""
    return agreement.ended is not None and agreement.ended < day


def agreements_in_force(group: Group) -> tuple[Agreement, ...]:
    """The agreements in force on the as-of day, in order of id."""
    return tuple(a for _, a in sorted(group.agreements.items()) if is_in_force(a, group.as_of))
