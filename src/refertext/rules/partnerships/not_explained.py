"""not-explained."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.beginnings import lessons
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def not_explained(group: Group) -> Iterator[Problem]:
    """A partner has not taught the other how to refer them.

    Partners refer badly when they have to guess: whom to look for, what to say, when to make the call. Within
    thirty days each explains it to the other, and `explained` says when.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    explained:  # expect: not-explained
      brian-cho: 2026-01-28
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    explained:
      brian-cho: 2026-01-28
      kit-larsen: 2026-01-28
    ```
    """
    for one in lessons(group):
        if one.owed.is_overdue_on(group.as_of):
            verb, other = ("has", "the other") if len(one.without) == 1 else ("have", "each other")
            yield Problem(
                f"{called(group, one.without)} {verb} not yet taught {other} how to refer them",
                one.owed.place,
                f"write {one.owed.write}",
            )
