"""decisions: what was decided until a day, and is to be decided again: reservations, exceptions, consents to seats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.consents import GivenConsent
from refertext.group.seats import Rivalry, Touch
from refertext.insights.debts.owed import Effort, Owed, owed_in
from refertext.insights.debts.people import all_present, present
from refertext.insights.debts.ready import in_braces, to_add, to_set
from refertext.problem import Place
from refertext.records.settings import SeatNotice, Waiver


class Reserved(NamedTuple):
    """A seat that is reserved until a day."""

    owed: Owed
    notice: SeatNotice


class Excepted(NamedTuple):
    """An exception to a rule."""

    owed: Owed
    waiver: Waiver


class Lapsed(NamedTuple):
    """An adjacent seat to which the neighbour agreed until a day that is over."""

    owed: Owed
    rivalry: Rivalry
    given: GivenConsent


def decisions(group: Group) -> tuple[Owed, ...]:
    """The decisions that are owed; consents only between members, the others by the coordinator."""
    between_two = (one for one in lapsed_consents(group) if one.owed.by and one.owed.to)
    return owed_in(reservations(group), exceptions(group), between_two)


def reservations(group: Group) -> Iterator[Reserved]:
    """The seats that are reserved until a day; whom one is for waits for it."""
    for notice in group.settings.seats:
        if notice.status == "reserved" and notice.until:
            waits = group.member(notice.for_)
            whom = f", reserved for {group.name(notice.for_)}" if notice.for_ else ""
            owed = Owed(
                topic="decisions",
                by=_coordinator(group),
                to=(waits.id,) if waits else (),
                since=min(notice.since or notice.until, notice.until),
                due=notice.until,
                do=f"Decide whether {notice.category}{whom} until {notice.until}, stays so",
                write="until: DAY (a later one), or status: wanted in place of reserved, or remove the entry",
                place=Place(group.settings.file, (*notice.path, "until")),
                effort=Effort.LINE,
                rule="reservation-expired",
                command=to_set(group.settings.file, (*notice.path, "until"), "DAY"),
            )
            yield Reserved(owed, notice)


def exceptions(group: Group) -> Iterator[Excepted]:
    """All exceptions to rules: each ends on a day."""
    for waiver in group.settings.waivers:
        owed = Owed(
            topic="decisions",
            by=_coordinator(group),
            to=(),
            since=waiver.until,
            due=waiver.until,
            do=f"Decide again on the exception to {waiver.rule} for {waiver.file} ({waiver.why})",
            write="until: DAY (a later one), or remove the entry",
            place=Place(group.settings.file, (*waiver.path, "until")),
            effort=Effort.LINE,
            rule="waiver-expired",
            command=to_set(group.settings.file, (*waiver.path, "until"), "DAY"),
        )
        yield Excepted(owed, waiver)


def lapsed_consents(group: Group) -> Iterator[Lapsed]:
    """The seats whose neighbours' consent has ended; a candidate has no seat yet."""
    for rivalry in group.rivalries:
        given = rivalry.given
        lapsed = rivalry.touch is Touch.ADJACENT and standing(group, rivalry) is Standing.LAPSED
        if given and given.consent.until and lapsed and not rivalry.newcomer.candidate:
            yield Lapsed(_again(group, rivalry, given, given.consent.until), rivalry, given)


def _again(group: Group, rivalry: Rivalry, given: GivenConsent, until: date) -> Owed:
    new, old = rivalry.newcomer.member, rivalry.incumbent.member
    by, to = present(group, new.id), present(group, old.id)
    yes = in_braces({"by": old.id, "date": group.as_of, "until": "DAY"})
    return Owed(
        topic="decisions",
        by=(by.id,) if by else (),
        to=(to.id,) if to else (),
        since=until,
        due=until,
        do=f"Ask {old.name} again whether your seat may border on theirs; the last yes ended on {until}",
        write=f"under consents: - {yes} (the day of the yes, and the last day for which it holds)",
        place=Place(given.to.file, (*given.path, "until")),
        effort=Effort.TALK,
        rule="consent-expired",
        command=to_add(new.file, (*rivalry.newcomer.path, "consents"), yes),
    )


def _coordinator(group: Group) -> tuple[str, ...]:
    return tuple(member.id for member in all_present(group, [group.settings.coordinator]))
