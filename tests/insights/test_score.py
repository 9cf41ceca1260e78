"""Scores: every band of every table on both sides of its border, with people whose points were worked out by hand.

The half-year is the 26 weeks from Thursday, 2026-01-01 to Wednesday, 2026-07-01. So 1.2 a week are 31.2, which takes
32.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

import pytest

from conftest import group_of
from refertext.disk import packaged_profiles
from refertext.insights.scores.profile_faults import faults
from refertext.insights.scores.profiles import known_profiles
from refertext.insights.scores.score import Colour, ranking, score
from refertext.insights.scores.score_parts import PartScore
from refertext.insights.scores.score_words import limit_in_words, measured, next_band, out_of_reach, way_up
from refertext.measures import GROUP, Facts, a_member, facts
from refertext.records import PACKAGED, Profile
from small import ON_RECORD, Files, gift, meeting, meetings, member, members, small, talk

FIRST, LAST = date(2026, 1, 1), "07-01"
PAIR = members("kit", "lee")


@cache
def packaged() -> Mapping[str, Profile]:
    return known_profiles(group_of({}), packaged_profiles())


def days(number: int) -> list[str]:
    """So many days of the half-year, the same ones again when there are more than 182."""
    return [str(FIRST + timedelta(days=n % 182)) for n in range(number)]


def referrals(number: int) -> tuple[Files, ...]:
    return tuple(gift(f"r{n}", day, "kit", "lee") for n, day in enumerate(days(number)))


def leads(number: int) -> tuple[Files, ...]:
    return tuple(gift(f"l{n}", day, "kit", "lee", "lead") for n, day in enumerate(days(number)))


def visitors(number: int) -> tuple[Files, ...]:
    guests = [{"name": f"Guest {n}", "invited_by": "kit"} for n in range(number)]
    return (meeting("w1", "01-01", attendance={"kit": "present", "lee": "present"}, visitors=guests),)


def one_to_ones(number: int) -> tuple[Files, ...]:
    return tuple(talk(f"t{n}", day, "kit", "lee") for n, day in enumerate(days(number)))


def thanks_said(number: int) -> tuple[Files, ...]:
    return tuple(gift(f"g{n}", day, "lee", "kit", thanked=day) for n, day in enumerate(days(number)))


def absent(number: int) -> tuple[Files, ...]:
    return (meetings(kit="A" * number + "P" * (26 - number)),)


def late(number: int) -> tuple[Files, ...]:
    return (meetings(kit="L" * number + "P" * (26 - number)),)


def absent_and_late(tens: int) -> tuple[Files, ...]:
    """Absences in the tens, lates in the ones: 12 is one absence and two lates."""
    return (meetings(kit="A" * (tens // 10) + "L" * (tens % 10) + "P" * (26 - tens // 10 - tens % 10)),)


def value(amount: str) -> tuple[Files, ...]:
    """What kit won with a gift of lee's; kit does not show exact money."""
    return (gift("g", "03-01", "lee", "kit", "referral", f"03-02 won {amount}", thanked="03-02"),) if amount else ()


def part(name: str, title: str, *files: Files, last: str = LAST) -> PartScore:
    known = small(PAIR, *files, as_of=last)
    parts = {one.part.title: one for one in score(known, packaged()[name], a_member("kit")).parts}
    return parts[title]


