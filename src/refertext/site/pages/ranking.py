"""The order of points by the group's own profile, with the way up of each; for members alone."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.insights.scores.score import Score
from refertext.insights.scores.score import ranking as scores_in_order
from refertext.insights.scores.score_parts import PartScore
from refertext.insights.scores.score_words import measured, next_band, out_of_reach, way_up
from refertext.measures import Kind
from refertext.reports.score import places
from refertext.site.people import Person, person
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of a score: how many of how many points, what was measured, and what the next band takes."""

    title: str
    measure: str
    points: int
    possible: int
    measured: str
    next: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A score: `who` has it, None for the group; `place` in the order; `reason` why nobody can judge yet; `way_up` is
    the cheapest way to the next colour.
    """

    who: Person | None
    place: str
    points: int
    possible: int
    colour: str
    reason: str
    way_up: str
    parts: tuple[ScorePart, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The scores by one profile: its name and title, from how many points on there is each colour, and which points
    nobody can have here.
    """

    profile: str
    title: str
    most: int
    colours: dict[str, int]
    out_of_reach: str
    scores: tuple[Scored, ...]


def ranking(site: Site) -> Ranking | None:
    """The order of points; None where the group's profile cannot be read."""
    profile = site.profiles.get(site.group.settings.profile)
    if profile is None:
        return None
    scores = scores_in_order(site.facts, profile)
    return Ranking(
        profile=profile.id,
        title=profile.title,
        most=profile.most,
        colours={"green": profile.green, "amber": profile.amber, "red": profile.red},
        out_of_reach=out_of_reach(scores[0]) if scores else "",
        scores=tuple(_scored(site, one, place) for one, place in zip(scores, places(scores), strict=True)),
    )


def _scored(site: Site, one: Score, place: str) -> Scored:
    return Scored(
        who=person(site, one.subject.member) if one.subject.kind is Kind.MEMBER else None,
        place=place,
        points=one.points,
        possible=one.possible,
        colour=one.colour.value,
        reason=one.reason,
        way_up=way_up(one),
        parts=tuple(_part(site, part) for part in one.parts),
    )


def _part(site: Site, part: PartScore) -> ScorePart:
    return ScorePart(
        title=part.part.title,
        measure=part.value.measure.name if part.value else "",
        points=part.points,
        possible=part.possible,
        measured=measured(site.facts, part),
        next=next_band(site.facts, part),
    )
