"""unmeasurable-commitment."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.force import has_ended
from refertext.measures.registry import all_measures
from refertext.problem import Path, Place, Problem, Severity
from refertext.records import Commitment
from refertext.rules.rule import rule
from refertext.text.wording import listed

Fault = tuple[str, Path, str]
"""What is wrong, where in the commitment, and what to write."""

_PAIRS = ("each member", "each power partner")


@rule(Severity.WARNING)
def unmeasurable_commitment(group: Group) -> Iterator[Problem]:
    """A commitment does not say enough, or too much, to tell whether it is kept.

    Good intentions fail because they never become specific. A commitment is one of three things: a
    measure with a floor (`at_least`), a limit (`at_most`) or a `target`, and a window (`per`, `every` or
    `over`); a rule that must find nothing; or a promise in words, which nobody measures.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance  # expect: unmeasurable-commitment
        over: 26 weeks
    ```

    ## Bad: no window

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: contributions  # expect: unmeasurable-commitment
        at_least: 2
    ```

    ## Bad: words with a floor

    ```yaml title="agreements/show-up.md"
    commitments:
      - promise: We bring visitors
        at_least: 1  # expect: unmeasurable-commitment
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: attendance
        at_least: 75%
        over: 26 weeks
      - measure: contributions
        at_least: 2
        per: week
        over: 13 weeks
      - rule: manager-not-informed
      - promise: We bring visitors
    ```
    """
    for agreement in group.agreements.values():
        if has_ended(agreement, group.as_of):
            continue
        for number, commitment in enumerate(agreement.commitments):
            for message, path, mend in _faults(commitment):
                yield Problem(message, Place(agreement.file, ("commitments", number, *path)), mend)


def _faults(commitment: Commitment) -> Iterator[Fault]:
    kinds = _said(commitment, ("measure", "rule", "promise"))
    if len(kinds) != 1:
        yield _not_one_thing(kinds)
    elif commitment.measure is None:
        yield from _too_much(commitment, kinds[0])
    else:
        yield from _no_floor(commitment.measure, commitment)
        yield from _no_window(commitment.measure, commitment)
        yield from _with_others(commitment)
    if "group" in commitment.who and len(commitment.who) > 1:
        yield "A commitment is the group's or some members', not both", ("who",), "write who: group, or only ids"


def _said(commitment: Commitment, keys: tuple[str, ...]) -> list[str]:
    values = {
        "measure": commitment.measure,
        "rule": commitment.rule,
        "promise": commitment.promise,
        "at_least": commitment.at_least,
        "at_most": commitment.at_most,
        "target": commitment.target,
        "per": commitment.per,
        "every": commitment.every,
        "over": commitment.over,
        "with": commitment.with_,
    }
    return [key for key in keys if values[key] is not None]


def _not_one_thing(kinds: list[str]) -> Fault:
    if kinds:
        return f"A commitment is one thing, not {listed(kinds)}", (kinds[1],), "write a commitment of its own for each"
    mend = "write measure: and a floor, or rule: and its name, or promise: and the words"
    return "The commitment does not say what is promised", (), mend


def _too_much(commitment: Commitment, kind: str) -> Iterator[Fault]:
    extra = _said(commitment, ("at_least", "at_most", "target", "per", "every", "over", "with"))
    if extra:
        message = f"A {kind} is not counted, so it takes no {listed(extra, 'or')}"
        yield message, (extra[0],), f"remove {listed(extra)}, or write a measure instead of the {kind}"


def _no_floor(measure: str, commitment: Commitment) -> Iterator[Fault]:
    if not _said(commitment, ("at_least", "at_most", "target")):
        message = f"The commitment does not say how much “{measure}” is enough"
        yield message, ("measure",), "write at_least: or at_most: and a number, or target: to aim at without a floor"


def _no_window(measure: str, commitment: Commitment) -> Iterator[Fault]:
    over = commitment.over
    windows = _said(commitment, ("per", "every", "over"))
    if not windows:
        mend = "write per: week (a rate), every: month (each month for itself) or over: 26 weeks (all of them together)"
        yield f"The commitment does not say over which time “{measure}” counts", ("measure",), mend
    elif windows[:2] == ["per", "every"]:
        mend = f"keep per: {commitment.per} for a rate, or every: {commitment.every} for each one for itself"
        yield "A commitment is either a rate or one for each period, not both", ("every",), mend
    known = all_measures().get(measure)
    if over and over.unit == "meetings" and known and not known.at_meetings:
        message = f"“{measure}” is not counted at meetings, so {over} is no time for it"
        yield message, ("over",), "write a time in weeks or months, for example over: 13 weeks"


def _with_others(commitment: Commitment) -> Iterator[Fault]:
    if commitment.with_ not in (None, *_PAIRS):
        message = f"A commitment is with {listed(_PAIRS, 'or')}, not with “{commitment.with_}”"
        yield message, ("with",), f"write with: {_PAIRS[0]}, or with: {_PAIRS[1]}"