Made = Callable[[int], tuple[Files, ...]]
COUNTED: list[tuple[str, str, Made, dict[int, int]]] = [
    ("points-thanks", "Absences", absent, {0: 15, 1: 10, 2: 5, 3: 0, 4: 0}),
    (
        "points-thanks",
        "Referrals",
        referrals,
        {0: 0, 12: 0, 13: 5, 19: 5, 20: 10, 25: 10, 26: 15, 31: 15, 32: 20, 60: 20},
    ),
    ("points-thanks", "Visitors", visitors, {0: 0, 2: 0, 3: 5, 4: 5, 5: 10, 6: 10, 7: 15, 12: 15, 13: 20}),
    ("points-thanks", "Thanks said", thanks_said, {0: 0, 1: 5, 2: 10, 9: 10}),
    ("points-thanks", "Coming late", late, {0: 5, 1: 5, 2: 0}),
    ("points-thanks-strict", "Absences", absent, {0: 15, 1: 10, 2: 5, 3: 0}),
    ("points-thanks-strict", "Referrals", referrals, {12: 0, 13: 5, 19: 5, 20: 10, 25: 10, 26: 15, 31: 15, 32: 20}),
    ("points-thanks-strict", "Visitors", visitors, {2: 0, 3: 5, 6: 5, 7: 10, 12: 10, 13: 15, 19: 15, 20: 20}),
    ("points-thanks-strict", "Thanks said", thanks_said, {0: 0, 1: 5, 2: 10}),
    ("points-thanks-strict", "Coming late", late, {0: 5, 1: 0}),
    ("points-punctual", "Absences", absent, {0: 15, 1: 10, 2: 5, 3: 0}),
    ("points-punctual", "Referrals", referrals, {19: 0, 20: 5, 25: 5, 26: 10, 31: 10, 32: 15, 38: 15, 39: 20}),
    ("points-punctual", "Visitors", visitors, {2: 0, 3: 5, 6: 5, 7: 10, 12: 10, 13: 15, 19: 15, 20: 20}),
    ("points-punctual", "One-to-ones", one_to_ones, {0: 0, 13: 0, 14: 5, 25: 5, 26: 10}),
    ("points-punctual", "Coming late", late, {0: 10, 1: 5, 2: 0}),
    (
        "points-lates-add-up",
        "Absences, three lates making one",
        absent_and_late,
        {0: 20, 2: 20, 3: 15, 10: 15, 12: 15, 13: 10, 20: 10, 22: 10, 6: 10, 23: 0, 30: 0, 9: 0},
    ),
    ("points-lates-add-up", "Referrals", referrals, {15: 0, 16: 5, 20: 5, 21: 10, 31: 10, 32: 15, 38: 15, 39: 20}),
    ("points-lates-add-up", "Visitors", visitors, {6: 0, 7: 10, 10: 10, 11: 15}),
    ("points-lates-add-up", "One-to-ones", one_to_ones, {12: 0, 13: 5, 25: 5, 26: 10, 51: 10, 52: 15}),
    ("points-every-four-weeks", "Absences", absent, {0: 20, 1: 15, 2: 10, 3: 0}),
    ("points-every-four-weeks", "Referrals", referrals, {19: 0, 20: 5, 25: 5, 26: 10, 31: 10, 32: 15, 38: 15, 39: 20}),
    ("points-every-four-weeks", "Visitors", visitors, {6: 0, 7: 10, 12: 10, 13: 15}),
    ("points-every-four-weeks", "One-to-ones", one_to_ones, {12: 0, 13: 5, 25: 5, 26: 10, 51: 10, 52: 15}),
    ("ground-rules", "Meetings in person", absent, {0: 20, 6: 20, 7: 10, 10: 10, 11: 0}),  # 20, 19, 16, 15 of 26
    ("ground-rules", "Contributions", leads, {0: 0, 25: 0, 26: 10, 51: 10, 52: 20}),
]


@pytest.mark.parametrize(
    ("profile", "title", "made", "number", "points"),
    [(*row, number, points) for *row, expected in COUNTED for number, points in expected.items()],
)
def test_what_is_counted(profile: str, title: str, made: Made, number: int, points: int) -> None:
    assert part(profile, title, *made(number)).points == points


MONEY = {
    "points-thanks": {"": 0, "999.99": 0, "1000": 5, "2499.99": 5, "2500": 10, "4999.99": 10, "5000": 15},
    "points-thanks-strict": {"499999": 0, "500000": 5, "999999": 5, "1000000": 10, "1999999.99": 10, "2000000": 15},
    "points-punctual": {"99999.99": 0, "100000": 5, "199999": 5, "200000": 10, "499999": 10, "500000": 15},
    "points-lates-add-up": {"399999": 0, "400000": 5, "799999": 5, "800000": 10, "1999999": 10, "2000000": 15},
    "points-every-four-weeks": {"399999": 0, "400000": 5, "799999": 5, "800000": 10, "1999999": 10, "2000000": 15},
}


