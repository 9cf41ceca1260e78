"""unknown-category."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meant import meant_words
from refertext.problem import Place, Problem, Severity
from refertext.records import Meeting, Member, Settings
from refertext.rules.rule import rule
from refertext.text.wording import listed


def _in_settings(settings: Settings) -> Iterator[tuple[str, Place]]:
    for seat in settings.seats:
        yield seat.category, Place(settings.file, (*seat.path, "category"))
    for search in settings.searches:
        yield search.for_, Place(settings.file, (*search.path, "for"))


def _in_member(member: Member) -> Iterator[tuple[str, Place]]:
    if member.seat:
        yield member.seat.category, Place(member.file, ("seat", "category"))
    for number, seat in enumerate(member.former_seats):
        yield seat.category, Place(member.file, ("former_seats", number, "category"))


def _in_meeting(meeting: Meeting) -> Iterator[tuple[str, Place]]:
    for id_, attendance in meeting.attendance.items():
        if attendance.category:
            yield attendance.category, Place(meeting.file, ("attendance", id_, "category"))
    for number, visitor in enumerate(meeting.visitors):
        if visitor.category:
            yield visitor.category, Place(meeting.file, ("visitors", number, "category"))


def _all(group: Group) -> Iterator[tuple[str, Place]]:
    yield from _in_settings(group.settings)
    for member in group.members.values():
        yield from _in_member(member)
    for meeting in group.meetings.values():
        yield from _in_meeting(meeting)


def _by_last_part(categories: frozenset[str]) -> dict[str, list[str]]:
    """The categories by their last part, which people often write alone."""
    found: dict[str, list[str]] = {}
    for name in sorted(categories):
        found.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    return found


@rule(Severity.ERROR)
def unknown_category(group: Group) -> Iterator[Problem]:
    """A category stands nowhere in the group's tree of categories.

    The tree in `refertext.yml` is what seats are compared by. A category outside it is next to no other, so nobody
    would notice that two members hold the same seat.

    ## Bad

    ```yaml title="members/dana-wolfe.md"
    seat:
      category: people/trainings  # expect: unknown-category
      services: [safety training]
      clients: [factories]
      territory: [Boise]
    ```

    ## Bad: without what stands above it

    ```yaml title="refertext.yml"
    searches:
      - by: kit-larsen
        for: mortgage  # expect: unknown-category
        conversations: 3
    ```

    ## Good

    ```yaml title="members/dana-wolfe.md"
    seat:
      category: people/training
      services: [safety training]
      clients: [factories]
      territory: [Boise]
    ```

    ```yaml title="refertext.yml"
    searches:
      - by: kit-larsen
        for: finance/mortgage
        conversations: 3
    ```
    """
    known = group.category_names
    if not group.settings_read or not known:
        return
    unknown = [(category, place) for category, place in _all(group) if category not in known]
    ends = _by_last_part(known) if unknown else {}
    meant = meant_words((category for category, _ in unknown), sorted(known))
    for category, place in unknown:
        near = ends.get(category.casefold()) or ([meant[category]] if category in meant else [])
        mend = f"write {listed(near, 'or')}" if near else f"write one of {group.settings.file}, or add it there"
        yield Problem(f"There is no category “{category}”", place, mend)
