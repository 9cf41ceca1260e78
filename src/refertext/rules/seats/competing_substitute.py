"""competing-substitute."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.seats import same_branch, stands_under
from refertext.problem import Place, Problem, See, Severity
from refertext.records.member import Member
from refertext.rules.rule import rule


def _rival(group: Group, day: date, substituted: str, category: str) -> Member | None:
    """Another member of that day whose seat is in the substitute's category or branch. None where the substitute is
    of the trade that is stood in for: whether that one competes is said of the seats themselves.
    """
    absent = group.member(substituted)
    seat = absent.seat if absent else None
    if seat and stands_under(category, seat.category):
        return None
    return next(
        (
            member
            for member in group.members.values()
            if member.seat
            and member is not absent
            and not any(group.same_member(member.id, colleague) for colleague in (seat.shared_with if seat else ()))
            and member.was_member_on(day)
            and same_branch(member.seat.category, category)
        ),
        None,
    )


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
            if entry.status == "substitute" and rival and rival.seat:
                who = entry.name or "The substitute"
                yield Problem(
                    f"{who} stood in for {group.name(id_)} with {entry.category}, which is {rival.name}'s seat",
                    Place(meeting.file, ("attendance", id_, "category")),
                    "next time send somebody of another trade; correct the category if it is not right",
                    (See(f"{rival.name}'s seat", Place(rival.file, ("seat", "category"))),),
                )
