"""What it would take, and how much room is left: in words, and put to the test."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreed import judged
from refertext.commitments import Outcome, Verdict
from refertext.commitments.shares import _at_the_pace, failures_allowed, successes_needed
from small import Files, gift, meeting, meetings, member, members, partnership, talk, week


def gave(*days: str, value: str = "") -> Files:
    history = [f"{on} won {value} by lee" for on in days[:1]] if value else []
    return {f: t for n, on in enumerate(days) for f, t in gift(f"g{n}", on, "kit", "lee", "referral", *history).items()}


def won_by(one: str, other: str, value: str) -> Files:
    return gift(f"{one}-{other}", "05-01", one, other, "referral", f"05-01 won {value} by {other}")


def after(written: str, letters: str, on: date) -> Verdict:
    return judged(written, members("kit"), meetings(kit=letters), as_of=str(on))


AT_MEETINGS = {
    # shares in a window that is full: w2 to w9 are in it, and each further meeting pushes out the oldest
    "attendance, at_least: 75%, over: 8 weeks": {
        "PAAAPPPPP": "missed: it takes 1 meeting in person",
        "PPPPPPAAA": "missed: it takes 6 meetings in person in a row",
        "PPPPPPPPP": "kept: room for 2 more missed meetings",
        "PAPPPPPPP": "kept: room for 2 more missed meetings",
        "PAAPPPPPP": "kept: room for 2 more missed meetings",
        "PPPPPPPAA": "kept: the next missed meeting would be one too many",
    },
    "attendance, at_least: 100%, over: 8 weeks": {
        "PPPAPPPPP": "missed: it takes 3 meetings in person in a row",
        "PPPPPPPPP": "kept",
    },
    "attendance, at_least: 50%, over: 4 meetings": {
        "PPPPPAAAA": "missed: it takes 2 meetings in person in a row",
        "PPPPPAAPP": "kept: room for 2 more missed meetings",
        "PPPPPPPAA": "kept: the next missed meeting would be one too many",
    },
    # in a window that is not full nothing is pushed out: 5 of 9 are to become 8 of 12
    "attendance, at_least: 2/3, over: 26 weeks": {
        "AAAAPPPPP": "missed: it takes 3 meetings in person in a row",
        "AAPPPPPPP": "kept: room for 1 more missed meeting",
    },
    # the last one missed, on 2026-01-29, is forgotten on 07-30, the day of the 22nd meeting from now
    "attendance, at_least: 100%, over: 26 weeks": {
        "APPPAPPPP": "missed: it takes 22 meetings in person in a row",
    },
    # in a period that is running
    "attendance, at_least: 75%, every: month": {
        "PPPPPAAPP": "at risk: it is kept again on 2026-03-31, with no more missed meetings until then",
        "AAPPPPPPP": "missed: it is kept again on 2026-02-28, if it stays so",
    },
    "attendance, at_least: 75%, every: month, over: 2 months": {
        "AAPPPPPPPPPPP": "missed: it is kept again on 2026-03-31, if it stays so",
    },
    "attendance, at_least: 100%, every: month": {
        "PPPPPAPPP": "at risk: it is kept again on 2026-03-31, with no more missed meetings until then",
    },
    # other shares
    "attendance-credited, at_least: 80%, over: 26 weeks": {
        "PPPPSSSSX": "kept: room for 2 more missed meetings",
    },
    "notice-given, at_least: 100%, over: 26 weeks": {
        "PPPPPPPPA": "missed: it is forgotten on 2026-08-27, with no more unannounced absences until then",
    },
    # nobody is told to be absent: the absences of 02-05 and 02-26 are both forgotten on 04-23
    "notice-given, at_least: 50%, over: 8 weeks": {
        "PPPPPAPPA": "missed: it is forgotten on 2026-04-23, with no more unannounced absences until then",
        "PPPPPPPPP": "too early",
    },
    # limits
    "absences, at_most: 3, over: 8 weeks": {
        "PPPPPPPPA": "kept: room for 2 more absences",
        "PPPPPPPPP": "kept: room for 3 more absences",
        # w7 on 02-12 leaves a window of 8 weeks on 04-09
        "PPPPPPAAA": "at risk: no more absences until 2026-04-08",
        "PPPPPAAAA": "missed: it is kept again on 2026-04-02, with no more absences until then",
    },
    "absences, at_most: 2, over: 8 weeks": {
        "PPPPPAAAA": "missed: it is kept again on 2026-04-09, with no more absences until then",
    },
    "absences, at_most: 3, every: quarter": {
        "PPPPPPPPA": "too early",
    },
    "absences, at_most: 3, every: month": {
        "PPPPPPPPA": "kept: room for 2 more absences until 2026-02-28",
        "PPPPPPAAA": "at risk: no more absences until 2026-02-28",
        "PPPPPAAAA": "missed: it is kept again on 2026-03-31, if the next month stays within the limit",
        "AAAAPPPPA": "missed: it is kept again on 2026-02-28, with at most 2 more absences until then",
        "AAAAPPAAA": "missed: it is kept again on 2026-02-28, with no more absences until then",
    },
    # January had 3, where two months may have 2
    "absences, at_most: 1, per: month, over: 2 months": {
        "AAAPPPPPPPPPP": "missed: it is kept again on 2026-03-31, with at most 2 more absences until then",
        # 02-12 is forgotten at the end of April, so that April may have one again
        "PPPPPPAPPAPPP": "at risk: no more absences until 2026-03-31",
        "PPPPPPAPPAAPP": "missed: it is kept again on 2026-04-30, with no more absences until then",
    },
    "absences, at_most: 1, over: 4 meetings": {
        "PPPPPPAPP": "at risk: no more absences at the next meeting",
        "PPPPPPPPA": "at risk: no more absences at the next 3 meetings",
        "PPPPPAPPP": "at risk",  # the next meeting pushes it out
        "PPPPPPAAP": "missed: it is kept again after 2 meetings with no more absences",
    },
    "consecutive-absences, at_most: 3, over: 8 weeks": {
        "PPPPPPAAA": "at risk: no more absences in a row",
        "PPPPAAAPP": "kept: room for 3 more absences in a row",
        "PPPPPPPPA": "kept: room for 2 more absences in a row",
        # of w4 to w7, the first, on 01-22, is forgotten on 03-19
        "PPPAAAAPP": "missed: it is kept again on 2026-03-19, with no more absences in a row until then",
    },
    "consecutive-absences, at_most: 1, over: 8 weeks": {
        # of the shorter run, w7 and w8, the first is forgotten on 04-09; the longest, w3 to w5, is then long forgotten
        "PPAAAPAAP": "missed: it is kept again on 2026-04-09, with no more absences in a row until then",
        "PPAAAPPPP": "missed: it is kept again on 2026-03-19, with no more absences in a row until then",
    },
    # weights: an excused absence is two thirds, so one more absence would be too many
    "absences, at_most: 5/3, over: 8 weeks, weights: {excused: 2/3}": {
        "PPPPPPPPX": "kept: room for 1 more absence",
        "PPPPPPPXX": "at risk: no more absences until 2026-04-15",
    },
    "consecutive-absences, at_most: 2, over: 8 weeks, weights: {absent: 0, substitute: 1}": {
        "PPPPPPPPS": "kept: room for 1 more in a row",
        "PPPPPPPSS": "at risk: no more in a row",
    },
    "absences, at_most: 2, over: 8 weeks, weights: {absent: 0, late: 1}": {
        "PPPPPPPPL": "kept: room for 1 more",
    },
    "substitutes, at_most: 1, over: 8 weeks": {
        "PPPPPPPPP": "kept: room for 1 more substitute",
    },
}
"""What is said of a member on the day after the last meeting, by commitment and attendance."""


@pytest.mark.parametrize(
    ("written", "letters", "expected"),
    [(written, letters, said) for written, rows in AT_MEETINGS.items() for letters, said in rows.items()],
)
def test_at_meetings(written: str, letters: str, expected: str) -> None:
    found = after(f"measure: {written}", letters, week(len(letters)) + timedelta(days=1))
    assert f"{found.outcome}: {found.mend}".removesuffix(": ") == expected


@pytest.mark.parametrize(
    ("written", "files", "subject", "outcome", "mend"),
    [
        ("contributions, at_least: 3, over: 3 months", gave("05-01"), "kit", "missed", "2 more contributions"),
        ("contributions, at_least: 3, over: 3 months", gave("05-01", "05-02"), "kit", "missed", "1 more contribution"),
        ("contributions, at_least: 1, over: 3 months", gave("05-01"), "kit", "kept", ""),
        (
            "contributions, at_least: 1, per: month, over: 3 months",
            gave("03-01"),
            "kit",
            "missed",
            "2 more contributions by 2026-05-31",
        ),
        (
            "contributions, at_least: 1, per: month, over: 3 months",
            gave("03-01", "05-01", "05-02"),
            "kit",
            "missed",
            "it is kept again on 2026-05-31, if it stays so",
        ),
        (
            "contributions, at_least: 1, every: month",
            gave("05-01"),
            "kit",
            "missed",
            "it is kept again on 2026-05-31, if it stays so",
        ),
        (
            "contributions, at_least: 2, every: month",
            gave("05-01"),
            "kit",
            "missed",
            "1 more contribution by 2026-05-31",
        ),
        ("value, at_least: 5000, over: 3 months", gave("05-01", value="1200"), "kit", "missed", "more wins"),
        (
            "value, at_least: 5000, over: 3 months, who: group",
            won_by("kit", "lee", "400") | won_by("lee", "pat", "400") | won_by("pat", "kit", "400"),
            "group",
            "missed",
            "3,800 USD more",
        ),
        (
            "value, at_least: 5000, over: 3 months, who: group",
            gave("05-01", value="1200"),
            "group",
            "missed",
            "more wins",
        ),
        (  # 1,200 in all, for the four who are there
            "seat-value, at_least: 500, over: 3 months",
            won_by("kit", "lee", "400") | won_by("lee", "pat", "400") | won_by("pat", "kit", "400") | members("pat"),
            "group",
            "missed",
            "800 USD more",
        ),
        ("value, at_least: 5000, per: year, who: group", gave("05-01", value="1200"), "group", "too early", ""),
        (
            "one-to-ones, at_least: 2, over: 3 months, with: each member",
            talk("t", "05-01", "kit", "lee"),
            "kit+lee",
            "missed",
            "1 more one-to-one",
        ),
        (
            "one-to-one-coverage, at_least: 100%, over: 3 months",
            talk("t", "05-01", "kit", "lee"),
            "kit",
            "missed",
            "1 more partner met",
        ),
        ("thanks, at_least: 100%, over: 3 months", gave("05-01", "05-02"), "lee", "missed", "2 more public thanks"),
        (
            "conversion, at_least: 50%, over: 3 months",
            gift("a", "05-01", "kit", "lee", "referral", "05-02 lost by lee"),
            "kit",
            "missed",
            "it takes 1 win",
        ),
        (
            "response-time, at_most: 7, over: 3 months",  # 7, 7 and 11 days
            gift("a", "04-01", "lee", "kit", "referral", "04-12 contacted by kit"),
            "kit",
            "missed",
            "it takes 2 more first contacts within 7 days",
        ),
        (
            "response-time, at_most: 7, every: quarter",  # missed in the quarter before, fine so far in this one
            gift("a", "03-01", "lee", "kit", "referral", "03-12 contacted by kit")
            | gift("b", "04-01", "lee", "kit", "referral", "04-02 contacted by kit"),
            "kit",
            "missed",
            "it is kept again on 2026-06-30, if it stays so",
        ),
        (
            "response-time, at_most: 7, every: quarter",  # nothing is known of the quarter that runs
            gift("a", "03-01", "lee", "kit", "referral", "03-12 contacted by kit"),
            "kit",
            "missed",
            "it is forgotten on 2026-06-30",
        ),
        (
            "freshness, at_most: 14, over: 3 months",
            gift("a", "04-01", "lee", "kit") | gift("b", "04-20", "lee", "kit") | gift("c", "05-01", "lee", "kit"),
            "kit",
            "missed",
            "it takes news of 2 open gifts",
        ),
        (  # three of three to one; with three to others it is three of six
            "concentration, at_most: 50%, over: 3 months",
            gave("05-01", "05-02", "05-03"),
            "kit",
            "missed",
            "it takes 3 gifts, each to whoever got least",
        ),
        (  # three given and none received is 1; with two received it is 1/5
            "balance, at_most: 1/5, over: 3 months",
            gave("05-01", "05-02", "05-03"),
            "kit",
            "missed",
            "2 more contributions received",
        ),
        (  # one received for one; two for one are to be
            "one-to-one-yield, at_least: 2, over: 3 months",
            talk("t", "05-01", "kit", "lee") | gift("a", "05-01", "lee", "kit"),
            "kit",
            "missed",
            "1 more contribution",
        ),
        (
            "balance, at_least: 0, over: 3 months",
            gift("a", "05-01", "lee", "kit"),
            "kit",
            "missed",
            "1 more contribution",
        ),
        (  # one given of six is -2/3; two of seven -3/7, three of eight -1/4
            "balance, at_least: -1/3, over: 3 months",
            {f: t for n in range(5) for f, t in gift(f"a{n}", "05-01", "lee", "kit").items()} | gave("05-02"),
            "kit",
            "missed",
            "2 more contributions",
        ),
        ("balance, at_least: 1, over: 3 months", gift("a", "05-01", "lee", "kit"), "kit", "missed", ""),
        ("size, at_least: 5, over: 1 month", {}, "group", "missed", "2 more members"),
        ("size, at_most: 2, over: 1 month", {}, "group", "missed", ""),
        ("retention, at_least: 60%, over: 1 month", {}, "group", "kept", "room for 1 more leaver"),
        (
            "fulfilment, at_least: 100%, over: 3 months, with: each power partner",
            partnership("kit", "lee", "01-01", ("04-01", "05-01", {"kit": 2})),
            "kit+lee",
            "missed",
            "it is forgotten on 2026-08-01, if all that is promised until then is delivered",
        ),
    ],
)
def test_elsewhere(written: str, files: Files, subject: str, outcome: str, mend: str) -> None:
    files = {f: t + ("kind: power\n" if f.startswith("partnerships") else "") for f, t in files.items()}
    found = judged(f"measure: {written}", members("kit", "lee", "sam"), files, as_of="05-10", subject=subject)
    assert (found.outcome, found.mend) == (outcome, mend)


def test_a_next_date_that_was_forgotten() -> None:
    written = "measure: next-fixed, at_least: 100%, over: 2 meetings, who: group"
    one, other = meeting("a", "02-19", next="2026-02-26"), meeting("b", "02-26")
    found = judged(written, one, other, as_of="03-01", subject="group")
    assert found.mend == "it takes 2 meetings with the next date fixed in a row"


def test_exact_money_of_persons_is_not_told() -> None:
    files = members("kit", "lee"), gave("05-01", value="1200")
    found = judged("measure: value, at_least: 5000, over: 3 months", *files, as_of="05-10")
    assert found.why == "value not shown, at least 5,000 USD, 2026-02-11 to 2026-05-10"


def test_states_are_told_of_a_day() -> None:
    found = judged("measure: size, at_least: 5, over: 1 month", members("kit"), as_of="05-10", subject="group")
    assert found.why == "size 1, at least 5, on 2026-05-10"


# Put to the test

occasions = st.lists(st.booleans(), min_size=1, max_size=40)
floors = st.fractions(Fraction(1, 20), Fraction(1), max_denominator=20)


def one_by_one(more: int) -> int:
    return more


def share_after(good: Sequence[bool], more: Sequence[bool], *, pushes_out: bool) -> Fraction:
    among = [*good, *more]
    among = among[len(more) :] if pushes_out else among
    return Fraction(sum(among), len(among))


@given(occasions, floors, st.booleans())
def test_so_many_successes_are_enough_and_one_less_is_not(good: list[bool], needed: Fraction, pushes_out: bool) -> None:
    if share_after(good, [], pushes_out=pushes_out) >= needed:
        return
    number = successes_needed(good, needed, one_by_one if pushes_out else None)
    if number is None:
        assert needed == 1
        assert not pushes_out
        return
    assert share_after(good, [True] * number, pushes_out=pushes_out) >= needed
    assert all(share_after(good, [True] * less, pushes_out=pushes_out) < needed for less in range(number))


@given(occasions, floors, st.booleans())
def test_so_many_failures_are_allowed_and_one_more_is_not(good: list[bool], needed: Fraction, pushes_out: bool) -> None:
    if share_after(good, [], pushes_out=pushes_out) < needed:
        return
    number = failures_allowed(good, needed, one_by_one if pushes_out else (lambda _: 0))
    assert all(share_after(good, [False] * less, pushes_out=pushes_out) >= needed for less in range(number + 1))
    assert share_after(good, [False] * (number + 1), pushes_out=pushes_out) < needed


JANUARY = [date(2026, 1, number) for number in (1, 8, 15)]


@pytest.mark.parametrize(
    ("days", "today", "coming"),
    [
        (JANUARY, date(2026, 1, 15), [date(2026, 1, 22), date(2026, 1, 29)]),
        (JANUARY, date(2026, 3, 1), [date(2026, 3, 2), date(2026, 3, 9)]),  # none came since: tomorrow at the earliest
        ([*JANUARY[:2], date(2026, 1, 16)], date(2026, 1, 16), [date(2026, 1, 23), date(2026, 1, 30)]),  # 7 ½ days
        (JANUARY[:1], date(2026, 3, 1), []),
        (JANUARY[:1] * 3, date(2026, 3, 1), []),
        ([], date(2026, 3, 1), []),
    ],
)
def test_without_regular_meetings_they_come_at_the_pace_of_the_old_ones(
    days: list[date], today: date, coming: list[date]
) -> None:
    assert list(islice(_at_the_pace(days, today), 2)) == coming


def test_a_share_above_the_whole_is_never_reached() -> None:
    assert successes_needed([True, False], Fraction(6, 5), one_by_one) is None


TO_SUNDAY = timedelta(days=3)
letters = st.text("PPPPAALSX", min_size=16, max_size=24)


WINDOWS = ["over: 10 weeks", "over: 10 meetings", "over: 20 weeks", "over: 40 weeks"]
percents = st.sampled_from([50, 60, 75, 80, 90, 99])


@given(letters, percents, st.sampled_from(WINDOWS))
def test_who_comes_so_often_in_a_row_has_kept_it_again(attended: str, percent: int, when: str) -> None:
    """Whether the window is full, or will be before long, or never was: as of the last day of a week."""
    written = f"measure: attendance, at_least: {percent}%, {when}"
    found = after(written, attended, week(len(attended)) + TO_SUNDAY)
    matched = re.fullmatch(r"it takes (\d+) meetings? in person( in a row)?", found.mend)
    assert bool(matched) is (found.outcome is Outcome.MISSED)
    for more in range(int(matched[1]) + 1 if matched else 0):
        then = after(written, attended + "P" * more, week(len(attended) + more) + TO_SUNDAY)
        assert (then.outcome is Outcome.MISSED) is (not matched or more < int(matched[1]))


@given(letters, percents, st.sampled_from(WINDOWS), st.integers(1, 5))
def test_the_meetings_of_a_leave_to_come_do_not_count(attended: str, percent: int, when: str, away: int) -> None:
    written = f"measure: attendance, at_least: {percent}%, {when}"
    weeks = len(attended)
    kit = member("kit", leave=[(str(week(weeks + 1)), str(week(weeks + away)))])

    def found(more: int) -> Verdict:
        held = meetings(kit=attended + "." * away + "P" * more, lee="P" * (weeks + away + more))
        return judged(written, kit | members("lee"), held, as_of=str(week(weeks + away + more) + TO_SUNDAY))

    held = meetings(kit=attended, lee="P" * weeks)
    now = judged(written, kit | members("lee"), held, as_of=str(week(weeks) + TO_SUNDAY))
    matched = re.fullmatch(r"it takes (\d+) meetings? in person( in a row)?", now.mend)
    assert bool(matched) is (now.outcome is Outcome.MISSED)
    for more in range(1, int(matched[1]) + 1 if matched else 0):
        assert (found(more).outcome is Outcome.MISSED) is (not matched or more < int(matched[1]))


@given(letters, percents, st.sampled_from(WINDOWS))
def test_who_misses_more_than_there_is_room_for_misses_it(attended: str, percent: int, when: str) -> None:
    written = f"measure: attendance, at_least: {percent}%, {when}"
    found = after(written, attended, week(len(attended)) + TO_SUNDAY)
    matched = re.match(r"room for (\d+) more|the next missed meeting", found.mend)
    assert bool(matched) is (found.outcome is Outcome.KEPT)
    room = int(matched[1] or 0) if matched else -1
    for more in range(room + 2):
        then = after(written, attended + "A" * more, week(len(attended) + more) + TO_SUNDAY)
        assert (then.outcome is Outcome.MISSED) is (more > room)


@given(
    letters,
    st.integers(0, 4),
    st.sampled_from(
        [
            "absences, over: 10 weeks",
            "absences, over: 2 months",
            "absences, per: month, over: 3 months",
            "absences, per: week, over: 8 weeks",
            "absences, every: month",
            "absences, every: month, over: 3 months",
            "absences, over: 10 weeks, weights: {excused: 1/2, late: 1/3}",
            "consecutive-absences, over: 10 weeks",
            "lates, every: month",
            "substitutes, over: 3 months",
        ]
    ),
)
def test_who_adds_no_more_has_kept_it_again_on_that_day(attended: str, limit: int, window: str) -> None:
    name, _, when = window.partition(", ")
    written = f"measure: {name}, at_most: {limit}, {when}"
    found = after(written, attended, week(len(attended)))
    matched = re.match(r"it is kept again on ([\d-]+)", found.mend)
    assert bool(matched) is (found.outcome is Outcome.MISSED)
    if matched:
        on = date.fromisoformat(matched[1])
        later = attended + "P" * 40
        assert after(written, later, on).outcome is not Outcome.MISSED
        assert after(written, later, on - timedelta(days=1)).outcome is Outcome.MISSED


@given(letters, st.integers(1, 5), st.sampled_from(["over: 10 weeks", "every: month", "per: month, over: 2 months"]))
def test_there_is_as_much_room_as_is_said(attended: str, limit: int, when: str) -> None:
    """Further absences happen on the very day."""
    written, on = f"measure: absences, at_most: {limit}, {when}", week(len(attended))
    found = after(written, attended, on)
    matched = re.match(r"room for (\d+) more absences?", found.mend)
    is_last_of_its_month = (on + timedelta(days=1)).day == 1
    if not matched or found.outcome is not Outcome.KEPT or is_last_of_its_month:
        return
    room = int(matched[1])
    for more in (room, room + 1):
        extra = {f: t for n in range(more) for f, t in meeting(f"x{n}", str(on), attendance={"kit": "absent"}).items()}
        then = judged(written, members("kit"), meetings(kit=attended), extra, as_of=str(on))
        assert (then.outcome is Outcome.MISSED) is (more > room)
