"""seat-over-branch."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import two_seats


@rule(Severity.NOTE)
def seat_over_branch(group: Group) -> Iterator[Problem]:
    """One seat's category stands above another's.

    A seat in `finance` seems to take in all of `finance/mortgage` as well. Where services, clients and
    territory differ it is no conflict, only a name that promises too much, and a reason to ask what is
    meant.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people  # expect: seat-over-branch
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```

    ```yaml title="members/dana-wolfe.md"
    seat:
      category: people/training  # expect: seat-over-branch
      services: [safety training]
      clients: [factories]
      territory: [Boise]
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```
    """
    for rivalry in group.rivalries:
        if rivalry.touch is Touch.OVER_BRANCH and standing(group, rivalry) is not Standing.AGREED:
            new, old = rivalry.newcomer, rivalry.incumbent
            yield two_seats(
                group,
                rivalry,
                f"{new.member.name}'s category {new.seat.category} and {old.member.name}'s {old.seat.category} "
                "stand one above the other",
                "name the narrower category, so that everybody sees what each of them does",
            )
