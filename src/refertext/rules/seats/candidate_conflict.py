"""candidate-conflict."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, two_seats


@rule(Severity.WARNING)
def candidate_conflict(group: Group) -> Iterator[Problem]:
    """A candidate would compete with a member.

    Better to see it before anybody is embarrassed: the candidate's services meet a member's at the same
    clients or in the same territory. Talk to the member first; a yes is recorded as a consent in the
    candidate's file.

    ## Bad

    ```yaml title="members/dana-wolfe.md"
    seat:
      category: people/training
      services: [payroll]  # expect: candidate-conflict
      clients: [employers]
      territory: [Meridian]
    ```

    ## Good

    ```yaml title="members/dana-wolfe.md"
    seat:
      category: people/training
      services: [payroll]
      clients: [employers]
      territory: [Meridian]
      consents:
        - by: lee-ortiz
          date: 2026-03-02
          scope: Meridian only
    ```
    """
    for rivalry in group.rivalries:
        competing = rivalry.touch in (Touch.SAME, Touch.ADJACENT) and rivalry.newcomer.candidate
        if competing and standing(group, rivalry) in (Standing.OPEN, Standing.LAPSED):
            new, old = rivalry.newcomer.member.name, rivalry.incumbent.member.name
            yield two_seats(
                group,
                rivalry,
                f"As a member, {new} would compete with {old}: {in_common(rivalry)}",
                f"talk to {old} before inviting {new} further; narrow the seat, or record {old}'s consent",
            )
