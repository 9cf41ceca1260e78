"""seat-notice-incomplete."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.records.member import Member
from refertext.records.settings import SeatNotice
from refertext.rules.rule import rule


def _holds(member: Member, notice: SeatNotice, day: date) -> bool:
    """Whether it is about a member's seat, be it one that they will give up later."""
    return any(seat.category == notice.category for _, seat in member.seats_from(day))


@rule(Severity.WARNING)
def seat_notice_incomplete(group: Group) -> Iterator[Problem]:
    """A seat is reserved for nobody, or opened without a holder.

    A reservation names for whom it is, an opened seat names who holds it. Without the name the entry has
    no effect.

    ## Bad

    ```yaml title="refertext.yml"
    seats:
      - category: people/training
        status: reserved  # expect: seat-notice-incomplete
        until: 2026-09-30
    ```

    ## Bad: somebody who does not hold it

    ```yaml title="refertext.yml"
    seats:
      - category: people/staffing
        status: opened
        holder: lee-ortiz  # expect: seat-notice-incomplete
    ```

    ## Good

    ```yaml title="refertext.yml"
    seats:
      - category: people/payroll
        status: opened
        holder: lee-ortiz
        since: 2026-03-01
        why: fourth absence
    ```
    """
    for notice in group.settings.seats:
        if notice.status == "reserved" and not notice.for_:
            where, said, mend = (
                "status",
                "is reserved, but not for anybody",
                "add a line with for: and the id of the person",
            )
        elif notice.status == "opened" and not notice.holder:
            where, said, mend = (
                "status",
                "is opened, but nobody is named as its holder",
                "add a line with holder: and an id",
            )
        elif (
            notice.status == "opened"
            and (holder := group.member(notice.holder))
            and not _holds(holder, notice, group.as_of)
        ):
            where, said = "holder", f"is opened, but {holder.name} does not hold it"
            mend = "write the category of the holder's seat, or remove the entry"
        else:
            continue
        yield Problem(f"{notice.category} {said}", Place(group.settings.file, (*notice.path, where)), mend)
