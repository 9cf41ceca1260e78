"""promising-contact-without-plan."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.plans import plans_to_make
from refertext.insights.partners.partnerships import contact_called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def promising_contact_without_plan(group: Group) -> Iterator[Problem]:
    """A contact is promising, and two weeks into the cycle there is no plan for it.

    A name on a list opens no door. For each promising contact the partners agree on how to go about it and by when, in
    the first two weeks of a cycle. One that has become a referral needs no plan any more.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-24
        until: 2026-03-31
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a brewery that hires
            from: kit-larsen
            promising: yes  # expect: promising-contact-without-plan
          - who: a call center in Meridian
            from: brian-cho
            promising: yes
            plan: ask HR after the committee  # expect: promising-contact-without-plan
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-24
        until: 2026-03-31
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a brewery that hires
            from: kit-larsen
            promising: unsure
          - who: a call center in Meridian
            from: brian-cho
            promising: yes
            plan: ask HR after the committee
            by: 2026-03-20
    ```
    """
    for one in plans_to_make(group):
        if one.owed.is_overdue_on(group.as_of):
            lacks = "a plan for it has no day" if one.contact.plan else "there is no plan for it"
            yield Problem(
                f"“{contact_called(group, one.contact)}” is promising, and {lacks} "
                f"{(group.as_of - one.cycle.from_).days} days into the cycle",
                one.owed.place,
                f"agree on it, then write {one.owed.write}; if it is not promising any more, write promising: no",
            )
