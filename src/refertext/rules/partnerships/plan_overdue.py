"""plan-overdue."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.plans import action_plans, contact_plans
from refertext.insights.partners.partnerships import called, contact_called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


def _of_contacts(group: Group) -> Iterator[Problem]:
    for one in contact_plans(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{called(group, one.owed.by)} wanted to try “{contact_called(group, one.contact)}” by "
                f"{one.contact.by}, and nothing has become of it",
                one.owed.place,
                f"write {one.owed.write}",
            )


def _of_steps(group: Group) -> Iterator[Problem]:
    for one in action_plans(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{called(group, one.owed.by)} wanted to do “{one.step.what}” by {one.step.due}, and it is not done",
                one.owed.place,
                f"write {one.owed.write}",
            )


@rule(Severity.WARNING)
def plan_overdue(group: Group) -> Iterator[Problem]:
    """What partners planned is past its day.

    This is where most partnerships stop: the names are listed, the plans are made, and nobody calls. Looked at are the
    contacts of a cycle that is running, or that ended in the last thirteen weeks and has not been evaluated, and the
    steps of the shared action plan. Mostly it is done, and only the line is missing. Who is on leave on the
    day has time until the first one after it.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    action_plan:
      - what: Feature Kit in the March newsletter
        by: brian-cho
        due: 2026-03-04  # expect: plan-overdue
    cycles:
      - from: 2026-02-24
        until: 2026-03-31
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a brewery that hires
            from: kit-larsen
            promising: yes
            plan: ask the owner at the tasting
            by: 2026-03-06  # expect: plan-overdue
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    action_plan:
      - what: Feature Kit in the March newsletter
        by: brian-cho
        due: 2026-03-04
        done: 2026-03-02
    cycles:
      - from: 2026-02-24
        until: 2026-03-31
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a haulier in Nampa
            from: kit-larsen
            promising: yes
            plan: ask, then lunch for three
            by: 2026-03-06
            became: 2026-03-02-kit-larsen-brian-cho-7f3a
          - who: a brewery that hires
            from: kit-larsen
            promising: no
            plan: ask the owner at the tasting
            by: 2026-03-06
    ```
    """
    yield from _of_contacts(group)
    yield from _of_steps(group)
