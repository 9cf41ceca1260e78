"""`match` of one: whom a member could bring to any of the others, and whom nobody is recorded to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.group import Group
from refertext.insights.matches.match import Match, known_prospects, matches_by_wanter, wanted_and_unknown, wanters
from refertext.records import Member, Prospect
from refertext.reports.escape import one_line
from refertext.reports.lines import heading, labelled, whole
from refertext.reports.match import title, who_knows
from refertext.reports.match_cautions import cautions
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.text.wording import listed

_SHOWN = 5
"""Matches of a member that are shown; the pair's own list has all of them."""


def render(group: Group, knower: Member, paper: Paper, *, with_names: bool = False) -> str:
    """Whom the knower could bring to any other member, and whom nobody is recorded to know."""
    found, unknown = matches_by_wanter(group, knower.id), wanted_and_unknown(group, knower.id)
    prospects = {match.prospect.id for _, of_one in found for match in of_one}
    number = counted(len(prospects), "prospect") if found else "no prospect"
    sections = [
        list(heading(f"{knower.name} knows {number} whom other members would want, as of {group.as_of}", paper))
    ]
    for wanter, of_one in found:
        sections.append(
            [*heading(f"{group.name(wanter)} ({wanter})", paper), *_of_one(group, of_one, paper, with_names)]
        )
    sections.append(list(_how_to_go_on(group, knower, found, paper)))
    if unknown:
        sections.append(list(_unknown(group, knower, unknown, paper, with_names)))
    return whole(sections)


def _of_one(group: Group, found: Sequence[Match], paper: Paper, with_names: bool) -> Iterator[str]:
    for match in found[:_SHOWN]:
        text = f"{title(match.prospect, with_names)}: {briefly(group, match)}"
        yield from labelled(str(match.score), text, paper, width=2, manner="note")
    if len(found) > _SHOWN:
        yield from wrapped(f"and {len(found) - _SHOWN} more", paper, indent=6)


def briefly(group: Group, match: Match) -> str:
    """The grounds of a match and what speaks against it, in a few words."""
    grounds = listed([str(reason.ground) for reason in match.reasons])
    buts = [caution.brief for caution in cautions(group, match)]
    return f"{grounds}{f'; but {listed(buts)}' if buts else ''}"


def _how_to_go_on(
    group: Group, knower: Member, found: Sequence[tuple[str, Sequence[Match]]], paper: Paper
) -> Iterator[str]:
    if found:
        yield "Every reason, and what to do:"
        yield f"  {one_line(f'refertext match {knower.id} {found[0][0]}')}"
    elif known_prospects(group, knower.id):
        yield from wrapped(
            f"Nobody looks for those whom {knower.name} is recorded to know, or knows or has them already, or competes "
            "with somebody who has. Write more "
            "about them into their files (industry:, place:, text:), or ask at the table who wishes to meet them, and "
            "write that under wanted_by:.",
            paper,
        )
    else:
        yield from wrapped(f"Nobody is recorded whom {knower.name} knows. {who_knows(knower)}", paper)


def _unknown(
    group: Group, knower: Member, unknown: Sequence[Prospect], paper: Paper, with_names: bool
) -> Iterator[str]:
    yield from heading("Wanted, and nobody is recorded to know them", paper)
    for prospect in unknown:
        names = listed([group.name(id_) for id_ in wanters(group, prospect)])
        yield from labelled("-", f"{title(prospect, with_names)}, wanted by {names}", paper)
    text = f"Does {knower.name} know one of them? Then add {knower.id} under known_by: in the prospect's file."
    yield from wrapped(text, paper)
