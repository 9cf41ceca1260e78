"""consent-expired."""

from collections.abc import Iterator
from dataclasses import replace

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch
from refertext.problem import Place, Problem, Severity
from refertext.records.member import Seat
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, two_seats


@rule(Severity.WARNING)
def consent_expired(group: Group) -> Iterator[Problem]:
    """The consent to an adjacent seat has ended.

    The one who was there first agreed for a time, and the time is over. Nobody did anything wrong, but
    the two should talk before the border becomes a quarrel.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [direct hire]
      clients: [employers]
      territory: [Twin Falls]
      consents:
        - by: kit-larsen
          date: 2025-03-01
          until: 2026-03-01  # expect: consent-expired
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
          until: 2027-03-01
    ```
    """
    for rivalry in group.rivalries:
        consent, seat = rivalry.consent, rivalry.newcomer.seat
        lapsed = rivalry.touch is Touch.ADJACENT and standing(group, rivalry) is Standing.LAPSED
        if consent and lapsed and isinstance(seat, Seat) and not rivalry.newcomer.candidate:
            new, old = rivalry.newcomer.member, rivalry.incumbent.member
            problem = two_seats(
                group,
                rivalry,
                f"{old.name}'s consent to {new.name}'s seat ended on {consent.until}: {in_common(rivalry)}",
                f"ask {old.name} again; on a yes, write a new entry with its date under consents",
            )
            number = seat.consents.index(consent)
            yield replace(problem, place=Place(new.file, ("seat", "consents", number, "until")))
