"""do-not-contact."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import unwished
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Prospect
from refertext.rules.rule import rule
from refertext.text.wording import listed


def _referrals(group: Group) -> Iterator[Problem]:
    for one in unwished(group):
        referral = one.gift.record
        yield _problem(
            one.prospect,
            f"this {referral.kind} is still open",
            Place(referral.file, ("prospect",)),
            f"call nobody, tell the giver, and add to history: {one.entry}",
        )


def _plans(group: Group) -> Iterator[Problem]:
    """Contacts of running cycles that are still to be approached."""
    for partnership in group.partnerships.values():
        for turn, cycle in enumerate(partnership.cycles):
            if not cycle.from_ <= group.as_of <= cycle.until:
                continue
            for number, contact in enumerate(cycle.contacts):
                prospect = group.prospect(contact.who)
                if prospect and prospect.do_not_contact == "yes" and contact.promising == "yes" and not contact.became:
                    place = Place(partnership.file, ("cycles", turn, "contacts", number, "promising"))
                    yield _problem(
                        prospect, "is a promising contact here", place, "call nobody, and write promising: no"
                    )


def _wishes(group: Group) -> Iterator[Problem]:
    for prospect in group.prospects.values():
        if prospect.do_not_contact == "no":
            continue
        if prospect.wanted_by:
            names = listed([group.name(id_) for id_ in dict.fromkeys(prospect.wanted_by)])
            wish = "wish" if len(set(prospect.wanted_by)) > 1 else "wishes"
            place = Place(prospect.file, ("wanted_by",))
            yield _problem(prospect, f"{names} {wish} to meet them", place, "tell them, and remove wanted_by:")
        if prospect.joint:
            place = Place(prospect.file, ("joint", "lead"))
            said = f"{group.name(prospect.joint.lead)} leads a joint approach to them"
            yield _problem(prospect, said, place, "tell all who take part, and remove joint:")


def _problem(prospect: Prospect, but: str, place: Place, mend: str) -> Problem:
    see = See("said here", Place(prospect.file, ("do_not_contact",)))
    return Problem(f"“{prospect.alias}” does not want to be contacted, but {but}", place, mend, (see,))


@rule(Severity.WARNING)
def do_not_contact(group: Group) -> Iterator[Problem]:
    """Somebody may be about to call a prospect who does not want to be called.

    A prospect who said no is left in peace, whoever in the group had a good idea meanwhile. Referrals
    that are still open must be closed, so that nobody calls by mistake; closed ones are history. Nor are they
    somebody's wish any more, a joint approach, or a promising contact of a cycle.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    do_not_contact: yes
    wanted_by:
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    prospect: haulier-nampa  # expect: do-not-contact
    ```

    ## Bad: a wish

    ```yaml title="prospects/brewery-boise.yml"
    alias: A brewery in Boise
    known_by: [kit-larsen]
    wanted_by: [lee-ortiz]  # expect: do-not-contact
    do_not_contact: yes
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    do_not_contact: yes
    wanted_by:
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: not-a-fit
        note: they wish not to be called
    ```
    """
    yield from _referrals(group)
    yield from _plans(group)
    yield from _wishes(group)
