"""reservation-expired."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.decisions import reservations
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def reservation_expired(group: Group) -> Iterator[Problem]:
    """A reservation of a seat has ended.

    The seat is free again, but the list still says it is not. Whoever looks for a place in the group
    reads the list.

    ## Bad

    ```yaml title="refertext.yml"
    seats:
      - category: people/training
        status: reserved
        for: dana-wolfe
        until: 2026-02-28  # expect: reservation-expired
    ```

    ## Good

    ```yaml title="refertext.yml"
    seats:
      - category: people/training
        status: wanted
        why: three members serve factories
    ```
    """
    for one in reservations(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"The reservation of {one.notice.category} ended on {one.owed.due}",
                one.owed.place,
                f"write {one.owed.write}",
            )
