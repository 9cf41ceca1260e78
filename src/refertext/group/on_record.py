"""Since when there are records: of the time before, nobody can say how anything was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refertext.group.group import Group


def records_begin(group: Group) -> date | None:
    """The day of the first referral or meeting that is recorded, up to the as-of day; None where there is none.

    Days of joining are older: they were written down afterwards, what was given in those years was not.
    """
    return group.once(_records_begin)


def _records_begin(group: Group) -> date | None:
    given = group.given_referrals[:1]
    met = (meeting.date for meeting in group.meetings.values() if meeting.date <= group.as_of)
    return min([*(referral.date for referral in given), *met], default=None)
