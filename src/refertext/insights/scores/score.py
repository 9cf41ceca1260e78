"""Scores: the points that a profile gives a member or the group, the colour they come to, and the cheapest way up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from refertext.commitments.uncertain import may_lack
from refertext.group.on_record import records_begin
from refertext.insights.scores.score_parts import Days, PartScore, days_of, part_score
from refertext.insights.scores.way_up import Way, cheapest
from refertext.measures import GROUP, Facts, Kind, Subject, a_member
from refertext.measures.membership.members import members_on
from refertext.measures.window import EARLY, ONE_DAY
from refertext.records import Profile


class Colour(StrEnum):
    """How a score looks at a glance, best first. A colour says nothing without its profile's name."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class WayUp:
    """The next colour, the points it lacks, and the fewest deeds that bring them; None where no deeds do."""

    colour: Colour
    lacking: int
    way: Way | None


@dataclass(frozen=True, slots=True)
class Score:
    """A score of a subject by a profile.

    `reason` says why nobody can judge yet; then it is grey, whatever the points. `next` is the way to the next colour;
    None where there is no better one, or nobody can judge yet. `in_doubt` says that a file that cannot be read may hold
    something that counts.
    """

    profile: Profile
    subject: Subject
    days: Days
    parts: tuple[PartScore, ...]
    colour: Colour
    reason: str = ""
    next: WayUp | None = None
    in_doubt: bool = False

    @property
    def points(self) -> int:
        """The points it comes to."""
        return sum(part.points for part in self.parts)

    @property
    def possible(self) -> int:
        """The points that can be had: those of the whole profile, less the parts that nobody can score here."""
        return sum(part.possible for part in self.parts)


def score(facts: Facts, profile: Profile, subject: Subject, last: date | None = None) -> Score:
    """The score of a subject by a profile, in the window that ends with a day; with the as-of day if none is given.

    Raises ValueError where the profile is not made for such subjects.
    """
    if subject.kind is not Kind(profile.subject):
        raise ValueError(f"{profile.id} is no profile of a {subject.kind}")
    day = min(last or facts.group.as_of, facts.group.as_of)
    lengths = {profile.over, *(part.over for part in profile.parts if part.over)}
    days_over = {over: days_of(facts, subject, over, day) for over in lengths}
    parts = [part_score(facts, part, subject, days_over[part.over or profile.over]) for part in profile.parts]
    days = days_over[profile.over]
    reason = _why_nobody_can_judge(facts, subject, days)
    points = sum(part.points for part in parts)
    colour = Colour.GREY if reason else _colour(profile, points)
    up = None if reason else _way_up(facts, profile, subject, parts, points)
    in_doubt = any(may_lack(facts.group, part.value) for part in parts if part.value)
    return Score(profile, subject, days, tuple(parts), colour, reason, up, in_doubt)


def ranking(facts: Facts, profile: Profile, last: date | None = None) -> tuple[Score, ...]:
    """The scores of all members of a day, most points first, those whom nobody can judge yet behind; of a profile of
    the group, its one score. The day is the as-of day if none is given.
    """
    if Kind(profile.subject) is Kind.GROUP:
        return (score(facts, profile, GROUP, last),)
    members = members_on(facts, min(last or facts.group.as_of, facts.group.as_of))
    scores = [score(facts, profile, a_member(member.id), last) for member in members]
    return tuple(sorted(scores, key=lambda one: (bool(one.reason), -one.points, one.subject)))


def _why_nobody_can_judge(facts: Facts, subject: Subject, days: Days) -> str:
    """Why it is too early, or too late, to judge; empty where one can."""
    last = days.window.last
    if subject.kind is Kind.MEMBER:
        member = facts.group.members[subject.member]
        if not member.was_member_on(last):
            return f"no member on {last}"
        if not days.counted and member.was_on_leave_on(last):
            return "on leave all the time that counts"
    begin = records_begin(facts.group)
    if begin is None or begin > last:
        return f"nothing is recorded up to {last}"
    if days.counted < EARLY:
        counted = f"{'day' if days.counted == 1 else 'days'}{_on_record(facts, subject, days, begin)}"
        verb = "counts" if days.counted == 1 else "count"
        return f"only {days.counted} {counted} {verb}, and nobody is judged before {EARLY}"
    return ""


def _on_record(facts: Facts, subject: Subject, days: Days, begin: date) -> str:
    """That it is the records that are young, not the membership."""
    members = facts.group.members
    those = [members[subject.member]] if subject.kind is Kind.MEMBER else members.values()
    were_there = any(member.was_member_on(begin - ONE_DAY) for member in those)
    return " on record" if were_there and days.window.first < begin else ""


def _thresholds(profile: Profile) -> list[tuple[Colour, int]]:
    """From how many points on there is each colour, the best first."""
    return [(Colour.GREEN, profile.green), (Colour.AMBER, profile.amber), (Colour.RED, profile.red)]


def _colour(profile: Profile, points: int) -> Colour:
    return next((colour for colour, least in _thresholds(profile) if points >= least), Colour.GREY)


def _way_up(facts: Facts, profile: Profile, subject: Subject, parts: Sequence[PartScore], points: int) -> WayUp | None:
    better = [(colour, least) for colour, least in _thresholds(profile) if points < least]
    if not better or _colour(profile, points) is Colour.GREEN:
        return None
    colour, least = better[-1]
    return WayUp(colour, least - points, cheapest(facts, subject, parts, least - points))
