"""unsigned."""

from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.force import agreements_in_force
from refertext.group.memberships import present_since
from refertext.problem import Part, Place, Problem, See, Severity
from refertext.records import Member
from refertext.rules.rule import rule

_TIME = timedelta(days=14)


def _signed(group: Group, member: Member) -> set[str] | None:
    """The agreements a member has signed; None if it cannot be told, because an id leads nowhere."""
    if not all(group.knows("agreements", id_) for id_ in member.signed):
        return None
    return {group.resolve("agreements", id_) for id_ in member.signed}


@rule(Severity.WARNING)
def unsigned(group: Group) -> Iterator[Problem]:
    """A member has not signed an agreement.

    An agreement binds those who said yes to it. Newcomers, and everybody when a new agreement is adopted, have two
    weeks to read it and to sign. Members on leave sign when they are back.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    signed:  # expect: unsigned
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-01-09
    ```
    """
    agreements = agreements_in_force(group)
    for member in group.present_members:
        joined = present_since(member, group.as_of)
        signed = _signed(group, member)
        if joined is None or signed is None or member.was_on_leave_on(group.as_of):
            continue
        for agreement in agreements:
            if agreement.id not in signed and group.as_of - max(joined, agreement.adopted) > _TIME:
                yield Problem(
                    f"{member.name} has not signed “{agreement.title}”",
                    Place(member.file, ("signed",), Part.KEY),
                    f"once they agree, write under signed: {agreement.id}: {group.as_of} (the day of the yes)",
                    (See(f"in force since {agreement.adopted}", Place(agreement.file, ("adopted",))),),
                )
