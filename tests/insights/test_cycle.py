from __future__ import annotations

from typing import Any

import pytest

from partners import contact, cycle, group, partnership
from refertext.insights.partners.cycle import CycleState, Step, cycle_states, running_cycles
from small import Files, day, gift, member

GOALS = {"kit": "Two employers a month", "lee": "A client in Nampa"}
BOTH = {"kit": 1, "lee": 1}
EVALUATED = {"evaluated": {"date": "2026-03-02"}}


def ten(whose: str, promising: str = "no", start: int = 0, **more: str) -> list[dict[str, str]]:
    return [contact(f"{whose}'s {number}", whose, promising=promising, **more) for number in range(start, 10)]


HOTEL = contact("a hotel", promising="yes", plan="ask", by="03-20")
BAKER = contact("a baker", "lee", promising="yes", plan="lunch", by="03-06")
LISTED = [HOTEL, *ten("kit", start=1), BAKER, *ten("lee", start=1)]
HANDED = gift("forth", "03-01", "kit", "lee", consent="02-28") | gift("back", "03-02", "lee", "kit", consent="02-28")


def state(*cycles: dict[str, Any], goals: Any = GOALS, files: Files | None = None) -> CycleState:
    [found] = cycle_states(group(partnership(goals=goals, cycles=list(cycles)), files or {}))
    return found


def running(*contacts: dict[str, str], promise: Any = BOTH, **more: Any) -> dict[str, Any]:
    return cycle("02-15", "03-31", *contacts, promise=promise, **more)


@pytest.mark.parametrize(
    ("found", "headline"),
    [
        (
            state(goals={}),
            (
                "Step 1 of 5, commit: the goals of Kit and Lee, and why they matter; "
                "a cycle: from when until when, and what each promises"
            ),
        ),
        (state(), "Step 1 of 5, commit: a cycle: from when until when, and what each promises"),
        (state(running(promise={"kit": 0})), "Step 1 of 5, commit: how many referrals Lee promises"),
        (state(running(promise={})), "Step 1 of 5, commit: how many referrals Kit and Lee promise"),
        (
            state(running(), goals={"old-kit": "g"}),
            "Step 1 of 5, commit: the goals of Lee, and why they matter",
        ),
        (
            state(running(*ten("kit"), contact("a", "lee"), contact("b", "lee", promising="yes"))),
            (
                "Step 2 of 5, identify: 8 more contacts of Lee, who has listed 2 of 10; "
                "1 contact has not been rated yet: a"
            ),
        ),
        (
            state(running(*ten("old-kit"), *[contact(f"c{n}", "lee") for n in range(10)])),
            "Step 2 of 5, identify: 10 contacts have not been rated yet: c0, c1, c2 and 7 more",
        ),
        (
            state(running(*ten("kit", "yes", start=8), *ten("kit")[:8], *ten("lee"))),
            (
                "Step 3 of 5, strategize: a promising contact of Lee, who has promised 1; "
                "2 promising contacts have no plan yet: kit's 8 and kit's 9"
            ),
        ),
        (
            state(
                running(
                    *ten("kit", "yes", start=9, plan="ask"), *ten("kit")[:9], *ten("lee"), promise={"kit": 1, "lee": 0}
                )
            ),
            "Step 3 of 5, strategize: 1 promising contact has a plan, but no day for it yet: kit's 9",
        ),
        (
            state(running(*LISTED)),
            (
                "Step 4 of 5, execute: Kit to Lee: 0 of 1 referral promised, 2026-02-15 to 2026-03-31; "
                "Lee to Kit: 0 of 1 referral promised, 2026-02-15 to 2026-03-31; "
                "1 plan is past the day: a baker (by 2026-03-06); 1 plan to carry out: a hotel (by 2026-03-20)"
            ),
        ),
        (
            state(running(*LISTED), files=HANDED),
            (
                "Step 4 of 5, execute: 1 plan is past the day: a baker (by 2026-03-06); "
                "1 plan to carry out: a hotel (by 2026-03-20)"
            ),
        ),
        (
            state(
                running(
                    *[
                        c | ({"became": "forth"} if c is HOTEL else {"became": "back"} if c is BAKER else {})
                        for c in LISTED
                    ]
                ),
                files=HANDED,
            ),
            "Step 5 of 5, evaluate: everything is handed over; the cycle ends on 2026-03-31",
        ),
        (
            state(cycle("2025-12-01", "03-11")),
            "Step 5 of 5, evaluate: what went well in the cycle that ended on 2026-03-11, and what to change",
        ),
        (
            state(cycle("2025-12-01", "03-01", **EVALUATED)),
            "Evaluated, repeat: the next cycle, to begin by 2026-03-31, with a promise of both",
        ),
    ],
)
def test_the_step_and_what_is_missing(found: CycleState, headline: str) -> None:
    assert found.headline == headline


