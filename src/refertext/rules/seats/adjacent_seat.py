"""adjacent-seat."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Rivalry, Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, to_record_consent, two_seats


def _mend(group: Group, rivalry: Rivalry) -> str:
    """A consent is offered only where somebody can give it today."""
    new, old = rivalry.newcomer.member, rivalry.incumbent.member
    if not old.was_member_on(group.as_of):
        return f"narrow the seat of {new.name} or {old.name}; {old.name} can agree once they have joined"
    return f"ask {old.name}; on a yes, {to_record_consent(group, rivalry)}"


@rule(Severity.ERROR)
def adjacent_seat(group: Group) -> Iterator[Problem]:
    """A seat borders on another, and its holder has not agreed.

    The same services for the same clients in another territory, or for other clients in the same
    territory, is close enough to step on somebody's toes. It is fine when the one who was there first
    says yes; that yes is recorded in the newcomer's file, with its day and, if wished, its end.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [direct hire]  # expect: adjacent-seat
      clients: [employers]
      territory: [Twin Falls]
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [direct hire]
      clients: [employers]
      territory: [Twin Falls]
      consents:
        - by: kit-larsen
          date: 2025-03-01
          scope: Twin Falls only
          until: 2027-03-01
    ```
    """
    for rivalry in group.rivalries:
        if (
            rivalry.touch is Touch.ADJACENT
            and not rivalry.newcomer.candidate
            and standing(group, rivalry) is Standing.OPEN
        ):
            new, old = rivalry.newcomer.member, rivalry.incumbent.member
            said = f"{new.name}'s seat borders on {old.name}'s, who has not agreed: {in_common(rivalry)}"
            yield two_seats(group, rivalry, said, _mend(group, rivalry))
