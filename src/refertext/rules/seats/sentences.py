"""The sentences and places that the rules about two seats share."""

from __future__ import annotations

from refertext.group import Group, Rivalry
from refertext.group.borders import precedents
from refertext.group.seats import Overlap, Tenure, Touch, stands_under
from refertext.group.words import words_of
from refertext.problem import Place, Problem, See
from refertext.records.member import Seat
from refertext.text.wording import listed

_MOST_WORDS = 4  # on each side; more would hide what to talk about
_SIDES = (
    ("services", "", ""),
    ("clients", " for ", ", for different clients"),
    ("territory", " in ", ", in different territories"),
)
_EVERYTHING = {"clients": "everybody", "territory": "everywhere"}


def two_seats(group: Group, rivalry: Rivalry, message: str, mend: str, extra: tuple[See, ...] = ()) -> Problem:
    """A problem between two seats: it stands in the newcomer's file, at the words that touch, and shows the
    incumbent's seat and what was decided before.
    """
    new, old = rivalry.newcomer, rivalry.incumbent
    by_category = rivalry.touch is Touch.OVER_BRANCH or not rivalry.overlaps
    first = None if by_category else rivalry.overlaps[0]
    see = See(f"{old.member.name} {_held(group, old)}", _place(old, first, 1))
    return Problem(message, _place(new, first, 0), mend, (see, *extra), precedents=tuple(precedents(group, rivalry)))


def _held(group: Group, tenure: Tenure) -> str:
    if tenure.candidate:
        return "would hold this seat"
    return f"{'holds this since' if tenure.since <= group.as_of else 'will hold this from'} {tenure.since}"


def in_common(rivalry: Rivalry) -> str:
    """What two seats have in common, in words: `both offer “payroll” for “employers” in “Boise”`."""
    overlaps = {overlap.side: overlap for overlap in rivalry.overlaps}
    said = "both offer "
    for side, preposition, otherwise in _SIDES:
        if side in overlaps:
            said += preposition + _words(rivalry, overlaps[side])
        else:
            said += otherwise
    return said.replace("in everywhere", "everywhere")


def to_record_consent(group: Group, rivalry: Rivalry) -> str:
    """How to write down today that the incumbent agrees to the newcomer's seat."""
    new, by = rivalry.newcomer, rivalry.incumbent.member.id
    where = "seat:" if isinstance(new.seat, Seat) else f"former_seats: beside “until: {new.seat.until}”"
    if new.seat.consents:
        return f"add to {new.member.file} under {where}, in consents: “- {{by: {by}, date: {group.as_of}}}”"
    return f"add to {new.member.file} under {where} the lines “consents:”, “- by: {by}” and “date: {group.as_of}”"


def _words(rivalry: Rivalry, overlap: Overlap) -> str:
    """The entries that overlap, each once: the newcomer's, and the incumbent's where it has other words."""
    if overlap.pairs == ((None, None),):
        return _EVERYTHING.get(overlap.side) or f"everything in {_narrower(rivalry)}"
    mine, theirs = (tenure.sides[overlap.side].texts for tenure in (rivalry.newcomer, rivalry.incumbent))
    words: dict[str, str] = {}
    for one, other in overlap.pairs:
        new, old = mine[one] if one is not None else "", theirs[other] if other is not None else ""
        if new and old and words_of(new) != words_of(old):
            words.setdefault(new, f"“{new}” ({rivalry.incumbent.member.name}: “{old}”)")
        else:
            words[new or old] = f"“{new or old}”"
    shown = list(words.values())[:_MOST_WORDS]
    more = len(words) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown)


def _narrower(rivalry: Rivalry) -> str:
    """The category that both have all of, where one of theirs may stand above the other."""
    one, other = rivalry.newcomer.seat.category, rivalry.incumbent.seat.category
    return one if stands_under(one, other) else other


def _place(tenure: Tenure, overlap: Overlap | None, whose: int) -> Place:
    """The first entry that overlaps: the newcomer's (0) or the incumbent's (1); without one, the category."""
    position = overlap.pairs[0][whose] if overlap else None
    if overlap is None or position is None:
        return Place(tenure.member.file, (*tenure.path, "category"))
    return Place(tenure.member.file, (*tenure.path, overlap.side, position))
