"""introduced-by-oneself."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Path, Place, Problem, Severity
from refertext.records import Member
from refertext.rules.rule import rule


def _introducers(member: Member) -> Iterator[tuple[str | None, Path]]:
    yield member.introduced_by, ("introduced_by",)
    for number, entry in enumerate(member.path):
        yield entry.by, ("path", number, "by")


@rule(Severity.WARNING)
def introduced_by_oneself(group: Group) -> Iterator[Problem]:
    """Somebody introduced themselves, or had a conversation with themselves.

    `introduced_by` names the member who brought somebody, and `by` the member who had the conversation.
    Whoever found the group without a member came from outside.

    ## Bad

    ```yaml title="members/dana-wolfe.md"
    introduced_by: dana-wolfe  # expect: introduced-by-oneself
    ```

    ## Good

    ```yaml title="members/dana-wolfe.md"
    introduced_by: "outside: wrote to us"
    ```
    """
    for member in group.members.values():
        for id_, path in _introducers(member):
            if group.same_member(id_, member.id):
                yield Problem(
                    f"{member.name} is named as the one who introduced, or spoke with, {member.name}",
                    Place(member.file, path),
                    "write the id of the member who did" + (_OUTSIDE if path == ("introduced_by",) else ""),
                )


_OUTSIDE = ', or in quotes where they came from: "outside: wrote to us"'
