"""`metrics --with`: who would fall short under a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.commitments import Outcome, Verdict
from refertext.group import Group
from refertext.insights.what_if import WhatIf
from refertext.records import Agreement
from refertext.reports.commitments import in_words
from refertext.reports.escape import without_commands
from refertext.reports.paper import Paper, wrapped
from refertext.reports.tables import table


def render(group: Group, draft: Agreement, what_ifs: Sequence[WhatIf], paper: Paper) -> str:
    """For each measured commitment of a draft, who would fall short now, and how often in the last twelve months."""
    return without_commands("\n".join(_lines(group, draft, what_ifs, paper)) + "\n")


def _lines(group: Group, draft: Agreement, what_ifs: Sequence[WhatIf], paper: Paper) -> Iterator[str]:
    head = f"What if “{draft.title}” ({draft.file}) had been in force for the last twelve months?"
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    if not what_ifs:
        yield from wrapped("It has no commitment with a measure and a floor, so nobody can fall short of it.", paper)
    for one in what_ifs:
        yield ""
        yield from (paper.style(line, "bold") for line in wrapped(in_words(one.commitment), paper))
        yield from _one(group, one, paper)


def _one(group: Group, one: WhatIf, paper: Paper) -> Iterator[str]:
    short = sorted(
        (verdict for verdict in one.now if one.missed(verdict) or verdict.judged is Outcome.MISSED),
        key=lambda verdict: (-one.missed(verdict), verdict.subject),
    )
    kept = len(one.now) - len(short)
    yield f"  {kept} of {len(one.now)} would have kept it at the end of every month, or cannot be judged yet."
    if short:
        rows = [
            [_name(group, verdict), str(one.missed(verdict)), verdict.judged.value, _now(verdict)] for verdict in short
        ]
        yield from (f"  {line}" for line in table(["falls short", "months of 12", "today", "with"], rows, paper))


def _name(group: Group, verdict: Verdict) -> str:
    return " + ".join(group.name(id_) for id_ in verdict.subject.ids) or group.settings.group


def _now(verdict: Verdict) -> str:
    return verdict.why.partition(", ")[0]
