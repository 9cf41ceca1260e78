"""`match` of two: whom one member could bring to another, with every reason.

Prospects go by their aliases, because this is pasted into chats and thrown on walls; real names are shown only where
somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refertext.group import Group
from refertext.insights.matches.match import Match, PassedOver, Why, known_prospects, matches, passed_over
from refertext.insights.matches.wanted import POINTS, Ground, Reason
from refertext.problem import Place
from refertext.records import Member, Prospect
from refertext.reports.escape import one_line
from refertext.reports.lines import heading, labelled, numbered, whole
from refertext.reports.located import Finder, Spot
from refertext.reports.match_cautions import cautions, told
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.text.wording import folded, listed

_WIDE = 3
"""Columns that labels take."""
_LONGEST = 70
"""Of a sentence that is quoted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Who knows and who would want, what finds lines in their files, and whether prospects' real names may be shown."""

    group: Group
    knower: Member
    wanter: Member
    finder: Finder
    with_names: bool = False


def render(pair: Pair, paper: Paper) -> str:
    """What the knower could bring to the wanter, with every reason."""
    found = matches(pair.group, pair.knower.id, pair.wanter.id)
    left_out = passed_over(pair.group, pair.knower.id, pair.wanter.id)
    sections = [list(heading(_head(pair, found), paper))]
    sections += [list(_match(pair, match, paper)) for match in found]
    sections.append(list(_what_to_do(pair, found, left_out, paper)))
    if left_out:
        sections.append([*heading("Not counted above", paper), *_left_out(pair, left_out, paper)])
    sections.append(list(_foot(pair, found, paper)))
    return whole(sections)


def _head(pair: Pair, found: Sequence[Match]) -> str:
    number = counted(len(found), "prospect") if found else "no prospect"
    return f"{pair.knower.name} knows {number} whom {pair.wanter.name} would want, as of {pair.group.as_of}"


def title(prospect: Prospect, with_names: bool) -> str:
    """How a prospect is called: alias, id, and the real name where it may be shown."""
    name = f" = {prospect.name}" if with_names and prospect.name else ""
    return f"{prospect.alias}{name} ({prospect.id})"


def _match(pair: Pair, match: Match, paper: Paper) -> Iterator[str]:
    points = counted(match.score, "point")
    yield from heading(f"{title(match.prospect, pair.with_names)}: {points}", paper)
    for reason in match.reasons:
        yield from _point(pair, match, reason, paper)
    for caution in cautions(pair.group, match):
        yield from labelled("but", caution.whole, paper, width=_WIDE, manner="warning")


def _point(pair: Pair, match: Match, reason: Reason, paper: Paper) -> Iterator[str]:
    """A reason with its points, and below it where to change it."""
    text = _reason(pair, match.prospect, reason)
    yield from labelled(f"+{reason.points}", text, paper, width=_WIDE, manner="note")
    spots = spots_of(pair.group, match, reason, pair.finder)
    where = ", ".join(f"{one_line(spot.file)}:{spot.span.line}" for spot in spots.values())
    yield f"{' ' * (_WIDE + 4)}{paper.style(where, 'place')}"


def spots_of(group: Group, match: Match, reason: Reason, finder: Finder) -> dict[str, Spot]:
    """Where a reason stands, as what is `wanted` and what is `found`: who disagrees changes one of the two."""
    places = {}
    if reason.wanted_at:
        places["wanted"] = Place(group.members[match.wanter].file, reason.wanted_at)
    piece = reason.found if reason.found_at == ("text",) else ""
    places["found"] = Place(match.prospect.file, reason.found_at, piece=piece)
    return {side: finder.spot("", place) for side, place in places.items()}


_SAID = {
    Ground.INDUSTRY: "{name} looks for the industry “{wanted}”",
    Ground.TRIGGER: "{name} waits for “{wanted}”",
    Ground.CLIENTS: "{name} serves “{wanted}”",
    Ground.PLACE: "{name} looks in “{wanted}”",
    Ground.TERRITORY: "{name} works in “{wanted}”",
    Ground.ROLE: "{name} talks to the “{wanted}”",
    Ground.SIZE: "{name} looks for “{wanted}” people",
}


def _reason(pair: Pair, prospect: Prospect, reason: Reason) -> str:
    """A reason in words: the wanter's own, and the prospect's where they say something else and may be shown."""
    if reason.ground is Ground.WISH:
        return f"{pair.wanter.name} wishes to meet them"
    said = _SAID[reason.ground].format(name=pair.wanter.name, wanted=reason.wanted)
    if folded(reason.found) in (folded(reason.wanted), folded(prospect.alias)):
        return said
    found = may_be_quoted(reason, pair.with_names)
    return f"{said}; here it says “{_short(found)}”" if found else f"{said}; their file says so"


