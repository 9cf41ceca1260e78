"""news: word to the giver of what became of a gift that is still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.telling import giver_of
from refertext.insights.debts.gifts import called, waiting
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import in_time_until, present
from refertext.insights.debts.questions import questions
from refertext.insights.debts.ready import TEXT, command, in_braces, short
from refertext.measures import facts
from refertext.measures.events import Handling
from refertext.measures.facts import CONTACT, handling
from refertext.problem import Path, Place
from refertext.records import Member, Referral

TIME = timedelta(days=14)
"""How long an open gift may be silent."""


class Silent(NamedTuple):
    """A gift that is open in the hands of a receiver, and the days since there was news of it."""

    owed: Owed
    handling: Handling
    days: int


def silent(group: Group) -> tuple[Silent, ...]:
    """What is open in the hands of members, stalled or not; a lead that nobody took is in nobody's.

    While a question waits between receiver and giver its answer is owed, and no other news; of a prospect who does
    not wish to be contacted nothing is expected but the end. Who gave from outside, or has left, does not wait.
    """
    return group.once(_silent)


def news(group: Group) -> tuple[Owed, ...]:
    """The news that are owed."""
    return tuple(one.owed for one in silent(group))


def _silent(group: Group) -> tuple[Silent, ...]:
    return tuple(_all(group))


def _all(group: Group) -> Iterator[Silent]:
    asking = {(owed.place.file, id_) for owed in questions(group) for id_ in (*owed.by, *owed.to)}
    for gift, life in facts(group).open_lives:
        record, receiver = gift.record, present(group, life.receiver)
        if receiver is None or (record.file, receiver.id) in asking:
            continue
        prospect = group.prospect(record.prospect)
        if not prospect or prospect.do_not_contact == "no":
            was_contacted = any(entry.status in CONTACT for _, entry in life.steps)
            yield _one(group, handling(gift, life), receiver, was_contacted)


def _one(group: Group, handled: Handling, receiver: Member, was_contacted: bool) -> Silent:
    gift, days = handled.gift, handled.silence_on(group.as_of)
    since = group.as_of - timedelta(days=days)
    it, giver = called(group, gift), giver_of(group, gift.record)
    owed = Owed(
        topic="news",
        by=(receiver.id,),
        to=waiting(group, gift),
        since=since,
        due=in_time_until([receiver], since, TIME),
        do=f"Tell {giver} how {it} stands" if was_contacted else f"Call about {it}, and tell {giver} what came of it",
        write=_write(group, receiver, was_contacted),
        place=Place(gift.record.file, _last_entry(gift.record, since)),
        effort=Effort.LINE if was_contacted else Effort.CALL,
        rule="open-without-news",
        command=_command(group, gift.record, receiver, was_contacted),
    )
    return Silent(owed, handled, days)


def _write(group: Group, receiver: Member, was_contacted: bool) -> str:
    entry = {"date": group.as_of, "by": receiver.id}
    if was_contacted:
        said = in_braces({**entry, "note": TEXT})
        return f"under history: - {said} (the day and the news); if it went on, its next step as status:"
    said = in_braces({**entry, "status": "contacted"})
    return f"under history: - {said} (the day of it), or another status that is true"


def _command(group: Group, record: Referral, receiver: Member, was_contacted: bool) -> str:
    """The command that tells the news; of a lead that went to everyone it says whose they are."""
    by = ["--by", receiver.id] if record.is_to_everyone else []
    step = ["--note", "TEXT"] if was_contacted else ["contacted"]
    return command("advance", short(group, record), *step, *by)


def _last_entry(record: Referral, day: date) -> Path:
    """The day of the last entry of a day; of the gift where none is."""
    numbers = [number for number, entry in record.entries if entry.date == day]
    return ("history", numbers[-1], "date") if numbers else ("date",)
