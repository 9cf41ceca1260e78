"""kind-lowered."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Path, Place, Problem, See, Severity
from refertext.records import Referral
from refertext.records.referral import KINDS
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def kind_lowered(group: Group) -> Iterator[Problem]:
    """An entry of the history does not raise the kind.

    A lead may become an introduction, and an introduction a referral, when the prospect agrees. The other
    direction does not exist: what was handed over stays what it was, and what became of it is told by the
    status.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: introduction
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    history:
      - date: 2026-03-09
        kind: lead  # expect: kind-lowered
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    history:
      - date: 2026-03-09
        kind: introduction
    ```
    """
    for referral in group.given_referrals:
        for entry in referral.history:
            if entry.kind:
                yield from _lowered(referral)
                break


def _lowered(referral: Referral) -> Iterator[Problem]:
    kind = referral.kind
    path: Path = ("kind",)
    for number, entry in referral.entries:
        if entry.kind is None:
            continue
        here: Path = ("history", number, "kind")
        if KINDS.index(entry.kind) > KINDS.index(kind):
            kind, path = entry.kind, here
            continue
        said = f"“{kind}” already" if entry.kind == kind else f"“{kind}”, which is more than “{entry.kind}”"
        yield Problem(
            f"On {entry.date} this was to become “{entry.kind}”, but it was {said}",
            Place(referral.file, here),
            "remove kind: from this entry, and tell with status: or note: what became of it",
            (See(f"“{kind}” since here", Place(referral.file, path)),),
        )
