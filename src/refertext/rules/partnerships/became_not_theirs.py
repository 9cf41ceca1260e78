"""became-not-theirs."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import are_known, is_between, partners
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Partnership, Referral
from refertext.rules.rule import rule


def _names_are_known(group: Group, referral: Referral) -> bool:
    """Whether nobody has to correct a misspelt giver or receiver first."""
    is_giver_known = referral.giver_is_outside or group.knows("members", referral.from_)
    return is_giver_known and (referral.is_to_everyone or group.knows("members", referral.to))


def _became(group: Group, partnership: Partnership) -> Iterator[tuple[Place, Referral]]:
    for turn, cycle in enumerate(partnership.cycles):
        for number, contact in enumerate(cycle.contacts):
            referral = group.referral(contact.became)
            if referral and referral.date <= group.as_of:
                yield Place(partnership.file, ("cycles", turn, "contacts", number, "became")), referral


@rule(Severity.WARNING)
def became_not_theirs(group: Group) -> Iterator[Problem]:
    """A contact of a partnership became a referral between others.

    What a contact became keeps one partner's promise to the other. A referral to or from somebody else does not,
    however good it was; perhaps the id of another referral was copied.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a brewery that hires
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a brewery that hires
            from: kit-larsen
            became: 2026-03-04-kit-larsen-lee-ortiz-x1y2  # expect: became-not-theirs
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: brian-cho
    about: a brewery that hires
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a brewery that hires
            from: kit-larsen
            became: 2026-03-04-kit-larsen-brian-cho-x1y2
    ```
    """
    for partnership in group.partnerships.values():
        two = set(partners(group, partnership))
        if len(two) == 1 or not are_known(group, partnership):
            continue
        for place, referral in _became(group, partnership):
            if _names_are_known(group, referral) and not is_between(group, two, referral):
                names = " and ".join(group.name(id_) for id_ in partnership.between)
                yield Problem(
                    f"This referral is from {group.name(referral.from_)} to {group.name(referral.to)}, "
                    f"not between {names}",
                    place,
                    "write the id of the referral that this contact became, or remove became:",
                    (See("this referral", Place(referral.file, ("to",))),),
                )
