"""next-date-not-kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.meeting_days import break_on, days_of_unread_meetings, gap, held_meetings
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Meeting
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def next_date_not_kept(group: Group) -> Iterator[Problem]:
    """There was no meeting on the day that the group had fixed.

    Somebody kept that morning free. When a meeting cannot take place it is recorded as cancelled, with
    the reason; then everybody knows, and it counts for nobody. A day is reported for 13 weeks, because
    later nobody can mend it. Where regular days have passed after it, too, meeting-not-recorded tells all
    of them together.

    ## Bad

    ```yaml title="meetings/2026/2026-02-19-group.md"
    ---
    kind: group
    date: 2026-02-19
    next: 2026-02-26  # expect: next-date-not-kept
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
    presented: [lee-ortiz]
    ---
    ```

    ## Bad: nothing is recorded since

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next: 2026-03-10  # expect: next-date-not-kept
    ```

    ## Good

    ```yaml title="meetings/2026/2026-02-19-group.md"
    ---
    kind: group
    date: 2026-02-19
    next: 2026-02-26
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
    presented: [lee-ortiz]
    ---
    ```

    ```yaml title="meetings/2026/2026-02-26-group.md"
    ---
    kind: group
    date: 2026-02-26
    cancelled: yes
    ---

    The road to the café was closed.
    ```
    """
    recorded = {meeting.date for meeting in group.meetings.values() if meeting.kind == "group"}
    unread = days_of_unread_meetings(group)
    held = held_meetings(group)
    missing = gap(group)
    told = missing.last.file if missing and missing.regular else None  # meeting-not-recorded tells all days together
    for number, meeting in enumerate(held):
        day = meeting.next
        if day is None or not group.is_recent(max(day, meeting.date)):
            continue
        if day <= meeting.date:
            yield _backwards(meeting, day)
        elif meeting.file != told and day < group.as_of and day not in recorded and day.isoformat() not in unread:
            after = (later for later in held[number + 1 :] if later.date > meeting.date)
            yield _not_kept(group, meeting, day, next(after, None))


def _backwards(meeting: Meeting, day: date) -> Problem:
    said = f"The meeting of {meeting.date} names {day} as the next day, which does not come after it"
    return Problem(said, Place(meeting.file, ("next",)), "correct next: or date:")


def _not_kept(group: Group, meeting: Meeting, day: date, instead: Meeting | None) -> Problem:
    pause = break_on(group.settings, day)
    said = f"; it falls into the break from {pause.from_} to {pause.until}" if pause else ""
    see = (See(f"the next meeting was on {instead.date}", Place(instead.file, ("date",))),) if instead else ()
    return Problem(
        f"The next meeting was fixed for {day}, but none is recorded on that day{said}",
        Place(meeting.file, ("next",)),
        f"record the meeting of {day}, with cancelled: yes and the reason if it did not take place, or correct next:",
        see,
    )
