"""competing-substitute."""

from collections.abc import Collection, Iterator
from datetime import date

from refertext.group import Group
from refertext.group.seats import seat_on, stands_under, takes_in
from refertext.group.words import Vocabulary
from refertext.problem import Path, Place, Problem, See, Severity
from refertext.records.member import FormerSeat, Member, Seat
from refertext.rules.rule import rule

Rival = tuple[Member, Seat | FormerSeat, Path]
"""A member, the seat they held that day, and the path that leads to it."""


def _rival(group: Group, day: date, substituted: str, category: str) -> Rival | None:
    """Another member of that day whose seat takes in the substitute's category, or a part of it.

    None where the substitute is of the trade that is stood in for: whether that one competes is said of the seats
    themselves.
    """
    absent = group.member(substituted)
    seat = _seat(absent, day)
    if seat and stands_under(category, seat.category):
        return None
    colleagues = seat.shared_with if seat else ()
    vocabulary = Vocabulary(group.settings.same_words)
    for member in group.members.values():
        held = seat_on(member, day) if member.was_member_on(day) and member is not absent else None
        if held and takes_in(held[0], category, vocabulary) and not _is_among(group, member, colleagues):
            return member, *held
    return None


def _seat(member: Member | None, day: date) -> Seat | FormerSeat | None:
    held = seat_on(member, day) if member else None
    return held[0] if held else None


def _is_among(group: Group, member: Member, ids: Collection[str]) -> bool:
    return any(group.same_member(member.id, id_) for id_ in ids)


@rule(Severity.WARNING)
def competing_substitute(group: Group) -> Iterator[Problem]:
    """A substitute competes with another member.

    Who stands in for somebody holds no seat, and must not take the floor in another member's trade. Somebody of the
    same trade as the member who is away, or as a colleague in that seat, takes nobody's floor. Told for 13 weeks
    after the meeting.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: substitute
        name: Jo Reed
        category: people/staffing  # expect: competing-substitute
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: substitute
        name: Jo Reed
        category: people/payroll
    ```
    """
    for meeting in group.group_meetings:
        if not group.is_recent(meeting.date):
            continue
        for id_, entry in meeting.attendance.items():
            rival = _rival(group, meeting.date, id_, entry.category) if entry.category else None
            if entry.status == "substitute" and rival:
                member, seat, path = rival
                who = entry.name or "The substitute"
                same = "which" if seat.category == entry.category else f"and {seat.category}"
                yield Problem(
                    f"{who} stood in for {group.name(id_)} with {entry.category}, {same} is {member.name}'s seat",
                    Place(meeting.file, ("attendance", id_, "category")),
                    "next time send somebody of another trade; correct the category if it is not right",
                    (See(f"{member.name}'s seat", Place(member.file, (*path, "category"))),),
                )
