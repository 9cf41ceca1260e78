"""Claims: the days of a record that say that something has happened already, in the order they are written.

Days that may lie ahead are left out: joining and leaving, plans, promises, agreements that come into force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from refertext.group.meeting_days import somebody_came
from refertext.group.referral_life import has_later
from refertext.problem import Path
from refertext.records import Agreement, Concern, Meeting, Member, Partnership, Prospect, Record, Referral

if TYPE_CHECKING:
    from refertext.group.group import Group

Claim = tuple[date, Path, str]
"""A day, its path, and what is said to have happened, to be read before the day: `The thanks are dated`."""


def claims(group: Group, record: Record) -> Iterator[Claim]:
    """The days on which something in a record is said to have happened."""
    match record:
        case Referral():
            return _of_referral(record)
        case Meeting():
            return _of_meeting(group, record)
        case Member():
            return _of_member(record)
        case Prospect():
            return _of_prospect(record)
        case Partnership():
            return _of_partnership(group, record)
        case Agreement():
            return _of_concerns(record.concerns)
    return iter(())


def claims_after(group: Group, record: Record, day: date) -> Iterator[Claim]:
    """Those of them that are dated after a day."""
    if isinstance(record, Referral) and not _may_be_after(record, day):
        return iter(())
    return (claim for claim in claims(group, record) if claim[0] > day)


def _may_be_after(referral: Referral, day: date) -> bool:
    """Whether any day of a referral is later than a day, told without paths: hardly ever."""
    consent = referral.consent
    return referral.date > day or has_later(referral, day) or (consent is not None and consent.date > day)


def _of_referral(referral: Referral) -> Iterator[Claim]:
    yield referral.date, ("date",), "This was given on"
    if referral.consent:
        yield referral.consent.date, ("consent", "date"), "The prospect agreed on"
    for number, entry in enumerate(referral.history):
        yield entry.date, ("history", number, "date"), "This entry is dated"
    if referral.thanked:
        yield referral.thanked.date, ("thanked", "date"), "The thanks are dated"
    if referral.evaluation and referral.evaluation.date:
        yield referral.evaluation.date, ("evaluation", "date"), "The evaluation is dated"


def _of_meeting(group: Group, meeting: Meeting) -> Iterator[Claim]:
    if meeting.is_group_meeting and somebody_came(meeting):
        yield meeting.date, ("date",), "This meeting took place on"
    elif meeting.kind != "group" and meeting.took_place:
        yield meeting.date, ("date",), f"This {meeting.kind} took place on"
    for id_, attended in meeting.attendance.items():
        if attended.notice:
            yield attended.notice, ("attendance", id_, "notice"), f"{group.name(id_)} gave notice on"
    for number, action in enumerate(meeting.actions):
        if action.done:
            yield action.done, ("actions", number, "done"), f"“{action.what}” was done on"


def _of_member(member: Member) -> Iterator[Claim]:
    for path, seat in member.seats:
        for number, consent in enumerate(seat.consents):
            yield consent.date, (*path, "consents", number, "date"), "This consent is dated"
    for number, entry in enumerate(member.path):
        yield entry.date, ("path", number, "date"), f"This {entry.how} is dated"
    for agreement, day in member.signed.items():
        yield day, ("signed", agreement), f"“{agreement}” was signed on"
    if member.manager and member.manager.informed:
        yield member.manager.informed, ("manager", "informed"), "The manager was informed on"


def _of_prospect(prospect: Prospect) -> Iterator[Claim]:
    if prospect.joint:
        for number, entry in enumerate(prospect.joint.history):
            yield entry.date, ("joint", "history", number, "date"), f"“{entry.status}” is dated"
    if prospect.consent and prospect.consent.date:
        yield prospect.consent.date, ("consent", "date"), "The prospect agreed on"


def _of_partnership(group: Group, partnership: Partnership) -> Iterator[Claim]:
    for id_, gain in partnership.gain.items():
        if gain.agreed:
            yield gain.agreed, ("gain", id_, "agreed"), f"{group.name(id_)}'s gain was agreed on"
    for id_, fit in partnership.fit.items():
        if fit.asked:
            yield fit.asked, ("fit", id_, "asked"), f"{group.name(id_)} was asked on"
    if partnership.balance and partnership.balance.agreed:
        yield partnership.balance.agreed, ("balance", "agreed"), "The balance was agreed on"
    for id_, day in partnership.explained.items():
        yield day, ("explained", id_), f"{group.name(id_)} explained it on"
    yield from _of_work(partnership)
    yield from _of_concerns(partnership.concerns)


def _of_work(partnership: Partnership) -> Iterator[Claim]:
    for number, step in enumerate(partnership.action_plan):
        if step.done:
            yield step.done, ("action_plan", number, "done"), f"“{step.what}” was done on"
    for number, cycle in enumerate(partnership.cycles):
        if cycle.evaluated and cycle.evaluated.date:
            yield cycle.evaluated.date, ("cycles", number, "evaluated", "date"), "This cycle was evaluated on"


def _of_concerns(concerns: tuple[Concern, ...]) -> Iterator[Claim]:
    for number, concern in enumerate(concerns):
        yield concern.raised, ("concerns", number, "raised"), "This concern was raised on"
        if concern.settled:
            yield concern.settled, ("concerns", number, "settled"), "This concern was settled on"
