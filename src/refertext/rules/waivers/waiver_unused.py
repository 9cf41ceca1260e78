"""waiver-unused."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.registry import all_rules
from refertext.rules.rule import NEVER_WAIVED, closing_rule


@closing_rule(Severity.WARNING)
def waiver_unused(group: Group, used: AbstractSet[int]) -> Iterator[Problem]:
    """An exception to a rule covers nothing.

    What it was made for has been mended, or the name of the rule or file is not the one that was meant.
    An exception that covers nothing may one day cover something nobody thought of.

    ## Bad

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighbouring-seat  # expect: waiver-unused
        file: members/lee-ortiz.md
        why: voted 2026-03-05, 8 to 1
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
    for number, waiver in enumerate(group.settings.waivers):
        named = all_rules().get(waiver.rule)
        told_elsewhere = named is None or named.family in NEVER_WAIVED or waiver.file not in group.files
        if number not in used and waiver.until >= group.as_of and not told_elsewhere:
            yield Problem(
                f"The exception to {waiver.rule} for {waiver.file} covers nothing",
                Place(group.settings.file, ("waivers", number, "rule")),
                "remove the entry, or correct the rule and the file it is meant for",
            )
