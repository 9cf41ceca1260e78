"""Who has not sat down with whom for longest, and who should next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from refertext.group import Group
from refertext.insights.debts.one_to_ones import unmet
from refertext.measures import facts


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two members, ids in order, and the day of their last one-to-one; None where there was none."""

    members: tuple[str, str]
    last: date | None


def longest_apart(group: Group, members: Sequence[str]) -> list[Acquaintance]:
    """All pairs of some members, those first who never met or met longest ago."""
    known = facts(group).encounters_of_pairs
    pairs = []
    for one, other in combinations(sorted(members), 2):
        encounter = known.of((one, other)).last(group.as_of)
        pairs.append(Acquaintance((one, other), encounter.day if encounter else None))
    return sorted(pairs, key=lambda pair: (pair.last or date.min, pair.members))


def next_round(group: Group, members: Sequence[str]) -> list[Acquaintance]:
    """Pairs for the next one-to-ones, everybody in one at most: first those who owe each other one by what was agreed,
    then those who have met longest ago, by turns. One stays without a partner where the number is odd.
    """
    owed = {one.owed.by: one.owed.due for one in unmet(group)}
    free = set(members)
    chosen = []
    for pair in sorted(longest_apart(group, members), key=lambda pair: owed.get(pair.members, date.max)):
        if free.issuperset(pair.members):
            chosen.append(pair)
            free.difference_update(pair.members)
    return chosen
