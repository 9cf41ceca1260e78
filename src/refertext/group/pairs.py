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
