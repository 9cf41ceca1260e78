"""What `match` and `fit` say against a prospect who matches: in whose hands they are, where, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refertext.group import Group
from refertext.group.referral_life import Life, became_referral
from refertext.group.telling import giver_of
from refertext.insights.matches.hands import state_of
from refertext.insights.matches.match import Match, has_agreed_to_be_kept
from refertext.text.wording import listed

_MOST = 3
"""Of those who have a prospect in hand that are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to settle before a prospect is handed over: in a few words, and with what to do about it."""

    brief: str
    whole: str


def cautions(group: Group, match: Match) -> Iterator[Caution]:
    """What speaks against handing a prospect over at once, or must be done first."""
    yield from _hands(group, match)
    yield from _approach(group, match)
    prospect, wanter = match.prospect, group.members[match.wanter]
    if match.is_outside_territory and wanter.seat:
        places = listed(wanter.seat.territory)
        yield Caution(
            f"{prospect.place} is none of their places",
            f"{prospect.place} is none of {wanter.name}'s places ({places}): ask {wanter.name} first",
        )
    if not has_agreed_to_be_kept(prospect, group.as_of):
        yield Caution(
            "their yes to being kept is not recorded",
            "their yes to being kept here is not recorded: ask for that, too (consent: in the prospect's file)",
        )


def _hands(group: Group, match: Match) -> Iterator[Caution]:
    wanter = group.name(match.wanter)
    for life in match.hands[:_MOST]:
        if life.receiver is None:
            yield Caution(
                "they are offered to everyone",
                f"they are offered to everyone ({told(group, life)}): {wanter} may take that up, under taken_by: in "
                f"{life.referral.file}",
            )
        else:
            name = group.name(life.receiver)
            yield Caution(
                f"{name} has them in hand",
                f"{name} has them in hand ({told(group, life)}): ask {name} first, so that they are not called twice",
            )
    if len(match.hands) > _MOST:
        more = f"{len(match.hands) - _MOST} more have them in hand"
        yield Caution(more, more)


def told(group: Group, life: Life) -> str:
    """What was handed over, by whom, and how it stands: `lead of 2026-03-02 by Kit Larsen, met on 2026-03-09`."""
    referral, (state, since) = life.referral, state_of(life)
    raised = [entry.kind for entry in referral.history if entry.kind]
    kind = "referral" if became_referral(referral) else raised[-1] if raised else referral.kind
    stands = "no news yet" if state == "given" else f"{state.replace('-', ' ')} on {since}"
    return f"{kind} of {referral.date} by {giver_of(group, referral)}, {stands}"


def _approach(group: Group, match: Match) -> Iterator[Caution]:
    """Whose a joint prospect is: only the lead, or who is with the lead, hands it over."""
    if not match.approaching:
        return
    lead, knower = match.approaching[0], group.name(match.knower)
    others = listed([group.name(id_) for id_ in match.approaching[1:] if id_ != match.knower] or [""])
    together = f" together with {others}" if others else ""
    if lead == match.knower:
        if others:
            yield Caution(
                f"they are approached{together}", f"{knower} approaches them{together}: tell them before anybody else"
            )
        return
    name = group.name(lead)
    brief = f"{name} leads the approach"
    if match.knower in match.approaching:
        yield Caution(brief, f"{name} leads the approach, and {knower} is with them: agree with {name} first")
    else:
        yield Caution(
            brief, f"they belong to {name}, who approaches them{together}: ask {name}, and hand nothing over alone"
        )
