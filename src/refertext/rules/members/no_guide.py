"""no-guide."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.guides import PARTS, incomplete
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def no_guide(group: Group) -> Iterator[Problem]:
    """A member's guide lacks a part.

    Nobody can refer a business they cannot describe. The text of a member's file is a guide for the
    others, under four headings: how I help clients, how to refer me, examples, and who is not a fit.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    ---
    name: Kit Larsen
    business: Northwind Staffing
    seat:
      category: people/staffing
      services: [contract staffing, direct hire]
      clients: [employers]
      territory: [Boise, Nampa]
    joined: 2025-01-09
    signed:
      show-up: 2025-01-09
    manager: none
    ---

    ### How I help clients

    I find people for the shifts nobody else can fill.

    ### How to refer me <!-- expect: no-guide -->

    ### Who is not a fit

    Executive search.
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    ---
    name: Kit Larsen
    business: Northwind Staffing
    seat:
      category: people/staffing
      services: [contract staffing, direct hire]
      clients: [employers]
      territory: [Boise, Nampa]
    joined: 2025-01-09
    signed:
      show-up: 2025-01-09
    manager: none
    ---

    ### How I help clients

    I find people for the shifts nobody else can fill.

    ### How to refer me

    Ask who covers for the dispatcher in July.

    ### Examples

    Eleven pickers in four days for a haulier.

    ### Who is not a fit

    Executive search.
    ```
    """
    for one in incomplete(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{one.member.name}'s guide does not say {listed([PARTS[part][0] for part in one.missing], 'or')}",
                one.owed.place,
                f"write {one.owed.write}",
            )
