"""shared-seat-one-sided."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.records.member import Member
from refertext.rules.rule import rule
from refertext.text.wording import folded


def _named(member: Member, day: date) -> Iterator[tuple[Place, str]]:
    """Whom a member names as colleagues in a seat that is held on a day or later, and where."""
    for path, seat in member.seats_from(day):
        for number, id_ in enumerate(seat.shared_with):
            yield Place(member.file, (*path, "shared_with", number)), id_


@rule(Severity.WARNING)
def shared_seat_one_sided(group: Group) -> Iterator[Problem]:
    """Only one of two colleagues says that they share a seat.

    Colleagues of one company can hold one seat together. That needs both: each names the other, and both
    work for the same business. Otherwise anybody could declare a rival a colleague; so until then their seats are
    compared like those of any two.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: [employers]
      territory: [Boise]
      shared_with: [kit-larsen]  # expect: shared-seat-one-sided
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    business: Northwind Staffing
    seat:
      category: people/payroll
      services: [payroll]
      shared_with: [kit-larsen]
    ```

    ```yaml title="members/kit-larsen.md"
    seat:
      category: people/staffing
      services: [contract staffing, payroll]
      shared_with: [lee-ortiz]
    ```
    """
    for member in group.members.values():
        for place, id_ in _named(member, group.as_of):
            colleague = group.member(id_)
            if not colleague:
                continue
            theirs = [other for _, other in _named(colleague, group.as_of)]
            if not any(group.same_member(other, member.id) for other in theirs):
                message = f"{member.name} shares a seat with {colleague.name}, who does not say so"
                word = f"add {member.id} to shared_with: in" if theirs else f"write shared_with: [{member.id}] into"
                yield Problem(message, place, f"{word} {colleague.file} too, or remove it here")
            elif folded(colleague.business) != folded(member.business):
                message = f"{member.name} and {colleague.name} share a seat but work for different businesses"
                yield Problem(
                    message, place, "only colleagues of one business share a seat: write a seat of their own for each"
                )
