"""What if: who would have kept a draft's commitments in the last twelve months, had they been agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from refertext.commitments import rule_verdicts
from refertext.commitments.aims import is_only_an_aim
from refertext.commitments.bound import bounds
from refertext.commitments.judge import verdict
from refertext.commitments.measurable import faults
from refertext.commitments.verdict import Outcome, Verdict
from refertext.commitments.waivers import running_waivers
from refertext.group import Group
from refertext.group.on_record import records_begin
from refertext.measures import Facts, Subject, facts
from refertext.measures.registry import all_measures
from refertext.measures.window import complete_periods, periods_in
from refertext.records import Agreement, Commitment

_JUDGED = (Outcome.KEPT, Outcome.AT_RISK, Outcome.MISSED)


class Fate(StrEnum):
    """How a subject would have done under a draft, on all the days looked at."""

    KEPT = "kept"
    FELL_SHORT = "fell short"
    UNKNOWN = "cannot be judged"


@dataclass(frozen=True, slots=True)
class Trial:
    """One subject under a commitment of a draft: the verdicts at the ends of months, and as of the day; that is None
    for who is bound no more. Waivers do not count: they were given for another rule.
    """

    subject: Subject
    months: tuple[Verdict, ...]
    now: Verdict | None

    @property
    def judged(self) -> int:
        """At how many months' ends there was anything to judge."""
        return sum(one.judged in _JUDGED for one in self.months)

    @property
    def missed(self) -> int:
        """At how many of them it was missed."""
        return sum(one.judged is Outcome.MISSED for one in self.months)

    @property
    def fate(self) -> Fate:
        """How they would have done, all days together."""
        outcomes = {one.judged for one in (*self.months, *([self.now] if self.now else []))}
        if Outcome.MISSED in outcomes:
            return Fate.FELL_SHORT
        return Fate.KEPT if outcomes.intersection(_JUDGED) else Fate.UNKNOWN


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One commitment of a draft: a trial for each subject it would have bound, in order of subject.

    `months` are the ends of months it was tried at; none for a rule, which looks at the records as they are now.
    `silent` says why nobody is judged by it, as a sentence without full stop; empty where somebody can be.
    """

    commitment: Commitment
    months: tuple[date, ...] = ()
    trials: tuple[Trial, ...] = ()
    silent: str = ""

    def of(self, fate: Fate) -> list[Trial]:
        """The trials with a fate, those who missed most first."""
        found = [trial for trial in self.trials if trial.fate is fate]
        return sorted(found, key=lambda trial: (-trial.missed, trial.subject))


def what_if(group: Group, draft: Agreement, found: Mapping[str, AbstractSet[str]]) -> tuple[WhatIf, ...]:
    """Each commitment of a draft, as if it had been agreed when records began: nobody is judged by the days before.

    `found` are the ids of the members about whom each rule that the draft names finds something now.
    """
    agreed = _changed(draft, adopted=records_begin(group) or group.as_of, ended=None)
    agreed = _changed(agreed, commitments=tuple(replace(one, from_=None, until=None) for one in draft.commitments))
    return tuple(_what_if(group, agreed, number, found) for number in range(len(agreed.commitments)))


def months_ends(group: Group) -> tuple[date, ...]:
    """The last days of the last twelve complete months."""
    return tuple(month.last for month in periods_in(complete_periods("month", 12, group.as_of), "month"))


def _what_if(group: Group, agreed: Agreement, number: int, found: Mapping[str, AbstractSet[str]]) -> WhatIf:
    commitment = agreed.commitments[number]
    silent = _why_silent(commitment, found)
    if silent:
        return WhatIf(commitment, silent=silent)
    if commitment.rule:
        alone = replace(group, agreements={agreed.id: agreed})
        now = [one for one in rule_verdicts(alone, found) if one.path[1] == number]
        return _with_trials(WhatIf(commitment), [], now)
    days, known = months_ends(group), facts(group)
    months = [one for day in days for one in _verdicts(known, agreed, number, day)]
    return _with_trials(WhatIf(commitment, days), months, list(_verdicts(known, agreed, number, group.as_of)))


def _why_silent(commitment: Commitment, rules: Mapping[str, object]) -> str:
    """Why nobody can be judged by a commitment, whoever they are; empty where somebody can be."""
    for message, _, mend in faults(commitment):
        return f"{message}: {mend}"
    if commitment.promise:
        return "these are words, which nobody counts"
    if commitment.rule:
        return "" if commitment.rule in rules else f"there is no rule “{commitment.rule}”"
    measure = all_measures().get(commitment.measure or "")
    if measure is None:
        return f"there is no measure “{commitment.measure}”"
    if is_only_an_aim(measure, commitment):
        return "this is something to aim at, without a floor or a limit, so nobody falls short of it"
    return ""


def _with_trials(one: WhatIf, months: Sequence[Verdict], now: Sequence[Verdict]) -> WhatIf:
    by_subject: dict[Subject, list[Verdict]] = defaultdict(list)
    for verdict_ in months:
        by_subject[verdict_.subject].append(verdict_)
    today = {verdict_.subject: verdict_ for verdict_ in now}
    subjects = sorted({*by_subject, *today})
    trials = tuple(Trial(subject, tuple(by_subject[subject]), today.get(subject)) for subject in subjects)
    return replace(one, trials=trials, silent="" if trials else "it would bind nobody")


def _changed(agreement: Agreement, **changes: Any) -> Agreement:
    """An agreement with other values, under the same id and file."""
    changed = copy(agreement)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


def _verdicts(known: Facts, agreed: Agreement, number: int, day: date) -> Iterator[Verdict]:
    """The verdicts of a commitment at the end of a day."""
    measure = all_measures()[agreed.commitments[number].measure or ""]
    waivers = running_waivers(known.group)
    for bound in bounds(replace(known.group, as_of=day), agreed, number, measure):
        yield verdict(known, measure, bound, waivers)
