"""neighbouring-seat."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import two_seats


@rule(Severity.NOTE)
def neighbouring_seat(group: Group) -> Iterator[Problem]:
    """Two members share category, clients and territory, with different services.

    Labels do not decide, so this is no conflict: eight members may share "law" in peace. But the two meet
    at the same clients, and outsiders may take them for rivals. It helps when both can say in a sentence
    where the border runs.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/staffing
      services: [payroll]
      clients: [employers]  # expect: neighbouring-seat
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
        if rivalry.touch is Touch.NEIGHBOURING and standing(group, rivalry) is not Standing.AGREED:
            new, old = rivalry.newcomer, rivalry.incumbent
            yield two_seats(
                group,
                rivalry,
                f"{new.member.name} and {old.member.name} meet the same clients in {new.seat.category}, "
                "with different services",
                "say in both guides where the border runs; nothing else is needed",
            )
