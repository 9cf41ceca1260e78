"""consent-expired."""

from collections.abc import Iterator
from dataclasses import replace

from refertext.group import Group
from refertext.insights.debts.decisions import lapsed_consents
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, to_record_consent, two_seats


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
    for one in lapsed_consents(group):
        old, given = one.rivalry.incumbent.member, one.given
        whose = f"{given.by.name}'s consent to {given.to.name}'s seat"
        problem = two_seats(
            group,
            one.rivalry,
            f"{whose} ended on {given.consent.until}: {in_common(one.rivalry)}",
            f"ask {old.name} again; on a yes, {to_record_consent(group, one.rivalry)}",
        )
        yield replace(problem, place=one.owed.place)