@pytest.mark.parametrize(
    ("cycles", "number", "step"),
    [
        ([cycle("01-01", "02-01"), running()], 1, Step.IDENTIFY),
        ([running(), cycle("01-01", "02-01")], 0, Step.IDENTIFY),
        ([cycle("01-01", "02-01"), cycle("04-01", "04-30", promise=BOTH)], 0, Step.EVALUATE),
        ([cycle("01-01", "02-01", **EVALUATED), cycle("04-01", "04-30", promise=BOTH)], 1, Step.IDENTIFY),
        ([cycle("01-01", "02-01", **EVALUATED), cycle("04-01", "04-30", *LISTED, promise=BOTH)], 1, Step.EXECUTE),
        ([cycle("04-01", "04-30")], 0, Step.COMMIT),
        ([cycle("03-10", "03-01")], None, Step.COMMIT),
    ],
)
def test_which_cycle_it_is_about(cycles: list[Any], number: int | None, step: Step) -> None:
    found = state(*cycles)
    assert (found.number, found.step) == (number, step)


def test_a_cycle_ahead_says_when_it_begins() -> None:
    found = state(cycle("04-01", "04-30", *LISTED, promise=BOTH))
    assert found.missing[0] == "the cycle begins on 2026-04-01"
    assert found.verdicts == ()


def test_the_promises_of_both_are_judged_by_their_own_numbers() -> None:
    found = state(running(*LISTED, promise={"kit": 2, "lee": 1}), files=HANDED)
    assert [(verdict.subject.ids, verdict.why[:16]) for verdict in found.verdicts] == [
        (("kit", "lee"), "1 of 2 referrals"),
        (("lee", "kit"), "1 of 1 referral "),
    ]


def test_nothing_of_what_comes_later_is_known() -> None:
    later = gift("later", "03-12", "kit", "lee")
    found = state(running(*[HOTEL | {"became": "later"}, *LISTED[1:]]), files=later)
    assert "1 plan to carry out: a hotel (by 2026-03-20)" in found.missing
    late = state(cycle("2025-12-01", "03-01", evaluated={"date": "2026-03-12"}))
    assert late.step is Step.EVALUATE


def test_a_waived_promise_is_not_asked_for() -> None:
    waiver = "{rule: floor-missed, file: partnerships/kit--lee.yml, why: flood, until: 2026-12-31}"
    settings = {"refertext.yml": f"group: G\ntimezone: UTC\ncurrency: USD\nwaivers: [{waiver}]\n"}
    found = state(running(*LISTED), files=settings)
    assert not [missing for missing in found.missing if "promised" in missing]


def test_partners_who_are_no_members_stand_nowhere() -> None:
    assert not cycle_states(group(member("lee", left="03-10"), partnership(cycles=[running()])))


def test_cycles_run_side_by_side() -> None:
    eve = member("eve", "2025-01-01") | partnership("kit--eve", between=["eve", "kit"], cycles=[running()])
    over = member("ann", "2025-01-01") | partnership(
        "ann--kit", between=["ann", "kit"], cycles=[cycle("01-01", "03-10")]
    )
    known = group(eve, over, partnership(cycles=[cycle("02-15", "03-11")]))
    found = {id_: [one.partnership.id for one in states] for id_, states in running_cycles(known).items()}
    assert found == {"ann": [], "eve": ["kit--eve"], "kit": ["kit--eve", "kit--lee"], "lee": ["kit--lee"]}
    assert day("03-11") == known.as_of
