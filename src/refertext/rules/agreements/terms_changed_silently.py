"""terms-changed-silently."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.force import has_ended
from refertext.problem import Place, Problem, Severity
from refertext.rules.agreements.sentences import silently_changed
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def terms_changed_silently(group: Group) -> Iterator[Problem]:
    """An agreement says something else than what was agreed.

    `terms` stands for the title, the commitments and the text as the group adopted them. If it no longer
    fits, somebody changed the words, and those who signed never said yes to the new ones. Corrections of
    white space do not matter.

    ## Bad

    ```yaml title="agreements/answer.md"
    ---
    title: We answer
    adopted: 2026-03-05
    terms: 4455275c  # expect: terms-changed-silently
    commitments:
      - promise: Whoever is asked answers within four weeks
    ---

    Silence is the worst answer.
    ```

    ## Good

    ```yaml title="agreements/answer.md"
    ---
    title: We answer
    adopted: 2026-03-05
    terms: 4455275c
    commitments:
      - promise: Whoever is asked answers within a week
    ---

    Silence is the worst answer.
    ```
    """
    for agreement in group.agreements.values():
        changed = None if has_ended(agreement, group.as_of) else silently_changed(group, agreement)
        if changed:
            yield Problem(changed[0], Place(agreement.file, ("terms",)), changed[1])
