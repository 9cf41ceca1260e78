"""shortfalls: what is still missing to what was agreed, or promised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from refertext.commitments import Outcome, Verdict, promise_verdicts, verdicts
from refertext.commitments.tried import Tried
from refertext.group import Group
from refertext.insights.brought_about import RECEIVED, brought_about
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present
from refertext.insights.standing import is_of_one_to_ones, missing
from refertext.measures import Kind, Measure, Subject
from refertext.problem import Place
from refertext.records import Partnership


def shortfalls(group: Group) -> tuple[Owed, ...]:
    """What is missing to commitments and promises that are at risk or missed, in time by the end of the running
    period; where a window rolls, today. What cannot be kept before a later day, however much is done, is due on that
    day: what takes some meetings, or is to be forgotten. One-to-ones of pairs are a topic of their own.
    """
    return tuple(_all(group))


def _all(group: Group) -> Iterator[Owed]:
    for verdict in chain(verdicts(group), promise_verdicts(group)):
        one = missing(group, verdict)
        ids = verdict.subject.ids
        if one and not is_of_one_to_ones(verdict) and len(all_present(group, ids)) == len(ids):
            yield _owed(group, verdict, one)


def _owed(group: Group, verdict: Verdict, one: Tried) -> Owed:
    measure, subject = one.value.measure, verdict.subject
    by, to = _sides(subject, measure)
    write, command = brought_about(group, measure, subject)
    return Owed(
        topic="shortfalls",
        by=by,
        to=to,
        since=one.window.first,
        due=max(one.window.last, verdict.mended_on or one.window.last),
        do=_do(group, verdict),
        write=write,
        place=Place(verdict.record.file, verdict.path),
        effort=Effort.WORK,
        rule="floor-missed" if verdict.outcome is Outcome.MISSED else "at-risk",
        command=command,
    )


def _sides(subject: Subject, measure: Measure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who brings it about, and who waits for it; what is received others give."""
    if measure.name in RECEIVED:
        return subject.ids[1:], subject.ids[:1]
    if subject.kind is Kind.PAIR and not measure.mutual:
        giver, receiver = subject.pair
        return (giver,), (receiver,)
    return subject.ids, ()


def _do(group: Group, verdict: Verdict) -> str:
    if isinstance(verdict.record, Partnership):
        return f"Keep your promise to {group.name(verdict.subject.pair[1])}: {verdict.mend}"
    return f"Keep “{verdict.record.title}”: {verdict.mend}"