@pytest.mark.parametrize(
    ("profile", "amount", "points"), [(name, *row) for name, rows in MONEY.items() for row in rows.items()]
)
def test_what_was_thanked_for(profile: str, amount: str, points: int) -> None:
    assert part(profile, "Value thanked for", *value(amount)).points == points


@pytest.mark.parametrize("profile", MONEY)
def test_what_nobody_gave_thanks_for_gives_no_points(profile: str) -> None:
    won = gift("g", "03-01", "lee", "kit", "referral", "03-02 won 5000000")
    assert part(profile, "Value thanked for", won).points == 0


def received(*entries: tuple[str, ...]) -> tuple[Files, ...]:
    """Gifts to kit of the first of June, each with its history."""
    return tuple(gift(f"g{n}", "06-01", "lee", "kit", "referral", *history) for n, history in enumerate(entries))


def thanked(of: int, number: int) -> tuple[Files, ...]:
    """So many gifts to kit, for so many of which kit said thanks."""
    return tuple(
        gift(f"g{n}", "06-01", "lee", "kit", "referral", "06-30 note", **({"thanked": "06-30"} if n < number else {}))
        for n in range(of)
    )


def away(days_away: int, gifts: int) -> tuple[Files, ...]:
    """Excused from the first meetings, with a lead on the day of some of them."""
    given = [gift(f"l{n}", str(FIRST + timedelta(weeks=n)), "kit", "everyone", "lead") for n in range(gifts)]
    return (meetings(kit="X" * days_away + "P" * (26 - days_away)), *given)


def absences(announced: int, others: int) -> tuple[Files, ...]:
    """Absences, so many of them announced."""
    told = [
        meeting(f"a{n}", f"02-{n + 1:02}", attendance={"kit": {"status": "absent", "notice": "2026-02-01"}})
        for n in range(announced)
    ]
    return (*told, *[meeting(f"b{n}", f"03-{n + 1:02}", attendance={"kit": "absent"}) for n in range(others)])


def met(number: int) -> tuple[Files, ...]:
    """Four other members, so many of whom kit met."""
    return (
        members("ana", "ben", "cas"),
        *[talk(f"t{n}", "05-01", "kit", other) for n, other in enumerate(["ana", "ben", "cas", "lee"][:number])],
    )


def presented(on: str) -> tuple[Files, ...]:
    return (meeting("w1", on, presented=["kit"]),) if on else ()


@pytest.mark.parametrize(
    ("title", "files", "points"),
    [
        ("Meetings in person", (), 0),  # no meeting took place: nothing to measure, and no points
        ("Absences announced", (), 10),  # there was none to announce
        ("Absences announced", absences(1, 0), 10),
        ("Absences announced", absences(9, 1), 0),
        ("Gifts when away", (), 10),
        ("Gifts when away", away(2, 0), 0),
        ("Gifts when away", away(5, 2), 0),  # 40 %
        ("Gifts when away", away(4, 2), 5),
        ("Gifts when away", away(4, 3), 5),
        ("Gifts when away", away(4, 4), 10),
        ("Days until the first call", (), 10),
        ("Days until the first call", received(("06-03 contacted",)), 10),
        ("Days until the first call", received(("06-04 contacted",)), 5),
        ("Days until the first call", received(("06-08 contacted",)), 5),
        ("Days until the first call", received(("06-09 contacted",)), 0),
        ("Days until the first call", received(("06-03 contacted",), ("06-04 contacted",)), 5),  # a median of 2.5
        ("Days without news", (), 5),
        ("Days without news", received(("06-17 contacted",)), 5),  # 14 days
        ("Days without news", received(("06-16 contacted",)), 0),
        ("Days without news", received(("06-05 lost",)), 5),  # nothing is open
        ("Thanks said for what was received", (), 10),
        ("Thanks said for what was received", thanked(4, 0), 0),
        ("Thanks said for what was received", thanked(5, 1), 0),
        ("Thanks said for what was received", thanked(4, 1), 5),
        ("Thanks said for what was received", thanked(5, 2), 5),
        ("Thanks said for what was received", thanked(4, 2), 10),
        ("Members met one-to-one", met(0), 0),
        ("Members met one-to-one", met(1), 0),
        ("Members met one-to-one", met(2), 5),
        ("Members met one-to-one", met(3), 5),
        ("Members met one-to-one", met(4), 10),
        ("Presentations", presented(""), 0),
        ("Presentations", presented("01-02"), 5),
    ],
)
def test_ground_rules(title: str, files: tuple[Files, ...], points: int) -> None:
    assert part("ground-rules", title, *files).points == points


