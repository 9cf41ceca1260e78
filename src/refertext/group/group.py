"""The group itself: what every rule, measure and page is a function of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from refertext.group.log import Log
from refertext.group.private import Private
from refertext.group.referral_life import as_known_on
from refertext.problem import Flaw, FlawKind
from refertext.records import (
    PACKAGED,
    Agreement,
    Meeting,
    Member,
    Partnership,
    Profile,
    Prospect,
    Record,
    Referral,
    Settings,
)

if TYPE_CHECKING:
    from refertext.group.borders import Border, Decision
    from refertext.group.references import Reference
    from refertext.group.seats import Rivalry
    from refertext.records.settings import SeatNotice


T = TypeVar("T")

REPORTED_FOR = timedelta(weeks=13)
"""For how long something is told that nobody can mend any more."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Group:
    """All records of a group by id, as of a day.

    `present` is the day it really is for this group, never before the as-of day: what is dated up to it may have
    happened, though nobody knew on the as-of day. `unread` holds, by folder, the ids of files that could not be
    understood: they count as known, so that nothing else complains because of them. So does every id of the folders
    in `lost`, misspelt or not to be opened. `former` leads from former ids to present ones, by folder. `flaws` is
    what is wrong with files by themselves. `files` are the names of all files of records, `materials` those in
    `docs/`. `profiles` are the group's own, without those that come with refertext. `private` is what was laid over
    the records from `private/`. `logs` are the files of members' own lines, by name.
    """

    as_of: date
    present: date
    settings: Settings
    settings_read: bool
    members: Mapping[str, Member]
    agreements: Mapping[str, Agreement]
    partnerships: Mapping[str, Partnership]
    prospects: Mapping[str, Prospect]
    referrals: Mapping[str, Referral]
    meetings: Mapping[str, Meeting]
    profiles: Mapping[str, Profile]
    unread: Mapping[str, frozenset[str]]
    lost: frozenset[str]
    former: Mapping[str, Mapping[str, str]]
    flaws: Mapping[FlawKind, Sequence[Flaw]]
    files: frozenset[str] = frozenset()
    materials: frozenset[str] = frozenset()
    private: Private = field(default_factory=Private)
    logs: Mapping[str, Log] = field(default_factory=dict)
    _computed: dict[Callable[[Group], Any], Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, compute: Callable[[Group], T]) -> T:
        """What a function computes of the group; computed the first time it is asked for, and kept with the group."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        computed: T = self._computed[compute]
        return computed

    @property
    def seat_notices(self) -> tuple[SeatNotice, ...]:
        """What the settings say of seats by the as-of day."""
        return tuple([one for one in self.settings.seats if one.since is None or one.since <= self.as_of])

    def records(self, folder: str) -> Mapping[str, Record]:
        """The records of a folder by id."""
        records: Mapping[str, Record] = getattr(self, folder)
        return records

    def resolve(self, folder: str, id_: str) -> str:
        """The present id for an id that may be a former one."""
        return self.former[folder].get(id_, id_)

    def ids(self, folder: str) -> frozenset[str]:
        """The ids of a folder's records, readable or not; of profiles also those that come with refertext."""
        packaged = PACKAGED if folder == "profiles" else ()
        return frozenset((*self.records(folder), *self.unread[folder], *packaged))

    def knows(self, folder: str, id_: str) -> bool:
        """Whether there is such a record, readable or not, under this id or a former one."""
        return (
            folder in self.lost
            or id_ in self.records(folder)
            or id_ in self.unread[folder]
            or id_ in self.former[folder]
        )

    def member(self, id_: str | None) -> Member | None:
        """The member of that id or former id, if readable."""
        if id_ is None:
            return None
        return self.members.get(id_) or self.members.get(self.former["members"].get(id_, ""))

    def prospect(self, id_: str | None) -> Prospect | None:
        """The prospect of that id or former id, if readable."""
        if id_ is None:
            return None
        return self.prospects.get(id_) or self.prospects.get(self.former["prospects"].get(id_, ""))

    def referral(self, id_: str | None) -> Referral | None:
        """The referral of that id or former id, if readable."""
        if id_ is None:
            return None
        return self.referrals.get(id_) or self.referrals.get(self.former["referrals"].get(id_, ""))

    def same_member(self, one: str | None, other: str | None) -> bool:
        """Whether two ids mean the same member."""
        return one is not None and other is not None and self.resolve("members", one) == self.resolve("members", other)

    def name(self, id_: str) -> str:
        """How to call whom an id means: the member's name, or the id itself."""
        member = self.member(id_)
        return member.name if member else id_

    @property
    def reported_from(self) -> date:
        """The first of the last 13 weeks' days, the as-of day being their last."""
        return self.as_of - REPORTED_FOR + timedelta(days=1)

    def is_recent(self, day: date) -> bool:
        """Whether a day is one of the last 13 weeks, the as-of day included: for so long is told what nobody can
        mend any more.
        """
        return self.reported_from <= day <= self.as_of

    @cached_property
    def given_referrals(self) -> tuple[Referral, ...]:
        """The referrals given up to the as-of day, as known on it, in order of date and id."""
        given = [referral for referral in self.referrals.values() if referral.date <= self.as_of]
        given.sort(key=attrgetter("id"))
        given.sort(key=attrgetter("date"))
        return tuple([as_known_on(referral, self.as_of) for referral in given])

    @cached_property
    def group_meetings(self) -> tuple[Meeting, ...]:
        """The group meetings that were not cancelled, in order of date; future ones too."""
        meetings = (meeting for meeting in self.meetings.values() if meeting.is_group_meeting)
        return tuple(sorted(meetings, key=lambda meeting: (meeting.date, meeting.id)))

    @cached_property
    def present_members(self) -> tuple[Member, ...]:
        """The members on the as-of day, in order of id."""
        return tuple(m for _, m in sorted(self.members.items()) if m.was_member_on(self.as_of))

    @cached_property
    def category_names(self) -> frozenset[str]:
        """All categories of the tree, as paths such as finance/mortgage."""
        return self.settings.category_names()

    @cached_property
    def outdated_references(self) -> Mapping[str, tuple[Reference, ...]]:
        """References that lead nowhere or to a former id, by the folder they should lead to."""
        from refertext.group.references import outdated_references

        return outdated_references(self)

    @cached_property
    def border_decisions(self) -> Mapping[Border, Sequence[Decision]]:
        """Earlier decisions about seats, by the categories they are about."""
        from refertext.group.borders import decisions

        return decisions(self)

    @cached_property
    def rivalries(self) -> tuple[Rivalry, ...]:
        """The pairs of seats that touch each other, from the as-of day on."""
        from refertext.group.seats import rivalries

        return rivalries(self)
