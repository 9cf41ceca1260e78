"""The verdict of one commitment for one subject. Meetings are weekly, on Thursdays; the first is on 2026-01-01."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from agreed import agreement, judged, the_group, waiver
from refertext.commitments import verdicts
from small import Files, day, gift, meeting, meetings, member, members, partnership, small, talk

KEPT, AT_RISK, MISSED, WAIVED, EARLY = "kept", "at risk", "missed", "waived", "too early"


def gave(*days: str, to: str = "lee") -> Files:
    """What Kit gave on some days."""
    return {file: text for number, on in enumerate(days) for file, text in gift(f"g{number}", on, "kit", to).items()}


def met(*days: str) -> Files:
    """One-to-ones of Kit and Lee on some days."""
    return {file: text for on in days for file, text in talk(f"t{on}", on, "kit", "lee").items()}


def outcomes(written: str, *files: Files, days: Iterable[str], subject: str = "kit", adopted: str = "01-01") -> str:
    return " ".join(
        f"{judged(written, *files, as_of=on, subject=subject, adopted=adopted).outcome} {on};" for on in days
    )


# Attendance over 8 weeks, 75 %: of 8 meetings 6.


@pytest.mark.parametrize(
    ("letters", "outcome", "why"),
    [
        ("PPPPPPPP", KEPT, "attendance 100% (8 of 8), at least 75%, 2026-01-05 to 2026-03-01"),
        ("APPPPPPPA", KEPT, "attendance 87.5% (7 of 8), at least 75%, 2026-01-05 to 2026-03-01"),
        ("PPPLLPPAA", KEPT, "attendance 75% (6 of 8), at least 75%, 2026-01-05 to 2026-03-01"),
        ("PPPPPPSXA", MISSED, "attendance 62.5% (5 of 8), at least 75%, 2026-01-05 to 2026-03-01"),
        ("CCCCCCCCC", EARLY, "no group meeting took place in the window"),
    ],
)
def test_a_share_over_a_window_that_rolls(letters: str, outcome: str, why: str) -> None:
    written = "measure: attendance, at_least: 75%, over: 8 weeks"
    found = judged(written, members("kit"), meetings(kit=letters.ljust(9, "P")), as_of="03-01")
    assert (found.outcome, found.judged, found.why) == (outcome, outcome, why)


# Rates


@pytest.mark.parametrize(
    ("files", "on", "outcome", "why"),
    [
        # two a week over 4 weeks are 8, from Monday 2026-02-09 to Sunday 2026-03-08
        (gave(*["02-09"] * 8), "03-11", KEPT, "contributions 8, at least 8, 2026-02-09 to 2026-03-08"),
        (gave(*["02-09"] * 7), "03-11", MISSED, "contributions 7, at least 8, 2026-02-09 to 2026-03-08"),
        (gave(*["02-08"] * 8), "03-11", MISSED, "contributions 0, at least 8, 2026-02-09 to 2026-03-08"),
        (gave(*["03-09"] * 8), "03-11", MISSED, "contributions 0, at least 8, 2026-02-09 to 2026-03-08"),
        (gave(*["03-09"] * 8), "03-15", KEPT, "contributions 8, at least 8, 2026-02-16 to 2026-03-15"),
        # those of the first of the four weeks will be forgotten on Sunday; from Thursday on that is a risk
        (gave(*["02-09"] * 8), "03-12", AT_RISK, "contributions 0, at least 8, 2026-02-16 to 2026-03-12"),
    ],
)
def test_a_rate(files: Files, on: str, outcome: str, why: str) -> None:
    found = judged(
        "measure: contributions, at_least: 2, per: week, over: 4 weeks", members("kit", "lee"), files, as_of=on
    )
    assert (found.outcome, found.why) == (outcome, why)


@pytest.mark.parametrize(
    ("kit", "needed"),
    [
        (member("kit"), "at least 8"),
        (member("kit", leave=[("02-16", "02-22")]), "at least 6"),
        (member("kit", leave=[("02-16", "02-20")]), "at least 7"),  # 23 of 28 days: 6.57
        (member("kit", leave=[("02-09", "02-22")]), "at least 4"),
        (member("kit", leave=[("02-10", "03-08")]), None),
    ],
)
def test_leave_makes_a_rate_smaller_but_gifts_count(kit: Files, needed: str | None) -> None:
    written = "measure: contributions, at_least: 2, per: week, over: 4 weeks"
    found = judged(written, kit, members("lee"), gave(*["02-17"] * 5), as_of="03-11")
    if needed is None:
        assert found.why == "fewer than 14 days of 2026-02-09 to 2026-03-08 count"
    else:
        assert found.why.startswith(f"contributions 5, {needed}, ")


def test_days_before_the_start_make_a_rate_smaller() -> None:
    """Adopted on 2026-02-09, so that 28 of 42 days count: 8 of 12. What was given before does not count."""
    files = members("kit", "lee"), gave("02-08", *["02-09"] * 8)
    found = judged(
        "measure: contributions, at_least: 2, per: week, over: 6 weeks", *files, as_of="03-11", adopted="02-09"
    )
    assert (found.outcome, found.why) == (KEPT, "contributions 8, at least 8, 2026-02-09 to 2026-03-08")


def test_a_limit_is_a_rate_too() -> None:
    written = "measure: absences, at_most: 2, per: month, over: 3 months"
    found = judged(written, members("kit"), meetings(kit="P" * 15), as_of="04-10")
    assert found.why == "absences 0, at most 6, 2026-01-01 to 2026-03-31"


# Each period for itself


@pytest.mark.parametrize(
    ("files", "on", "outcome", "why"),
    [
        (gave("02-01"), "03-15", KEPT, "contributions 1, at least 1, 2026-02-01 to 2026-02-28"),
        (gave("02-28"), "03-16", AT_RISK, "contributions 0, at least 1, 2026-03-01 to 2026-03-16"),
        (gave("02-28", "03-01"), "03-17", KEPT, "contributions 1, at least 1, 2026-02-01 to 2026-02-28"),
        (gave("03-01"), "03-17", MISSED, "contributions 0, at least 1, 2026-02-01 to 2026-02-28"),
        (gave("03-01"), "03-31", KEPT, "contributions 1, at least 1, 2026-03-01 to 2026-03-31"),
    ],
)
def test_every_month(files: Files, on: str, outcome: str, why: str) -> None:
    found = judged("measure: contributions, at_least: 1, every: month", members("kit", "lee"), files, as_of=on)
    assert (found.outcome, found.why) == (outcome, why)


@pytest.mark.parametrize(
    ("kit", "files", "outcome", "why"),
    [
        (
            members("kit"),
            gave("01-31", "02-01", "03-31"),
            KEPT,
            "contributions 1, at least 1, 2026-03-01 to 2026-03-31",
        ),
        (members("kit"), gave("02-01", "03-31"), MISSED, "contributions 0, at least 1, 2026-01-01 to 2026-01-31"),
        # of several missed ones the latest is told
        (members("kit"), gave("03-31"), MISSED, "contributions 0, at least 1, 2026-02-01 to 2026-02-28"),
        # a period that was not wholly bound, or mostly on leave, is skipped
        (member("kit", "01-02"), gave("02-01", "03-31"), KEPT, "contributions 1, at least 1, 2026-03-01 to 2026-03-31"),
        (
            member("kit", leave=[("02-01", "02-15")]),
            gave("01-31", "03-31"),
            KEPT,
            "contributions 1, at least 1, 2026-03-01 to 2026-03-31",
        ),
        (
            member("kit", leave=[("02-01", "02-14")]),
            gave("01-31", "03-31"),
            MISSED,
            "contributions 0, at least 1, 2026-02-01 to 2026-02-28",
        ),
    ],
)
def test_every_month_of_three(kit: Files, files: Files, outcome: str, why: str) -> None:
    written = "measure: contributions, at_least: 1, every: month, over: 3 months"
    found = judged(written, kit, members("lee"), files, as_of="04-05")
    assert (found.outcome, found.why) == (outcome, why)


@pytest.mark.parametrize(
    ("leave", "outcome", "why"),
    [
        (("02-23", "02-25"), MISSED, "contributions 0, at least 1, 2026-02-23 to 2026-03-01"),
        (("02-23", "02-26"), EARLY, "fewer than 4 days of 2026-02-23 to 2026-03-01 count"),
    ],
)
def test_a_short_period_counts_from_half_of_its_days_on(leave: tuple[str, str], outcome: str, why: str) -> None:
    """Of the seven days of a week half are four."""
    written = "measure: contributions, at_least: 1, every: week"
    found = judged(written, member("kit", leave=[leave]), members("lee"), as_of="03-04")
    assert (found.outcome, found.why) == (outcome, why)


def test_a_month_without_meetings_is_skipped() -> None:
    written = "measure: attendance, at_least: 75%, every: month, over: 3 months"
    cancelled = meetings(kit="AAAAA" + "CCCC" + "PPPP")
    assert judged(written, members("kit"), cancelled, as_of="04-05").outcome == MISSED
    held = meetings(kit="PPPPP" + "CCCC" + "PPPP")
    assert judged(written, members("kit"), held, as_of="04-05").outcome == KEPT


# Limits


@pytest.mark.parametrize(
    ("letters", "days", "expected"),
    [
        # at most 2 every month; January has 5 meetings, February 4, March 4
        ("AAPPPPPPP", ["02-15", "02-28"], "kept 02-15; kept 02-28;"),
        ("AAAPPPPPP", ["02-15", "02-28", "03-31"], "missed 02-15; kept 02-28; kept 03-31;"),
        # February's limit is reached at once, and exceeded at once: no later record can mend it within the month
        ("PPPPPAAPP", ["02-11", "02-12", "02-27", "02-28"], "kept 02-11; at risk 02-12; at risk 02-27; kept 02-28;"),
        ("PPPPPAAAP", ["02-12", "02-19", "02-28", "03-30"], "at risk 02-12; missed 02-19; missed 02-28; missed 03-30;"),
        ("PPPPPAAAP", ["03-31"], "kept 03-31;"),
    ],
)
def test_a_limit_every_month(letters: str, days: list[str], expected: str) -> None:
    files = members("kit"), meetings(kit=letters.ljust(13, "P"))
    assert outcomes("measure: absences, at_most: 2, every: month", *files, days=days) == expected


@pytest.mark.parametrize(
    ("letters", "days", "expected"),
    [
        # at most 2 over 4 weeks; w3 to w5 are missed, on 01-15, 01-22 and 01-29
        (
            "PPAAAPPPP",
            ["01-28", "01-29", "02-11", "02-12", "02-19"],
            "at risk 01-28; missed 01-29; missed 02-11; at risk 02-12; kept 02-19;",
        ),
        ("PPPPPPPPP", ["02-19"], "kept 02-19;"),
    ],
)
def test_a_limit_in_a_window_that_rolls(letters: str, days: list[str], expected: str) -> None:
    files = members("kit"), meetings(kit=letters)
    assert outcomes("measure: absences, at_most: 2, over: 4 weeks", *files, days=days) == expected


def test_a_limit_is_exceeded_even_where_the_last_period_says_nothing() -> None:
    files = members("kit"), meetings(kit="PPPPP" + "CCCC" + "AAPP")
    written = "measure: absences, at_most: 1, every: month"
    assert outcomes(written, *files, days=["03-05", "03-12"]) == "too early 03-05; missed 03-12;"


@pytest.mark.parametrize(
    ("kit", "more"), [(member("kit", leave=[("02-01", "02-28")]), ""), (members("kit"), ", until: 2026-02-15")]
)
def test_a_limit_that_was_reached_in_a_period_that_is_over_is_no_risk(kit: Files, more: str) -> None:
    written = f"measure: absences, at_most: 2, every: month{more}"
    assert judged(written, kit, meetings(kit="AAPPPPPP"), as_of="02-10").outcome == KEPT


def test_an_average_above_its_limit_can_come_down_within_the_period() -> None:
    written = "measure: response-time, at_most: 7, every: month"
    slow = gift("slow", "01-05", "lee", "kit", "referral", "01-10 contacted by kit")
    slower = gift("slower", "02-01", "lee", "kit", "referral", "02-10 contacted by kit")
    files = members("kit", "lee"), slow, slower
    assert (
        outcomes(written, *files, days=["02-11", "02-28", "03-31"]) == "at risk 02-11; missed 02-28; too early 03-31;"
    )


@pytest.mark.parametrize(
    ("letters", "outcome"),
    [
        ("PPPPPAAA", AT_RISK),  # three in a row, and the run goes on
        ("PPPAAAPP", KEPT),  # three in a row, but that is over
        ("PPPAAAXS", AT_RISK),  # neither an excuse nor a substitute ends it
        ("PPPAAAPA", KEPT),
        ("PPPPAAAA", MISSED),
    ],
)
def test_a_run_is_at_risk_while_it_goes_on(letters: str, outcome: str) -> None:
    written = "measure: consecutive-absences, at_most: 3, over: 8 weeks"
    assert judged(written, members("kit"), meetings(kit=letters), as_of="02-19").outcome == outcome


def test_of_a_limit_of_nothing_the_first_one_is_too_many() -> None:
    written = "measure: absences, at_most: 0, over: 8 weeks"
    assert judged(written, members("kit"), meetings(kit="PPPPPPPP"), as_of="02-19").outcome == KEPT
    assert judged(written, members("kit"), meetings(kit="PPPPPPPA"), as_of="02-19").outcome == MISSED


def test_a_limit_that_leave_has_made_smaller_is_reached_by_whole_ones() -> None:
    """At most 3 a quarter; of 92 days from January to March 2026 (90), 45 on leave: at most 1.5, so 1."""
    kit = member("kit", leave=[("01-01", "02-14")])
    letters = "." * 7 + "APPPPP"
    written = "measure: absences, at_most: 3, per: quarter"
    found = judged(written, kit, meetings(kit=letters), as_of="03-31")
    assert (found.outcome, found.why) == (KEPT, "absences 1, at most 1, 2026-01-01 to 2026-03-31")
    found = judged(written, kit, meetings(kit=letters[:-1] + "A"), as_of="03-31")
    assert (found.outcome, found.why) == (MISSED, "absences 2, at most 1, 2026-01-01 to 2026-03-31")


# Meetings


@pytest.mark.parametrize(
    ("letters", "on", "outcome", "why"),
    [
        ("PPPAAPP", "02-12", KEPT, "attendance 50% (2 of 4), at least 50%, 2026-01-22 to 2026-02-12"),
        ("PPPAAAP", "02-12", MISSED, "attendance 25% (1 of 4), at least 50%, 2026-01-22 to 2026-02-12"),
        ("PPPCCCP", "02-12", KEPT, "attendance 100% (4 of 4), at least 50%, 2026-01-01 to 2026-02-12"),
        ("PPCCCCP", "02-12", EARLY, "3 of 4 meetings so far"),
    ],
)
def test_the_last_four_meetings(letters: str, on: str, outcome: str, why: str) -> None:
    written = "measure: attendance, at_least: 50%, over: 4 meetings"
    found = judged(written, members("kit"), meetings(kit=letters), as_of=on)
    assert (found.outcome, found.why) == (outcome, why)


def test_only_meetings_that_count_for_the_member_are_meetings() -> None:
    kit = member("kit", leave=[("01-22", "02-04")])
    written = "measure: absences, at_most: 1, over: 4 meetings"
    found = judged(written, kit, meetings(kit="APPAAPP"), as_of="02-15")
    assert found.why == "absences 0, at most 1, 2026-01-08 to 2026-02-15"


# Too early, on leave, over


@pytest.mark.parametrize(
    ("written", "on", "why"),
    [
        ("measure: contributions, at_least: 1, over: 6 months", "01-01", "only 1 of the first 28 days has passed"),
        ("measure: contributions, at_least: 1, over: 6 months", "01-27", "only 27 of the first 28 days have passed"),
        ("measure: contributions, at_least: 1, over: 6 months", "01-28", "contributions 0, at least 1, "),
        (
            "measure: contributions, at_least: 1, over: 6 months, grace: 60 days",
            "03-01",
            "in grace until 2026-03-01",
        ),
        (
            "measure: contributions, at_least: 1, over: 6 months, grace: 60 days",
            "03-02",
            "contributions 0, at least 1, ",
        ),
        ("measure: contributions, at_least: 1, per: quarter", "03-30", "the first 3 whole months end on 2026-03-31"),
        ("measure: contributions, at_least: 1, per: quarter", "03-31", "contributions 0, at least 1, "),
        ("measure: contributions, at_least: 1, per: year", "11-30", "the first 12 whole months end on 2026-12-31"),
        ("measure: contributions, at_least: 1, every: quarter", "03-30", "the first whole quarter ends on 2026-03-31"),
        ("measure: contributions, at_least: 1, every: quarter", "03-31", "contributions 0, at least 1, "),
        ("measure: response-time, at_most: 7, over: 6 months", "03-31", "nobody was contacted for the first time"),
        ("measure: absences, at_most: 3, over: 6 months", "03-31", "no group meeting in the window counts for them"),
    ],
)
def test_nobody_can_judge_yet(written: str, on: str, why: str) -> None:
    found = judged(written, members("kit"), as_of=on)
    assert found.why.startswith(why)
    assert (found.outcome == EARLY) is not why.endswith(", ")


@pytest.mark.parametrize(
    ("kit", "on", "expected"),
    [
        (member("kit", leave=[("01-10", "01-31")]), "02-18", "only 27 of the first 28 days have passed"),
        (member("kit", leave=[("01-10", "01-31")]), "02-19", "contributions 0, at least 1, 2026-01-01 to 2026-02-19"),
    ],
)
def test_days_on_leave_are_none_of_the_first_28(kit: Files, on: str, expected: str) -> None:
    assert judged("measure: contributions, at_least: 1, over: 6 months", kit, as_of=on).why == expected


@pytest.mark.parametrize(
    ("leave", "outcome"),
    [
        ([("01-01", "06-30")], WAIVED),
        ([("02-01", "06-30")], WAIVED),
        ([("02-01", "04-03")], MISSED),  # 28 days are left of the window that begins on 2026-03-07
        ([("02-01", "04-04")], EARLY),
        ([("04-04", "05-31")], MISSED),
    ],
)
def test_on_leave_all_the_time_that_counts(leave: list[tuple[str, str]], outcome: str) -> None:
    found = judged("measure: contributions, at_least: 1, over: 8 weeks", member("kit", leave=leave), as_of="05-01")
    assert found.outcome == outcome
    assert (found.why == "on leave all the time that counts") is (outcome == WAIVED)


def test_of_a_pair_it_is_enough_that_one_is_on_leave() -> None:
    files = members("kit") | member("lee", leave=[("01-01", "06-30")])
    written = "measure: one-to-ones, at_least: 1, per: quarter, with: each member"
    assert judged(written, files, as_of="06-01", subject="kit+lee").outcome == WAIVED


def test_what_has_ended_is_judged_by_what_was_recorded_until_then() -> None:
    written = "measure: absences, at_most: 1, every: month, until: 2026-02-15"
    found = judged(written, members("kit"), meetings(kit="APPPP" + "PPAAAA"), as_of="03-20")
    assert (found.outcome, found.day.isoformat()) == (KEPT, "2026-02-15")
    assert found.why == "absences 1, at most 1, 2026-01-01 to 2026-01-31"
    assert found.mend == ""


# Pairs and the group


@pytest.mark.parametrize(
    ("written", "days", "expected"),
    [
        (
            "measure: one-to-ones, at_least: 1, per: quarter, with: each member",
            ["03-30", "03-31", "06-30", "07-31"],
            "too early 03-30; kept 03-31; missed 06-30; missed 07-31;",
        ),
        (
            "measure: one-to-ones, at_least: 1, over: 3 months, with: each member",
            ["03-30", "03-31", "06-04", "06-05"],
            "too early 03-30; kept 03-31; kept 06-04; missed 06-05;",
        ),
    ],
)
def test_pairs_have_a_whole_period_first(written: str, days: list[str], expected: str) -> None:
    assert outcomes(written, members("kit", "lee"), met("03-05"), days=days, subject="kit+lee") == expected


def test_both_directions_are_judged_apart() -> None:
    group = small(
        agreement("measure: contributions, at_least: 1, over: 3 months, with: each member"),
        members("kit", "lee"),
        gave("03-05"),
        as_of="03-31",
    ).group
    assert {str(one.subject): one.outcome.value for one in verdicts(group)} == {"kit+lee": KEPT, "lee+kit": MISSED}


def test_the_group_itself() -> None:
    written = "measure: next-fixed, at_least: 100%, over: 2 meetings, who: group"
    one, other = meeting("a", "02-19", next="2026-02-26"), meeting("b", "02-26")
    assert judged(written, one, other, as_of="03-01", subject="group").outcome == MISSED
    assert (
        judged(written, one, meeting("b", "02-26", next="2026-03-05"), as_of="03-01", subject="group").outcome == KEPT
    )


# Waivers


@pytest.mark.parametrize(
    ("file", "until", "waived"),
    [
        ("members/kit.yml", "03-31", True),
        ("members/kit.yml", "03-30", False),
        ("members/lee.yml", "03-31", True),
        ("partnerships/kit--lee.yml", "03-31", True),
        ("agreements/rules.yml", "03-31", True),
        ("members/sam.yml", "03-31", False),
    ],
)
def test_a_waiver_of_one_of_a_pair_of_both_or_of_the_agreement(file: str, until: str, waived: bool) -> None:
    files = members("kit", "lee", "sam"), partnership("kit", "lee", "01-01"), waiver(file, until)
    written = "measure: one-to-ones, at_least: 1, per: quarter, with: each member, who: kit"
    found = judged(written, *files, as_of="03-31", subject="kit+lee")
    assert (found.outcome, found.judged) == (WAIVED if waived else MISSED, MISSED)
    if waived:
        assert (found.why, found.mend) == (f"waived until {day(until)}: agreed", "")
    else:
        assert found.mend == "1 more one-to-one by 2026-04-30"


@pytest.mark.parametrize(
    ("file", "waived"),
    [
        ("members/kit.yml", {"kit+lee"}),
        ("members/lee.yml", {"lee+kit"}),
        ("partnerships/kit--lee.yml", {"kit+lee", "lee+kit"}),
        ("agreements/rules.yml", {"kit+lee", "lee+kit"}),
    ],
)
def test_a_waiver_for_one_of_a_pair_excuses_what_that_one_owes(file: str, waived: set[str]) -> None:
    files = members("kit", "lee"), partnership("kit", "lee", "01-01"), waiver(file, "12-31")
    group = the_group("measure: leads, at_least: 1, per: quarter, with: each member", *files, as_of="03-31")
    assert {str(one.subject) for one in verdicts(group) if one.outcome == WAIVED} == waived


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("flood", "why"), [("07-31", "2026-09-30: still ill"), ("10-31", "2026-10-31: flood")])
def test_of_several_waivers_the_one_that_runs_longest_is_told(order: int, flood: str, why: str) -> None:
    waivers = [
        f"{{rule: floor-missed, file: {file}, why: {why}, until: {day(until)}}}"
        for file, why, until in (
            ("members/kit.yml", "ill", "06-30"),
            ("members/kit.yml", "still ill", "09-30"),
            ("agreements/rules.yml", "flood", flood),
            ("members/kit.yml", "was ill", "03-01"),
        )
    ]
    said = ", ".join(waivers[::order])
    settings = {"refertext.yml": f"{{group: G, timezone: UTC, currency: USD, waivers: [{said}]}}"}
    found = judged("measure: leads, at_least: 1, per: month", members("kit"), settings, as_of="03-31")
    assert found.why == f"waived until {why}"


def test_a_waiver_of_another_rule_excuses_from_nothing() -> None:
    written = "measure: contributions, at_least: 1, over: 3 months"
    found = judged(written, members("kit"), waiver("members/kit.yml", "12-31", "no-guide"), as_of="03-31")
    assert found.outcome == MISSED


# Weights


@pytest.mark.parametrize(
    ("written", "letters", "said"),
    [
        ("absences, weights: {excused: 2/3}", "AAX", "absences 2.67 (2 absent, 1 excused × 2/3)"),
        ("absences, weights: {excused: 1, late: 1/3}", "XLLLL", "absences 2 (1 excused, 4 late × 1/3)"),
        ("absences, weights: {excused: 2/3}", "AAP", "absences 2"),
        ("absences, weights: {excused: 2/3}", "PPP", "absences 0"),
        ("absences", "AXL", "absences 1"),
        ("absences, weights: {absent: 0, substitute: 1}", "ASS", "absences 2 (2 substitute)"),
        ("consecutive-absences, weights: {excused: 1}", "AXP", "consecutive-absences 2 (1 absent, 1 excused)"),
        ("equivalent-absences, weights: {late: 1/2}", "ALL", "equivalent-absences 2 (1 absent, 2 late × 1/2)"),
        ("equivalent-absences, weights: {excused: 1}", "XLLL", "equivalent-absences 2 (1 excused, 3 late × 1/3)"),
        ("equivalent-absences", "ALLL", "equivalent-absences 2 (1 absent, 3 late × 1/3)"),
        ("equivalent-absences", "AAP", "equivalent-absences 2"),
    ],
)
def test_what_weights_make_of_a_number_is_said(written: str, letters: str, said: str) -> None:
    commitment = f"measure: {written}, at_most: 9, over: 6 months"
    found = judged(commitment, members("kit"), meetings(kit=letters), as_of="02-01")
    assert found.why == f"{said}, at most 9, 2026-01-01 to 2026-02-01"
