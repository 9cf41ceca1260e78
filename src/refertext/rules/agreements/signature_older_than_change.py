"""signature-older-than-change."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.paperwork import outdated
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def signature_older_than_change(group: Group) -> Iterator[Problem]:
    """A member signed an agreement before it was changed.

    The yes was to the old words. Whoever has not said yes to the new ones cannot be held to them. Members
    on leave sign when they are back.

    ## Bad

    ```yaml title="agreements/show-up.md"
    changed: 2026-03-05
    ```

    ```yaml title="members/brian-cho.md"
    signed:
      show-up: 2026-03-05
    ```

    ```yaml title="members/lee-ortiz.md"
    signed:
      show-up: 2026-03-06
    ```

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-01-09  # expect: signature-older-than-change
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    changed: 2025-12-04
    ```

    ```yaml title="members/brian-cho.md"
    signed:
      show-up: 2025-12-11
    ```

    ```yaml title="members/lee-ortiz.md"
    signed:
      show-up: 2025-12-11
    ```

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-12-12
    ```
    """
    for one in outdated(group):
        member, agreement = one.member, one.agreement
        yield Problem(
            f"{member.name} signed “{agreement.title}” on {member.signed[one.key]}, before it was changed on "
            f"{agreement.changed}",
            one.owed.place,
            f"once they agree to the change, write {one.key}: {group.as_of} (the day of the yes)",
            (See(f"changed on {agreement.changed}", Place(agreement.file, ("changed",))),),
        )
