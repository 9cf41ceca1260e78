"""Seats: who holds what from when, and which seats touch each other.

Services, clients and territory are compared by their words (`words.py`). One rivalry a pair, the first that applies:
the same seat, an adjacent seat, a seat over another's branch, a neighbouring seat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from refertext.group.consents import GivenConsent, consent_between
from refertext.group.copies import copies
from refertext.group.entries import Entries
from refertext.group.memberships import Stretch, present_since, times
from refertext.group.words import Reading, Vocabulary, covers, words_of
from refertext.problem import Path
from refertext.records.member import Consent, FormerSeat, Member, Seat
from refertext.text.wording import folded

if TYPE_CHECKING:
    from refertext.group.group import Group

SIDES = ("services", "clients", "territory")


class Touch(Enum):
    """How two seats touch, worst first."""

    SAME = "same"
    ADJACENT = "adjacent"
    OVER_BRANCH = "over branch"
    NEIGHBOURING = "neighbouring"


_WORST_FIRST = tuple(Touch)


class Tenure(NamedTuple):
    """A seat as a member holds it, from a day until a day (None: without end). `path` leads to it in the file."""

    member: Member
    seat: Seat | FormerSeat
    path: Path
    since: date
    until: date | None
    candidate: bool
    category: Reading
    sides: dict[str, Entries]
    excludes: Entries


class Overlap(NamedTuple):
    """What two seats have in common on one side: pairs of positions, the newcomer's and the incumbent's, as many as it
    takes to say it; None in place of a position where that list is empty, which means everything.
    """

    side: str
    pairs: tuple[tuple[int | None, int | None], ...]


class Rivalry(NamedTuple):
    """Two seats that touch. The newcomer holds theirs since the later day."""

    touch: Touch
    newcomer: Tenure
    incumbent: Tenure
    overlaps: tuple[Overlap, ...]
    given: GivenConsent | None

    @property
    def since(self) -> date:
        """The day from which both hold these seats."""
        return max(self.newcomer.since, self.incumbent.since)

    @property
    def consent(self) -> Consent | None:
        """The consent of the one to the other's seat, running or not."""
        return self.given.consent if self.given else None


def rivalries(group: Group) -> tuple[Rivalry, ...]:
    """The pairs of seats that touch, over all days from the as-of day on; a copied file holds no seat of its own. What
    begins later between two members is left out where it is no worse than what was there before.
    """
    vocabulary = Vocabulary(group.settings.same_words)
    copied = {copy.id for _, copy in copies(group)}
    members = (member for member in group.members.values() if member.id not in copied)
    held = [tenure for member in members for tenure in tenures(member, vocabulary, group.as_of)]
    held.sort(key=_seniority)
    by_pair: dict[frozenset[str], list[Rivalry]] = {}
    for incumbent, newcomer in combinations(held, 2):
        rivalry = _rivalry(group, incumbent, newcomer)
        if rivalry:
            by_pair.setdefault(frozenset({incumbent.member.id, newcomer.member.id}), []).append(rivalry)
    return tuple(rivalry for pair in by_pair.values() for rivalry in _told_once(pair))


def _told_once(pair: list[Rivalry]) -> Iterator[Rivalry]:
    """Of the rivalries of two members, the first and, of equals, the worst; later ones only where they are worse, or
    where the consent to those before is none to them.
    """
    told: list[Rivalry] = []
    for rivalry in sorted(pair, key=lambda one: (one.since, _WORST_FIRST.index(one.touch))):
        if not any(_says(earlier, rivalry) for earlier in told):
            told.append(rivalry)
            yield rivalry


def _says(one: Rivalry, later: Rivalry) -> bool:
    is_as_bad = _WORST_FIRST.index(one.touch) <= _WORST_FIRST.index(later.touch)
    return is_as_bad and one.given in (None, later.given)


