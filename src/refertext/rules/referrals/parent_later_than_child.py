"""parent-later-than-child."""

from collections.abc import Iterator, Sequence

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
from refertext.rules.rule import rule


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
    for referral in group.given_referrals:
        if not referral.parent or (parent := group.referral(referral.parent)) is None:
            continue
        place = Place(referral.file, ("parent",))
        if parent.id == referral.id:
            yield Problem("This referral names itself as its parent", place, "write the id of the one it came from")
        elif referral.date < parent.date <= group.as_of:
            yield Problem(
                f"This was given on {referral.date}, before its parent of {parent.date}",
                place,
                "correct one of the two days, or write the id of the referral it came from",
                (See(f"given on {parent.date}", Place(parent.file, ("date",))),),
            )
    for ring in _rings(group):
        last, parent = ring[-1], ring[0]
        yield Problem(
            f"This is said to have come from {parent.id}, which is said to have come from this",
            Place(last.file, ("parent",)),
            "remove parent: and tier: spin-off from the one that was first",
            (See("and the other way round", Place(parent.file, ("parent",))),),
        )


def _rings(group: Group) -> Iterator[Sequence[Referral]]:
    """The referrals of one day that came from each other, round and round; each ring once."""
    done: set[str] = set()
    for referral in group.given_referrals:
        if not referral.parent:
            continue
        walked: dict[str, Referral] = {}
        here: Referral | None = referral
        while here and here.id not in done and here.id not in walked:
            walked[here.id] = here
            here = _parent_of_that_day(group, here)
        if here and here.id in walked:
            ids = list(walked)
            yield [walked[id_] for id_ in ids[ids.index(here.id) :]]
        done |= walked.keys()


def _parent_of_that_day(group: Group, referral: Referral) -> Referral | None:
    """The parent of a referral where it is another one of the same day; earlier and later ones make no ring."""
    parent = group.referral(referral.parent)
    return parent if parent and parent.date == referral.date and parent.id != referral.id else None
