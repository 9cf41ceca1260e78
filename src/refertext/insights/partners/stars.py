"""Star referrers: members whose referrals to another are won again and again, in a partnership from which both gain.

One is a star for the last twelve months, not for ever: three won at least, with a conversion that is not below the
group's, and both partners have agreed on what each of them gains. Repeat business with one client counts once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refertext.group import Group
from refertext.group.pairs import Pair, by_partner, pair
from refertext.insights.partners.partnerships import at_work_by_pair, called
from refertext.measures import GROUP, Unit, Value, a_pair, facts
from refertext.measures.outcomes.conversion import conversion
from refertext.measures.window import last_year
from refertext.measures.wording import in_words, said
from refertext.records import Partnership

ENOUGH = 3
"""How many are won."""
_NEARLY = ENOUGH - 1


class Star(NamedTuple):
    """How near one member comes to being the star referrer of another.

    `conversion` is that of what the giver gave the receiver; `groups` that of the whole group in the same time.
    `reasons` are the conditions that are met, `missing` those that are not, as sentences without full stop.
    """

    giver: str
    receiver: str
    partnership: Partnership | None
    conversion: Value
    groups: Value
    reasons: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def won(self) -> int:
        """How many of the giver's were won."""
        return len(self.conversion.result.counted)

    @property
    def is_star(self) -> bool:
        """Whether all conditions are met."""
        return not self.missing

    @property
    def is_nearly_one(self) -> bool:
        """Whether one condition is missing, and of the won ones one at most."""
        return len(self.missing) == 1 and self.won >= _NEARLY


def stars(group: Group) -> tuple[Star, ...]:
    """How each member of the day stands with each other of whose gifts something was won in the last twelve months;
    stars first, then by what was won.
    """
    return group.once(_stars)


def _stars(group: Group) -> tuple[Star, ...]:
    known, window = facts(group), last_year(group.as_of)
    present = {member.id for member in group.present_members}
    partnerships = at_work_by_pair(group)
    groups = conversion.of(known, GROUP, window)
    found = []
    for giver, receiver in known.closings.by_pair:
        value = conversion.of(known, a_pair(giver, receiver), window)
        if value.result.counted and present.issuperset((giver, receiver)):
            partnership = partnerships.get((giver, receiver)) or partnerships.get((receiver, giver))
            found.append(_star(group, (giver, receiver), partnership, value, groups))
    return tuple(sorted(found, key=lambda star: (not star.is_star, -star.won, star.giver, star.receiver)))


def _star(group: Group, both: Pair, partnership: Partnership | None, value: Value, groups: Value) -> Star:
    conditions = [*_conditions(group, value, groups), _gain(group, partnership)]
    reasons = tuple(words for is_met, words in conditions if is_met)
    missing = tuple(words for is_met, words in conditions if not is_met)
    return Star(*both, partnership, value, groups, reasons, missing)


def _conditions(group: Group, value: Value, groups: Value) -> Iterator[tuple[bool, str]]:
    """Whether enough was won and the conversion is good enough, each in words."""
    won, currency = len(value.result.counted), group.settings.currency
    yield won >= ENOUGH, f"{won} won in 12 months" if won >= ENOUGH else f"{ENOUGH - won} more won in 12 months"
    is_met = (value.amount or 0) >= (groups.amount or 0)
    theirs = in_words(groups.amount or 0, Unit.SHARE, currency)
    how = "not below" if is_met else "below"
    yield is_met, f"conversion {said(value, currency)}, {how} the group's {theirs}"


def _gain(group: Group, partnership: Partnership | None) -> tuple[bool, str]:
    """Whether both partners have agreed on what each of them gains, in words."""
    if partnership is None:
        return False, "a partnership, with what each gains agreed by both"
    gain = by_partner(group, partnership.gain)
    both = pair(group, partnership)
    days = {id_: gain[id_].agreed for id_ in both if id_ in gain}
    agreed = {id_: day for id_, day in days.items() if day and day <= group.as_of}
    without = [id_ for id_ in both if id_ not in agreed]
    if without:
        verb = "gains" if len(without) == 1 else "gain"
        return False, f"what {called(group, without)} {verb}, agreed by both"
    return True, f"the gain of both agreed since {max(agreed.values())}"
