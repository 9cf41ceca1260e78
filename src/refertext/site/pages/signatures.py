"""Who has signed an agreement, and who said that it is not kept; for members alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from refertext.insights.debts.concerns import unsettled
from refertext.insights.debts.paperwork import outdated, signatures
from refertext.records import Agreement, Member
from refertext.site.people import Person, person
from refertext.site.site import Site

Paper = Mapping[tuple[str, str], str]
"""What is amiss with signatures, by the ids of agreement and member: missing, or stale."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A member's signature: the `day`, or None where there is none; `state` is signed, stale (older than the last
    change), missing, or away, who signs when back.
    """

    who: Person
    day: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Concern:
    """That somebody said it is not kept: about whom (None for the group), when, what came of it; `due` is the day by
    which an answer is in time, None where it was given.
    """

    raised: date
    by: Person
    about: Person | None
    note: str
    settled: date | None
    outcome: str
    due: date | None


def paper_of(site: Site) -> Paper:
    """What is amiss with signatures, by agreement and member."""
    if not site.is_for_members:
        return {}
    missing = {(one.agreement.id, one.member.id): "missing" for one in signatures(site.group)}
    return missing | {(one.agreement.id, one.member.id): "stale" for one in outdated(site.group)}


def signature(site: Site, record: Agreement, member: Member, paper: Paper) -> Signature:
    """A member's signature of an agreement, with what is amiss with it."""
    resolve = site.group.resolve
    days = (day for key, day in member.signed.items() if resolve("agreements", key) == record.id and day <= site.day)
    day = max(days, default=None)
    state = paper.get((record.id, member.id)) or ("signed" if day else "away")
    if state == "away" and not member.was_on_leave_on(site.day):
        state = "missing"
    return Signature(person(site, member.id), day, state)


def concerns(site: Site, record: Agreement) -> Iterator[Concern]:
    """What was said about an agreement up to the day, the latest first."""
    due = {id(one.concern): one.owed.due for one in unsettled(site.group)}
    for concern in sorted(record.concerns, key=lambda one: one.raised, reverse=True):
        if concern.raised <= site.day:
            settled = concern.settled if concern.settled and concern.settled <= site.day else None
            yield Concern(
                raised=concern.raised,
                by=person(site, concern.by),
                about=person(site, concern.about) if concern.about else None,
                note=concern.note or "",
                settled=settled,
                outcome=(concern.outcome or "") if settled else "",
                due=due.get(id(concern)),
            )
