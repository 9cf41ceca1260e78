"""`match` for programs: JSON objects, people and prospects by id."""

from __future__ import annotations

from typing import Any

from refertext.group import Group
from refertext.group.referral_life import Life
from refertext.insights.matches.hands import state_of
from refertext.insights.matches.match import (
    Match,
    PassedOver,
    has_agreed_to_be_kept,
    matches,
    matches_by_wanter,
    passed_over,
    wanted_and_unknown,
    wanters,
)
from refertext.records import Member, Prospect
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.located import Finder
from refertext.reports.match import Pair, may_be_quoted, spots_of


def render_pair(pair: Pair) -> str:
    """The matches of a pair as a JSON object."""
    left_out = passed_over(pair.group, pair.knower.id, pair.wanter.id)
    found = matches(pair.group, pair.knower.id, pair.wanter.id)
    document = {
        "version": VERSION,
        "as_of": pair.group.as_of.isoformat(),
        "from": pair.knower.id,
        "to": pair.wanter.id,
        "matches": [_as_plain(pair.group, match, pair.finder, pair.with_names) for match in found],
        "passed_over": [_passed_over(pair, one) for one in left_out],
    }
    return as_json(document)


def render_all(group: Group, knower: Member, finder: Finder, *, with_names: bool = False) -> str:
    """The matches with everybody as a JSON object: a flat list, and the prospects whom nobody is recorded to know."""
    found = [match for _, of_one in matches_by_wanter(group, knower.id) for match in of_one]
    document = {
        "version": VERSION,
        "as_of": group.as_of.isoformat(),
        "from": knower.id,
        "matches": [_as_plain(group, match, finder, with_names) for match in found],
        "wanted_and_unknown": [
            {**_prospect(prospect, with_names), "wanted_by": list(wanters(group, prospect))}
            for prospect in wanted_and_unknown(group, knower.id)
        ],
    }
    return as_json(document)


def _prospect(prospect: Prospect, with_names: bool) -> dict[str, Any]:
    name = {"name": prospect.name} if with_names else {}
    return {"prospect": prospect.id, "alias": prospect.alias, **name}


def _as_plain(group: Group, match: Match, finder: Finder, with_names: bool) -> dict[str, Any]:
    return {
        "to": match.wanter,
        **_prospect(match.prospect, with_names),
        "score": match.score,
        "reasons": [
            {
                "ground": reason.ground.value,
                "points": reason.points,
                "wanted": reason.wanted,
                "found": may_be_quoted(reason, with_names),
                "places": {
                    side: {"file": spot.file, "line": spot.span.line}
                    for side, spot in spots_of(group, match, reason, finder).items()
                },
            }
            for reason in match.reasons
        ],
        "free": match.is_free,
        "in_hands": [_life(life) for life in match.hands],
        "outside_territory": match.is_outside_territory,
        "joint": {"lead": match.approaching[0], "with": list(match.approaching[1:])} if match.approaching else None,
        "agreed_to_be_kept": has_agreed_to_be_kept(match.prospect, group.as_of),
    }


def _passed_over(pair: Pair, one: PassedOver) -> dict[str, Any]:
    given = {**_life(one.life), "outcome": one.outcome} if one.life else {}
    return {**_prospect(one.prospect, pair.with_names), "why": one.why.value, "by": one.by, **given}


def _life(life: Life) -> dict[str, Any]:
    state, since = state_of(life)
    return {"member": life.receiver, "referral": life.referral.id, "state": state, "since": since.isoformat()}
