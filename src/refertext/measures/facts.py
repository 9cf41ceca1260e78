"""Facts: the events of a group, by those whom they are about, in order of day. Each is found once, when asked for.

A measure looks only at events up to the end of its window: what is recorded later never changes a closed period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from refertext.group import Group
from refertext.group.meeting_days import break_on, held_meetings
from refertext.group.memberships import Time, times
from refertext.group.pairs import by_pair
from refertext.group.referral_life import Life, lives
from refertext.group.talks import talks
from refertext.measures.events import (
    Arrival,
    Closed,
    Encounter,
    Gift,
    Handling,
    Held,
    Presentation,
    Reached,
    Seating,
    Visit,
    Win,
)
from refertext.measures.indexed import Indexed, Steps, apart, in_hands, indexed
from refertext.measures.timeline import Timeline
from refertext.records import Meeting, Member, Partnership, Referral
from refertext.records.referral import CLOSING
from refertext.text.wording import folded

CONTACT = frozenset({"contacted", "met", "proposed", "won", "lost"})
"""Statuses that say that the prospect was contacted."""
_MEETING = frozenset({"met", "proposed", "won"})


@dataclass(frozen=True, eq=False)
class Facts:
    """The events of a group as of its day."""

    group: Group

    @cached_property
    def gifts(self) -> Timeline[Gift]:
        """Everything handed over."""
        return Timeline((gift for gift in map(self._gift, self.group.given_referrals) if gift), in_order=True)

    @cached_property
    def given(self) -> Indexed[str, Gift]:
        """What each member gave; everything is what members gave."""
        return apart(self.gifts.events, attrgetter("giver"))

    @cached_property
    def received(self) -> Indexed[str, Gift]:
        """What each member received; everything is what anybody received."""
        return in_hands((gift for gift in self.gifts.events if gift.receivers), lambda _, receiver: receiver)

    @cached_property
    def handed(self) -> Indexed[tuple[str, str], Gift]:
        """What each member handed to each other one; a lead to everyone counts for those who took it."""
        given = (gift for gift in self.given.everything.events if gift.receivers)
        return in_hands(given, lambda gift, receiver: (gift.giver or "", receiver))

    @cached_property
    def contacts(self) -> Steps[Reached]:
        """First contacts with the prospect."""
        return Steps(self._first_steps(CONTACT))

    @cached_property
    def handlings(self) -> Steps[Handling]:
        """What each receiver does with what they got; a lead that nobody took is handled by nobody."""
        return Steps(handling(gift, life) for gift, life in self._lives if life.receiver or not gift.receivers)

    @cached_property
    def open_lives(self) -> Sequence[tuple[Gift, Life]]:
        """What is open at the end of the group's day, in anybody's hands; made without the lives of all that is closed,
        which are most of them.
        """
        return [
            (gift.taken_by(life.receiver), life)
            for gift in self.gifts.events
            if gift.record.is_to_everyone or not _is_closed(gift.record)
            for life in self._lives_of(gift)
            if life.receiver and life.closed_since is None
        ]

    @cached_property
    def partnerships(self) -> Mapping[frozenset[str], Partnership]:
        """The partnerships by the present ids of the two partners."""
        return {frozenset(pair): partnership for pair, partnership in by_pair(self.group).items()}

    @cached_property
    def prospect_meetings(self) -> Steps[Reached]:
        """The first time each receiver met the prospect, or came further than that."""
        return Steps(self._first_steps(_MEETING))

    @cached_property
    def closings(self) -> Steps[Closed]:
        """How lives ended: the first of won, lost, not-a-fit. What was returned has no outcome."""
        return Steps(self._closings())

    @cached_property
    def wins(self) -> Steps[Win]:
        """What was won, repeat business too."""
        return Steps(self._wins(self._lives))

    def wins_of(self, gift: Gift) -> Sequence[Win]:
        """What was won with a gift, in order of day."""
        if "won" not in [entry.status for entry in gift.record.history]:
            return ()
        return Timeline(self._wins((gift, life) for life in self._lives_of(gift))).events

    @cached_property
    def thanks(self) -> Steps[Reached]:
        """Public thanks; for a lead that several took, each of them said it."""
        return Steps(
            Reached(gift.record.thanked.date, gift.record, ("thanked", "date"), gift, receiver)
            for gift in self.gifts.events
            if gift.record.thanked
            for receiver in gift.receivers or (None,)
        )

    @cached_property
    def meetings(self) -> Timeline[Held]:
        """The group meetings that took place."""
        return Timeline((Held(meeting.date, meeting) for meeting in held_meetings(self.group)), in_order=True)

    @cached_property
    def seatings(self) -> Indexed[str, Seating]:
        """How each member attended the group meetings that count for them: on days of membership, outside leave
        and breaks. No entry is an absence.
        """
        return indexed(self._seatings(), lambda seating: [seating.member])

    @cached_property
    def encounters(self) -> Indexed[str, Encounter]:
        """The one-to-ones and reviews of each member with another member of that day."""
        return indexed(self._encounters(), lambda encounter: encounter.members)

    @cached_property
    def encounters_of_pairs(self) -> Indexed[tuple[str, str], Encounter]:
        """The one-to-ones and reviews of each pair, ids in order."""
        return indexed(self.encounters.everything.events, lambda encounter: [encounter.members])

    @cached_property
    def presentations(self) -> Indexed[str, Presentation]:
        """The presentations of each member, one at a meeting."""
        return indexed(self._presentations(), lambda presentation: [presentation.member])

    @cached_property
    def visits(self) -> Indexed[str, Visit]:
        """The visits of those whom each member invited; everything is all visits."""
        return indexed(self._visits(), lambda visit: [visit.inviter] if visit.inviter else [])

    @cached_property
    def joinings(self) -> Timeline[Arrival]:
        """The days on which people joined, or came back."""
        return Timeline(
            Arrival(time.joined, member, (*time.path, "joined"))
            for member, time in self._times
            if time.joined <= self.group.as_of
        )

    @cached_property
    def leavings(self) -> Timeline[Arrival]:
        """The last days of those who left."""
        return Timeline(
            Arrival(time.left, member, (*time.path, "left") if time.path else ("left", "date"))
            for member, time in self._times
            if time.left <= self.group.as_of
        )

    @cached_property
    def _times(self) -> list[tuple[Member, Time]]:
        """The times in the group; one that ends before it begins is none."""
        members = self.group.members.values()
        return [(member, time) for member in members for time in times(member) if not time.is_backwards]

    def _gift(self, referral: Referral) -> Gift | None:
        """What a referral hands over; nothing where somebody gave to themselves."""
        resolve = self.group.former["members"].get
        giver = None if referral.giver_is_outside else resolve(referral.from_, referral.from_)
        receivers: tuple[str, ...]
        if referral.is_to_everyone:
            takers = dict.fromkeys(resolve(id_, id_) for id_ in referral.taken_by)
            receivers = tuple(id_ for id_ in takers if id_ != giver)
        else:
            receivers = (resolve(referral.to, referral.to),)
            if giver == receivers[0]:
                return None
        raised = [
            (entry.date, entry.kind, resolve(entry.by, entry.by) if entry.by else None)
            for entry in referral.history
            if entry.kind
        ]
        return Gift(referral.date, referral, giver, receivers, tuple(raised))

    def client(self, gift: Gift) -> str:
        """What tells prospects apart: an id, or what was said of them in small letters, or where nothing was said the
        record's id.
        """
        referral = gift.record
        if referral.prospect:
            return self.group.resolve("prospects", referral.prospect)
        return folded(referral.about or "") or referral.id

    @cached_property
    def _lives(self) -> list[tuple[Gift, Life]]:
        """What became of each gift in the hands of each receiver; not of a lead in the giver's own."""
        return [
            (gift.taken_by(life.receiver) if gift.raised else gift, life)
            for gift in self.gifts.events
            for life in self._lives_of(gift)
        ]

    def _lives_of(self, gift: Gift) -> Iterator[Life]:
        for life in lives(self.group, gift.record):
            if life.receiver is None or life.receiver in gift.receivers:
                yield life

    def _first_steps(self, statuses: frozenset[str]) -> Iterator[Reached]:
        """The first step of each life that has one of these statuses."""
        for gift, life in self._lives:
            for number, entry in life.steps:
                if entry.status in statuses:
                    yield Reached(entry.date, gift.record, ("history", number), gift, life.receiver)
                    break

    def _closings(self) -> Iterator[Closed]:
        for gift, life in self._lives:
            number, entry = next((step for step in life.steps if step[1].status in CLOSING), (0, None))
            if entry and (entry.status == "won" or entry.status == "lost" or entry.status == "not-a-fit"):
                yield Closed(entry.date, gift.record, ("history", number), gift, life.receiver, entry.status)

    def _wins(self, lives_: Iterable[tuple[Gift, Life]]) -> Iterator[Win]:
        for gift, life in lives_:
            first = True
            for number, entry in life.steps:
                if entry.status == "won":
                    path = ("history", number)
                    yield Win(entry.date, gift.record, path, gift, life.receiver, entry.value, first)
                    first = False
                elif entry.status in CLOSING and first:
                    break

    def _seatings(self) -> Iterator[Seating]:
        for held in self.meetings.events:
            meeting, day = held.record, held.day
            if break_on(self.group.settings, day):
                continue
            entries = {self.group.resolve("members", id_): id_ for id_ in meeting.attendance}
            for member in self.group.members.values():
                if member.was_expected_on(day):
                    yield _seating(meeting, member.id, entries.get(member.id))

    def _encounters(self) -> Iterator[Encounter]:
        for two, meeting in talks(self.group):
            if meeting.date <= self.group.as_of and all(self._was_member(id_, meeting) for id_ in two):
                yield Encounter(meeting.date, meeting, two)

    def _presentations(self) -> Iterator[Presentation]:
        for held in self.meetings.events:
            firsts: dict[str, int] = {}
            for number, id_ in enumerate(held.record.presented):
                firsts.setdefault(self.group.resolve("members", id_), number)
            for member, number in firsts.items():
                yield Presentation(held.day, held.record, ("presented", number), member)

    def _visits(self) -> Iterator[Visit]:
        joined: dict[str, list[date]] = defaultdict(list)
        for joining in self.joinings.events:
            joined[folded(joining.record.name)].append(joining.day)
        for held in self.meetings.events:
            for number, visitor in enumerate(held.record.visitors):
                name, by = folded(visitor.name), visitor.invited_by
                inviter = self.group.resolve("members", by) if by else None
                since = next((day for day in joined.get(name, ()) if day >= held.day), None)
                yield Visit(held.day, held.record, ("visitors", number), inviter, name, since)

    def _was_member(self, id_: str, meeting: Meeting) -> bool:
        member = self.group.members.get(id_)
        return member is not None and member.was_member_on(meeting.date)


def facts(group: Group) -> Facts:
    """The facts of a group, the same ones whenever they are asked for."""
    return group.once(Facts)


def handling(gift: Gift, life: Life) -> Handling:
    """What a receiver does with a gift in the life that it has in their hands."""
    news = tuple([entry.date for _, entry in life.steps])
    return Handling(gift.day, gift.record, gift, life.receiver, news, life.closed_since)


def _is_closed(referral: Referral) -> bool:
    history = referral.history
    if history and history[-1].status in CLOSING:
        return True  # told first, since nearly all are closed like that
    return any(entry.status in CLOSING for entry in history)


def _seating(meeting: Meeting, member: str, written: str | None) -> Seating:
    if written is None:
        return Seating(meeting.date, meeting, ("attendance",), member, "absent", noticed=False)
    attended = meeting.attendance[written]
    noticed = attended.notice is not None and attended.notice <= meeting.date
    return Seating(meeting.date, meeting, ("attendance", written), member, attended.status, noticed)
