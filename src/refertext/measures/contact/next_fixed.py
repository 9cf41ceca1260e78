"""next-fixed."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.GROUP,
    formula="next date fixed ÷ meetings held",
    at_meetings=True,
    noun=("meeting with the next date fixed", "meetings with the next date fixed"),
    failing=("meeting without the next date", "meetings without the next date"),
)
def next_fixed(facts: Facts, scope: Scope) -> Result:
    """The share of group meetings at which the next date was fixed before parting.

    next date fixed ÷ meetings held: the record has `next`. Usual floor: 100 %.
    """
    held = facts.meetings.within(scope.window)
    fixed = [meeting for meeting in held if meeting.record.next]
    inputs = {"next date fixed": len(fixed), "meetings held": len(held)}
    return share(fixed, held, inputs, "no group meeting was held")
