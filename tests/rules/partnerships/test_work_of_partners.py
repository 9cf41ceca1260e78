"""What is said when partners stop at a step, give unevenly, or fall asleep; when exactly is shown in tests/insights."""

from __future__ import annotations

import pytest

from partners import contact, cycle, group, partnership
from refertext.check import check
from refertext.problem import Part
from refertext.rules.partnerships.cycle_without_evaluation import cycle_without_evaluation
from refertext.rules.partnerships.out_of_balance import out_of_balance
from refertext.rules.partnerships.plan_overdue import plan_overdue
from refertext.rules.partnerships.promising_contact_without_plan import promising_contact_without_plan
from refertext.rules.partnerships.review_overdue import review_overdue
from refertext.rules.partnerships.stagnating import stagnating
from small import Files, gift, member

QUARTERLY = partnership(since="2026-01-31", reviews={"every": "3 months"})


def leads(count: int) -> list[Files]:
    """So many leads of kit to lee."""
    return [gift(f"g{number}", "02-01", "kit", "lee", "lead") for number in range(count)]


def test_a_review_is_in_time_on_the_day_it_is_due() -> None:
    for as_of, count in (("04-30", 0), ("05-01", 1)):
        assert len(check(group(QUARTERLY, as_of=as_of), [review_overdue])) == count


def test_what_is_said_of_reviews() -> None:
    [finding] = check(group(QUARTERLY, as_of="05-04"), [review_overdue])
    assert (
        finding.problem.message == "Kit and Lee have had no review since 2026-01-31; the next one was due on 2026-04-30"
    )
    assert finding.problem.mend == (
        "sit down together, then write a file in meetings/2026/ with the lines kind: review, "
        "date: 2026-05-04 (the day of it), between: [kit, lee]"
    )


def test_what_is_said_of_contacts_without_a_plan() -> None:
    turn = cycle("02-24", "03-31", contact("a", promising="yes"), contact("b", promising="yes", plan="ask"))
    young = cycle("02-25", "03-31", contact("a", promising="yes"))
    found = check(group(partnership(cycles=[turn])), [promising_contact_without_plan])
    assert [finding.problem.message for finding in found] == [
        "“a” is promising, and there is no plan for it 15 days into the cycle",
        "“b” is promising, and a plan for it has no day 15 days into the cycle",
    ]
    assert not check(group(partnership(cycles=[young])), [promising_contact_without_plan])


def test_what_is_said_of_plans_past_their_day() -> None:
    turn = cycle("02-20", "03-31", contact("a", by="03-10"), contact("b", by="03-11"))
    steps = [{"what": f"write {end}", "by": "kit", "due": f"2026-03-{end}"} for end in (10, 11)]
    found = check(group(partnership(cycles=[turn], action_plan=steps)), [plan_overdue])
    assert {finding.problem.message for finding in found} == {
        "Kit wanted to try “a” by 2026-03-10, and nothing has become of it",
        "Kit wanted to do “write 10” by 2026-03-10, and it is not done",
    }


def test_a_cycle_is_evaluated_within_two_weeks() -> None:
    known = group(partnership(cycles=[cycle("01-01", "02-25")]))
    assert not check(known, [cycle_without_evaluation])
    [finding] = check(group(partnership(cycles=[cycle("01-01", "02-24")])), [cycle_without_evaluation])
    assert finding.problem.place.path == ("cycles", 0, "until")
    assert finding.problem.message == (
        "The cycle of Kit and Lee ended on 2026-02-24, 15 days ago, and has not been evaluated"
    )


def test_what_is_said_of_silence() -> None:
    away = member("lee", "2025-01-01", leave=[("01-10", "01-19")])
    for files, said in ((({}), "for 119 days"), (away, "for 109 days, leave not counted")):
        [finding] = check(group(files, partnership(), as_of="04-30"), [stagnating])
        assert finding.problem.message == f"Nothing has been recorded between Kit and Lee since 2026-01-01, {said}"
        assert finding.problem.place.path == ("between",)
        assert finding.problem.see[0].place.path == ("since",)


def test_a_pair_recorded_twice_is_told_once() -> None:
    twice = partnership("second", between=["lee", "kit"]) | partnership()
    assert len(check(group(twice, *leads(5)), [out_of_balance])) == 1


@pytest.mark.parametrize(
    ("files", "expect"),
    [
        (partnership(), "they expect to give alike"),
        (partnership(balance={"kit": "10", "lee": "5", "agreed": "2026-01-01"}), "they expect 10 to 5"),
        (partnership(balance={"kit": "0.50", "lee": "1", "agreed": "2026-01-01"}), "they expect 0.5 to 1"),
    ],
)
def test_what_is_said_of_balance(files: Files, expect: str) -> None:
    [finding] = check(group(files, *leads(6)), [out_of_balance])
    assert finding.problem.message == f"In the last twelve months Kit gave Lee 6 and got nothing back; {expect}"
    assert (finding.problem.place.path, finding.problem.place.part) == (("balance",), Part.KEY)


def test_a_balance_that_says_nothing_yet_is_not_told() -> None:
    assert not check(group(partnership(), *leads(4)), [out_of_balance])
    assert not check(group(*leads(5)), [out_of_balance])
