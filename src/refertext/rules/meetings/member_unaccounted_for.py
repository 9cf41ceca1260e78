"""member-unaccounted-for."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.copies import identity
from refertext.group.meeting_days import held_meetings, somebody_came
from refertext.problem import FlawKind, Part, Place, Problem, Severity
from refertext.records import Meeting, Member
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def member_unaccounted_for(group: Group) -> Iterator[Problem]:
    """A meeting does not say whether a member was there.

    No entry counts as absent, and that may be unjust. So everybody who was a member that day and not on
    leave is written down; of colleagues who share a seat one is enough.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:  # expect: member-unaccounted-for
      brian-cho: present
      kit-larsen: present
    ```

    ## Bad: nobody at all

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:  # expect: member-unaccounted-for
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: absent
        notice: 2026-03-04
    ```
    """
    for meeting in held_meetings(group):
        if meeting.date == group.as_of and not somebody_came(meeting):
            continue
        place = Place(meeting.file, ("attendance",), Part.KEY)
        if not meeting.attendance:
            yield Problem(
                f"Nobody is accounted for at the meeting of {meeting.date}",
                place,
                "write attendance: with a line for each member, or cancelled: yes and the reason",
            )
        elif missing := _missing(group, meeting):
            names = listed([member.name for member in missing])
            yield Problem(
                f"The meeting of {meeting.date} does not say whether these members attended: {names}",
                place,
                f"add a line for each, for example {missing[0].id}: present (or late, substitute, excused, absent)",
            )


def _missing(group: Group, meeting: Meeting) -> list[Member]:
    """The members of that day of whom nothing is said. Who presented, and whose id is wrong, is told by others."""
    if not all(group.knows("members", id_) for id_ in meeting.attendance):
        return []
    named = {group.resolve("members", id_) for id_ in (*meeting.attendance, *meeting.presented)}
    missing = [
        member
        for id_, member in sorted(group.members.items())
        if id_ not in named
        and member.was_member_on(meeting.date)
        and not member.was_on_leave_on(meeting.date)
        and not any(group.resolve("members", colleague) in named for colleague in _colleagues(member))
    ]
    if not missing:
        return []
    people = {identity(member) for id_ in named if (member := group.members.get(id_))}
    misnamed = {flaw.place.file for flaw in group.flaws[FlawKind.ID_FORM]}
    return [member for member in missing if member.file not in misnamed and identity(member) not in people]


def _colleagues(member: Member) -> tuple[str, ...]:
    return member.seat.shared_with if member.seat else ()
