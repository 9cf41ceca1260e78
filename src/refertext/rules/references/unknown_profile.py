"""unknown-profile."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.references.sentences import unknown_ids
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_profile(group: Group) -> Iterator[Problem]:
    """The settings name a score table that does not exist.

    A colour says nothing without the table it comes from. A profile is the name of a file in `profiles/`
    without its ending, or one of those that come with refertext. Without any, scores go by `ground-rules`.

    ## Bad

    ```yaml title="refertext.yml"
    profile: our-halfyear  # expect: unknown-profile
    ```

    ## Good

    ```yaml title="refertext.yml"
    profile: our-half-year
    ```
    """
    yield from unknown_ids(group, "profiles", "profile")
