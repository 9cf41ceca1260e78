"""Why somebody was no member on a day, in words."""

from __future__ import annotations

from datetime import date

from refertext.group.memberships import times
from refertext.records import Member


def why_no_member(member: Member, day: date) -> str | None:
    """Why somebody was no member on a day: `left on 2025-06-30`, to be read after the name.

    None where they were one, and where a time in the group ends before it begins, so that nobody can tell.
    """
    if member.was_member_on(day):
        return None
    spans = times(member)
    if any(time.is_backwards for time in spans):
        return None
    starts = [time.joined for time in spans if time.joined > day]
    ends = [time.left for time in spans if time.left < day]
    if starts and ends:
        return f"left on {max(ends)} and came back only on {min(starts)}"
    if ends:
        return f"left on {max(ends)}"
    return f"joined only on {min(starts)}" if starts else "has not joined yet"
