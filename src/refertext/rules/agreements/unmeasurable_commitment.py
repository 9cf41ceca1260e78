"""unmeasurable-commitment."""

from collections.abc import Iterator

from refertext.commitments.measurable import faults
from refertext.group import Group
from refertext.group.force import has_ended
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def unmeasurable_commitment(group: Group) -> Iterator[Problem]:
    """A commitment does not say enough, or too much, to tell whether it is kept.

    Good intentions fail because they never become specific. A commitment is one of three things: a
    measure with a floor (`at_least`), a limit (`at_most`) or a `target`, and a window (`per`, `every` or
    `over`); a rule that must find nothing; or a promise in words, which nobody measures. What is said must fit
    the measure: a share is no rate and has a percent sign, and not every measure is one of pairs, or of the group. Nor
    may it contradict itself: a floor above the limit, a time shorter than its period, a late that weighs more than an
    absence. Until it is mended, nobody is judged by it.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance  # expect: unmeasurable-commitment
        over: 26 weeks
    ```

    ## Bad: no window

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: contributions  # expect: unmeasurable-commitment
        at_least: 2
    ```

    ## Bad: words with a floor

    ```yaml title="agreements/show-up.md"
    commitments:
      - promise: We bring visitors
        at_least: 1  # expect: unmeasurable-commitment
    ```

    ## Bad: a share without its sign

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75  # expect: unmeasurable-commitment
        over: 26 weeks
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
      - measure: contributions
        at_least: 2
        per: week
        over: 13 weeks
        from: 2026-03-05
      - rule: manager-not-informed
      - promise: We bring visitors
    ```
    """
    for agreement in group.agreements.values():
        if has_ended(agreement, group.as_of):
            continue
        for number, commitment in enumerate(agreement.commitments):
            for message, path, mend in faults(commitment):
                yield Problem(message, Place(agreement.file, ("commitments", number, *path)), mend)
