"""Fit: what speaks for a candidate and what against, before anybody is embarrassed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from refertext.group import Group, Rivalry
from refertext.group.borders import Decision, Standing, standing
from refertext.group.copies import copies
from refertext.group.meeting_days import held_meetings
from refertext.group.memberships import last_left_before
from refertext.group.seats import Tenure, Touch, same_branch
from refertext.insights.matches.gain import Ally, allies
from refertext.insights.matches.match import Match, openings
from refertext.insights.matches.precedents import earlier_decisions
from refertext.measures.window import ONE_DAY
from refertext.records import Member
from refertext.records.member import Fit as Answers
from refertext.records.member import PathEntry
from refertext.records.settings import Search, SeatNotice, Waiver
from refertext.records.types import Answer
from refertext.text.wording import folded

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "similar_clients": "Do they serve similar clients?",
        "similar_values": "Do they have similar values?",
        "nearby": "Are they near enough?",
        "channel": "Do they have a channel to pass us on?",
        "volume": "Do they meet enough people?",
        "committed": "Are they committed to referring?",
    }
)
"""The six questions, by their keys."""


@dataclass(frozen=True, slots=True)
class Border:
    """A seat that touches the candidate's: whose, how, how it stands, and the running waiver in which the group has
    decided about it, where there is one.
    """

    other: Member
    rivalry: Rivalry
    standing: Standing
    decided: Waiver | None
    other_is_member: bool

    @property
    def own_category(self) -> str:
        """The category of the seat that is looked at."""
        return self._own.seat.category

    @property
    def others_category(self) -> str:
        """The category of the other one's seat, be it one that they are about to change."""
        return self._others.seat.category

    @property
    def free_from(self) -> date | None:
        """The first day on which the other one does not hold that seat any more, where that is known."""
        return self._others.until + ONE_DAY if self._others.until else None

    @property
    def _others(self) -> Tenure:
        return self.rivalry.incumbent if self.rivalry.incumbent.member is self.other else self.rivalry.newcomer

    @property
    def _own(self) -> Tenure:
        return self.rivalry.newcomer if self._others is self.rivalry.incumbent else self.rivalry.incumbent

    @property
    def is_a_wide_name(self) -> bool:
        """Whether one category stands above the other's, and nobody has agreed to it."""
        is_over_branch = self.rivalry.touch is Touch.OVER_BRANCH
        return is_over_branch and self.decided is None and self.standing is not Standing.AGREED

    @property
    def is_open(self) -> bool:
        """Whether the two would compete and nobody has agreed to it, neither the other one nor the group."""
        competes = self.rivalry.touch in (Touch.SAME, Touch.ADJACENT)
        return competes and self.decided is None and self.standing is not Standing.AGREED


