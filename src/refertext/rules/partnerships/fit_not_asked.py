"""fit-not-asked."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.beginnings import fits
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def fit_not_asked(group: Group) -> Iterator[Problem]:
    """A partner has answered none of the six questions about the other.

    A partnership is a choice: similar clients, similar values, near enough, with a channel, enough
    volume, and committed. Those who never asked themselves stay with a partner who cannot refer them.
    Within sixty days each partner's answers stand in the file; “unsure” is an answer, too.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    since: 2025-12-18
    fit:  # expect: fit-not-asked
      kit-larsen:
        asked: 2025-12-18
        similar_clients: yes
        nearby: unsure
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    since: 2025-12-18
    fit:
      brian-cho:
        asked: 2025-12-18
        similar_clients: yes
        channel: no
      kit-larsen:
        asked: 2025-12-18
        similar_clients: yes
        nearby: unsure
    ```
    """
    for one in fits(group):
        if one.owed.is_overdue_on(group.as_of):
            verb = "has" if len(one.without) == 1 else "have"
            yield Problem(
                f"{called(group, one.without)} {verb} answered none of the six questions about the other",
                one.owed.place,
                f"write {one.owed.write}",
            )