def test_a_part_may_look_further_back_than_its_profile() -> None:
    """One presentation within twelve months: that of 2 January 2026 still counts on 1 January 2027, but not later."""
    assert part("ground-rules", "Presentations", *presented("01-02"), last="2027-01-01").points == 5
    assert part("ground-rules", "Presentations", *presented("01-02"), last="2027-01-02").points == 0


# The group


def of_the_group(title: str, *files: Files) -> PartScore:
    known = small(*files, as_of=LAST)
    parts = {one.part.title: one for one in score(known, packaged()["points-group"], GROUP).parts}
    return parts[title]


def joined(number: int, day: str = "01-01", start: int = 0) -> Files:
    """So many members since a day, m0, m1, … from a number on."""
    return {file: text for n in range(start, start + number) for file, text in member(f"m{n}", day).items()}


@pytest.mark.parametrize(
    ("number", "points"), [(0, 0), (19, 0), (20, 5), (24, 5), (25, 10), (29, 10), (30, 15), (40, 15)]
)
def test_size(number: int, points: int) -> None:
    assert of_the_group("Members", joined(number)).points == points


@pytest.mark.parametrize(
    ("start", "more", "points"),
    [
        (0, 5, 0),  # nobody to compare with
        (101, 1, 0),
        (100, 0, 0),
        (100, 1, 5),
        (51, 1, 5),
        (50, 1, 10),
        (26, 1, 10),
        (25, 1, 15),
    ],
)
def test_growth(start: int, more: int, points: int) -> None:
    assert of_the_group("Growth", joined(start, "2025-12-31"), joined(more, "02-01", start)).points == points


def left(number: int) -> Files:
    return {file: text for n in range(number) for file, text in member(f"x{n}", "2025-12-31", left="03-01").items()}


@pytest.mark.parametrize(
    ("stayed", "gone", "points"), [(7, 3, 15), (6, 4, 10), (69, 31, 10), (5, 5, 5), (59, 41, 5), (49, 51, 0)]
)
def test_retention(stayed: int, gone: int, points: int) -> None:
    assert of_the_group("Members who stay", joined(stayed, "2025-12-31"), left(gone)).points == points


@pytest.mark.parametrize(("number", "points"), [(36, 0), (37, 5), (47, 5), (48, 10), (57, 10), (58, 15)])
def test_referrals_of_the_group(number: int, points: int) -> None:
    """Of two members, in 52 member-weeks: 0.71 are 36.92, 0.91 are 47.32, 1.11 are 57.72."""
    assert of_the_group("Referrals", PAIR, *referrals(number)).points == points


@pytest.mark.parametrize(("number", "points"), [(28, 0), (29, 5), (39, 5), (40, 10), (52, 10), (53, 15)])
def test_visitors_of_the_group(number: int, points: int) -> None:
    """In 26 weeks: 1.1 a week are 28.6, 1.51 are 39.26, 2.01 are 52.26."""
    assert of_the_group("Visitors", PAIR, *visitors(number)).points == points


@pytest.mark.parametrize(
    ("guests", "became", "points"), [(0, 0, 0), (10, 0, 0), (11, 1, 0), (10, 1, 5), (11, 2, 5), (10, 2, 10)]
)
def test_visitors_who_join(guests: int, became: int, points: int) -> None:
    new = [member(f"n{n}", "02-01", name=f"Guest {n}") for n in range(became)]
    assert of_the_group("Visitors who join", PAIR, *visitors(guests), *new).points == points


