"""signed-before-adopted."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def signed_before_adopted(group: Group) -> Iterator[Problem]:
    """A signature is older than the agreement.

    Nobody can have said yes to words that the group had not adopted yet. One of the two days is a typo, or the
    agreement was adopted earlier than is written.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2024-01-09  # expect: signed-before-adopted
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-01-09
    ```
    """
    for member in group.members.values():
        for id_, signed in member.signed.items():
            agreement = group.agreements.get(group.resolve("agreements", id_))
            if agreement and signed < agreement.adopted:
                yield Problem(
                    f"{member.name} signed “{agreement.title}” on {signed}, before it was adopted",
                    Place(member.file, ("signed", id_)),
                    "correct the day of the signature, or the day on which the agreement was adopted",
                    (See(f"adopted on {agreement.adopted}", Place(agreement.file, ("adopted",))),),
                )
