"""What the topics about gifts share: how to call one, and who waits to hear of it."""

from __future__ import annotations

from refertext.group import Group
from refertext.group.telling import about
from refertext.insights.debts.people import present
from refertext.measures.events import Gift


def called(group: Group, gift: Gift) -> str:
    """What to call a gift: `the introduction of 2026-03-02 (A mid-size haulier in Nampa)`."""
    said = about(group, gift.record)
    return f"the {gift.kind_on(group.as_of)} of {gift.day}{f' ({said})' if said else ''}"


def waiting(group: Group, gift: Gift) -> tuple[str, ...]:
    """Who waits to hear of a gift: its giver, unless they are from outside or have left."""
    giver = present(group, gift.giver)
    return (giver.id,) if giver else ()
