"""rule-without-exceptions."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.registry import all_rules
from refertext.rules.rule import NEVER_WAIVED, rule


@rule(Severity.WARNING)
def rule_without_exceptions(group: Group) -> Iterator[Problem]:
    """An exception is made to a rule that has none.

    A file that cannot be read is not checked at all, so an exception would hide everything else that is wrong
    with it. Nor can there be an exception to the rules about exceptions. The entry has no effect.

    ## Bad

    ```yaml title="refertext.yml"
    waivers:
      - rule: missing-key  # expect: rule-without-exceptions
        file: members/lee-ortiz.md
        why: the name will follow
        until: 2027-03-05
    ```

    ## Good

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighbouring-seat
        file: members/lee-ortiz.md
        why: voted 2026-03-05, 8 to 1
        until: 2027-03-05
    ```

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/staffing
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```
    """
    for waiver in group.settings.waivers:
        named = all_rules().get(waiver.rule)
        if named and named.family in NEVER_WAIVED:
            yield Problem(
                f"There are no exceptions to {waiver.rule}",
                Place(group.settings.file, (*waiver.path, "rule")),
                f"mend what it finds in {waiver.file}, and remove the entry",
            )
