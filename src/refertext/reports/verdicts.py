"""Verdicts in lines: those of the group by agreement, those of one member one by one, and as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from refertext.commitments import Outcome, Verdict
from refertext.commitments.aims import REACHED, is_about_an_aim, label
from refertext.group import Group
from refertext.insights.overview import Tally, tallies
from refertext.insights.standing import in_short
from refertext.records import Agreement
from refertext.reports.commitments import in_quotes, in_words
from refertext.reports.paper import Paper, wrapped
from refertext.text.wording import listed

_MOST_NAMES = 8
_MOST_REASONS = 3
_MANNERS = {Outcome.KEPT: "note", Outcome.AT_RISK: "warning", Outcome.MISSED: "error"}
_NAMED = (Outcome.AT_RISK, Outcome.MISSED)
_FOUND = {Outcome.MISSED: "found among what is to be mended:", Outcome.KEPT: "nothing found of this:"}


def by_agreement(group: Group, verdicts: Sequence[Verdict], paper: Paper) -> Iterator[str]:
    """How the commitments of each agreement stand: how many keep each one, and who does not."""
    for title, those in groupby(tallies(verdicts), key=lambda tally: _title(tally.verdicts[0])):
        yield from wrapped(title, paper, indent=2)
        for tally in those:
            worst = next((outcome for outcome in reversed(_NAMED) if tally.of(outcome)), None)
            lines = wrapped(f"{commitment(tally.verdicts[0])}: {_counts(group, tally)}", paper, indent=4)
            yield from (paper.style(line, _MANNERS[worst]) if worst else line for line in lines)


def _title(verdict: Verdict) -> str:
    return verdict.record.title if isinstance(verdict.record, Agreement) else "Promises of partners"


def _counts(group: Group, tally: Tally) -> str:
    """How many have which outcome, by name where that is no good one."""
    counts = {
        outcome: f"{len(those)} {outcome.value}{_names(group, those) if outcome in _NAMED else ''}"
        for outcome in Outcome
        if (those := tally.of(outcome))
    }
    aims = [label(verdict) for verdict in tally.of(Outcome.KEPT) if is_about_an_aim(verdict)]
    if aims:
        counts[Outcome.KEPT] = f"{aims.count(REACHED)} of {len(aims)} reach it"
    return ", ".join(counts.values())


def _names(group: Group, verdicts: Sequence[Verdict]) -> str:
    whose = [" and ".join(map(group.name, verdict.subject.ids)) for verdict in verdicts]
    if whose == [""]:
        return ""
    more = len(whose) - _MOST_NAMES
    return f" ({'; '.join([*whose[:_MOST_NAMES], f'{more:,} more'] if more > 0 else whose)})"


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict as its member reads it, or several of one commitment that say nothing yet: its `label`, how it stands
    in words, and what it would take to keep it.
    """

    verdict: Verdict
    label: str
    said: str
    mend: str


def of_member(group: Group, member: str, verdicts: Sequence[Verdict], paper: Paper) -> Iterator[str]:
    """The verdicts about a member in lines."""
    for one in told(group, member, verdicts):
        text = f"{one.said}; {one.mend}" if one.mend else one.said
        yield from _line(one.label, one.verdict.outcome, text, paper)


def told(group: Group, member: str, verdicts: Sequence[Verdict]) -> Iterator[Told]:
    """The verdicts about a member; those of one commitment with many others that say nothing yet, together."""
    for tally in tallies(verdicts):
        silent = tally.of(Outcome.TOO_EARLY)
        for verdict in tally.verdicts:
            if len(silent) == 1 or verdict.outcome is not Outcome.TOO_EARLY:
                yield Told(verdict, label(verdict), _own(group, member, verdict), verdict.mend)
        if len(silent) > 1:
            yield Told(silent[0], Outcome.TOO_EARLY.value, f"{commitment(silent[0])}{_why_silent(silent)}", "")


def _why_silent(silent: Sequence[Verdict]) -> str:
    """Why it is too early for several; what is so of most of them first."""
    reasons = Counter(sorted(verdict.why for verdict in silent)).most_common()
    if len(reasons) == 1:
        return f": {reasons[0][0]}"
    shown = [f"{why} ({many})" for why, many in reasons[:_MOST_REASONS]]
    more = sum(many for _, many in reasons[_MOST_REASONS:])
    return f", {len(silent)} of them: {listed([*shown, f'other reasons ({more})'] if more else shown)}"


def _own(group: Group, member: str, verdict: Verdict) -> str:
    others = [group.name(id_) for id_ in verdict.subject.ids if id_ != member]
    whose = f" (with {listed(others)})" if others else ""
    return f"{_said(group, verdict)}{whose}"


def _said(group: Group, verdict: Verdict) -> str:
    """What a verdict is about and how it stands: a number, a rule, or the commitment where there is neither."""
    if (found := _of_rule(verdict)) and verdict.outcome in _FOUND:
        return f"{_FOUND[verdict.outcome]} {found}"
    if verdict.outcome is not verdict.judged or not isinstance(verdict.record, Agreement):
        return verdict.why if verdict.tried and verdict.outcome is verdict.judged else _with_commitment(verdict)
    if verdict.tried and verdict.tried.value.amount is not None:
        return in_short(group, verdict.tried)
    return _with_commitment(verdict)


def _of_rule(verdict: Verdict) -> str:
    """What the rule of a commitment is about, in quotes; empty where it has none."""
    number = verdict.path[1]
    if not isinstance(verdict.record, Agreement) or not isinstance(number, int):
        return ""
    rule = verdict.record.commitments[number].rule
    return in_quotes(rule) if rule else ""


def _with_commitment(verdict: Verdict) -> str:
    return f"{commitment(verdict)}: {verdict.why}"


def _line(label: str, outcome: Outcome, text: str, paper: Paper) -> Iterator[str]:
    first, *rest = wrapped(text, paper, indent=13)
    yield f"  {paper.style(f'{label:<9}', _MANNERS.get(outcome, 'help'))}  {first.strip()}"
    yield from rest


def commitment(verdict: Verdict) -> str:
    """The commitment that a verdict is about, in words."""
    number = verdict.path[1]
    if isinstance(verdict.record, Agreement) and isinstance(number, int):
        return in_words(verdict.record.commitments[number])
    return "promises of cycles"


def as_plain(verdict: Verdict) -> dict[str, Any]:
    """A verdict as plain data; `commitment` is its number in the file, or that of the cycle."""
    return {
        "subject": str(verdict.subject),
        "outcome": label(verdict),
        "what": commitment(verdict),
        "why": verdict.why,
        "mend": verdict.mend,
        "file": verdict.record.file,
        "commitment": verdict.path[1],
    }
