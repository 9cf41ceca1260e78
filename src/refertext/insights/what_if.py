"""What if: who would have kept a commitment in the last twelve months, had it been agreed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from refertext.commitments.bound import bounds
from refertext.commitments.judge import verdict
from refertext.commitments.measurable import can_be_judged
from refertext.commitments.tried import has_limits
from refertext.commitments.verdict import Outcome, Verdict
from refertext.commitments.waivers import running_waivers
from refertext.group import Group
from refertext.measures import Facts, facts
from refertext.measures.registry import all_measures
from refertext.measures.window import complete_periods, periods_in
from refertext.records import Agreement, Commitment

_LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One commitment of a draft: the verdicts at the end of each of the last months, and as of the day."""

    commitment: Commitment
    now: tuple[Verdict, ...]
    months: tuple[tuple[date, tuple[Verdict, ...]], ...]

    def missed(self, verdict: Verdict) -> int:
        """At how many of the months' ends the subject of a verdict would have missed it."""
        return sum(
            earlier.judged is Outcome.MISSED
            for _, verdicts in self.months
            for earlier in verdicts
            if earlier.subject == verdict.subject
        )


def what_if(group: Group, draft: Agreement) -> tuple[WhatIf, ...]:
    """Each measured commitment of a draft, as if it had been agreed long ago: the verdicts as of the day, and at the
    ends of the last twelve months. None of one that cannot be judged as it is written.
    """
    agreed = _changed(draft, adopted=_LONG_AGO, ended=None)
    known = facts(group)
    months = complete_periods("month", 12, group.as_of)
    days = [month.last for month in periods_in(months, "month")]
    return tuple(
        WhatIf(
            commitment,
            tuple(_verdicts(known, agreed, number, group.as_of)),
            tuple((day, tuple(_verdicts(known, agreed, number, day))) for day in days),
        )
        for number, commitment in enumerate(agreed.commitments)
        if commitment.measure in all_measures() and has_limits(commitment) and can_be_judged(commitment)
    )


def _changed(agreement: Agreement, **changes: Any) -> Agreement:
    """An agreement with other values, under the same id and file."""
    changed = copy(agreement)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


def _verdicts(known: Facts, agreement: Agreement, number: int, day: date) -> Iterator[Verdict]:
    """The verdicts of a commitment at the end of a day; its own first and last day do not matter here."""
    commitment = replace(agreement.commitments[number], from_=None, until=None)
    commitments = (*agreement.commitments[:number], commitment, *agreement.commitments[number + 1 :])
    whole = _changed(agreement, commitments=commitments)
    measure = all_measures()[commitment.measure or ""]
    waivers = running_waivers(known.group)
    for bound in bounds(replace(known.group, as_of=day), whole, number, measure):
        yield verdict(known, measure, bound, waivers)
