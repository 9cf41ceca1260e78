"""unknown-measure."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.measures.registry import all_measures
from refertext.problem import Place, Problem, Severity
from refertext.records import nearest
from refertext.records.meant import MOST_LETTERS
from refertext.rules.rule import rule
from refertext.text.wording import listed

_A_FEW = 3
_SOMEWHAT_ALIKE = 0.4


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
            mend = f"write {near}" if near else _to_choose(name)
            yield Problem(f"There is no measure “{name}”", place, mend)


def _to_choose(name: str) -> str:
    """How to find the measure that is meant, where no name is near enough to be it."""
    from difflib import get_close_matches

    near = get_close_matches(name[:MOST_LETTERS].casefold(), all_measures(), n=_A_FEW, cutoff=_SOMEWHAT_ALIKE)
    few = f", for example {listed(near, 'or')}" if near else ""
    return f"write the name of a measure{few}; “refertext explain” lists them all"