@pytest.mark.parametrize(
    ("letters", "points"),
    [
        ("P" * 19 + "A", 15),  # 5 %
        ("P" * 18 + "A", 10),
        ("P" * 9 + "A", 10),  # 10 %
        ("P" * 8 + "A", 5),
        ("P" * 22 + "AAA", 5),  # 12 %
        ("P" * 7 + "A", 0),
        ("A", 0),
        ("", 0),  # no meeting at all
    ],
)
def test_empty_seats(letters: str, points: int) -> None:
    held = meetings(kit=letters) if letters else {}
    assert of_the_group("Empty seats at meetings", members("kit"), held).points == points


# The whole of it


def test_all_tables_are_sound_and_come_to_a_hundred_points() -> None:
    assert set(packaged()) == set(PACKAGED)
    for profile in packaged().values():
        assert list(faults(profile)) == []
        assert profile.most == 100
        assert (profile.green, profile.amber, profile.red) == (70, 50, 30)
        assert profile.text


@pytest.mark.parametrize(
    ("profile", "possible"),
    [
        ("ground-rules", 100),
        ("points-thanks", 85),
        ("points-thanks-strict", 85),
        ("points-punctual", 90),
        ("points-lates-add-up", 85),
        ("points-every-four-weeks", 85),
    ],
)
def test_training_units_are_out_of_reach(profile: str, possible: int) -> None:
    found = score(small(PAIR, as_of=LAST), packaged()[profile], a_member("kit"))
    assert found.possible == possible
    lost = [one for one in found.parts if not one.possible]
    assert [one.unscorable for one in lost] == (["not recorded"] if possible < 100 else [])
    assert out_of_reach(found) == (
        f"Out of reach are {100 - possible} of the 100 points: Training units." if possible < 100 else ""
    )


TITLE = "title: Simple\ngreen: 20\namber: 15\nred: 10\nparts:\n"
GIVING = "  - {title: Given, measure: referrals, per: week, bands: [{from: 0.5, points: 5}, {from: 1, points: 10}]}\n"
GUESTS = "  - {title: Guests, measure: visitors, bands: [{from: 1, points: 5}, {from: 3, points: 10}]}\n"


def own(*parts: str, head: str = TITLE, subject: str = "member") -> Profile:
    """A profile made of some parts."""
    text = f"subject: {subject}\n{head}{''.join(parts)}"
    group = group_of({"profiles/own.yml": text})
    assert not any(group.flaws.values())
    return group.profiles["own"]


@pytest.mark.parametrize(
    ("given", "guests", "points", "colour", "way"),
    [
        (0, 0, 0, Colour.GREY, "10 points to red, the cheapest way: 3 more visitors (+10)."),
        (12, 0, 0, Colour.GREY, "10 points to red, the cheapest way: 1 more referral (+5) and 1 more visitor (+5)."),
        (13, 1, 10, Colour.RED, "5 points to amber, the cheapest way: 2 more visitors (+5)."),
        (25, 1, 10, Colour.RED, "5 points to amber, the cheapest way: 1 more referral (+5)."),
        (26, 1, 15, Colour.AMBER, "5 points to green, the cheapest way: 2 more visitors (+5)."),
        (13, 3, 15, Colour.AMBER, "5 points to green, the cheapest way: 13 more referrals (+5)."),
        (26, 3, 20, Colour.GREEN, ""),
    ],
)
def test_colours_and_the_cheapest_way_up(given: int, guests: int, points: int, colour: Colour, way: str) -> None:
    known = small(PAIR, *referrals(given), *visitors(guests), as_of=LAST)
    found = score(known, own(GIVING, GUESTS), a_member("kit"))
    assert (found.points, found.possible, found.colour, way_up(found)) == (points, 20, colour, way)


