"""out-of-balance."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.partners.balance import PairBalance, balances
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


def _agreed(group: Group, one: PairBalance) -> str:
    """What the two expect of each other, in words."""
    agreement = one.partnership.balance if one.partnership else None
    if agreement and agreement.agreed is None:
        return "they have not agreed on the shares under balance: yet"
    if one.expected == 0 or agreement is None:
        return "they expect to give alike"
    shares = {group.resolve("members", id_): share for id_, share in agreement.shares.items()}
    first, other = (f"{shares[id_].normalize():f}" for id_ in one.members)
    return f"they expect {first} to {other}"


@rule(Severity.WARNING)
def out_of_balance(group: Group) -> Iterator[Problem]:
    """Partners do not give each other what they expect.

    One who gives for long and gets nothing back stops, and rarely says why. So leads, introductions and referrals of
    the last twelve months are counted both ways; the balance is (given - received) ÷ (given + received). It may be up
    to 1/3 away from the expected one: two to one, where both expect the same. Fewer than five say nothing yet.
    A partnership that cannot be even is fine, if both have agreed on its shares.

    ## Bad

    ```yaml title="referrals/2026/2026-03-03-kit-larsen-brian-cho-k001.yml"
    kind: lead
    date: 2026-03-03
    from: kit-larsen
    to: brian-cho
    about: a bakery that opens a second shop
    ```

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-brian-cho-k002.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: brian-cho
    about: a dentist who takes a partner
    ```

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-k003.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: a garage with nine people
    ```

    ```yaml title="referrals/2026/2026-03-10-brian-cho-kit-larsen-k004.yml"
    kind: lead
    date: 2026-03-10
    from: brian-cho
    to: kit-larsen
    about: a roofer who hires
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    balance:  # expect: out-of-balance
      brian-cho: 1
      kit-larsen: 1
      agreed: 2026-01-28
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-03-kit-larsen-brian-cho-k001.yml"
    kind: lead
    date: 2026-03-03
    from: kit-larsen
    to: brian-cho
    about: a bakery that opens a second shop
    ```

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-brian-cho-k002.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: brian-cho
    about: a dentist who takes a partner
    ```

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-k003.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: a garage with nine people
    ```

    ```yaml title="referrals/2026/2026-03-10-brian-cho-kit-larsen-k004.yml"
    kind: lead
    date: 2026-03-10
    from: brian-cho
    to: kit-larsen
    about: a roofer who hires
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    balance:
      brian-cho: 1
      kit-larsen: 2
      agreed: 2026-01-28
    ```
    """
    for one in balances(group):
        if one.partnership and one.is_out:
            first, other = (group.name(id_) for id_ in one.members)
            yield Problem(
                f"In the last twelve months {first} gave {other} {one.gave or 'nothing'} and got "
                f"{one.received or 'nothing'} back; "
                f"{_agreed(group, one)}",
                Place(one.partnership.file, ("balance",), Part.KEY),
                "talk about what each can give; if it stays uneven, agree on the shares and write them under balance:",
            )
