"""Promises: what partners promised each other in a cycle of their partnership, against what they delivered."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from refertext.commitments.periods import is_past_the_middle
from refertext.commitments.tried import Tried, counted
from refertext.commitments.uncertain import in_doubt
from refertext.commitments.verdict import Outcome, Verdict
from refertext.commitments.waivers import Waivers, excused
from refertext.group.memberships import counted_days
from refertext.group.pairs import partners
from refertext.measures import Facts, Subject, Window, a_pair
from refertext.measures.registry import all_measures
from refertext.problem import Path
from refertext.records import Partnership
from refertext.records.partnership import Cycle

REFERRALS = ("referral", "referrals")


def of_cycle(facts: Facts, partnership: Partnership, number: int, waivers: Waivers) -> Iterator[Verdict]:
    """The verdicts of a cycle's promises between two members, one for each who promised something; none before it
    begins. A waiver for the file of the one who promised excuses, and one for the partnership's.
    """
    group, cycle = facts.group, partnership.cycles[number]
    if cycle.from_ > min(cycle.until, group.as_of):
        return
    both = partners(group, partnership)
    for id_, count in cycle.promise.items():
        giver = group.resolve("members", id_)
        if count and giver in both:
            receiver = both[both[0] == giver]
            one = _tried(facts, cycle, a_pair(giver, receiver), count)
            yield _verdict(facts, partnership, ("cycles", number, "promise", id_), one, waivers)


def _tried(facts: Facts, cycle: Cycle, subject: Subject, count: int) -> Tried:
    window = Window(cycle.from_, cycle.until)
    value = all_measures()["referrals"].of(facts, subject, window)
    return Tried(window, value, at_least=Fraction(count), at_most=None, target=None, whole=True)


def _verdict(facts: Facts, partnership: Partnership, path: Path, one: Tried, waivers: Waivers) -> Verdict:
    today, subject = facts.group.as_of, one.value.subject
    outcome = _outcome(facts, one)
    said = f"{one.value.amount} of {counted(int(one.at_least or 0), REFERRALS)} promised, {one.window}"
    verdict = Verdict(
        record=partnership,
        path=path,
        subject=subject,
        day=min(one.window.last, today),
        outcome=outcome,
        judged=outcome,
        why="on leave all the time that counts" if outcome is Outcome.WAIVED else said,
        mend=_mend(one) if outcome in (Outcome.AT_RISK, Outcome.TOO_EARLY) else "",
        tried=one,
    )
    files = [partnership.file, facts.group.members[subject.member].file]
    return excused(in_doubt(facts.group, verdict), waivers, files)


def _outcome(facts: Facts, one: Tried) -> Outcome:
    """A promise is at risk past the middle of its cycle; until then nobody can tell, unless it is kept already."""
    window, today = one.window, facts.group.as_of
    giver = facts.group.members[one.value.subject.member]
    if not counted_days([giver], window.first, window.last):
        return Outcome.WAIVED
    if one.is_met:
        return Outcome.KEPT
    if window.last <= today:
        return Outcome.MISSED
    return Outcome.AT_RISK if is_past_the_middle(window, today) else Outcome.TOO_EARLY


def _mend(one: Tried) -> str:
    return f"{counted(ceil(one.lacking), REFERRALS, 'more ')} by {one.window.last}"
