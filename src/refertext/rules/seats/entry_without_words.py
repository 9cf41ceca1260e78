"""entry-without-words."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.seats import SIDES
from refertext.group.words import words_of
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.entries import WITHOUT, Entry, entries_of


@rule(Severity.ERROR)
def entry_without_words(group: Group) -> Iterator[Problem]:
    """An entry of a seat has no words, or says nothing.

    Seats are compared by their words. An entry that is only a sign has none, and `none`, `nothing`, `n/a` or `tbd` say
    nothing, so it is like nothing that anybody else offers, and a rival would pass. A list that is left out means
    everything, everybody or everywhere.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: ["-"]  # expect: entry-without-words
      territory: [n/a]  # expect: entry-without-words
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
        for entry in entries_of(member, (*SIDES, "excludes")):
            if not words_of(entry.text):
                yield Problem(
                    f"“{entry.text}” among {entry.side} says nothing that could be compared with other seats",
                    entry.place,
                    _mend(entry),
                )


def _mend(entry: Entry) -> str:
    if entry.is_alone and entry.side in WITHOUT:
        return f"name what is meant, or leave “{entry.side}” out, which means {WITHOUT[entry.side]}"
    return "name what is meant, or remove the entry"