def seat_since(member: Member, as_of: date) -> date:
    """The day since which a member holds the present seat: joining, or the day after the last former seat."""
    changes = (former.until + timedelta(days=1) for former in member.former_seats)
    return max([present_since(member, as_of) or member.joined or as_of, *changes])


def seat_on(member: Member, day: date) -> tuple[Seat | FormerSeat, Path] | None:
    """The seat that a member's record names for a day, and the path that leads to it."""
    held = [(former.until, number) for number, former in enumerate(member.former_seats) if former.until >= day]
    if held:
        number = min(held)[1]
        return member.former_seats[number], ("former_seats", number)
    return (member.seat, ("seat",)) if member.seat else None


def tenures(member: Member, vocabulary: Vocabulary, as_of: date) -> Iterator[Tenure]:
    """The seats a member holds on the as-of day or later; a candidate's as if they joined on the as-of day."""
    lasting = sorted(time for time in times(member) if time.left >= as_of)
    for time in lasting:
        for path, seat, (first, last) in _turns(member):
            days = max(first, time.joined), min(last, time.left)
            if days[0] <= days[1] and as_of <= days[1]:
                yield _tenure(member, seat, path, days, vocabulary)
    if member.seat and member.joined is None and not lasting:
        tenure = _tenure(member, member.seat, ("seat",), (seat_since(member, as_of), date.max), vocabulary)
        yield tenure._replace(candidate=True)


def _turns(member: Member) -> Iterator[tuple[Path, Seat | FormerSeat, Stretch]]:
    """A member's seats in turn, each with the days that are its own, whether they were a member on them or not."""
    first = date.min
    for number, former in sorted(enumerate(member.former_seats), key=lambda pair: pair[1].until):
        yield ("former_seats", number), former, (first, former.until)
        first = max(first, former.until + timedelta(days=1))
    if member.seat:
        yield ("seat",), member.seat, (first, date.max)


def _tenure(member: Member, seat: Seat | FormerSeat, path: Path, days: Stretch, vocabulary: Vocabulary) -> Tenure:
    sides = {side: Entries.of(getattr(seat, side), vocabulary) for side in SIDES}
    return Tenure(
        member=member,
        seat=seat,
        path=path,
        since=days[0],
        until=days[1] if days[1] < date.max else None,
        candidate=False,
        category=vocabulary.reading(seat.category),
        sides=sides,
        excludes=Entries.of((text for text in seat.excludes if not _named(text, sides, vocabulary)), vocabulary),
    )


def _named(excluded: str, sides: Mapping[str, Entries], vocabulary: Vocabulary) -> bool:
    """Whether a seat names itself what it excludes: then it holds that all the same."""
    ways = vocabulary.reading(excluded).spelled
    return any(side.covered_by(way) for side in sides.values() for way in ways)


def _seniority(tenure: Tenure) -> tuple[bool, date, date, str]:
    return tenure.candidate, tenure.since, tenure.member.joined or tenure.since, tenure.member.id


def _rivalry(group: Group, incumbent: Tenure, newcomer: Tenure) -> Rivalry | None:
    if incumbent.member is newcomer.member or (incumbent.until and incumbent.until < newcomer.since):
        return None
    services = _overlap("services", newcomer, incumbent)
    if not services and not _are_in_one_branch(newcomer, incumbent):
        return None  # whatever the clients and territory, which take long to compare: so it is with most pairs
    others = [_overlap(side, newcomer, incumbent) for side in SIDES if side != "services"]
    overlaps = tuple([overlap for overlap in (services, *others) if overlap])
    touch = _touch(newcomer.seat.category, incumbent.seat.category, {overlap.side for overlap in overlaps})
    if touch is None or _share_a_seat(group, incumbent, newcomer):
        return None
    return Rivalry(touch, newcomer, incumbent, overlaps, consent_between(group, newcomer, incumbent))


