"""partner-not-member."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.memberships import times
from refertext.problem import Place, Problem, Severity
from refertext.records import Member, Partnership
from refertext.rules.rule import rule


def _running_cycle(group: Group, partnership: Partnership) -> int | None:
    """The position of the first cycle that has not ended yet."""
    return next((n for n, cycle in enumerate(partnership.cycles) if cycle.until >= group.as_of), None)


def _last_day(group: Group, member: Member) -> date | None:
    """The last day on which somebody who is no member now was one."""
    return max((time.left for time in times(member) if time.left < group.as_of), default=None)


def _problem(group: Group, partnership: Partnership, partner: int, member: Member, cycle: int | None) -> Problem:
    other = group.name(partnership.between[1 - partner])
    last = _last_day(group, member)
    who = f"{member.name}, who left on {last}," if last else f"{member.name}, who has not joined yet,"
    what = "has a partnership" if cycle is None else "is in a running cycle"
    place = Place(partnership.file, ("between", partner) if cycle is None else ("cycles", cycle, "until"))
    return Problem(f"{who} {what} with {other}", place, _mend(partnership, member, cycle, last))


def _mend(partnership: Partnership, member: Member, cycle: int | None, last: date | None) -> str:
    if last is None:
        return f"write joined: in {member.file}, or wait with the partnership until then"
    if cycle is None:
        return "remove this file; git keeps it"
    if last < partnership.cycles[cycle].from_:
        return "remove the cycle"
    return f"let the cycle end with the membership: write until: {last}"


@rule(Severity.WARNING)
def partner_not_member(group: Group) -> Iterator[Problem]:
    """A partnership goes on with somebody who is not a member.

    When a partner leaves the group, the cycle they are in has to end, or the one who stayed is measured
    by promises that nobody will keep. A candidate has no partnership yet. Partners on leave are members.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    left:
      date: 2026-03-05
      why: moved away
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-03-31  # expect: partner-not-member
        promise:
          brian-cho: 2
          kit-larsen: 2
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    left:
      date: 2026-03-05
      why: moved away
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-03-05
        promise:
          brian-cho: 2
          kit-larsen: 2
    ```
    """
    for partnership in group.partnerships.values():
        cycle = _running_cycle(group, partnership)
        if partnership.since > group.as_of or (cycle is None and partnership.cycles):
            continue
        for number, id_ in enumerate(partnership.between):
            member = group.member(id_)
            if member and not member.was_member_on(group.as_of):
                yield _problem(group, partnership, number, member, cycle)
