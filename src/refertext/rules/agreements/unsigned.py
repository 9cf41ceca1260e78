"""unsigned."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.paperwork import signatures
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


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
    for one in signatures(group):
        if one.owed.is_overdue_on(group.as_of):
            agreement = one.agreement
            yield Problem(
                f"{one.member.name} has not signed “{agreement.title}”",
                one.owed.place,
                f"once they agree, write {one.owed.write}",
                (See(f"in force since {agreement.adopted}", Place(agreement.file, ("adopted",))),),
            )
