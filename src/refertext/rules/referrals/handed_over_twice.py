"""handed-over-twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.referral_life import closed_since, is_open
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
from refertext.records.referral import KINDS, ReferralKind
from refertext.rules.rule import rule
from refertext.text.wording import folded


@rule(Severity.WARNING)
def handed_over_twice(group: Group) -> Iterator[Problem]:
    """The same was handed over again while the first one was still open.

    It happens when the same slip is written down twice, after the meeting and again from the chat. Then
    it counts twice for the giver, and the receiver reports on one of the two only. What was closed may be
    given again, and a spin-off of its own is no repetition. A lead that becomes an introduction or a referral keeps its
    file: an entry with `kind:` raises it.

    ## Bad

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: referral
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    prospect: haulier-nampa  # expect: handed-over-twice
    consent:
      date: 2026-03-01
    ```

    ## Bad: a lead that becomes a referral

    ```yaml title="referrals/2026/2026-02-27-kit-larsen-lee-ortiz-51cd.yml"
    kind: lead
    date: 2026-02-27
    from: kit-larsen
    to: lee-ortiz
    prospect: haulier-nampa
    ```

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-lee-ortiz-91ab.yml"
    kind: referral
    date: 2026-03-09
    from: kit-larsen
    to: lee-ortiz
    prospect: haulier-nampa  # expect: handed-over-twice
    consent:
      date: 2026-03-09
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: returned
        note: they only decide in April
    ```

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: referral
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    prospect: haulier-nampa
    consent:
      date: 2026-03-09
    ```
    """
    for alike in _alike(group):
        earlier = alike[0]
        for later in alike[1:]:
            if later.tier != "spin-off" and is_open(group, earlier, later.date):
                yield _problem(group, later, earlier)
            earlier = max(earlier, later, key=lambda referral: closed_since(group, referral) or date.max)


def _alike(group: Group) -> Iterator[list[Referral]]:
    """The referrals that have giver, receiver and prospect (or words about it) in common, where several do, in order of
    date.
    """
    member, prospect = group.former["members"], group.former["prospects"]
    found: dict[tuple[str, str, str, str], list[Referral]] = {}
    for referral in group.given_referrals:
        giver, receiver, whom = referral.from_, referral.to, referral.prospect
        if whom:
            subject, about = prospect.get(whom, whom), ""
        elif referral.about:
            subject, about = "", folded(referral.about)
        else:
            continue
        key = (member.get(giver, giver), member.get(receiver, receiver), subject, about)
        found.setdefault(key, []).append(referral)
    return (alike for alike in found.values() if len(alike) > 1)


def _problem(group: Group, later: Referral, earlier: Referral) -> Problem:
    receiver = "everyone" if later.is_to_everyone else group.name(later.to)
    giver = "somebody outside" if later.giver_is_outside else group.name(later.from_)
    kind = _kind_on(earlier, later.date)
    the = "The same" if kind == later.kind else "The"
    mend = "remove the file that repeats the other, or close the earlier one in its history"
    if KINDS.index(later.kind) > KINDS.index(kind):
        mend = (
            f"remove this file, and write what it says into {earlier.file}: in the history an entry with "
            f"date: {later.date} and kind: {later.kind}"
        )
    return Problem(
        f"{the} {kind} from {giver} to {receiver} of {earlier.date} was still open on {later.date}",
        _subject(later),
        mend,
        (See("handed over before", _subject(earlier)),),
    )


def _kind_on(referral: Referral, day: date) -> ReferralKind:
    """The kind of a referral on a day, raised by the entries up to it."""
    raised = (entry.kind for entry in referral.history if entry.kind and entry.date <= day)
    return max((referral.kind, *raised), key=KINDS.index)


def _subject(referral: Referral) -> Place:
    return Place(referral.file, ("prospect",) if referral.prospect else ("about",))