@pytest.mark.parametrize(
    ("kit", "counted", "reason"),
    [
        (member("kit", "06-05"), 27, "only 27 days count, and nobody is judged before 28"),
        (member("kit", "07-01"), 1, "only 1 day counts, and nobody is judged before 28"),
        (member("kit", "06-04"), 28, ""),
        (member("kit", "06-01", leave=[("06-10", "06-13")]), 27, "only 27 days count, and nobody is judged before 28"),
        (member("kit", leave=[("01-01", "12-31")]), 0, "on leave all the time that counts"),
        (member("kit", left="06-30"), 181, "no member on 2026-07-01"),
        (member("kit", None), 0, "no member on 2026-07-01"),
    ],
)
def test_those_whom_nobody_can_judge_are_grey(kit: Files, counted: int, reason: str) -> None:
    known = small(kit, members("lee"), *visitors(3), *referrals(182), as_of=LAST)
    found = score(known, own(GIVING, GUESTS), a_member("kit"))
    assert (found.days.counted, found.reason) == (counted, reason)
    assert found.colour is (Colour.GREY if reason else Colour.GREEN)
    assert not reason or found.next is None


def test_rates_ask_only_for_the_weeks_that_count() -> None:
    """Ten weeks of membership: 0.5 a week are five referrals, 1 a week are ten."""
    kit = member("kit", "04-23")
    for number, points in ((4, 0), (5, 5), (9, 5), (10, 10)):
        given = [gift(f"r{n}", "05-01", "kit", "lee") for n in range(number)]
        known = small(ON_RECORD, kit, members("lee"), *given, as_of=LAST)
        found = score(known, own(GIVING), a_member("kit"))
        assert (found.days.counted, found.points) == (70, points)


def test_a_group_is_not_judged_in_its_first_weeks() -> None:
    profile = own("  - {title: Size, measure: size, bands: [{from: 1, points: 20}]}\n", subject="group")
    assert score(small(ON_RECORD, member("kit", "06-05"), as_of=LAST), profile, GROUP).reason
    assert score(small(ON_RECORD, member("kit", "06-04"), as_of=LAST), profile, GROUP).colour is Colour.GREEN
    assert score(small(as_of=LAST), profile, GROUP).reason == "nothing is recorded up to 2026-07-01"


def test_the_days_before_records_began_do_not_count() -> None:
    """Records begin 70 days ago with the first of the gifts: ten weeks, though both have been members for longer."""
    for number, points in ((4, 0), (5, 5), (9, 5), (10, 10)):
        given = [gift(f"r{n}", "04-23", "kit", "lee") for n in range(number)]
        found = score(small(PAIR, *given, as_of=LAST), own(GIVING), a_member("kit"))
        assert (found.days.counted, found.points) == (70, points)


def test_nobody_is_judged_in_the_first_weeks_on_record() -> None:
    for first, reason in (("06-05", "only 27 days on record count, and nobody is judged before 28"), ("06-04", "")):
        known = small(PAIR, meeting("m", first, attendance={"kit": "present", "lee": "present"}), as_of=LAST)
        found = score(known, own(GUESTS), a_member("kit"))
        assert (found.reason, score(known, packaged()["points-group"], GROUP).reason) == (reason, reason)
    nothing = score(small(PAIR, as_of=LAST), own(GUESTS), a_member("kit"))
    assert (nothing.days.counted, nothing.reason) == (0, "nothing is recorded up to 2026-07-01")


@pytest.mark.parametrize(
    ("file", "in_doubt"),
    [
        ("", ""),
        ("meetings/2026/2026-06-20-group.md", "kit lee"),
        ("meetings/2025/2025-06-20-group.md", ""),
        ("meetings/2026/2026-06-20-kit-lee-a1b2.md", "kit lee"),
        ("referrals/2026/2026-06-20-kit-lee-a1b2.yml", ""),
        ("members/zoe.yml", "kit lee"),
        ("agreements/rules.md", ""),
    ],
)
def test_a_file_that_cannot_be_read_puts_a_score_in_doubt(file: str, in_doubt: str) -> None:
    texts = {"refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n"} | ON_RECORD | PAIR
    known = facts(group_of(texts | ({file: "bad: ["} if file else {}), date(2026, 7, 1)))
    profile = own("  - {title: One-to-ones, measure: one-to-ones, bands: [{from: 1, points: 20}]}\n")
    assert " ".join(str(one.subject) for one in ranking(known, profile) if one.in_doubt) == in_doubt


