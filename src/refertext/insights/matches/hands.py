"""In whose hands a prospect is: what was handed over and is open, what a competitor has won, and joint approaches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from refertext.group import Group
from refertext.group.referral_life import Life, lives
from refertext.group.seats import Touch
from refertext.records import Prospect


def latest_of(group: Group, prospect: Prospect, receiver: str) -> Life | None:
    """What became of a prospect in the hands of the member of an id: what is open, else what was given last."""
    of_one = [life for life in _lives(group, prospect) if life.receiver == receiver]
    return max(of_one, key=lambda life: (life.is_open_on(group.as_of), life.referral.date), default=None)


def in_others_hands(group: Group, prospect: Prospect, without: Iterable[str]) -> tuple[Life, ...]:
    """What is open of a prospect in the hands of other members of the day, each once, earliest first; and what was
    offered to everyone and taken up by nobody.
    """
    left_out = set(without)
    open_: dict[str | None, Life] = {}
    for life in _lives(group, prospect):
        is_offer = life.receiver is None and not life.referral.taken_by
        if life.is_open_on(group.as_of) and (is_offer or _is_another(group, life.receiver, left_out)):
            open_[life.receiver] = life
    return tuple(open_.values())


def in_a_competitors_hands(group: Group, prospect: Prospect, knower: str, wanter: str) -> Life | None:
    """What a competitor of the wanter, other than the knower, has open or has won of a prospect; what is open first."""
    rivals = competitors(group, wanter) - {knower}
    theirs = [life for life in _lives(group, prospect) if life.receiver in rivals]
    open_ = (life for life in theirs if life.is_open_on(group.as_of))
    return next(open_, None) or next((life for life in theirs if "won" in _statuses(life)), None)


def approaching_competitor(group: Group, prospect: Prospect, knower: str, wanter: str) -> str | None:
    """The first competitor of the wanter, other than the knower, who approaches a prospect together with others."""
    rivals = competitors(group, wanter) - {knower}
    return next((id_ for id_ in approaching(group, prospect) if id_ in rivals), None)


def approaching(group: Group, prospect: Prospect) -> tuple[str, ...]:
    """The present ids of those who approach a prospect together, the lead first; nobody where it is not joint."""
    joint = prospect.joint
    ids = (joint.lead, *joint.with_) if joint else ()
    return tuple(dict.fromkeys(group.resolve("members", id_) for id_ in ids))


def competitors(group: Group, id_: str) -> frozenset[str]:
    """The present ids of those whose seats are the same as that of somebody, or adjacent to it, agreed or not."""
    return group.once(_competitors).get(id_, frozenset())


def state_of(life: Life) -> tuple[str, date]:
    """How something handed over stands, and since when: the last status, else `given`."""
    said = [(entry.status, entry.date) for _, entry in life.steps if entry.status]
    return said[-1] if said else ("given", life.referral.date)


def _statuses(life: Life) -> set[str | None]:
    return {entry.status for _, entry in life.steps}


def _is_another(group: Group, receiver: str | None, left_out: set[str]) -> bool:
    member = group.member(receiver)
    return member is not None and member.id not in left_out and member.was_member_on(group.as_of)


def _lives(group: Group, prospect: Prospect) -> list[Life]:
    return group.once(_lives_by_prospect).get(prospect.id, [])


def _lives_by_prospect(group: Group) -> dict[str, list[Life]]:
    """What was handed over of each prospect, in order of date."""
    found: dict[str, list[Life]] = {}
    for referral in group.given_referrals:
        if referral.prospect:
            found.setdefault(group.resolve("prospects", referral.prospect), []).extend(lives(group, referral))
    return found


def _competitors(group: Group) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rivalry in group.rivalries:
        if rivalry.touch in (Touch.SAME, Touch.ADJACENT):
            one, other = rivalry.newcomer.member.id, rivalry.incumbent.member.id
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {id_: frozenset(rivals) for id_, rivals in found.items()}
