"""What holds for every group: closed periods stay, pairs do not disturb each other, parts sum up, every day answers."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from drawn import FOREVER, Drawn, seen_as_of, subjects
from generated_groups import generated

from conftest import HERE, group_of, texts_of
from refertext.group import Group
from refertext.measures import GROUP, Kind, Subject, Unit, Value, Window, a_member, a_pair, facts
from refertext.measures.registry import all_measures

SAMPLE = HERE.parent
SEEDS = range(30)
OF_PAIRS = [measure for measure in all_measures().values() if Kind.PAIR in measure.kinds]


def values(group: Group, window: Window) -> dict[tuple[str, Subject], Value]:
    """Every measure of everybody, by the measure's name and the subject."""
    return {
        (measure.name, subject): measure.of(facts(group), subject, window)
        for measure in all_measures().values()
        for subject in subjects(group, measure)
    }


def told(value: Value) -> tuple[object, ...]:
    """What a value says, and the records it rests on."""
    result = value.result
    events = [[(event.day, event.record.file, event.path) for event in side] for side in (result.counted, result.among)]
    return value.amount, value.n, result.inputs, result.parts, result.reason, events


def closed_periods_stay(group: Group, drawn: Drawn) -> None:
    one, other, end = sorted((drawn.day(), drawn.day(), drawn.day()))
    window = Window(one, other)
    early, late = (values(seen_as_of(group, day), window) for day in (other, end))
    changed = [subject for subject, value in early.items() if told(value) != told(late[subject])]
    assert not changed, f"between {other} and {end}, {window}: {changed[:20]}"


@pytest.mark.parametrize("seed", SEEDS)
def test_closed_periods_never_change(seed: int) -> None:
    texts = generated(seed)
    group, drawn = group_of(texts), Drawn(seed, texts)
    for _ in range(3):
        closed_periods_stay(group, drawn)


@pytest.mark.parametrize("seed", range(5))
def test_closed_periods_of_the_sample_never_change(seed: int) -> None:
    texts = texts_of(SAMPLE)
    closed_periods_stay(group_of(texts), Drawn(seed, texts))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_share_is_more_than_the_whole_unless_it_may_be(seed: int) -> None:
    texts = generated(seed)
    drawn = Drawn(seed, texts)
    for window in drawn.windows():
        for (name, subject), value in values(group_of(texts, FOREVER), window).items():
            measure = value.measure
            if measure.unit is Unit.SHARE and value.amount is not None:
                assert value.amount >= 0, (name, subject, window)
                assert value.amount <= 1 or measure.may_exceed, (name, subject, window)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_pair_does_changes_no_other_pair(seed: int) -> None:
    texts = generated(seed)
    drawn = Drawn(seed, texts)
    before = group_of(texts, FOREVER)
    one, other = drawn.random.sample(sorted(before.members), 2)
    after = group_of(texts | added(drawn, one, other), FOREVER)
    start = drawn.day()
    window = Window(start, max(start, drawn.day()))
    for measure in OF_PAIRS:
        for subject in subjects(before, measure):
            if subject.kind is Kind.PAIR and set(subject.ids) != {one, other}:
                then, now = (measure.of(facts(group), subject, window) for group in (before, after))
                assert told(then) == told(now), (measure.name, subject, window)


def added(drawn: Drawn, one: str, other: str) -> dict[str, str]:
    """A referral that went well, a one-to-one and a review, all between the two."""
    day = drawn.day()
    steps = [
        {"date": str(day + timedelta(days=number)), "status": status}
        for number, status in enumerate(("accepted", "contacted", "met", "won"))
    ]
    referral = {"kind": "referral", "date": str(day), "from": one, "to": other, "about": "A baker"}
    talks = {
        f"meetings/2025/added-{kind}.yml": {"kind": kind, "date": str(day), "between": [other, one]}
        for kind in ("one-to-one", "review")
    }
    records = {"referrals/2025/added.yml": {**referral, "history": steps, "thanked": {"date": str(day)}}, **talks}
    return {file: json.dumps(record) for file, record in records.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_sum_up(seed: int) -> None:
    texts = generated(seed)
    if seed % 2:
        texts = {file: text for file, text in texts.items() if '"everyone"' not in text}
    group, drawn = seen_as_of(group_of(texts), FOREVER), Drawn(seed, texts)
    start = drawn.day()
    window = Window(start, max(start, drawn.day()))
    for kind in ("leads", "introductions", "referrals", "contributions"):
        parts_sum_up(group, kind, window, to_everyone=seed % 2 == 0)


def parts_sum_up(group: Group, kind: str, window: Window, *, to_everyone: bool) -> None:
    def given(*ids: str) -> int:
        return amount(group, kind, window, *ids)

    def received(*ids: str) -> int:
        return amount(group, f"{kind}-received", window, *ids)

    everybody = sorted(group.members)
    assert sum(given(id_) for id_ in everybody) == given()
    for one in everybody:
        others = [other for other in everybody if other != one]
        assert sum(given(other, one) for other in others) + from_outside(group, kind, one, window) == received(one)
        assert all(given(one, other) == received(other, one) for other in others)
        if not to_everyone:
            assert sum(given(one, other) for other in others) == given(one)


def amount(group: Group, measure: str, window: Window, *ids: str) -> int:
    """A count of some subject."""
    subject = a_pair(*ids) if len(ids) == 2 else a_member(*ids) if ids else GROUP
    found = all_measures()[measure].of(facts(group), subject, window).amount
    assert isinstance(found, int)
    return found


def from_outside(group: Group, kind: str, receiver: str, window: Window) -> int:
    """How much somebody received from nobody of the group."""
    events = all_measures()[f"{kind}-received"].of(facts(group), a_member(receiver), window).result.counted
    records = [group.referrals[event.record.id] for event in events]
    return sum(record.giver_is_outside for record in records)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_day_gives_a_value_or_a_reason(seed: int) -> None:
    texts = generated(seed)
    group, drawn = group_of(texts), Drawn(seed, texts)
    for _ in range(2):
        seen = seen_as_of(group, drawn.day())
        for window in drawn.windows():
            for subject, value in values(seen, window).items():
                assert (value.amount is None) == bool(value.result.reason), (subject, window, seen.as_of)
