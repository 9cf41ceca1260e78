"""questions: answers to what the other side of a gift asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.referral_life import Step, closed_since
from refertext.insights.debts.gifts import called
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present, in_time_until, present
from refertext.insights.debts.ready import TEXT, in_braces, to_add
from refertext.measures import facts
from refertext.measures.events import Gift
from refertext.problem import Place
from refertext.text.wording import cut_short

TIME = timedelta(days=7)
"""How long after a question its answer is in time."""
_LONGEST = 120


class Unanswered(NamedTuple):
    """A question that waits: the first of those that somebody asked since the last answer to them."""

    owed: Owed
    gift: Gift
    question: str


def unanswered(group: Group) -> tuple[Unanswered, ...]:
    """The questions that the other side has not answered, one for each gift and asker.

    The receivers answer the giver and everybody else, the giver answers the receivers. Any answer that the asker did
    not write answers all questions above it, or of an earlier day. What was asked before a gift came to an end has
    lapsed with it, for the answer is of no use any more. Without `by` nobody knows who is to answer.
    """
    return group.once(_unanswered)


def questions(group: Group) -> tuple[Owed, ...]:
    """The answers that are owed."""
    return tuple(one.owed for one in unanswered(group))


def _unanswered(group: Group) -> tuple[Unanswered, ...]:
    return tuple(
        one
        for gift in facts(group).gifts.events
        if any(entry.ask for entry in gift.record.history)
        for asker, (number, entry) in _waiting(group, gift).items()
        if (one := _one(group, gift, asker, (number, entry)))
    )


def _waiting(group: Group, gift: Gift) -> dict[str, Step]:
    """The first unanswered question of each asker."""
    steps = [(number, entry) for number, entry in gift.record.entries if entry.ask or entry.answer]
    closed = closed_since(group, gift.record)
    found: dict[str, Step] = {}
    for number, entry in sorted(steps, key=lambda step: step[1].date):
        by = group.resolve("members", entry.by) if entry.by else None
        if entry.answer:
            found = {asker: step for asker, step in found.items() if asker == by}
        if entry.ask and by and (closed is None or entry.date > closed):
            found.setdefault(by, (number, entry))
    return found


def _one(group: Group, gift: Gift, asker: str, step: Step) -> Unanswered | None:
    number, entry = step
    who = present(group, asker)
    people = all_present(group, (id_ for id_ in _other_side(gift, asker) if id_ != asker))
    if not who or not people:
        return None
    answer = in_braces({"date": group.as_of, "answer": TEXT, "by": people[0].id})
    question = cut_short(entry.ask or "", _LONGEST)
    owed = Owed(
        topic="questions",
        by=tuple(member.id for member in people),
        to=(who.id,),
        since=entry.date,
        due=in_time_until(people, entry.date, TIME),
        do=f"Answer {who.name} about {called(group, gift)}: “{question}”",
        write=f"under history: - {answer} (with the day and the words of it)",
        place=Place(gift.record.file, ("history", number, "ask")),
        effort=Effort.LINE,
        rule="question-unanswered",
        command=to_add(gift.record.file, ("history",), answer),
    )
    return Unanswered(owed, gift, question)


def _other_side(gift: Gift, asker: str) -> Iterator[str | None]:
    if asker in gift.receivers or not gift.receivers:
        yield gift.giver
    else:
        yield from gift.receivers
