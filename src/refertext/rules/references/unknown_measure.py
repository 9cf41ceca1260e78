"""unknown-measure."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.measures.registry import all_measures
from refertext.problem import Place, Problem, Severity
from refertext.records import nearest
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_measure(group: Group) -> Iterator[Problem]:
    """A commitment speaks of a measure that does not exist.

    What nobody can compute, nobody can keep. A measure is a number with one definition, and it is called
    by its name.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: atendance  # expect: unknown-measure
        at_least: 75%
        over: 26 weeks
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
    ```
    """
    for agreement in group.agreements.values():
        for number, commitment in enumerate(agreement.commitments):
            if commitment.measure is not None and commitment.measure not in all_measures():
                near = nearest(commitment.measure, all_measures())
                yield Problem(
                    f"There is no measure “{commitment.measure}”",
                    Place(agreement.file, ("commitments", number, "measure")),
                    f"write {near}" if near else f"write one of {', '.join(all_measures())}",
                )
