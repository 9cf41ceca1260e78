"""Matches: prospects whom one member knows and another would want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from refertext.group import Group
from refertext.group.referral_life import Life
from refertext.insights.matches.hands import (
    approaching,
    approaching_competitor,
    in_a_competitors_hands,
    in_others_hands,
    latest_of,
)
from refertext.insights.matches.wanted import DECIDING, Reason, is_outside_territory, reasons
from refertext.records import Prospect
from refertext.records.referral import CLOSING


@dataclass(frozen=True, slots=True)
class Match:
    """A prospect whom the knower knows and the wanter would want, both by their present ids, and why.

    `hands` is what others have open of the prospect; `approaching` are those who approach them together, lead first.
    """

    prospect: Prospect
    knower: str
    wanter: str
    reasons: tuple[Reason, ...]
    is_outside_territory: bool
    hands: tuple[Life, ...]
    approaching: tuple[str, ...]

    @property
    def score(self) -> int:
        """The sum of the reasons' points."""
        return sum(reason.points for reason in self.reasons)

    @property
    def is_free(self) -> bool:
        """Whether nobody else has the prospect in hand or on offer, or leads the approach."""
        return not self.hands and (not self.approaching or self.approaching[0] == self.knower)


class Why(StrEnum):
    """Why a prospect who would match is passed over."""

    KNOWN = "known already"
    JOINT = "approached together already"
    HANDED_OVER = "handed over already"
    COMPETITORS = "in a competitor's hands"
    COMPETITORS_APPROACH = "approached by a competitor"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A prospect who would match, if it were not for something; `life` is the referral that speaks against it, to the
    wanter or to a competitor; `by` is the competitor's id.
    """

    prospect: Prospect
    why: Why
    life: Life | None = None
    by: str | None = None

    @property
    def outcome(self) -> str:
        """What became of the referral: the status that closed it, else `open`."""
        steps = self.life.steps if self.life else ()
        return next((entry.status for _, entry in steps if entry.status in CLOSING), "open")


def matches(group: Group, knower: str, wanter: str) -> tuple[Match, ...]:
    """The prospects whom the knower is recorded to know and the wanter would want, best first.

    Left out are those who do not want to be contacted, those whom the wanter knows, approaches already together with
    others or was given before, whoever gave them, and those whom a competitor of the wanter has in hand, has won or
    approaches together with others.
    """
    found = [one for one in _considered(group, knower, wanter) if isinstance(one, Match)]
    return tuple(sorted(found, key=_best_first))


def passed_over(group: Group, knower: str, wanter: str) -> tuple[PassedOver, ...]:
    """The prospects who would match, if they were not the wanter's or a competitor's already; in order of id.

    Who does not want to be contacted is not even told here.
    """
    return tuple(one for one in _considered(group, knower, wanter) if isinstance(one, PassedOver))


def matches_by_wanter(group: Group, knower: str) -> tuple[tuple[str, tuple[Match, ...]], ...]:
    """The other members who would want somebody whom the knower knows, each with their matches; best first."""
    others = (member.id for member in group.present_members if member.id != knower)
    found = [(other, best) for other in others if (best := matches(group, knower, other))]
    return tuple(sorted(found, key=lambda pair: (-pair[1][0].score, -len(pair[1]), pair[0])))


def openings(group: Group, wanter: str) -> tuple[Match, ...]:
    """The prospects whom any other member knows and somebody would want, be it a candidate; each once, best first.

    The knower is the first of them who is a member now.
    """
    knowers = [member.id for member in group.present_members if member.id != wanter]
    found = {match.prospect.id: match for knower in reversed(knowers) for match in matches(group, knower, wanter)}
    return tuple(sorted(found.values(), key=_best_first))


def known_prospects(group: Group, knower: str) -> tuple[Prospect, ...]:
    """The prospects who may be contacted and whom the knower is recorded to know, in order of id."""
    return tuple(group.once(_known).get(knower, ()))


def wanted_and_unknown(group: Group, asked: str = "") -> tuple[Prospect, ...]:
    """The prospects whom somebody who has not left wants and no present member is recorded to know; in order of id.
    None of them who do not want to be contacted, nor those whom the member who is `asked` for them wants, too.
    """
    return tuple(
        prospect
        for _, prospect in sorted(group.prospects.items())
        if prospect.do_not_contact == "no"
        and not knowers(group, prospect)
        and (wanted_by := wanters(group, prospect))
        and asked not in wanted_by
    )


def knowers(group: Group, prospect: Prospect) -> tuple[str, ...]:
    """The present ids of those members of the as-of day who are recorded to know a prospect."""
    present = {member.id for member in group.present_members}
    return tuple(id_ for id_ in _resolved(group, prospect.known_by) if id_ in present)


def wanters(group: Group, prospect: Prospect) -> tuple[str, ...]:
    """The present ids of those on whose wish list a prospect stands, without those who have left."""
    members = (group.member(id_) for id_ in prospect.wanted_by)
    staying = (m.id for m in members if m and not (m.last_day and m.last_day < group.as_of))
    return tuple(dict.fromkeys(staying))


def has_agreed_to_be_kept(prospect: Prospect, day: date) -> bool:
    """Whether a prospect's yes to being kept here at all is recorded, and given by the end of a day."""
    return prospect.consent is not None and prospect.consent.date is not None and prospect.consent.date <= day


def _best_first(match: Match) -> tuple[int, bool, bool, str]:
    return -match.score, not match.is_free, match.is_outside_territory, match.prospect.id


def _considered(group: Group, knower: str, wanter: str) -> Iterator[Match | PassedOver]:
    for prospect in known_prospects(group, knower):
        found = reasons(group, wanter, prospect)
        if DECIDING.isdisjoint(reason.ground for reason in found):
            continue
        yield _obstacle(group, knower, wanter, prospect) or Match(
            prospect=prospect,
            knower=knower,
            wanter=wanter,
            reasons=found,
            is_outside_territory=is_outside_territory(group, wanter, prospect),
            hands=in_others_hands(group, prospect, without=(knower, wanter)),
            approaching=approaching(group, prospect),
        )


def _obstacle(group: Group, knower: str, wanter: str, prospect: Prospect) -> PassedOver | None:
    if life := latest_of(group, prospect, wanter):
        return PassedOver(prospect, Why.HANDED_OVER, life)
    if wanter in _resolved(group, prospect.known_by):
        return PassedOver(prospect, Why.KNOWN)
    if wanter in approaching(group, prospect):
        return PassedOver(prospect, Why.JOINT)
    if life := in_a_competitors_hands(group, prospect, knower, wanter):
        return PassedOver(prospect, Why.COMPETITORS, life, life.receiver)
    if rival := approaching_competitor(group, prospect, knower, wanter):
        return PassedOver(prospect, Why.COMPETITORS_APPROACH, by=rival)
    return None


def _known(group: Group) -> dict[str, list[Prospect]]:
    """The prospects who may be contacted, by the present ids of those who know them; in order of id."""
    known: dict[str, list[Prospect]] = {}
    for _, prospect in sorted(group.prospects.items()):
        if prospect.do_not_contact == "no":
            for id_ in _resolved(group, prospect.known_by):
                known.setdefault(id_, []).append(prospect)
    return known


def _resolved(group: Group, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(group.resolve("members", id_) for id_ in ids))
