"""What the topics about gifts share: how to call one, and who waits to hear of it."""

from __future__ import annotations

from refertext.group import Group
from refertext.insights.debts.people import present
from refertext.measures.events import Gift

_LONGEST = 60


def called(group: Group, gift: Gift) -> str:
    """What to call a gift: `the introduction of 2026-03-02 (A mid-size haulier in Nampa)`."""
    record = gift.record
    prospect = group.prospect(record.prospect)
    about = prospect.alias if prospect else record.about
    said = f" ({shortened(about)})" if about else ""
    return f"the {gift.kind_on(group.as_of)} of {gift.day}{said}"


def giver_of(group: Group, gift: Gift) -> str:
    """How to call who gave it; of somebody outside, what is said of them."""
    if gift.giver is None:
        return gift.record.from_.removeprefix("outside:").strip() or "somebody outside"
    return group.name(gift.giver)


def waiting(group: Group, gift: Gift) -> tuple[str, ...]:
    """Who waits to hear of a gift: its giver, unless they are from outside or have left."""
    giver = present(group, gift.giver)
    return (giver.id,) if giver else ()


def shortened(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, the words at its end left out where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words = line[:longest].rsplit(" ", 1)[0]
    return f"{words[: longest - 1].rstrip(' ,.;:')}…"
