"""entry-without-words."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.seats import SIDES
from refertext.group.words import words_of
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def entry_without_words(group: Group) -> Iterator[Problem]:
    """An entry of a seat has no words.

    Seats are compared by their words. An entry that is only a sign has none, so it is like nothing that anybody else
    offers, and a rival would pass. A list that is left out means everything.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: ["-"]  # expect: entry-without-words
      territory: [Boise]
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      territory: [Boise]
    ```
    """
    for member in group.members.values():
        for side in (*SIDES, "excludes") if member.seat else ():
            for number, entry in enumerate(getattr(member.seat, side)):
                if not words_of(entry):
                    yield Problem(
                        f"“{entry}” has no words, so among {side} it means nothing",
                        Place(member.file, ("seat", side, number)),
                        "write what is meant in words, or remove the entry",
                    )