def test_an_earlier_day() -> None:
    known = small(PAIR, *visitors(3), as_of="12-31")
    assert score(known, own(GUESTS), a_member("kit")).points == 0
    assert score(known, own(GUESTS), a_member("kit"), date(2026, 7, 1)).points == 10
    assert score(known, own(GUESTS), a_member("kit"), date(2027, 7, 1)).days.window.last == date(2026, 12, 31)


def test_a_profile_of_the_group_scores_no_member() -> None:
    with pytest.raises(ValueError, match="points-group is no profile of a member"):
        score(small(PAIR, as_of=LAST), packaged()["points-group"], a_member("kit"))


def test_the_ranking() -> None:
    people = (
        members("ana", "ben", "kit", "lee"),
        member("new", "06-20"),
        member("gone", left="05-01"),
        member("ask", None),
    )
    known = small(*people, *visitors(3), gift("r", "05-01", "lee", "kit"), as_of=LAST)
    found = ranking(known, own(GUESTS))
    assert [(str(one.subject), one.points, one.reason != "") for one in found] == [
        ("kit", 10, False),
        ("ana", 0, False),
        ("ben", 0, False),
        ("lee", 0, False),
        ("new", 0, True),
    ]
    assert [str(one.subject) for one in ranking(known, packaged()["points-group"])] == ["group"]


# The profiles that a group may use


def test_an_own_profile_wins_over_one_that_comes_with_refertext() -> None:
    group = group_of({"profiles/ground-rules.yml": f"{TITLE}{GIVING}", "profiles/own.yml": f"{TITLE}{GUESTS}"})
    known = known_profiles(group, packaged_profiles())
    assert sorted({*PACKAGED, "own"}) == list(known)
    assert known["ground-rules"].title == "Simple"
    assert known["points-thanks"].title == "Hundred points with thanks"


def test_one_that_cannot_be_read_is_not_replaced_by_another_of_its_name() -> None:
    group = group_of({"profiles/ground-rules.yml": "title: [\n"})
    assert "ground-rules" not in known_profiles(group, packaged_profiles())


# Words


def words(profile: Profile, *files: Files, currency: str = "USD") -> list[str]:
    known: Facts = small(*files, as_of=LAST, currency=currency)
    return [measured(known, one) for one in score(known, profile, a_member("kit")).parts]


