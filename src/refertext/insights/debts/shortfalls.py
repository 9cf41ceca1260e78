"""shortfalls: what is still missing to what was agreed, or promised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from refertext.commitments import Outcome, Verdict, promise_verdicts, verdicts
from refertext.commitments.tried import Tried
from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present
from refertext.insights.standing import is_of_one_to_ones, missing
from refertext.measures import Kind, Subject
from refertext.problem import Place
from refertext.records import Partnership

_WHERE = {
    "attendance": "attendance: in the file of each meeting",
    "contact": "a file in meetings/ for each",
    "giving": "a file in referrals/ for each",
    "outcomes": "what came of each under history: in its file",
}


def shortfalls(group: Group) -> tuple[Owed, ...]:
    """What is missing to commitments and promises that are at risk or missed, in time by the end of the running
    period; where a window rolls, today. One-to-ones of pairs are a topic of their own.
    """
    return tuple(_all(group))


def _all(group: Group) -> Iterator[Owed]:
    for verdict in chain(verdicts(group), promise_verdicts(group)):
        one = missing(group, verdict)
        ids = verdict.subject.ids
        if one and not is_of_one_to_ones(verdict) and len(all_present(group, ids)) == len(ids):
            yield _owed(group, verdict, one)


def _owed(group: Group, verdict: Verdict, one: Tried) -> Owed:
    by, to = _sides(verdict.subject, mutual=one.value.measure.mutual)
    return Owed(
        topic="shortfalls",
        by=by,
        to=to,
        since=one.window.first,
        due=one.window.last,
        do=_do(group, verdict),
        write=_WHERE.get(one.value.measure.family, ""),
        place=Place(verdict.record.file, verdict.path),
        effort=Effort.WORK,
        rule="floor-missed" if verdict.outcome is Outcome.MISSED else "at-risk",
    )


def _sides(subject: Subject, *, mutual: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who brings it about, and who waits for it."""
    if subject.kind is Kind.PAIR and not mutual:
        giver, receiver = subject.pair
        return (giver,), (receiver,)
    return subject.ids, ()


def _do(group: Group, verdict: Verdict) -> str:
    if isinstance(verdict.record, Partnership):
        return f"Keep your promise to {group.name(verdict.subject.pair[1])}: {verdict.mend}"
    return f"Keep “{verdict.record.title}”: {verdict.mend}"
