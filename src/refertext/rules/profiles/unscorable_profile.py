"""unscorable-profile."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def unscorable_profile(group: Group) -> Iterator[Problem]:
    """A score table asks for what cannot be told, or has points or colours that nobody can get.

    A score is only as good as its table. Each part has a measure of a member (or with `subject: group` of
    the group) and bands, each with `from:`, `above:` or `up_to:` and its points; harder bands give more. What
    nobody records here says `recorded: no`, and its points are out of reach.

    ## Bad

    ```yaml title="profiles/our-half-year.yml"
    parts:
      - title: Meetings in person
        measure: attendance
        bands:
          - {from: 75, points: 70}  # expect: unscorable-profile
    ```

    ## Bad: a colour that nobody reaches

    ```yaml title="profiles/our-half-year.yml"
    green: 101  # expect: unscorable-profile
    ```

    ## Bad: a band that changes nothing

    ```yaml title="profiles/our-half-year.yml"
    parts:
      - title: Contributions
        measure: contributions
        per: week
        bands:
          - from: 1
            points: 70
          - from: 2
            points: 70  # expect: unscorable-profile
    ```

    ## Good

    ```yaml title="profiles/our-half-year.yml"
    parts:
      - title: Meetings in person
        measure: attendance
        bands:
          - {from: 75%, points: 30}
      - title: Contributions
        measure: contributions
        per: week
        bands:
          - {from: 1, points: 20}
          - {from: 2, points: 40}
      - title: Training
        recorded: no
        bands:
          - {from: 1, points: 10}
    ```
    """
    if not group.profiles:
        return
    from refertext.insights.scores.profile_faults import faults  # most groups have no table of their own

    for profile in group.profiles.values():
        for fault in faults(profile):
            yield Problem(fault.message, Place(profile.file, fault.path), fault.mend)
