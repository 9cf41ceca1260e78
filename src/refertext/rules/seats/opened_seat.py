"""opened-seat."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, opened, standing
from refertext.group.seats import Touch
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, two_seats


@rule(Severity.NOTE)
def opened_seat(group: Group) -> Iterator[Problem]:
    """A seat overlaps with one that has been opened.

    The group has opened a seat: its holder stays for now, but the seat may be given to somebody else. So
    an overlap with it is no fault, only something to decide.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [direct hire]  # expect: opened-seat
      clients: [employers]
      territory: [Boise]
    ```

    ```yaml title="refertext.yml"
    seats:
      - category: people/staffing
        status: opened
        holder: kit-larsen
        since: 2026-03-01
        why: fourth absence
    ```

    ## Good

    ```yaml title="refertext.yml"
    seats:
      - category: people/staffing
        status: opened
        holder: kit-larsen
        since: 2026-03-01
        why: fourth absence
    ```
    """
    for rivalry in group.rivalries:
        notice = opened(group, rivalry)
        competing = rivalry.touch in (Touch.SAME, Touch.ADJACENT) and standing(group, rivalry) is Standing.CONTESTED
        if competing and notice:
            new, old = rivalry.newcomer.member.name, rivalry.incumbent.member.name
            see = See("the seat was opened here", Place(group.settings.file, (*notice.path, "status")))
            yield two_seats(
                group,
                rivalry,
                f"{new}'s seat overlaps with {old}'s, which has been opened: {in_common(rivalry)}",
                f"decide who holds the seat; if {old} keeps it, remove the notice from refertext.yml",
                (see,),
            )
