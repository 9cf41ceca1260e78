"""Every measure against a second computation in plain SQL, on days and windows drawn by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from fractions import Fraction

import pytest
from drawn import Drawn, seen_as_of, subjects
from generated_groups import generated
from second_computation import Answers, SecondComputation, queries

from conftest import HERE, group_of, texts_of
from refertext.group import Group
from refertext.measures import Value, Window, facts
from refertext.measures.registry import all_measures

Weights = Mapping[str, Fraction]

NONE: Weights = {}
LATES, HALF_LATES = {"late": Fraction(1, 3)}, {"late": Fraction(1, 2)}
NO_EXCUSES = {"excused": Fraction(1)}
WEIGHTS: Mapping[str, tuple[Weights, ...]] = {
    "absences": (NONE, LATES, NO_EXCUSES, HALF_LATES | NO_EXCUSES),
    "equivalent-absences": (NONE, LATES, HALF_LATES),
    "consecutive-absences": (NONE, NO_EXCUSES),
}
HALF_A_CENT = Fraction(1, 2)


def told_apart(second: SecondComputation, group: Group, window: Window) -> Iterator[str]:
    """Where the two computations differ."""
    for name in queries():
        for weights in WEIGHTS.get(name, (NONE,)):
            second.ask(window, group.as_of, weights)
            yield from differences(name, second.answers(name), group, window, weights)


def differences(name: str, answers: Answers, group: Group, window: Window, weights: Weights) -> Iterator[str]:
    measure = all_measures()[name]
    of_nothing = (0, 1) if measure.unit in ("count", "money") else (0, 0)
    for subject in subjects(group, measure):
        value = measure.of(facts(group), subject, window, weights)
        top, bottom = answers.get(subject.ids, of_nothing)
        if not is_same(value, top, bottom):
            whose = " ".join(subject.ids) or "the group"
            when = f"{window.first} to {window.last} as of {group.as_of}"
            yield f"{name} of {whose}, {when}, {dict(weights)}: {value.amount} (n {value.n}), in SQL {top}/{bottom}"


def is_same(value: Value, top: int, bottom: int) -> bool:
    """Whether a value is the one of the second computation, which has money in cents; of shares, n is its bottom."""
    unit = value.measure.unit
    if unit in ("share", "ratio") and value.n != bottom:
        return False
    if value.amount is None or not bottom:
        return value.amount is None and not bottom
    amount = Fraction(value.amount) * (100 if unit == "money" else 1)
    return abs(amount - Fraction(top, bottom)) <= (HALF_A_CENT if value.measure.name == "seat-value" else 0)


Sample = tuple[Mapping[str, str], Group, SecondComputation]


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    texts = texts_of(HERE.parent)
    group = group_of(texts)
    with closing(SecondComputation(group)) as second:
        yield texts, group, second


def test_every_measure_is_computed_twice() -> None:
    assert queries().keys() == all_measures().keys()


@pytest.mark.parametrize("seed", range(12))
def test_the_sample_group(seed: int, sample: Sample) -> None:
    texts, group, second = sample
    drawn = Drawn(seed, texts)
    seen = seen_as_of(group, drawn.day())
    found = [line for window in drawn.windows() for line in told_apart(second, seen, window)]
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("seed", range(50))
def test_generated_groups(seed: int) -> None:
    texts = generated(seed)
    group, drawn = group_of(texts), Drawn(seed, texts)
    found: list[str] = []
    with closing(SecondComputation(group)) as second:
        for _ in range(3):
            seen = seen_as_of(group, drawn.day())
            found += [line for window in drawn.windows() for line in told_apart(second, seen, window)]
    assert not found, "\n".join(found[:20])
