"""wanted-seat-held."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def wanted_seat_held(group: Group) -> Iterator[Problem]:
    """A seat is wanted that somebody holds.

    The list of wanted seats is what members show to the people they meet. A seat that is taken already
    makes for an awkward lunch.

    ## Bad

    ```yaml title="refertext.yml"
    seats:
      - category: people/payroll  # expect: wanted-seat-held
        status: wanted
    ```

    ## Good

    ```yaml title="refertext.yml"
    seats:
      - category: people/training
        status: wanted
    ```
    """
    holders = {member.seat.category: member for member in group.present_members if member.seat}
    for notice in group.settings.seats:
        holder = holders.get(notice.category)
        if notice.status == "wanted" and holder:
            yield Problem(
                f"{notice.category} is wanted, but {holder.name} holds it",
                Place(group.settings.file, (*notice.path, "category")),
                "remove the entry, or name the part of the category that is still free",
                (See(f"{holder.name}'s seat", Place(holder.file, ("seat", "category"))),),
            )
