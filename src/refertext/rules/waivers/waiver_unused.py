"""waiver-unused."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from refertext.group import Group
from refertext.group.unreadable import lacks_files
from refertext.problem import Place, Problem, Severity
from refertext.records.settings import Waiver
from refertext.rules.registry import all_rules
from refertext.rules.rule import NEVER_WAIVED, closing_rule

_OF_ONE_FILE = "days"
"""The family of rules that look at each file by itself."""


@closing_rule(Severity.WARNING)
def waiver_unused(group: Group, used: AbstractSet[Waiver]) -> Iterator[Problem]:
    """An exception to a rule covers nothing.

    What it was made for has been mended, or the name of the rule or file is not the one that was meant.
    An exception that covers nothing may one day cover something nobody thought of.

    While a file cannot be read, nobody can tell what the rules would find. Then only exceptions to rules that look at
    each file by itself are named: those of the family days.

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
    if group.as_of < group.present:
        return  # what it covers may have come later
    for waiver in group.settings.waivers:
        if waiver not in used and waiver.runs_on(group.as_of) and not _is_told_elsewhere(group, waiver):
            yield Problem(
                f"The exception to {waiver.rule} for {waiver.file} covers nothing",
                Place(group.settings.file, (*waiver.path, "rule")),
                "remove the entry, or correct the rule and the file it is meant for",
            )


def _is_told_elsewhere(group: Group, waiver: Waiver) -> bool:
    """Whether another rule speaks of the waiver, or some file could not be read, so that nobody can tell."""
    named = all_rules().get(waiver.rule)
    if named is None or named.family in NEVER_WAIVED or waiver.file not in group.files:
        return True
    if named.family != _OF_ONE_FILE:
        return lacks_files(group)
    folder, _, name = waiver.file.partition("/")
    return name.rpartition("/")[2].rpartition(".")[0] in group.unread.get(folder, ())
