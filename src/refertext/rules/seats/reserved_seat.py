"""reserved-seat."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.seats import seat_since, takes_in
from refertext.group.words import Vocabulary
from refertext.problem import Place, Problem, See, Severity
from refertext.records.member import Member
from refertext.records.settings import SeatNotice
from refertext.rules.rule import rule


def _begins_while_reserved(since: date, notice: SeatNotice) -> bool:
    """Whether a seat held since a day was taken, or will be, while the reservation runs."""
    return not (notice.since and since < notice.since) and not (notice.until and since > notice.until)


def _sits_there(member: Member, notice: SeatNotice, group: Group, vocabulary: Vocabulary) -> bool:
    """Whether somebody other than the one meant has the reserved category, a part of it, or all of a wider one."""
    if not member.seat or group.same_member(member.id, notice.for_):
        return False
    if member.last_day and member.last_day < group.as_of:
        return False
    if member.joined and not _begins_while_reserved(seat_since(member, group.as_of), notice):
        return False
    return takes_in(member.seat, notice.category, vocabulary)


def _told(group: Group, member: Member, notice: SeatNotice) -> tuple[str, str]:
    """What is said of a seat, and what would mend it."""
    wider = member.seat.category if member.seat else ""
    whose = f"agree with {group.name(notice.for_ or '')} and remove the reservation, or"
    if notice.category.startswith(f"{wider}/"):
        excludes = member.seat.excludes if member.seat else ()
        word = "add {} to excludes: under seat:" if excludes else "write excludes: [{}] under seat:"
        narrower = f"{word.format(notice.category)}, or name the services"
        return f"{member.name} has all of {wider}, and so {notice.category}", f"{whose} {narrower}"
    return f"{member.name} has {notice.category}", f"{whose} choose another category"


@rule(Severity.ERROR)
def reserved_seat(group: Group) -> Iterator[Problem]:
    """A seat is taken that is reserved for somebody else.

    The group has promised this category to a person, until a day. Whoever else sits there breaks the promise,
    also with a seat of a wider category that names no services, for it is all of them. For a candidate it is only a
    warning.

    ## Bad

    ```yaml title="refertext.yml"
    seats:
      - category: people/payroll
        status: reserved
        for: dana-wolfe
        until: 2026-09-30
    ```

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll  # expect: reserved-seat
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```

    ## Good

    ```yaml title="refertext.yml"
    seats:
      - category: people/training
        status: reserved
        for: dana-wolfe
        until: 2026-09-30
    ```
    """
    vocabulary = Vocabulary(group.settings.same_words)
    for notice in group.settings.seats:
        if notice.status != "reserved" or not notice.for_ or (notice.until and notice.until < group.as_of):
            continue
        see = See(f"reserved for {group.name(notice.for_)}", Place(group.settings.file, (*notice.path, "for")))
        for member in group.members.values():
            if not _sits_there(member, notice, group, vocabulary):
                continue
            said, mend = _told(group, member, notice)
            until = f" until {notice.until}" if notice.until else ""
            yield Problem(
                f"{said}, which is reserved for {group.name(notice.for_)}{until}",
                Place(member.file, ("seat", "category")),
                mend,
                (see,),
                Severity.ERROR if member.joined else Severity.WARNING,
            )
