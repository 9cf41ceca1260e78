"""The cheapest way to more points: the fewest further deeds that bring them, found by trying all bands.

A deed is something that the subject can do now: give, invite, sit down with somebody, say thanks, come. What others
decide is none, as joining or buying; neither is what only time heals, as an absence that leaves the window, nor what
would need a failing first, as announcing an absence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from refertext.commitments.shares import pushed_by_meetings, successes_needed
from refertext.insights.scores.score_parts import Days, PartScore
from refertext.measures import Facts, Kind, Subject, Value
from refertext.measures.events import Handling
from refertext.records.profile import Band

Words = tuple[str, str]
"""How one deed is said, and how several are, with their number in braces."""

_THANKS = ("public thanks for {} gift received", "public thanks for {} gifts received")
_COMING = ("{} meeting in person", "{} meetings in person in a row")
_DEEDS: dict[str, tuple[str, Words]] = {
    "referrals": ("give", ("{} more referral", "{} more referrals")),
    "introductions": ("give", ("{} more introduction", "{} more introductions")),
    "contributions": ("give", ("{} more contribution", "{} more contributions")),
    "leads": ("give a lead", ("{} more lead", "{} more leads")),
    "visitors": ("invite", ("{} more visitor", "{} more visitors")),
    "one-to-one-coverage": ("talk", ("{} one-to-one with somebody new", "{} one-to-ones with somebody new each")),
    "one-to-ones": ("talk", ("{} more one-to-one", "{} more one-to-ones")),
    "thanks": ("thank", _THANKS),
    "thanks-said": ("thank", _THANKS),
    "presentations": ("present", ("{} more presentation", "{} more presentations")),
    "attendance": ("come", _COMING),
    "attendance-credited": ("come", _COMING),
    "freshness": ("tell", ("news of {} open gift", "news of {} open gifts")),
}
"""The deed that raises each measure, and how it is said. Of measures with one deed the most demanding comes first: a
referral is an introduction too.
"""
_OF_THOSE_THERE_ARE = frozenset({"thanks", "one-to-one-coverage"})
"""Shares of what there is already: a deed adds to the part, not to the whole."""
_ONE_BY_ONE = frozenset({"attendance", "attendance-credited"})
"""Shares in which each deed adds to both the part and the whole."""
_A_TRIFLE = Fraction(1, 10**9)


@dataclass(frozen=True, slots=True)
class Step:
    """So many deeds of a kind, how they are said, and the points they bring."""

    more: int
    words: Words
    points: int

    @property
    def deeds(self) -> str:
        """The deeds in words: `2 more contributions`."""
        return self.words[0 if self.more == 1 else 1].format(self.more)

    def __str__(self) -> str:
        """The deeds and what they bring: `2 more contributions (+5)`."""
        return f"{self.deeds} (+{self.points})"


Way = tuple[Step, ...]


def cheapest(facts: Facts, subject: Subject, parts: Sequence[PartScore], needed: int) -> Way | None:
    """The fewest further deeds that bring so many points, or None where no deeds do.

    Of equals, the one with fewer kinds of deeds, then the one with more points, then the first in order of the parts.
    """
    best: dict[int, Way] = {0: ()}
    for choices in _choices(facts, subject, parts):
        for gained, way in list(best.items()):
            for step in choices:
                total, longer = min(gained + step.points, needed), (*way, step)
                if total not in best or _cost(longer) < _cost(best[total]):
                    best[total] = longer
    return best.get(needed)


def _cost(way: Way) -> tuple[int, int, int]:
    return sum(step.more for step in way), len(way), -sum(step.points for step in way)


def _choices(facts: Facts, subject: Subject, parts: Sequence[PartScore]) -> Iterator[list[Step]]:
    """For each deed that raises parts: every number of it that brings more points than a smaller one."""
    by_deed: dict[str, list[PartScore]] = defaultdict(list)
    for part in parts:
        if part.next and part.part.measure in _DEEDS:
            by_deed[_DEEDS[part.part.measure][0]].append(part)
    for deed, raised in by_deed.items():
        limit = _untold_thanks(facts, subject) if deed == "thank" else None
        yield [step for step in _steps(facts, raised) if limit is None or step.more <= limit]


def _steps(facts: Facts, parts: Sequence[PartScore]) -> list[Step]:
    names = [part.part.measure for part in parts]
    words = next(words for name, (_, words) in _DEEDS.items() if name in names)
    numbers = sorted({more for part in parts for _, more in _better_bands(facts, part)})
    return [Step(number, words, sum(_gain(facts, part, number) for part in parts)) for number in numbers]


def _gain(facts: Facts, part: PartScore, number: int) -> int:
    """The points that so many deeds bring in a part."""
    return max((band.points - part.points for band, more in _better_bands(facts, part) if more <= number), default=0)


def _better_bands(facts: Facts, part: PartScore) -> Iterator[tuple[Band, int]]:
    """The bands with more points, and the number of deeds that each takes."""
    for band in part.part.bands:
        more = _deeds_to(facts, part, band) if band.points > part.points else None
        if more:
            yield band, more


def step_to(facts: Facts, part: PartScore, band: Band) -> Step | None:
    """The step to a band of a part; None where no deeds reach it, or it is reached."""
    more = _deeds_to(facts, part, band)
    return Step(more, _DEEDS[part.part.measure or ""][1], band.points - part.points) if more else None


def _deeds_to(facts: Facts, part: PartScore, band: Band) -> int | None:
    """How many further deeds would reach a band of a part; None where none do."""
    name = part.part.measure
    if name not in _DEEDS or part.value is None or part.amount is None:
        return None
    if band.key == "up_to":
        return _silent(part, band.limit.value) if name == "freshness" else None
    if name in _ONE_BY_ONE:
        needed = band.limit.value + (_A_TRIFLE if band.key == "above" else 0)
        return _in_a_row(facts, part.value, part.days, needed)
    whole = part.value.n if name in _OF_THOSE_THERE_ARE else part.days.rated(part.part.per)
    lacking = (band.limit.value - part.amount) * whole
    return floor(lacking) + 1 if band.key == "above" else ceil(lacking)


def _in_a_row(facts: Facts, value: Value, days: Days, needed: Fraction) -> int | None:
    """How many meetings in a row it takes, as commitments say it; None where no number will do."""
    counted = set(map(id, value.result.counted))
    good = [id(event) in counted for event in value.result.among]
    pushed = pushed_by_meetings(facts, value, days.window.last, days.first_day)
    return successes_needed(good, needed, pushed)


def _silent(part: PartScore, days: Fraction) -> int:
    """Of how many open gifts there has been no news for longer than some days."""
    handlings = part.value.result.counted if part.value else ()
    last = part.days.window.last
    return sum(isinstance(one, Handling) and one.silence_on(last) > days for one in handlings)


def _untold_thanks(facts: Facts, subject: Subject) -> int:
    """For how many gifts received nobody has been thanked yet."""
    of_whom = facts.received.of(subject.member) if subject.kind is Kind.MEMBER else facts.received.everything
    return sum(gift.thanked is None for gift in of_whom.events)
