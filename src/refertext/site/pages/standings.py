"""How a commitment stands: the verdicts about it, grouped by outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refertext.commitments import Outcome, Verdict
from refertext.commitments.aims import label
from refertext.site.days import in_days
from refertext.site.numbers import Number, number
from refertext.site.people import Person, people
from refertext.site.site import Site

MOST_SHOWN = 40
"""How many of one outcome are shown; the others are counted."""
_IN_ORDER = ("missed", "at risk", "uncertain", "not yet", "reached", "kept", "too early", "waived")
_BEST_FIRST = ("kept", "reached", "at risk", "missed", "uncertain", "waived", "not yet", "too early")
_TOLD = (Outcome.MISSED, Outcome.AT_RISK)


@dataclass(frozen=True, slots=True)
class One:
    """One subject: a member, a pair, or nobody for the group; how it stands and what it takes to keep it, in words.

    What a rule finds stands among the findings. `number` opens what it rests on; it is there only where the commitment
    is missed or at risk.
    """

    who: tuple[Person, ...]
    why: str
    mend: str
    number: Number | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Those with one outcome: missed, at risk, uncertain, kept, too early, waived; of an aim, reached or not yet."""

    outcome: str
    count: int
    ones: tuple[One, ...]
    more: int


def standings(site: Site, verdicts: Sequence[Verdict]) -> Iterator[Standing]:
    """The verdicts of one commitment by outcome, what needs a word first."""
    by_label: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_label.setdefault(label(verdict), []).append(verdict)
    for outcome in sorted(by_label, key=_IN_ORDER.index):
        those = by_label[outcome]
        ones = tuple(_one(site, verdict) for verdict in those[:MOST_SHOWN])
        yield Standing(outcome, len(those), ones, len(those) - len(ones))


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many verdicts have which outcome, best first; a mere aim is reached or not yet, and nobody keeps it."""
    labels = Counter(map(label, verdicts))
    return {outcome: labels[outcome] for outcome in _BEST_FIRST}


def _one(site: Site, verdict: Verdict) -> One:
    shown = verdict.tried if verdict.outcome in _TOLD else None
    return One(
        who=people(site, verdict.subject.ids),
        why=in_days(verdict.why),
        mend=in_days(verdict.mend) if verdict.tried else "",
        number=number(site, shown.value) if shown else None,
    )
