"""Who gives how much to whom, against what the two expect of each other.

The balance of a pair is (given - received) ÷ (given + received) in counts of contributions, as one of them sees it. It
is looked at over the last twelve months, whatever became of the contributions, and also those from before the pair
became partners: who never gave back until now is not in balance because of a new file. From five contributions on it
says something; up to 1/3 away from what is expected, which is two to one where both expect the same, is fine.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from refertext.group import Group
from refertext.group.pairs import Pair, by_partner
from refertext.group.unreadable import may_be_missing
from refertext.insights.partners.partnerships import at_work_by_pair, was_known
from refertext.measures import Value, Window, a_pair, facts
from refertext.measures.giving.balance import balance
from refertext.measures.window import last_year
from refertext.records import Partnership

ENOUGH = 5
"""From how many contributions, both ways together, a balance says something."""
MOST_AWAY = Fraction(1, 3)
"""How far a balance may be from the expected one."""


class PairBalance(NamedTuple):
    """How two members give to each other, as the first sees it; ids in order.

    `expected` is the balance that partners agreed on, 0 without an agreement. `value` is the measure, with what it
    rests on: its amount is between -1 (the first only received) and 1 (only gave). It is uncertain where a contribution
    between the two may stand in a file that cannot be read.
    """

    members: Pair
    partnership: Partnership | None
    value: Value
    expected: Fraction
    is_uncertain: bool

    @property
    def gave(self) -> int:
        """The contributions of the first to the other."""
        return int(self.value.result.inputs.get("given", 0))

    @property
    def received(self) -> int:
        """The contributions of the other to the first."""
        return int(self.value.result.inputs.get("received", 0))

    @property
    def away(self) -> Fraction:
        """How far it is from what is expected: above 0 the first gives too much, below 0 too little."""
        return Fraction(self.value.amount or 0) - self.expected

    @property
    def is_out(self) -> bool:
        """Whether it rests on enough, nothing that may be missing, and is too far from what is expected."""
        return self.value.n >= ENOUGH and not self.is_uncertain and abs(self.away) > MOST_AWAY


def balances(group: Group) -> tuple[PairBalance, ...]:
    """The balance of all pairs of members of the day of whom one gave to the other in the last twelve months."""
    return group.once(_balances)


def _balances(group: Group) -> tuple[PairBalance, ...]:
    known, window = facts(group), last_year(group.as_of)
    present = {member.id for member in group.present_members}
    lately = known.given.everything.within(window)
    handed = {(gift.giver or "", receiver) for gift in lately for receiver in gift.receivers}
    pairs = {(one, other) if one <= other else (other, one) for one, other in handed}
    partnerships = at_work_by_pair(group)
    found = (
        _balance(group, both, partnerships.get(both), window) for both in sorted(pairs) if present.issuperset(both)
    )
    return tuple(one for one in found if one.value.n)


def _balance(group: Group, both: Pair, partnership: Partnership | None, window: Window) -> PairBalance:
    value = balance.of(facts(group), a_pair(*both), window)
    is_uncertain = may_be_missing(group, "referrals", both, window.first, window.last)
    return PairBalance(both, partnership, value, expected(group, partnership, both), is_uncertain)


def expected(group: Group, partnership: Partnership | None, both: Pair) -> Fraction:
    """The balance that two partners expect, as the first sees it: (a - b) ÷ (a + b) of their shares.

    0 without shares of both, and where they have not agreed on them by the as-of day.
    """
    agreement = partnership.balance if partnership else None
    if agreement is None or agreement.agreed is None or not was_known(group, agreement.agreed):
        return Fraction(0)
    shares = by_partner(group, agreement.shares)
    one, other = (Fraction(shares[id_]) if id_ in shares else None for id_ in both)
    if one is None or other is None or not one + other:
        return Fraction(0)
    return (one - other) / (one + other)
