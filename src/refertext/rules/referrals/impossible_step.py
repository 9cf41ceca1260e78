"""impossible-step."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import Step, lives, misplaced
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
from refertext.records.referral import CLOSING, Entry
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def impossible_step(group: Group) -> Iterator[Problem]:
    """A status that cannot follow what was there before.

    A referral is accepted, contacted, met, proposed, and then won, lost or not-a-fit. Steps may be left
    out, none goes back. Returned stands in place of accepted; stalled may stand anywhere until the end;
    after won only won follows, for repeat business. Out of this order nobody can tell how long the steps
    take. Who took up the same lead to everyone is judged apart, by the name after `by`.

    ## Bad: back again

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-05
        status: met
      - date: 2026-03-06
        status: contacted  # expect: impossible-step
    ```

    ## Bad: after the end

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-05
        status: lost
      - date: 2026-03-10
        status: proposed  # expect: impossible-step
    ```

    ## Bad: returned after it was accepted

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-03
        status: accepted
      - date: 2026-03-06
        status: returned  # expect: impossible-step
        note: too small for us
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-03
        status: accepted
      - date: 2026-03-05
        status: met
      - date: 2026-03-06
        status: stalled
      - date: 2026-03-10
        status: proposed
    ```
    """
    for referral in group.given_referrals:
        if len(referral.history) > 1 and next(misplaced(referral.entries), None):
            for life in lives(group, referral):
                for step, before in misplaced(life.steps):
                    yield _problem(referral, step, before)


def _problem(referral: Referral, step: Step, before: Step) -> Problem:
    number, entry = step
    message, mend = _words(entry, before[1])
    see = See("the earlier step", Place(referral.file, ("history", before[0], "status")))
    return Problem(message, Place(referral.file, ("history", number, "status")), mend, (see,))


def _words(entry: Entry, before: Entry) -> tuple[str, str]:
    follows = f"“{entry.status}” follows “{before.status}” of {before.date}"
    if before.status == "won":
        return f"{follows}, but after “won” only “won” can follow", "write note: instead of status:"
    if before.status in CLOSING:
        mend = "hand it over as a new referral, or correct the earlier status"
        return f"{follows}, which was the end of this referral", mend
    if entry.status == "returned":
        mend = "write status: lost or status: not-a-fit"
        return f"{follows}, but only what was not accepted can be returned", mend
    mend = "correct the status or its date, or write note: instead of status:"
    return f"{follows}, but a referral does not go back", mend
