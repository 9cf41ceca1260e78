"""reservation-expired."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
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
    for notice in group.settings.seats:
        if notice.status == "reserved" and notice.until and notice.until < group.as_of:
            yield Problem(
                f"The reservation of {notice.category} ended on {notice.until}",
                Place(group.settings.file, (*notice.path, "until")),
                "write a later day, make the status wanted, or remove the entry",
            )
