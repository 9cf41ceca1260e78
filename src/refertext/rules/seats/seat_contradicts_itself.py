"""seat-contradicts-itself."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.seats import SIDES
from refertext.group.words import Vocabulary, covers
from refertext.problem import Place, Problem, See, Severity
from refertext.records.member import Member, Seat
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def seat_contradicts_itself(group: Group) -> Iterator[Problem]:
    """A seat excludes what it names.

    What stands among the services, the clients or the territory of a seat belongs to it, even where its `excludes`
    name it too. But whoever reads only those takes it for free, and it is not. To exclude a part of an entry is fine:
    `loans` without `car loans`. It leaves to others an entry in which all its words stand (see same-seat).

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll, wage advice]
      clients: [employers]
      territory: [Boise]
      excludes: [wage advice]  # expect: seat-contradicts-itself
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll, advice]
      clients: [employers]
      territory: [Boise]
      excludes: [pension advice]
    ```
    """
    vocabulary = Vocabulary(group.settings.same_words)
    for member in group.members.values():
        if member.seat and member.seat.excludes:
            yield from _contradictions(member, member.seat, vocabulary)


def _contradictions(member: Member, seat: Seat, vocabulary: Vocabulary) -> Iterator[Problem]:
    named = [
        (vocabulary.reading(entry), entry, side, position)
        for side in SIDES
        for position, entry in enumerate(getattr(seat, side))
    ]
    for number, excluded in enumerate(seat.excludes):
        wide = vocabulary.reading(excluded)
        for reading, entry, side, position in named:
            if covers(wide, reading):
                yield Problem(
                    f"{member.name}'s seat excludes “{excluded}”, but has “{entry}” among its {side}",
                    Place(member.file, ("seat", "excludes", number)),
                    f"remove it here, or “{entry}” from {side}",
                    (See("named here", Place(member.file, ("seat", side, position))),),
                )
