"""candidate-conflict."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Rivalry, Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, two_seats


def _mend(group: Group, rivalry: Rivalry, stands: Standing | None) -> str:
    """A consent is offered only where it would help: beside the seat of somebody who can agree today."""
    new, old = rivalry.newcomer.member.name, rivalry.incumbent.member
    if rivalry.incumbent.candidate:
        return f"decide whom to invite, or narrow the seat of {new} or {old.name}"
    if rivalry.touch is Touch.SAME or not old.was_member_on(group.as_of):
        return f"talk to {old.name} before inviting {new} further, and narrow {new}'s seat"
    if stands is Standing.LAPSED:
        return f"{old.name}'s consent has ended: ask again and record the new one, or narrow {new}'s seat"
    return f"talk to {old.name} before inviting {new} further; narrow the seat, or record {old.name}'s consent"


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
        compete = rivalry.touch in (Touch.SAME, Touch.ADJACENT) and rivalry.newcomer.candidate
        stands = standing(group, rivalry) if compete else None
        if stands in (Standing.OPEN, Standing.LAPSED):
            new, old = rivalry.newcomer.member.name, rivalry.incumbent.member.name
            yield two_seats(
                group,
                rivalry,
                f"As a member, {new} would compete with {old}: {in_common(rivalry)}",
                _mend(group, rivalry, stands),
            )
