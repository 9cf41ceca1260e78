"""unknown-measure."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.measures.registry import all_measures
from refertext.problem import Place, Problem, Severity
from refertext.records import nearest
from refertext.rules.rule import rule


def _named(group: Group) -> Iterator[tuple[str | None, Place]]:
    for agreement in group.agreements.values():
        for number, commitment in enumerate(agreement.commitments):
            yield commitment.measure, Place(agreement.file, ("commitments", number, "measure"))
    for profile in group.profiles.values():
        for number, part in enumerate(profile.parts):
            yield part.measure, Place(profile.file, ("parts", number, "measure"))


@rule(Severity.ERROR)
def unknown_measure(group: Group) -> Iterator[Problem]:
    """A commitment or a score table speaks of a measure that does not exist.

    What nobody can compute, nobody can keep. A measure is a number with one definition, and it is called
    by its name.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: atendance  # expect: unknown-measure
        at_least: 75%
        over: 26 weeks
    ```

    ## Bad: in a score table

    ```yaml title="profiles/our-half-year.yml"
    parts:
      - title: Contributions
        measure: contribution  # expect: unknown-measure
        per: week
        bands:
          - {from: 1, points: 35}
          - {from: 2, points: 70}
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
    ```
    """
    for name, place in _named(group):
        if name is not None and name not in all_measures():
            near = nearest(name, all_measures())
            mend = f"write {near}" if near else f"write one of {', '.join(all_measures())}"
            yield Problem(f"There is no measure “{name}”", place, mend)