def may_be_quoted(reason: Reason, with_names: bool) -> str:
    """The words of a prospect that may be shown: of the text only where its real name might be, too."""
    return "" if reason.is_of_the_text and not with_names else reason.found


def _short(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"


# What to do


def _what_to_do(pair: Pair, found: Sequence[Match], left_out: Sequence[PassedOver], paper: Paper) -> Iterator[str]:
    if pair.wanter.was_on_leave_on(pair.group.as_of):
        yield from wrapped(f"{pair.wanter.name} is on leave: ask first whether this is the time.", paper)
    if found:
        yield from heading("What to do", paper)
        yield from numbered(_to_hand_over(pair, found), paper)
    else:
        yield from wrapped(_nothing(pair, left_out), paper)
        yield from numbered(_to_find_more(pair), paper)


def _to_hand_over(pair: Pair, found: Sequence[Match]) -> Iterator[str]:
    knower, wanter, group = pair.knower, pair.wanter, pair.group
    whom = "them" if len(found) == 1 else "each of them"
    if first := _asked_first(pair, found):
        yield f"Ask {listed(first)} before any of those who are in their hands (see “but”)."
    yield f"{knower.name} asks {whom} whether {wanter.name} may call; {wanter.file} says how."
    yield (
        f"On a yes, write a file in referrals/{group.as_of.year}/ with kind: referral, from: {knower.id}, "
        f"to: {wanter.id}, prospect: (the id in brackets), and under consent: the day of the yes as date:."
    )


def _asked_first(pair: Pair, found: Sequence[Match]) -> list[str]:
    """The names of those who have somebody of these in hand, or lead the approach."""
    ids = [life.receiver for match in found for life in match.hands if life.receiver]
    ids += [match.approaching[0] for match in found if match.approaching]
    return [pair.group.name(id_) for id_ in dict.fromkeys(ids) if id_ != pair.knower.id]


def _nothing(pair: Pair, left_out: Sequence[PassedOver]) -> str:
    """Why nothing was found."""
    knower, wanter, known = pair.knower, pair.wanter, known_prospects(pair.group, pair.knower.id)
    if not known:
        return f"Nobody is recorded whom {knower.name} knows."
    if left_out:
        return "Whoever would match is settled already. To find more:"
    if len(known) == 1:
        return f"{knower.name} is recorded to know 1 prospect, and it is nobody {wanter.name} looks for. To find more:"
    return (
        f"{knower.name} is recorded to know {len(known)} prospects, and none of them is what {wanter.name} looks for. "
        "To find more:"
    )


def _to_find_more(pair: Pair) -> Iterator[str]:
    knower, wanter = pair.knower, pair.wanter
    if not known_prospects(pair.group, knower.id):
        yield who_knows(knower)
        return
    yield (
        f"Write whom {wanter.name} looks for into {wanter.file}, under ideal_client: (industries:, places:, "
        f"triggers:), and {wanter.id} under wanted_by: of each prospect they wish to meet."
    )
    yield (
        f"Write more about those whom {knower.name} knows into their files (industry:, place:, text:), and {knower.id} "
        "under known_by: of others."
    )


def who_knows(knower: Member) -> str:
    """What to write so that somebody is recorded whom a member knows."""
    return (
        f"For each of those whom {knower.name} knows write a file in prospects/ with alias:, industry:, place: and "
        f"known_by: [{knower.id}]."
    )


def _foot(pair: Pair, found: Sequence[Match], paper: Paper) -> Iterator[str]:
    if found:
        points = listed([f"{ground} {points}" for ground, points in POINTS.items()])
        yield from wrapped(
            f"The points only sort: {points}. They say how well it fits, not whether the way is free; of equal ones "
            "those in nobody's hands come first. If you see it otherwise, change what stands in the files named above.",
            paper,
        )
    yield one_line(f"The other way round: refertext match {pair.wanter.id} {pair.knower.id}")


def _left_out(pair: Pair, left_out: Sequence[PassedOver], paper: Paper) -> Iterator[str]:
    for one in left_out:
        text = f"{title(one.prospect, pair.with_names)}: {_because(pair, one)}"
        yield from labelled("-", text, paper)


def _because(pair: Pair, one: PassedOver) -> str:
    group, name = pair.group, pair.wanter.name
    if one.why is Why.KNOWN:
        return f"{name} knows them already"
    if one.why is Why.JOINT:
        return f"{name} approaches them already, together with others"
    if one.by:
        rival = f"{group.name(one.by)}, who competes with {name},"
        if one.life is None:
            return f"{rival} approaches them together with others"
        return f"{rival} {_has(one)} them ({told(group, one.life)})"
    return f"{name} {_has(one)} them{f' ({told(group, one.life)})' if one.life else ''}"


def _has(one: PassedOver) -> str:
    """Whether what was handed over is open still."""
    return {"open": "has", "won": "won"}.get(one.outcome, "had")
