"""concern-unanswered."""

from collections.abc import Iterator
from datetime import date, timedelta

from refertext.group import Group
from refertext.group.force import has_ended
from refertext.problem import Place, Problem, Severity
from refertext.records import Concern
from refertext.rules.rule import rule

_TIME = timedelta(days=14)


def _all(group: Group) -> Iterator[tuple[str, int, Concern]]:
    for agreement in group.agreements.values():
        if not has_ended(agreement, group.as_of):
            for number, concern in enumerate(agreement.concerns):
                yield agreement.file, number, concern
    for partnership in group.partnerships.values():
        for number, concern in enumerate(partnership.concerns):
            yield partnership.file, number, concern


def _is_open(concern: Concern, day: date) -> bool:
    return concern.raised <= day and (concern.settled is None or concern.settled > day)


def _are_still_here(group: Group, concern: Concern) -> bool:
    """Whether nobody whom the concern names has left."""
    named = (group.member(concern.by), group.member(concern.about))
    return all(member is None or member.was_member_on(group.as_of) for member in named)


@rule(Severity.WARNING)
def concern_unanswered(group: Group) -> Iterator[Problem]:
    """A concern has stood for two weeks without an answer.

    Anybody may say that an agreement is not kept, and a group that lets that stand teaches everybody to be silent.
    An answer within fourteen days is enough; it need not be a yes.

    ## Bad

    ```yaml title="agreements/show-up.md"
    concerns:
      - raised: 2026-02-19  # expect: concern-unanswered
        by: kit-larsen
        about: brian-cho
        note: late three times in a row
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    concerns:
      - raised: 2026-02-19
        by: kit-larsen
        about: brian-cho
        note: late three times in a row
        settled: 2026-02-26
        outcome: Brian leaves home ten minutes earlier
    ```
    """
    for file, number, concern in _all(group):
        days = group.as_of - concern.raised
        if _is_open(concern, group.as_of) and days > _TIME and _are_still_here(group, concern):
            about = f" about {group.name(concern.about)}" if concern.about else ""
            yield Problem(
                f"The concern{about} that {group.name(concern.by)} raised on {concern.raised} has had no answer "
                f"for {days.days} days",
                Place(file, ("concerns", number, "raised")),
                f"talk about it, then write settled: {group.as_of} (the day of the answer) and the outcome",
            )
