"""commitment-backwards."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def commitment_backwards(group: Group) -> Iterator[Problem]:
    """A commitment ends before it begins, or before its agreement was adopted.

    `from` and `until` are the first and the last day that count. In this order no day counts, and nobody
    is ever held to the commitment; nor is anybody before the agreement was adopted.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
        from: 2026-07-01  # expect: commitment-backwards
        until: 2026-01-31
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
        from: 2026-01-31
        until: 2026-07-01
    ```
    """
    for agreement in group.agreements.values():
        for number, commitment in enumerate(agreement.commitments):
            if commitment.from_ and commitment.until and commitment.from_ > commitment.until:
                yield Problem(
                    f"The commitment begins on {commitment.from_}, but ends on {commitment.until}",
                    Place(agreement.file, ("commitments", number, "from")),
                    "correct from: or until:, so that the first day comes first",
                )
            elif commitment.until and commitment.until < agreement.adopted:
                yield Problem(
                    f"The commitment ends on {commitment.until}, but the agreement was adopted on {agreement.adopted}",
                    Place(agreement.file, ("commitments", number, "until")),
                    "correct until: or adopted:, or remove the commitment",
                    (See("adopted here", Place(agreement.file, ("adopted",))),),
                )
