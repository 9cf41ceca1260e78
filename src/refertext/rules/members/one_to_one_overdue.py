"""one-to-one-overdue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from refertext.commitments import Outcome
from refertext.group import Group
from refertext.insights.debts.one_at_a_time import steps
from refertext.insights.debts.one_to_ones import Unmet
from refertext.insights.standing import floor_in_words
from refertext.problem import Problem, Severity
from refertext.rules.agreements.sentences import agreed, where_signed
from refertext.rules.rule import rule
from refertext.text.wording import listed

_MOST = 6
"""Of partners that are named; more are counted."""


@rule(Severity.WARNING)
def one_to_one_overdue(group: Group) -> Iterator[Problem]:
    """Members have met each other less often than was agreed.

    One cannot refer a person whom one has only heard before the second coffee. Each pair is named once, in the file of
    the one whose id comes first; nobody meets while one of them is on leave, and who met since is not named any more.
    Of partners, cycle-without-evaluation and review-overdue speak first: a review is a one-to-one, too.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: one-to-ones
        at_least: 1
        over: 12 months
        with: each member
    ```

    ```yaml title="members/brian-cho.md"
    signed:
      show-up: 2025-02-06  # expect: one-to-one-overdue
    ```

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-01-09  # expect: one-to-one-overdue
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: one-to-ones
        at_least: 1
        over: 12 months
        with: each member
    ```

    ```yaml title="meetings/2026/2026-02-23-brian-cho-kit-larsen-c4x1.md"
    ---
    kind: one-to-one
    date: 2026-02-23
    between: [brian-cho, kit-larsen]
    ---
    ```

    ```yaml title="meetings/2026/2026-02-25-kit-larsen-lee-ortiz-h9w3.md"
    ---
    kind: one-to-one
    date: 2026-02-25
    between: [kit-larsen, lee-ortiz]
    ---
    ```
    """
    missed = (one for one in steps(group).one_to_ones if one.verdict.outcome is Outcome.MISSED)
    for _, found in groupby(missed, key=lambda one: one.members[0].id):
        yield _problem(group, list(found))


def _problem(group: Group, pairs: list[Unmet]) -> Problem:
    member, first = pairs[0].members[0], pairs[0].verdict
    met = [f"{one.members[1].name} ({_how_often(group, one)})" for one in pairs[:_MOST]]
    more = [f"{len(pairs) - _MOST} more"] if len(pairs) > _MOST else []
    see = {agreed(one.verdict): None for one in pairs}
    return Problem(
        f"{member.name} has met less often than agreed with {listed([*met, *more])}",
        where_signed(group, member, first.record),
        "arrange a one-to-one with each, and write a file in meetings/ with kind: one-to-one",
        tuple(see),
    )


def _how_often(group: Group, one: Unmet) -> str:
    """How often two met, of how often they agreed to: `0 of 1 from 2025-07-01 to 2025-12-31`."""
    tried = one.verdict.tried
    return f"{tried.amount} of {floor_in_words(group, tried)}, {tried.window}" if tried else one.verdict.why
