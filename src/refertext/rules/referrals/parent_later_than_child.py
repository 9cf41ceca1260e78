"""parent-later-than-child."""

from collections.abc import Iterator, Mapping

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
from refertext.rules.rule import rule

Link = tuple[Referral, Referral]
"""A referral and its parent."""


@rule(Severity.WARNING)
def parent_later_than_child(group: Group) -> Iterator[Problem]:
    """A spin-off is older than the referral it came from, or came from itself.

    The parent comes first. When the days say otherwise, one of them is wrong, or the two ids were
    swapped. Nor can two of one day be the parents of each other.

    ## Bad

    ```yaml title="referrals/2026/2026-02-25-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-02-25
    from: kit-larsen
    to: brian-cho
    about: the haulier's sister company
    tier: spin-off
    parent: 2026-03-02-kit-larsen-brian-cho-7f3a  # expect: parent-later-than-child
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: the haulier's sister company
    tier: spin-off
    parent: 2026-03-02-kit-larsen-brian-cho-7f3a
    ```
    """
    of_one_day: dict[str, Link] = {}
    for referral in group.given_referrals:
        if not referral.parent or (parent := group.referral(referral.parent)) is None:
            continue
        place = Place(referral.file, ("parent",))
        if parent.id == referral.id:
            yield Problem("This referral names itself as its parent", place, "write the id of the one it came from")
        elif referral.date == parent.date:
            of_one_day[referral.id] = referral, parent
        elif referral.date < parent.date <= group.as_of:
            yield Problem(
                f"This was given on {referral.date}, before its parent of {parent.date}",
                place,
                "correct one of the two days, or write the id of the referral it came from",
                (See(f"given on {parent.date}", Place(parent.file, ("date",))),),
            )
    for last, parent in _rings(of_one_day):
        yield Problem(
            f"This is said to have come from {parent.id}, which is said to have come from this",
            Place(last.file, ("parent",)),
            "remove parent: and tier: spin-off from the one that was first",
            (See("and the other way round", Place(parent.file, ("parent",))),),
        )


def _rings(links: Mapping[str, Link]) -> Iterator[Link]:
    """Where referrals of one day came from each other, round and round: the link that closes the ring."""
    done: set[str] = set()
    for first in links:
        here = first
        walked: dict[str, Link] = {}
        while here in links and here not in done and here not in walked:
            walked[here] = links[here]
            here = links[here][1].id
        if here in walked:
            yield walked[next(reversed(walked))]
        done |= walked.keys()