def _touch(one: str, other: str, sides: set[str]) -> Touch | None:
    if sides == set(SIDES):
        return Touch.SAME
    if "services" in sides and len(sides) == 2:
        return Touch.ADJACENT
    if one != other and same_branch(one, other):
        return Touch.OVER_BRANCH
    if one == other and sides == {"clients", "territory"}:
        return Touch.NEIGHBOURING
    return None


def same_branch(one: str, other: str) -> bool:
    """Whether two categories are the same, or one stands above the other."""
    return stands_under(one, other) or stands_under(other, one)


def stands_under(category: str, top: str) -> bool:
    """Whether a category is another one, or one of its branches."""
    return f"{category}/".startswith(f"{top}/")


def takes_in(seat: Seat | FormerSeat, category: str, vocabulary: Vocabulary) -> bool:
    """Whether a seat is of a category or a part of it, or names no services of a wider one, and so has all of it."""
    if stands_under(seat.category, category):
        return True
    if not stands_under(category, seat.category) or Entries.of(seat.services, vocabulary).texts:
        return False
    excludes = Entries.of(seat.excludes, vocabulary)
    return not _cuts_off(excludes, vocabulary.reading(seat.category), vocabulary.reading(category))


def _overlap(side: str, newcomer: Tenure, incumbent: Tenure) -> Overlap | None:
    mine, theirs = newcomer.sides[side], incumbent.sides[side]
    everything = not (mine.texts and theirs.texts)
    if side == "services" and everything and not _are_in_one_branch(newcomer, incumbent):
        return None  # everything in one category is nothing in another
    pairs: Iterable[tuple[int | None, int | None]] = ((None, None),)
    if mine.texts and theirs.texts:
        pairs = _in_both(mine, theirs, incumbent.excludes, newcomer.excludes)
    elif mine.texts:
        pairs = ((n, None) for n in _left(mine, incumbent.excludes))
    elif theirs.texts:
        pairs = ((None, n) for n in _left(theirs, newcomer.excludes))
    kept = tuple(pairs)
    return Overlap(side, kept) if kept else None


def _in_both(mine: Entries, theirs: Entries, not_mine: Entries, not_theirs: Entries) -> Iterator[tuple[int, int]]:
    """Where two lists overlap but for what is excluded: with each entry the first of the other list, and the first in
    the very same words. Further ones, and the same text again, would say nothing new.
    """
    overlapping = mine.overlapping(theirs)
    if not any(overlapping):
        return
    gone = theirs.under(not_theirs)
    told = {mine.texts[one]: one for one in reversed(_left(mine, not_mine))}
    for one in sorted(told.values()):
        found = overlapping[one] - gone
        same = found & theirs.by_words.get(words_of(mine.texts[one]), frozenset())
        yield from sorted({(one, min(others)) for others in (found, same) if others})


def _left(entries: Entries, excludes: Entries) -> Sequence[int]:
    """The positions of the entries that are no kind of something excluded."""
    gone = entries.under(excludes)
    return [position for position in range(len(entries.texts)) if position not in gone]


def _are_in_one_branch(one: Tenure, other: Tenure) -> bool:
    """Whether the category of one seat is that of the other or stands above it, and is not cut off from it."""
    if not same_branch(one.seat.category, other.seat.category):
        return False
    pairs = ((one, other), (other, one))
    return not any(_cuts_off(wide.excludes, wide.category, narrow.category) for wide, narrow in pairs)


def _cuts_off(excludes: Entries, own: Reading, other: Reading) -> bool:
    """Whether a seat excludes the branch of another one: what is excluded stands in the name of the other's category,
    and not in that of its own.
    """
    return any(covers(exclude, other) and not covers(exclude, own) for exclude in excludes.readings)


def _share_a_seat(group: Group, one: Tenure, other: Tenure) -> bool:
    """Whether each names the other as a colleague, and both work for one business."""

    def names(tenure: Tenure, member: Member) -> bool:
        return any(group.same_member(id_, member.id) for id_ in tenure.seat.shared_with)

    both = names(one, other.member) and names(other, one.member)
    return both and folded(one.member.business) == folded(other.member.business)
