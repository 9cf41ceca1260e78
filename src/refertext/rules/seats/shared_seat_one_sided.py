"""shared-seat-one-sided."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import folded


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
        for number, id_ in enumerate(member.seat.shared_with if member.seat else ()):
            colleague = group.member(id_)
            if not colleague:
                continue
            theirs = colleague.seat.shared_with if colleague.seat else ()
            place = Place(member.file, ("seat", "shared_with", number))
            if not any(group.same_member(other, member.id) for other in theirs):
                message = f"{member.name} shares a seat with {colleague.name}, who does not say so"
                yield Problem(
                    message, place, f"write shared_with: [{member.id}] into {colleague.file} too, or remove it here"
                )
            elif folded(colleague.business) != folded(member.business):
                message = f"{member.name} and {colleague.name} share a seat but work for different businesses"
                yield Problem(
                    message, place, "only colleagues of one business share a seat: write a seat of their own for each"
                )
