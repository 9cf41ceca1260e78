"""unknown-rule."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.records import nearest
from refertext.rules.rule import rule


def _named(group: Group) -> Iterator[tuple[str, Place]]:
    for agreement in group.agreements.values():
        for number, commitment in enumerate(agreement.commitments):
            if commitment.rule is not None:
                yield commitment.rule, Place(agreement.file, ("commitments", number, "rule"))
    for waiver in group.settings.waivers:
        yield waiver.rule, Place(group.settings.file, (*waiver.path, "rule"))


@rule(Severity.ERROR)
def unknown_rule(group: Group) -> Iterator[Problem]:
    """A commitment or an exception names a rule that does not exist.

    A commitment to such a rule is never broken, and an exception to it covers nothing. Rules are called
    by their names, which stand beside every finding.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - rule: manager-not-told  # expect: unknown-rule
    ```

    ## Bad: in an exception

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighboring-seat  # expect: unknown-rule
        file: members/lee-ortiz.md
        why: voted 2026-03-05, 8 to 1
        until: 2027-03-05
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - rule: manager-not-informed
    ```
    """
    from refertext.rules.registry import all_rules

    for name, place in _named(group):
        if name not in all_rules():
            near = nearest(name, all_rules())
            mend = f"write {near}" if near else "write the name of a rule; “refertext explain” lists them all"
            yield Problem(f"There is no rule “{name}”", place, mend)
