"""nobody-named."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import nameless
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def nobody_named(group: Group) -> Iterator[Problem]:
    """Nothing says whom this is about.

    The receiver does not know whom to call, and in four weeks the giver will not know either. A few words are
    enough; what more people should know of gets a file in `prospects/`.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about:  # expect: nobody-named
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    ```
    """
    for one in nameless(group):
        yield Problem(
            f"This {one.gift.record.kind} of {one.gift.day} says nowhere whom to call",
            one.place,
            "write about: and a few words, or prospect: and the id of a file in prospects/",
        )