@pytest.mark.parametrize(
    ("part", "files", "expected"),
    [
        (GIVING, referrals(17), "0.653 a week (17 in 26 weeks)"),
        (GIVING, referrals(26), "1 a week (26 in 26 weeks)"),
        (GUESTS, visitors(3), "3"),
        (
            "{title: A, measure: visitors, per: 4 weeks, bands: [{from: 1, points: 5}]}",
            visitors(6),
            "0.923 in 4 weeks (6 in 26 weeks)",
        ),
        (
            "{title: A, measure: absences, per: week, bands: [{up_to: 0.1, points: 5}]}",
            absent(1),
            "0.039 a week (1 in 26 weeks)",
        ),
        ("{title: A, measure: attendance, bands: [{from: 75%, points: 5}]}", absent(2), "92.3% (24 of 26)"),
        (
            "{title: A, measure: attendance, over: 1 week, bands: [{from: 75%, points: 5}]}",
            absent(2),
            "100% (1 of 1) in 1 week, too few to say much",
        ),
        (
            "{title: A, measure: attendance, bands: [{from: 75%, points: 5}]}",
            (),
            "cannot be computed: no group meeting took place in the window",
        ),
        (
            "{title: A, measure: notice-given, if_nothing: 5, bands: [{from: 75%, points: 5}]}",
            (),
            "there was no absence",
        ),
        (
            "{title: A, measure: substitutes, bands: [{up_to: 10%, points: 5}]}",
            (meetings(kit="SPPP"),),
            "1 (share of meetings: 25%)",
        ),
        (
            "{title: A, measure: substitutes, bands: [{up_to: 10%, points: 5}]}",
            (),
            "cannot be computed: there is nothing to compare with",
        ),
        ("{title: A, recorded: no, bands: [{from: 1, points: 5}]}", (), "not recorded"),
        (
            "{title: A, measure: contributons, bands: [{from: 1, points: 5}]}",
            (),
            "cannot be scored: there is no measure “contributons”",
        ),
        (
            "{title: A, measure: size, bands: [{from: 1, points: 5}]}",
            (),
            "cannot be scored: “size” is no measure of a member",
        ),
        (
            "{title: A, measure: value-received, bands: [{from: 100, points: 5}, {from: 500, points: 9}]}",
            value("499"),
            "from 100 USD",
        ),
        ("{title: A, measure: value-received, bands: [{from: 100, points: 5}]}", value("99"), "not from 100 USD"),
        ("{title: A, measure: value-received, bands: [{from: 100, points: 5}]}", (), "0 USD"),
        (
            "{title: A, measure: value-received, bands: [{from: 100, points: 5}]}",
            value("100 EUR"),
            "cannot be computed: amounts in EUR and USD cannot be added up; write them all in USD",
        ),
    ],
)
def test_what_was_measured_in_words(part: str, files: tuple[Files, ...], expected: str) -> None:
    assert words(own(part if part.startswith(" ") else f"  - {part}\n"), PAIR, *files) == [expected]


def test_exact_money_is_said_where_all_concerned_show_it() -> None:
    open_ = {file: f"{text}show_value: yes\n" for file, text in PAIR.items()}
    profile = own("  - {title: A, measure: value-received, bands: [{from: 100, points: 5}]}\n")
    assert words(profile, open_, *value("499")) == ["499 USD"]


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        (
            "points-thanks",
            "Visitors",
            ["from 0.083 a week", "from 0.167 a week", "from 0.25 a week", "from 0.5 a week"],
        ),
        ("points-thanks", "Thanks said", ["above 0 a week", "above 0.075 a week"]),
        ("points-thanks-strict", "Value thanked for", ["from 500,000 EUR", "from 1,000,000 EUR", "from 2,000,000 EUR"]),
        ("points-every-four-weeks", "Visitors", ["from 1 in 4 weeks", "from 2 in 4 weeks"]),
        (
            "points-group",
            "Referrals",
            ["from 0.71 a member-week", "from 0.91 a member-week", "from 1.11 a member-week"],
        ),
        ("points-group", "Growth", ["from 1%", "from 2%", "from 4%"]),
        ("ground-rules", "Days until the first call", ["up to 7 days", "up to 2 days"]),
    ],
)
def test_borders_in_words(name: str, title: str, expected: list[str]) -> None:
    asked = next(part for part in packaged()[name].parts if part.title == title)
    assert [limit_in_words(asked, band, "EUR") for band in asked.bands] == expected


@pytest.mark.parametrize(
    ("title", "files", "expected"),
    [
        ("Meetings in person", absent(11), "10 points from 60%: 1 meeting in person"),
        ("Meetings in person", absent(0), ""),
        ("Contributions", leads(25), "10 points from 1 a week: 1 more contribution"),
        ("Absences announced", absences(1, 1), "10 points from 100%"),
        ("Days until the first call", received(("06-04 contacted",)), "10 points up to 2 days"),
        ("Days without news", received((), ("06-17 contacted",)), "5 points up to 14 days: news of 1 open gift"),
        ("Thanks said for what was received", thanked(6, 0), "5 points from 25%: public thanks for 2 gifts received"),
        ("Members met one-to-one", met(3), "10 points from 100%: 1 one-to-one with somebody new"),
    ],
)
def test_the_next_band_in_words(title: str, files: tuple[Files, ...], expected: str) -> None:
    known = small(PAIR, *files, as_of=LAST)
    assert next_band(known, part("ground-rules", title, *files)) == expected
