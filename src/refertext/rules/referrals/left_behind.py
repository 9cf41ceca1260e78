"""left-behind."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.memberships import last_left_before
from refertext.group.telling import giver_of
from refertext.measures import facts
from refertext.measures.events import Gift
from refertext.problem import Path, Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def left_behind(group: Group) -> Iterator[Problem]:
    """An open lead, introduction or referral is in the hands of somebody who has left.

    Nobody is asked for news of it any more, and the prospect waits. Ask once how it stands and write that down: it was
    won or lost, or it comes back to whoever gave it, who can hand it to another member.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    left:
      date: 2026-03-09
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-lee-ortiz-m5t2.yml"
    kind: lead
    date: 2026-03-02
    from: kit-larsen
    to: lee-ortiz  # expect: left-behind
    about: a dental practice
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    left:
      date: 2026-03-09
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-lee-ortiz-m5t2.yml"
    kind: lead
    date: 2026-03-02
    from: kit-larsen
    to: lee-ortiz
    about: a dental practice
    history:
      - date: 2026-03-09
        status: returned
        by: lee-ortiz
        note: leaves the group and has not called them yet
    ```
    """
    for gift, life in facts(group).open_lives:
        receiver = group.members.get(life.receiver or "")
        if receiver is None or receiver.was_member_on(group.as_of):
            continue
        leaving = last_left_before(group, receiver, group.as_of)
        if leaving and gift.day <= leaving.day:
            handed = f"{giver_of(group, gift.record)}'s {gift.kind_on(group.as_of)} of {gift.day}"
            entry = f"- {{date: {group.as_of}, status: returned, by: {receiver.id}, note: WHY}}"
            yield Problem(
                f"{receiver.name} left on {leaving.day}, and {handed} is still open in their hands",
                Place(gift.record.file, _path(group, gift, receiver.id)),
                f"ask how it stands, and write that under history:, for example {entry}; hand it to somebody else then",
                (See(f"{receiver.name} left", leaving.place),),
            )


def _path(group: Group, gift: Gift, receiver: str) -> Path:
    for number, id_ in enumerate(gift.record.taken_by):
        if group.same_member(id_, receiver):
            return ("taken_by", number)
    return ("to",)
