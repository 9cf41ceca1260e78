"""range-backwards."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Path, Place, Problem, Severity
from refertext.records import Agreement, Member, Partnership
from refertext.rules.rule import rule

Range = tuple[str, str, Path, date, str, date]
"""What begins and how, the file and the path of its first day, the first day, how it ends, the last day."""


def _ranges(group: Group) -> Iterator[Range]:
    file = group.settings.file
    for pause in group.settings.breaks:
        yield "The break begins", file, (*pause.path, "from"), pause.from_, "ends", pause.until
    for seat in group.settings.seats:
        if seat.since and seat.until:
            what = f"The notice about {seat.category} begins"
            yield what, file, (*seat.path, "since"), seat.since, "ends", seat.until
    for member in group.members.values():
        yield from _of_member(member)
    for agreement in group.agreements.values():
        what = f"“{agreement.title}” was adopted"
        for how, last in (("ended", agreement.ended), ("was changed", agreement.changed)):
            if last:
                yield what, agreement.file, ("adopted",), agreement.adopted, how, last
        yield from _of_concerns(agreement)
    for partnership in group.partnerships.values():
        yield from _of_cycles(partnership)
        yield from _of_concerns(partnership)


def _of_member(member: Member) -> Iterator[Range]:
    for number, leave in enumerate(member.leave):
        path: Path = ("leave", number, "from")
        yield f"{member.name}'s leave begins", member.file, path, leave.from_, "ends", leave.until
    for way, seat in member.seats:
        for number, consent in enumerate(seat.consents):
            if consent.until:
                path = (*way, "consents", number, "date")
                yield "This consent was given", member.file, path, consent.date, "ends", consent.until


def _of_cycles(partnership: Partnership) -> Iterator[Range]:
    for number, cycle in enumerate(partnership.cycles):
        begun = "The cycle begins", partnership.file, ("cycles", number, "from"), cycle.from_
        if cycle.from_ > cycle.until:
            yield *begun, "ends", cycle.until
        elif cycle.evaluated and cycle.evaluated.date:
            yield *begun, "was evaluated", cycle.evaluated.date


def _of_concerns(record: Agreement | Partnership) -> Iterator[Range]:
    for number, concern in enumerate(record.concerns):
        if concern.settled:
            path = ("concerns", number, "raised")
            yield "This concern was raised", record.file, path, concern.raised, "was settled", concern.settled


@rule(Severity.WARNING)
def range_backwards(group: Group) -> Iterator[Problem]:
    """Something ends before it begins.

    A leave, a break or a cycle lasts from its first day to its last, both included. In this order it has
    no day at all, so it counts for nothing. Nor is a concern settled before it is raised, a cycle evaluated before
    it begins, an agreement changed before it is adopted. Mostly it is the year that is wrong, around the turn of the
    year.

    ## Bad

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-12-24  # expect: range-backwards
        until: 2026-01-01
        why: holidays
    ```

    ## Bad: a concern

    ```yaml title="agreements/show-up.md"
    concerns:
      - raised: 2026-03-05  # expect: range-backwards
        by: kit-larsen
        settled: 2025-03-09
        outcome: we begin at half past
    ```

    ## Good

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-12-24
        until: 2027-01-01
        why: holidays
    ```
    """
    for begins, file, path, first, ends, last in _ranges(group):
        if first > last:
            yield Problem(
                f"{begins} on {first}, but {ends} on {last}",
                Place(file, path),
                "correct the first or the last day, so that the first one comes first",
            )
