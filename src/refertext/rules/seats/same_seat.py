"""same-seat."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.borders import Standing, standing
from refertext.group.seats import Touch
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.sentences import in_common, two_seats


@rule(Severity.ERROR)
def same_seat(group: Group) -> Iterator[Problem]:
    """Two members hold the same seat.

    A member holds a seat alone: the same services for the same clients in the same territory belong to
    one person. Otherwise every referral in that line is a choice between friends, and soon nobody refers
    at all. What counts are the words of services, clients and territory, not the label of the category.
    Singular or plural, hyphens, order and capitals do not matter, and one entry covers another when all its words
    stand in it: `loans` covers `home loans`, and whatever the group's `same_words` join with that. A list that is left
    out means everything, everybody or everywhere, and so does one that says so: `[all clients]`, `[everybody]`.

    What `excludes` names is no part of a seat; it may be a branch of the category, too, but not what the seat itself
    names. Each entry there takes back whatever single entry of another's services, clients or territory has all its
    words: `pension advice` takes back `pension advice for schools`. But `pension advice for schools` takes nothing back
    from somebody with the services `pension advice` and the clients `schools`, since none of these two entries has all
    its words.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll, staffing by contract]  # expect: same-seat
      clients: [employer]
      territory: [Boise]
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```
    """
    for rivalry in group.rivalries:
        same = rivalry.touch is Touch.SAME and not rivalry.newcomer.candidate
        if same and standing(group, rivalry) is Standing.OPEN:
            new, old, since = rivalry.newcomer.member.name, rivalry.incumbent.member.name, rivalry.newcomer.since
            hold = f"will hold the same seat from {since}" if since > group.as_of else "hold the same seat"
            yield two_seats(
                group,
                rivalry,
                f"{new} and {old} {hold}: {in_common(rivalry)}",
                f"agree who keeps it, and narrow the services, clients or territory of {new} or {old}; "
                "“excludes” may take a part out of an entry, not the entry",
            )
