"""The next cycle of two partners, and what the last one taught. The cast's cycle runs 2026-02-10 until 2026-04-30."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from drafted import lines, refused, written

from conftest import found_in, group_of
from refertext.drafts.cycles import AskedCycle, evaluate, next_cycle

PAIR = "partnerships/brian-cho--kit-larsen.md"
BOTH = ("brian-cho", "kit-larsen")
TODAY = date(2026, 3, 11)


def with_cycles(cast: dict[str, str], *cycles: str) -> dict[str, str]:
    """The cast with other cycles, each as the text of its entry."""
    head = cast[PAIR].partition("cycles:")[0]
    return cast | {PAIR: f"{head}cycles: [{', '.join(cycles)}]\n---\n"}


def cycle(first: str, last: str, more: str = "promise: {brian-cho: 2, kit-larsen: 1}") -> str:
    return f"{{from: {first}, until: {last}, {more}}}"


@pytest.mark.parametrize(
    ("before", "asked", "days"),
    [
        # the day after the last one, as long as it was
        (("2026-03-02", "2026-03-15"), {}, ("2026-03-16", "2026-03-29")),
        # today, if that is later
        (("2026-02-02", "2026-02-15"), {}, ("2026-03-11", "2026-03-24")),
        # whole months stay whole months
        (("2026-02-10", "2026-03-09"), {}, ("2026-03-11", "2026-04-10")),
        (("2026-03-01", "2026-03-31"), {}, ("2026-04-01", "2026-04-30")),
        (("2026-02-03", "2026-05-02"), {}, ("2026-05-03", "2026-08-02")),
        (("2026-02-10", "2026-04-30"), {}, ("2026-05-01", "2026-07-19")),  # 80 days
        (("2026-03-01", "2026-03-31"), {"first": "2026-04-06"}, ("2026-04-06", "2026-05-05")),
        (("2026-03-01", "2026-03-31"), {"last": "2026-04-10"}, ("2026-04-01", "2026-04-10")),
        (("2026-03-01", "2026-03-31"), {"first": "2026-02-10", "last": "2026-02-28"}, ("2026-02-10", "2026-02-28")),
    ],
)
def test_the_days_of_the_next_cycle(
    cast: dict[str, str], before: tuple[str, str], asked: dict[str, str], days: tuple[str, str]
) -> None:
    group = group_of(with_cycles(cast, cycle(*before)))
    wanted = AskedCycle(
        **{key: date.fromisoformat(day) for key, day in asked.items()},
        promise={"brian": 1, "kit": 1},
    )
    new = next_cycle(group, group.partnerships["brian-cho--kit-larsen"], wanted)
    assert (str(new.first), str(new.last)) == days


def test_the_first_cycle_is_a_month_from_today(cast: dict[str, str]) -> None:
    group = group_of(with_cycles(cast))
    new = next_cycle(group, group.partnerships["brian-cho--kit-larsen"], AskedCycle(promise={"kit": 0, "brian": 2}))
    assert (str(new.first), str(new.last)) == ("2026-03-11", "2026-04-10")
    assert list(new.promise.items()) == [("brian-cho", 2), ("kit-larsen", 0)]
    assert new.remarks == ()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (
            AskedCycle(first=date(2026, 4, 30), last=date(2026, 5, 20)),
            (
                "From 2026-04-30 until 2026-05-20 overlaps the cycle from 2026-02-10 until 2026-04-30, and on such "
                "days one referral would keep two promises. Begin on 2026-05-01 or later: --from 2026-05-01"
            ),
        ),
        (
            AskedCycle(first=date(2026, 5, 1), last=date(2026, 4, 1)),
            "The cycle would end on 2026-04-01, before it begins on 2026-05-01. Write a later --until.",
        ),
        (
            AskedCycle(first=date(2025, 5, 1), last=date(2025, 6, 1)),
            "The cycle would begin on 2025-05-01, before the partnership itself, which began on 2026-02-02.",
        ),
        (AskedCycle(promise={"lee": 2}), "“lee” is neither of the two partners: write brian-cho or kit-larsen."),
    ],
)
def test_cycles_that_cannot_be(cast: dict[str, str], asked: AskedCycle, why: str) -> None:
    group = group_of(cast)
    assert refused(lambda: next_cycle(group, group.partnerships["brian-cho--kit-larsen"], asked)) == why


def test_asked_for_twice_the_next_cycle_is_there_already(cast: dict[str, str]) -> None:
    group = group_of(with_cycles(cast, cycle("2026-03-01", "2026-03-31"), cycle("2026-04-01", "2026-04-30")))
    pair = group.partnerships["brian-cho--kit-larsen"]
    for asked in (AskedCycle(), AskedCycle(last=date(2026, 6, 1))):
        assert refused(partial(next_cycle, group, pair, asked)) == (
            "The next cycle is there already, from 2026-04-01 until 2026-04-30. For one after it, say its first day: "
            "--from 2026-05-01"
        )
    assert next_cycle(group, pair, AskedCycle(first=date(2026, 5, 1))).last == date(2026, 5, 31)


def test_a_promise_is_made_by_both(cast: dict[str, str]) -> None:
    group = group_of(with_cycles(cast))
    pair = group.partnerships["brian-cho--kit-larsen"]
    assert refused(lambda: next_cycle(group, pair, AskedCycle())) == (
        "How many referrals Brian Cho and Kit Larsen promise is not known yet: add --promise brian-cho=2 --promise "
        "kit-larsen=2 (0 is a promise, too)."
    )
    assert refused(lambda: next_cycle(group, pair, AskedCycle(promise={"kit": 1}))) == (
        "How many referrals Brian Cho promises is not known yet: add --promise brian-cho=2 (0 is a promise, too)."
    )


def test_what_may_still_become_something_comes_along(cast: dict[str, str]) -> None:
    contacts = """contacts: [
  {who: a haulier, from: kit-larsen, promising: yes, became: 2026-03-02-kit-larsen-brian-cho-7f3a},
  {who: a baker, from: kit-larsen, promising: yes, plan: "ask, then lunch", by: 2026-03-01},
  {who: a brewer, from: brian-cho, promising: yes, plan: ask, by: 2026-03-20},
  {who: a quarry, from: brian-cho, promising: no}, {who: a mill, from: brian-cho, promising: unsure}]"""
    texts = with_cycles(
        cast, cycle("2026-02-10", "2026-03-01", f"promise: {{brian-cho: 2, kit-larsen: 1}}, {contacts}")
    )
    draft = evaluate(group_of(texts), *BOTH, change="Ask sooner", following=AskedCycle())
    new = group_of(written(texts, draft)).partnerships["brian-cho--kit-larsen"].cycles[1]
    assert [(c.who, c.from_, c.promising, c.plan, c.by, c.became) for c in new.contacts] == [
        ("a baker", "kit-larsen", "yes", "ask, then lunch", None, None),  # its day is over
        ("a brewer", "brian-cho", "yes", "ask", date(2026, 3, 20), None),
    ]
    assert new.promise == {"brian-cho": 2, "kit-larsen": 1}
    assert draft.remarks == ("2 contacts that are still promising came along from the cycle before.",)


# What the last cycle taught


def test_the_running_cycle_is_evaluated_before_its_end(cast: dict[str, str]) -> None:
    draft = evaluate(group_of(cast), *BOTH, went_well="We spoke: every week", change="Ask sooner")
    assert lines(cast, draft) == [
        "+     evaluated:",
        "+       date: 2026-03-11",
        '+       went_well: "We spoke: every week"',
        "+       change: Ask sooner",
    ]
    assert draft.said == "Brian Cho and Kit Larsen evaluated their cycle from 2026-02-10 until 2026-04-30."
    assert draft.subject == "Evaluate the cycle of Brian Cho and Kit Larsen"
    assert draft.remarks == ("The cycle runs until 2026-04-30; it is evaluated before its end.",)


@pytest.mark.parametrize(
    ("cycles", "which"),
    [
        ([cycle("2026-02-10", "2026-02-20"), cycle("2026-02-21", "2026-03-05")], 1),  # the last one that is over
        ([cycle("2026-02-21", "2026-03-05"), cycle("2026-02-10", "2026-02-20")], 0),  # whatever order they stand in
        ([cycle("2026-02-10", "2026-03-05"), cycle("2026-03-06", "2026-04-05")], 0),  # before the one that runs
        (
            [cycle("2026-02-10", "2026-03-05", "evaluated: {went_well: All}"), cycle("2026-03-06", "2026-04-05")],
            1,
        ),
        ([cycle("2026-02-10", "2026-03-11"), cycle("2026-03-12", "2026-04-05")], 0),  # on its last day
    ],
)
def test_which_cycle_is_evaluated(cast: dict[str, str], cycles: list[str], which: int) -> None:
    texts = with_cycles(cast, *cycles)
    draft = evaluate(group_of(texts), *reversed(BOTH), change="Ask sooner")
    after = group_of(written(texts, draft)).partnerships["brian-cho--kit-larsen"].cycles[which]
    assert after.evaluated
    assert (after.evaluated.date, after.evaluated.change) == (TODAY, "Ask sooner")


def test_the_next_cycle_begins_with_the_evaluation(cast: dict[str, str]) -> None:
    texts = with_cycles(cast, cycle("2026-02-10", "2026-03-09"))
    draft = evaluate(group_of(texts), *BOTH, change="Ask", following=AskedCycle(promise={"kit": 3}))
    assert draft.said == (
        "Brian Cho and Kit Larsen evaluated their cycle from 2026-02-10 until 2026-03-09. Brian Cho and Kit Larsen "
        "have a cycle from 2026-03-11 until 2026-04-10: Brian Cho promises 2 and Kit Larsen promises 3."
    )
    assert draft.remarks == ()
    after = written(texts, draft)
    assert not {found for found in found_in(after) if found[2] in ("cycles-overlap", "cycle-without-evaluation")}


@pytest.mark.parametrize(
    ("cycles", "more", "why"),
    [
        (
            [],
            {},
            (
                "There is nothing to evaluate yet: the first cycle of Brian Cho and Kit Larsen is still to be planned: "
                "refertext plan."
            ),
        ),
        (
            [cycle("2026-03-12", "2026-04-12")],
            {},
            "There is nothing to evaluate yet: the first cycle of Brian Cho and Kit Larsen begins only on 2026-03-12.",
        ),
        (
            [cycle("2026-02-10", "2026-03-09", "evaluated: {date: 2026-03-10, went_well: All}")],
            {},
            (
                "The cycle of Brian Cho and Kit Larsen that ended on 2026-03-09 has been evaluated already on "
                "2026-03-10. Other words can be written in partnerships/brian-cho--kit-larsen.md; the next cycle "
                "begins with: refertext plan brian-cho kit-larsen --next"
            ),
        ),
        (
            [cycle("2026-02-10", "2026-03-09")],
            {"day": date(2026, 3, 12)},
            "2026-03-12 has not come yet (as of 2026-03-11). Evaluate the cycle first.",
        ),
        (
            [cycle("2026-02-10", "2026-03-09")],
            {"day": date(2026, 2, 9)},
            "The cycle began only on 2026-02-10, so it was not evaluated on 2026-02-09. Correct the day.",
        ),
        (
            [cycle("2026-02-10", "2026-03-09")],
            {"change": ""},
            "Say what went well, or what to change: --went-well “…” --change “…”.",
        ),
    ],
)
def test_what_cannot_be_evaluated(cast: dict[str, str], cycles: list[str], more: dict[str, Any], why: str) -> None:
    group = group_of(with_cycles(cast, *cycles))
    assert refused(partial(evaluate, group, *BOTH, **{"change": "Ask", **more})) == why
