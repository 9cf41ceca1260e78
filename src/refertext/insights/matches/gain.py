"""What a candidate and a group would gain: who serves the same clients in the same places with other services."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.group import Group, Tenure
from refertext.group.entries import Entries
from refertext.group.seats import tenures
from refertext.group.words import Vocabulary
from refertext.insights.matches.hands import competitors
from refertext.records import Member
from refertext.records.types import MOST_OF_A_FEW


@dataclass(frozen=True, slots=True)
class Ally:
    """A member who would be an ideal partner: the clients and places that both name, in the member's words, and the
    industries that both look for. Nothing under clients or places: one of the two serves everybody, or everywhere; but
    never nothing at all.
    """

    member: Member
    clients: tuple[str, ...]
    territory: tuple[str, ...]
    industries: tuple[str, ...]


def allies(group: Group, candidate: Member) -> tuple[Ally, ...]:
    """The members who share clients and territory with a candidate, but not the services; who has most in common
    first.
    """
    vocabulary = Vocabulary(group.settings.same_words)
    mine = next(tenures(candidate, vocabulary, group.as_of), None)
    if mine is None:
        return ()
    rivals = competitors(group, candidate.id)
    others = (m for m in group.present_members if m.id not in rivals and m.id != candidate.id)
    found = [ally for other in others if (ally := _ally(mine, other, vocabulary, group))]
    return tuple(sorted(found, key=_closest_first))


def _closest_first(ally: Ally) -> tuple[int, int, str]:
    return -len(ally.industries), -len(ally.clients) - len(ally.territory), ally.member.id


def _ally(mine: Tenure, other: Member, vocabulary: Vocabulary, group: Group) -> Ally | None:
    theirs = next(tenures(other, vocabulary, group.as_of), None)
    if theirs is None:
        return None
    clients, territory = (_shared(mine.sides[side], theirs.sides[side]) for side in ("clients", "territory"))
    if clients is None or territory is None:
        return None
    industries = _industries(mine.member, other, vocabulary)
    if not (clients or territory or industries):
        return None  # who serves everybody everywhere has nothing in particular in common with anybody
    return Ally(other, clients, territory, industries)


def _shared(mine: Entries, theirs: Entries) -> tuple[str, ...] | None:
    """Their entries that overlap with some of mine; none in particular where one list is everything; None if none."""
    if not (mine.texts and theirs.texts):
        return ()
    return tuple(dict.fromkeys(theirs.texts[number] for _, number in mine.common(theirs))) or None


def _industries(candidate: Member, other: Member, vocabulary: Vocabulary) -> tuple[str, ...]:
    mine, theirs = (_wanted(member, vocabulary) for member in (candidate, other))
    return tuple(dict.fromkeys(theirs.texts[number] for _, number in mine.common(theirs)))


def _wanted(member: Member, vocabulary: Vocabulary) -> Entries:
    industries = member.ideal_client.industries if member.ideal_client else ()
    return Entries.of(industries[:MOST_OF_A_FEW], vocabulary)
