"""How long prospects and givers wait: response-time, freshness."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from refertext.measures.outcomes.steps import median, percentile_90
from small import YEAR, Files, gift, member, members, of, parts, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")
NOBODY = "nobody was contacted for the first time"


@pytest.mark.parametrize(
    ("numbers", "middle", "ninetieth"),
    [
        ([5], "5", 5),
        ([2, 1], "3/2", 2),
        ([2, 0, 1], "1", 2),
        ([4, 4, 4, 4], "4", 4),
        ([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], "11/2", 9),
        ([11, 1, 10, 2, 9, 3, 8, 4, 7, 5, 6], "6", 10),
        ([*range(1, 21)], "21/2", 18),
    ],
)
def test_median_and_90th_percentile(numbers: list[int], middle: str, ninetieth: int) -> None:
    assert (str(median(numbers)), percentile_90(numbers)) == (middle, ninetieth)


@pytest.mark.parametrize(
    ("days", "expected", "ninetieth"),
    [
        ([3], ("3", 1, "g1"), "3"),
        ([0, 2], ("1", 2, "g1 g2"), "2"),
        ([1, 2], ("3/2", 2, "g1 g2"), "2"),
        ([2, 0, 1], ("1", 3, "g2 g3 g1"), "2"),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ("11/2", 10, "g1 g2 g3 g4 g5 g6 g7 g8 g9 g10"), "9"),
    ],
)
def test_response_time(days: list[int], expected: tuple[str, int, str], ninetieth: str) -> None:
    """Each was given on the 1st of March, and the prospect contacted so many days later."""
    given = [
        gift(f"g{n}", "03-01", "kit", "lee", "referral", f"03-{waited + 1:02} contacted")
        for n, waited in enumerate(days, start=1)
    ]
    result = of(small(*PEOPLE, *given), "response-time", "lee")
    assert told(result) == expected
    assert parts(result) == {"90th percentile": ninetieth}


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (["03-04 contacted", "03-09 met"], "2"),
        (["03-09 met", "03-04 contacted"], "2"),
        (["03-03 accepted", "03-05 met"], "3"),
        (["03-06 proposed"], "4"),
        (["03-07 won 10"], "5"),
        (["03-08 lost"], "6"),
        (["03-08 not-a-fit"], NOBODY),
        (["03-03 returned"], NOBODY),
        (["03-03 stalled", "03-03 note"], NOBODY),
        (["03-31 contacted"], "29"),
        (["04-01 contacted"], NOBODY),
        ([], NOBODY),
    ],
)
def test_what_is_a_first_contact(history: list[str], expected: str) -> None:
    known = small(*PEOPLE, gift("g", "03-02", "kit", "lee", "referral", *history))
    assert told(of(known, "response-time", "lee", MARCH))[0] == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("lee", ("7", 2, "g1 g3")),
        ("lee+kit", ("12", 1, "g3")),
        ("kit+lee", ("4", 1, "g2")),
        ("kit", ("4", 1, "g2")),
        ("ana", ("1", 1, "g3")),
        ("ana+kit", ("1", 1, "g3")),
        ("ana+lee", (NOBODY, 0, "")),
        ("group", ("3", 4, "g1 g3 g2 g3")),
    ],
)
def test_response_time_is_the_receivers(subject: str, expected: tuple[str, int, str]) -> None:
    """Lee took 2 and 12 days, Kit 4, Ana 1."""
    known = small(
        *PEOPLE,
        gift("g1", "02-27", "outside: a friend", "lee", "referral", "03-01 contacted"),
        gift("g2", "03-02", "lee", "kitty", "referral", "03-06 met"),
        gift("g3", "03-02", "kit", "everyone", "lead", "03-14 met by lee", "03-03 met by ana", taken_by=["lee", "ana"]),
        gift("g4", "03-02", "kit", "everyone", "lead", "03-14 contacted"),
        gift("g5", "02-02", "kit", "lee", "referral", "02-28 contacted", "03-05 met"),
    )
    assert told(of(known, "response-time", subject, MARCH)) == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], "30"),
        (["03-05 accepted", "03-20 note"], "11"),
        (["03-20 note", "03-05 accepted"], "11"),
        (["03-25 met", "04-01 note"], "6"),
        (["03-25 stalled"], "6"),
        (["03-31 contacted"], "0"),
        (["03-31 won 10"], "nothing is open"),
        (["03-05 returned"], "nothing is open"),
        (["03-05 lost"], "nothing is open"),
        (["03-10 met", "04-01 won 10"], "21"),
    ],
)
def test_freshness(history: list[str], expected: str) -> None:
    """Days from the last news of what was given on the 1st of March to the 31st."""
    known = small(*PEOPLE, gift("g", "03-01", "kit", "lee", "referral", *history))
    assert told(of(known, "freshness", "lee", MARCH))[0] == expected


@pytest.mark.parametrize("first", ["01-01", "03-31"])
def test_freshness_is_the_longest_silence_at_the_end(first: str) -> None:
    """Silent for 30, 11 and 59 days; the one of April is not known yet."""
    known = small(
        *PEOPLE,
        gift("g1", "03-01", "kit", "lee"),
        gift("g2", "03-02", "ana", "lee", "referral", "03-20 met"),
        gift("g3", "01-31", "outside: a friend", "lee", "lead"),
        gift("g4", "02-01", "kit", "lee", "referral", "02-02 lost"),
        gift("g5", "04-01", "kit", "lee"),
        gift("g6", "01-01", "kit", "ana"),
    )
    result = of(known, "freshness", "lee", window(first, "03-31"))
    assert told(result) == ("59", 3, "g3 g1 g2")
    assert parts(result) == {"median": "30"}
    assert told(of(known, "freshness", "lee+kit", window(first, "03-31"))) == ("30", 1, "g1")
    assert told(of(known, "freshness", "kit+lee", window(first, "03-31"))) == ("nothing is open", 0, "")


@pytest.mark.parametrize(("last", "expected"), [("02-28", "nothing is open"), ("03-01", "0"), ("03-02", "1")])
def test_what_is_given_on_the_last_day_is_open(last: str, expected: str) -> None:
    known = small(*PEOPLE, gift("g", "03-01", "kit", "lee"))
    assert told(of(known, "freshness", "lee", window("01-01", last)))[0] == expected


@pytest.mark.parametrize(
    ("takers", "history", "lee", "ana"),
    [
        ([], [], "nothing is open", "nothing is open"),
        (["lee"], ["03-11 note"], "20", "nothing is open"),
        (["lee", "ana"], ["03-11 accepted by lee", "03-21 lost by ana"], "20", "nothing is open"),
        (["lee", "ana"], ["03-11 accepted"], "30", "30"),
    ],
)
def test_freshness_of_a_lead_to_everyone(takers: list[str], history: list[str], lee: str, ana: str) -> None:
    known = small(*PEOPLE, gift("g", "03-01", "kit", "everyone", "lead", *history, taken_by=takers))
    assert told(of(known, "freshness", "lee", MARCH))[0] == lee
    assert told(of(known, "freshness", "ana", MARCH))[0] == ana


@pytest.mark.parametrize(
    ("as_of", "span", "expected"),
    [("03-11", YEAR, "10"), ("03-31", YEAR, "30"), ("12-31", window("02-01", "02-28"), "nothing is open")],
)
def test_no_day_after_the_groups_own(as_of: str, span: Window, expected: str) -> None:
    known = small(*PEOPLE, gift("g", "03-01", "kit", "lee"), as_of=as_of)
    assert told(of(known, "freshness", "lee", span))[0] == expected


def test_a_step_before_its_gift_is_not_known_until_the_gift_is() -> None:
    early: Files = gift("g", "03-10", "kit", "lee", "referral", "03-05 contacted")
    known = small(*PEOPLE, early)
    assert told(of(known, "response-time", "lee", window("03-01", "03-09"))) == (NOBODY, 0, "")
    assert told(of(known, "response-time", "lee", window("03-01", "03-10"))) == ("-5", 1, "g")
