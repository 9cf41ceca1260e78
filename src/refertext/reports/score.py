"""Scores: one with its profile, its parts and the cheapest way up; or those of everybody in order of points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from refertext.insights.scores.score import Colour, Score
from refertext.insights.scores.score_parts import PartScore
from refertext.insights.scores.score_words import doubt, measured, next_band, out_of_reach, way_up
from refertext.measures import Facts, Unit
from refertext.measures.wording import in_words
from refertext.records import Profile
from refertext.reports.escape import one_line, without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.paper import Paper, wrapped
from refertext.reports.tables import table

_MANNERS = {Colour.GREEN: "note", Colour.AMBER: "warning", Colour.RED: "error", Colour.GREY: "bold"}


def render(facts: Facts, score: Score, paper: Paper) -> str:
    """One score in plain text."""
    return without_commands("\n".join(lines(facts, score, paper)) + "\n")


def lines(facts: Facts, score: Score, paper: Paper) -> Iterator[str]:
    """One score, line by line: points and colour, by which profile, each part, the cheapest way up."""
    head = f"{_name(facts, score)}: {score.points} of {score.possible} points, {score.colour}"
    yield paper.style(one_line(head), _MANNERS[score.colour])
    yield from wrapped(f"{_profile(score.profile)}, {_time(score)}", paper)
    if score.reason:
        yield from wrapped(f"Grey, whatever the points: {score.reason}.", paper)
    yield ""
    points = [f"{part.points if part.possible else '–'} of {part.part.most}" for part in score.parts]
    width = max(map(len, points), default=0)
    for part, said in zip(score.parts, points, strict=True):
        start = f"  {said:>{width}}  "
        first, *rest = wrapped(_part(facts, part), paper, indent=len(start))
        yield start + first.lstrip()
        yield from rest
    closing = [way_up(score), out_of_reach(score), doubt(facts.group, [score])]
    if any(closing):
        yield ""
    for sentence in filter(None, closing):
        yield from wrapped(sentence, paper)


def _part(facts: Facts, part: PartScore) -> str:
    better = next_band(facts, part)
    return f"{part.part.title}: {measured(facts, part)}" + (f"; {better}" if better else "")


def render_ranking(facts: Facts, profile: Profile, scores: Sequence[Score], paper: Paper) -> str:
    """The scores of all by one profile as a table, in their order; equal points share a place."""
    return without_commands("\n".join(_ranked(facts, profile, scores, paper)) + "\n")


def _ranked(facts: Facts, profile: Profile, scores: Sequence[Score], paper: Paper) -> Iterator[str]:
    when = f", {_time(scores[0], counted=False)}" if scores else ""
    yield from (paper.style(line, "bold") for line in wrapped(f"{_profile(profile)}{when}", paper))
    yield ""
    if not scores:
        yield from wrapped("There is nobody to score on this day.", paper)
        return
    rows = [
        [_name(facts, one), one.colour.value, place, f"{one.points}"]
        for one, place in zip(scores, places(scores), strict=True)
    ]
    yield from table(["", "colour", "place", "points"], rows, paper, lefts=2)
    yield ""
    for one in scores:
        said = one.reason or way_up(one)
        if said:
            yield from wrapped(f"{_name(facts, one)}: {said.rstrip('.')}.", paper)
    for sentence in filter(None, (out_of_reach(scores[0]), doubt(facts.group, scores))):
        yield from wrapped(sentence, paper)


def places(scores: Sequence[Score]) -> list[str]:
    """The place of each in an order of points: `1.`, shared by equal ones; a dash where nobody can judge yet."""
    points = [one.points for one in scores if not one.reason]
    return ["–" if one.reason else f"{points.index(one.points) + 1}." for one in scores]


def render_json(facts: Facts, profile: Profile, scores: Sequence[Score]) -> str:
    """The scores by one profile as a JSON object, each with its parts."""
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": facts.group.as_of.isoformat(),
        **_profile_as_object(profile),
    }
    return as_json({**document, "scores": [_as_object(facts, one) for one in scores]})


def with_profile(facts: Facts, score: Score) -> dict[str, Any]:
    """One score with its profile and its parts, as plain data."""
    return {**_profile_as_object(score.profile), **_as_object(facts, score)}


def _profile_as_object(profile: Profile) -> dict[str, Any]:
    return {
        "profile": profile.id,
        "title": profile.title,
        "colours": {"green": profile.green, "amber": profile.amber, "red": profile.red},
        "most": profile.most,
    }


def _as_object(facts: Facts, score: Score) -> dict[str, Any]:
    window = score.days.window
    return {
        "subject": str(score.subject),
        "from": window.first.isoformat(),
        "until": window.last.isoformat(),
        "days_counted": score.days.counted,
        "points": score.points,
        "possible": score.possible,
        "colour": score.colour.value,
        "reason": score.reason,
        "in_doubt": score.in_doubt,
        "parts": [_part_as_object(facts, part) for part in score.parts],
        "way_up": way_up(score),
    }


def _part_as_object(facts: Facts, part: PartScore) -> dict[str, Any]:
    return {
        "title": part.part.title,
        "measure": part.part.measure,
        "points": part.points,
        "possible": part.possible,
        "measured": measured(facts, part),
        "next": next_band(facts, part),
    }


def _name(facts: Facts, score: Score) -> str:
    return " ".join(facts.group.name(id_) for id_ in score.subject.ids) or facts.group.settings.group


def _profile(profile: Profile) -> str:
    """Which profile it is, and where its colours begin: a colour says nothing without that."""
    colours = f"green from {profile.green}, amber from {profile.amber}, red from {profile.red}"
    return f"By the profile {profile.id} ({profile.title}; {colours})"


def _time(score: Score, *, counted: bool = True) -> str:
    days = score.days
    if not counted or days.counted == days.window.days:
        return str(days.window)
    return f"{days.window}, of which {in_words(days.weeks, Unit.RATIO, '')} weeks count"
