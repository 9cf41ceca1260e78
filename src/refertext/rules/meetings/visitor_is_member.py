"""visitor-is-member."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Meeting, Member
from refertext.records.meeting import IN_PERSON
from refertext.rules.rule import rule
from refertext.text.wording import folded


@rule(Severity.WARNING)
def visitor_is_member(group: Group) -> Iterator[Problem]:
    """A visitor has the name of somebody who was a member that day.

    Members are written under attendance; as visitors they count as absent, and the group seems to have
    had a guest more than it had. On the day of joining one may still be both.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    visitors:
      - name: Lee Ortiz  # expect: visitor-is-member
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    visitors:
      - name: Dana Wolfe
        invited_by: kit-larsen
    ```
    """
    members: dict[str, list[Member]] = {}
    for one in group.members.values():
        members.setdefault(folded(one.name), []).append(one)
    for meeting in held_meetings(group):
        for number, visitor in enumerate(meeting.visitors):
            known = members.get(folded(visitor.name), ())
            present = [m for m in known if m.was_member_on(meeting.date) and m.joined != meeting.date]
            if present:
                member = present[0]
                yield Problem(
                    f"{member.name} is recorded as a visitor on {meeting.date}, but was a member that day",
                    Place(meeting.file, ("visitors", number, "name")),
                    _mend(group, meeting, member),
                    (See("the member", Place(member.file, ("name",))),),
                )


def _mend(group: Group, meeting: Meeting, member: Member) -> str:
    for id_, attended in meeting.attendance.items():
        if group.same_member(id_, member.id):
            if attended.status in IN_PERSON:
                return f"remove the visitor: under attendance stands {id_}: {attended.status} already"
            return f"remove the visitor; and if {member.name} came, write {id_}: present in place of {attended.status}"
    return f"write under attendance: {member.id}: present, and remove the visitor"