@dataclass(frozen=True, slots=True)
class KnownBy:
    """Who knows a candidate: who brought them, who had how many conversations (by present id, most first), the days on
    which they came as a visitor with the name of who invited them, and the searches by which they were found.
    """

    introduced_by: str | None
    conversations: tuple[tuple[str, int], ...]
    visits: tuple[tuple[date, str | None], ...]
    searches: tuple[Search, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateFit:
    """All that the records say about a candidate's place in the group, as known on the as-of day.

    `twin` is a member whose file looks like a copy of the candidate's. `left` is the day on which they left the group
    the last time, `may_return` the first day on which its cooling-off time lets them come back. `questions` are the
    six with their answers, in order, None where none is written.
    """

    candidate: Member
    twin: Member | None
    left: date | None
    may_return: date | None
    exceptions: Mapping[str, Waiver]
    borders: tuple[Border, ...]
    precedents: tuple[Decision, ...]
    notices: tuple[SeatNotice, ...]
    questions: tuple[tuple[str, Answer | None], ...]
    allies: tuple[Ally, ...]
    openings: tuple[Match, ...]
    known_by: KnownBy
    path: tuple[PathEntry, ...]


def fit(group: Group, candidate_id: str) -> CandidateFit:
    """How the candidate of a present id fits; ask only for somebody who is a candidate on the as-of day."""
    candidate = group.members[candidate_id]
    left = last_left_before(group, candidate, group.as_of)
    wait = group.settings.cooling_off
    answers = candidate.fit or Answers()
    borders = _borders(group, candidate)
    return CandidateFit(
        candidate=candidate,
        twin=_twin(group, candidate),
        left=left.day if left else None,
        may_return=wait.after(left.day) if wait and left else None,
        exceptions={w.rule: w for w in group.settings.waivers if w.file == candidate.file and w.runs_on(group.as_of)},
        borders=borders,
        precedents=earlier_decisions(
            group,
            candidate,
            touched=(border.others_category for border in borders),
            decided=(border.decided for border in borders if border.decided),
        ),
        notices=_notices(group, candidate),
        questions=tuple((key, getattr(answers, key)) for key in QUESTIONS),
        allies=allies(group, candidate),
        openings=openings(group, candidate_id),
        known_by=_known_by(group, candidate),
        path=tuple(sorted((e for e in candidate.path if e.date <= group.as_of), key=lambda entry: entry.date)),
    )


def _twin(group: Group, candidate: Member) -> Member | None:
    for pair in copies(group):
        if candidate in pair:
            return pair[0] if pair[1] is candidate else pair[1]
    return None


# Seats

_ORDER = tuple(Touch)


def _borders(group: Group, candidate: Member) -> tuple[Border, ...]:
    found = [
        border_to(group, rivalry, rivalry.incumbent.member if new else rivalry.newcomer.member)
        for rivalry in group.rivalries
        if (new := rivalry.newcomer.member is candidate) or rivalry.incumbent.member is candidate
    ]
    return tuple(sorted(found, key=lambda border: (_ORDER.index(border.rivalry.touch), border.other.id)))


def border_to(group: Group, rivalry: Rivalry, other: Member) -> Border:
    """How two seats touch, as seen from the one that is not the other member's."""
    stands = standing(group, rivalry)
    return Border(other, rivalry, stands, _decided(group, rivalry), other.was_member_on(group.as_of))


_RULES = {
    Touch.SAME: "same-seat",
    Touch.ADJACENT: "adjacent-seat",
    Touch.OVER_BRANCH: "seat-over-branch",
    Touch.NEIGHBOURING: "neighbouring-seat",
}
"""The rules by whose waivers a group decides about the seats of two members."""


def _decided(group: Group, rivalry: Rivalry) -> Waiver | None:
    """The running waiver of the rule that finds the two; of candidates who would compete that is one of its own."""
    files = (rivalry.newcomer.member.file, rivalry.incumbent.member.file)
    competes = rivalry.touch in (Touch.SAME, Touch.ADJACENT)
    rule = "candidate-conflict" if competes and rivalry.newcomer.candidate else _RULES[rivalry.touch]
    for waiver in group.settings.waivers:
        if waiver.rule == rule and waiver.file in files and waiver.runs_on(group.as_of):
            return waiver
    return None


def _notices(group: Group, candidate: Member) -> tuple[SeatNotice, ...]:
    """What the settings say of the candidate's category, of those above and below, and what is kept for them."""
    seat = candidate.seat
    return tuple(
        notice
        for notice in group.seat_notices
        if (seat and same_branch(notice.category, seat.category))
        or (notice.status == "reserved" and group.same_member(notice.for_, candidate.id))
    )


# People


def _known_by(group: Group, candidate: Member) -> KnownBy:
    talks = (entry.by for entry in candidate.path if entry.date <= group.as_of)
    counted = Counter(group.resolve("members", by) for by in talks if by)
    name = folded(candidate.name)
    return KnownBy(
        introduced_by=candidate.introduced_by,
        conversations=tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))),
        visits=tuple(
            (meeting.date, visitor.invited_by)
            for meeting in held_meetings(group)
            for visitor in meeting.visitors
            if folded(visitor.name) == name
        ),
        searches=tuple(s for s in group.settings.searches if group.same_member(s.found, candidate.id)),
    )
