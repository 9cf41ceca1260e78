"""The two partners of a partnership, under their present ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, TypeVar

from refertext.records import Partnership, Referral

if TYPE_CHECKING:
    from refertext.group.group import Group

T = TypeVar("T")
Pair = tuple[str, str]


def partners(group: Group, partnership: Partnership) -> Pair:
    """The present ids of the two partners, in the order in which they are written."""
    one, other = partnership.between
    return group.resolve("members", one), group.resolve("members", other)


def pair(group: Group, partnership: Partnership) -> Pair:
    """The present ids of the two partners in one order, whichever way round they are written."""
    one, other = partners(group, partnership)
    return (one, other) if one <= other else (other, one)


def are_known(group: Group, partnership: Partnership) -> bool:
    """Whether there is a member for both ids in `between`, readable or not; until then nobody knows who the two are."""
    return all(group.knows("members", id_) for id_ in partnership.between)


def by_pair(group: Group) -> Mapping[Pair, Partnership]:
    """The partnerships by the present ids of two different partners, in order. Where several files record one, that
    which began first counts: check says of the others that they are to be moved into it.
    """
    return group.once(_by_pair)


def _by_pair(group: Group) -> Mapping[Pair, Partnership]:
    last_first = sorted(group.partnerships.values(), key=lambda one: (one.since, one.id), reverse=True)
    found = {pair(group, partnership): partnership for partnership in last_first}
    return {both: partnership for both, partnership in found.items() if both[0] != both[1]}


def both_are_members(group: Group, partnership: Partnership) -> bool:
    """Whether the partnership is between two members of the as-of day, and has begun."""
    one, other = (group.members.get(id_) for id_ in partners(group, partnership))
    if one is None or other is None or one is other or partnership.since > group.as_of:
        return False
    return one.was_member_on(group.as_of) and other.was_member_on(group.as_of)


def is_between(group: Group, two: Collection[str], referral: Referral) -> bool:
    """Whether one of two members, by their present ids, gave a referral and the other received it, or took it up."""
    giver = group.resolve("members", referral.from_)
    receivers = {group.resolve("members", id_) for id_ in (referral.to, *referral.taken_by)}
    return giver in two and bool(receivers & (set(two) - {giver}))


def by_partner(group: Group, keyed: Mapping[str, T]) -> dict[str, T]:
    """A block that is keyed by partners, under their present ids."""
    return {group.resolve("members", id_): value for id_, value in keyed.items()}
