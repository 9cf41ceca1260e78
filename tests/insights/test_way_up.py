"""The cheapest way up: what it promises comes true when it is done, and no fewer deeds would do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given as put_to_the_test
from hypothesis import strategies as st

from agreed import judged
from conftest import group_of
from refertext.insights.scores.score import Score, score
from refertext.insights.scores.score_words import way_up
from refertext.measures import a_member
from refertext.records import Profile
from small import ON_RECORD, Files, day, gift, meeting, meetings, member, members, small, talk

LAST = "07-01"
PEOPLE = members("kit", "lee", "ana", "ben", "cas", "dan")
HEAD = "title: Ways\ngreen: 40\namber: 30\nred: 20\nparts:\n"
RATE = "{title: A, measure: referrals, per: week, bands: [{from: 0.1, points: 4}, {above: 0.15, points: 9}]}"
GIFTS = "{title: B, measure: contributions, bands: [{from: 4, points: 3}, {from: 6, points: 14}]}"
GUESTS = "{title: C, measure: visitors, bands: [{from: 2, points: 8}, {from: 3, points: 10}, {from: 5, points: 25}]}"
TALKS = "{title: D, measure: one-to-ones, bands: [{above: 1, points: 6}, {from: 4, points: 13}]}"
COVERAGE = "{title: E, measure: one-to-one-coverage, bands: [{from: 40%, points: 7}, {from: 80%, points: 12}]}"
THANKS = "{title: F, measure: thanks, bands: [{from: 50%, points: 8}, {from: 100%, points: 11}]}"
SAID = "{title: G, measure: thanks-said, bands: [{from: 2, points: 5}, {from: 9, points: 30}]}"


def own(*parts: str) -> Profile:
    return group_of({"profiles/own.yml": HEAD + "".join(f"  - {part}\n" for part in parts)}).profiles["own"]


def given(number: int) -> list[Files]:
    return [gift(f"new{n}", LAST, "kit", "lee") for n in range(number)]


def invited(number: int) -> list[Files]:
    guests = [{"name": f"Guest {n}", "invited_by": "kit"} for n in range(number)]
    return [meeting("new", LAST, visitors=guests)] if number else []


def talked(number: int) -> list[Files]:
    """One-to-ones, with members not met yet as long as there are any; lee was met."""
    others = ["ana", "ben", "cas", "dan", *["lee"] * number]
    return [talk(f"new{n}", LAST, "kit", other) for n, other in enumerate(others[:number])]


def thanked(number: int) -> list[Files]:
    return [gift(f"got{n}", "05-01", "lee", "kit", thanked=LAST) for n in range(number)]


BEFORE: list[Files] = [
    ON_RECORD,
    PEOPLE,
    gift("r0", "03-01", "kit", "lee"),
    gift("r1", "03-02", "kit", "ana"),
    talk("t0", "04-01", "kit", "lee"),
    *[gift(f"got{n}", "05-01", "lee", "kit") for n in range(4)],
]
DEEDS: dict[str, Callable[[int], list[Files]]] = {
    "give": given,
    "invite": invited,
    "talk": talked,
    "thank": thanked,
}


def after(profile: Profile, **done: int) -> Score:
    new = [files for deed, number in done.items() for files in DEEDS[deed](number)]
    return score(small(*BEFORE, *new, as_of=LAST), profile, a_member("kit"))


@pytest.mark.parametrize(
    ("parts", "deeds"),
    [
        ((RATE, GUESTS), ("give", "invite")),
        ((RATE, GIFTS, GUESTS), ("give", "invite")),
        ((GIFTS, TALKS, GUESTS), ("give", "talk", "invite")),
        ((TALKS, COVERAGE, GUESTS), ("talk", "invite")),
        ((THANKS, GUESTS, RATE), ("thank", "invite", "give")),
        ((SAID, GUESTS), ("thank", "invite")),
    ],
)
def test_no_fewer_deeds_bring_the_next_colour(parts: tuple[str, ...], deeds: tuple[str, ...]) -> None:
    profile = own(*parts)
    now = after(profile)
    assert now.next
    assert now.next.way
    promised = sum(step.more for step in now.next.way)
    reached = {
        numbers: after(profile, **dict(zip(deeds, numbers, strict=True))).points
        for numbers in product(range(promised + 1), repeat=len(deeds))
        if sum(numbers) <= promised and ("thank" not in deeds or numbers[deeds.index("thank")] <= 4)
    }
    enough = [sum(numbers) for numbers, points in reached.items() if points >= now.points + now.next.lacking]
    assert min(enough) == promised


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((GUESTS,), "20 points to red, the cheapest way: 5 more visitors (+25)."),
        ((RATE, GUESTS), "20 points to red, the cheapest way: 5 more visitors (+25)."),
        ((GIFTS, TALKS), "20 points to red, the cheapest way: 4 more contributions (+14) and 1 more one-to-one (+6)."),
        ((RATE, GIFTS), "20 points to red, the cheapest way: 4 more referrals (+23)."),
        (
            (COVERAGE, TALKS, GUESTS),
            "20 points to red, the cheapest way: 3 one-to-ones with somebody new each (+25).",
        ),
        (
            (THANKS, GUESTS, SAID),
            "20 points to red, the cheapest way: public thanks for 2 gifts received (+13) and 2 more visitors (+8).",
        ),
        ((SAID,), "20 points to red: no further deeds bring them now, only time, as old absences stop counting."),
    ],
)
def test_ways_in_words(parts: tuple[str, ...], expected: str) -> None:
    assert way_up(after(own(*parts))) == expected


@pytest.mark.parametrize(
    ("limit", "letters", "more"),
    [
        ("from: 75%", "PPPAPPPA", 0),
        ("from: 75%", "PPPAPPA", 1),  # 6 of 8
        ("from: 75%", "PPAA", 4),  # 6 of 8
        ("above: 75%", "PPAA", 5),  # 7 of 9
        ("from: 2/3", "A", 2),
        ("from: 100%", "A", None),  # nobody knows when the next one is
    ],
)
def test_coming_raises_both_the_part_and_the_whole(limit: str, letters: str, more: int | None) -> None:
    profile = own(f"{{title: A, measure: attendance, bands: [{{{limit}, points: 20}}]}}")

    def scored(written: str) -> Score:
        last = str(day("01-29") + timedelta(weeks=len(written)))  # four weeks of membership in any case
        return score(small(PEOPLE, meetings(kit=written), as_of=last), profile, a_member("kit"))

    found = scored(letters)
    assert found.points == (20 if more == 0 else 0)
    if more:
        assert found.next
        assert found.next.way
        assert found.next.way[0].more == more
        assert (scored(letters + "P" * (more - 1)).points, scored(letters + "P" * more).points) == (0, 20)
    elif more is None:
        assert found.next
        assert found.next.way is None


@pytest.mark.parametrize(
    ("limit", "letters", "more"),
    [
        ("from: 75%", "P" * 19 + "A" * 7, 20),  # 19 of 26, and the first 19 push out meetings that were attended
        ("from: 100%", "AP" * 13, 25),  # until the last absence is pushed out
        ("above: 50%", "AP" * 13, 1),
        ("from: 60%", "P" * 5 + "A" * 11 + "P" * 10, 6),
    ],
)
def test_coming_pushes_the_oldest_meeting_out_of_a_full_window(limit: str, letters: str, more: int) -> None:
    profile = own(f"{{title: A, measure: attendance, bands: [{{{limit}, points: 20}}]}}")
    early = [member("kit", "2025-06-01")]

    def scored(written: str) -> Score:
        held = meetings(kit=written)
        last = str(day("01-01") + timedelta(weeks=len(written) - 1))
        return score(small(*early, held, as_of=last), profile, a_member("kit"))

    found = scored(letters)
    assert found.next
    assert found.next.way
    assert found.next.way[0].more == more
    assert (scored(letters + "P" * (more - 1)).points, scored(letters + "P" * more).points) == (0, 20)


@put_to_the_test(
    st.text("PPPPAALSX", min_size=5, max_size=40),
    st.sampled_from([50, 60, 75, 80, 90, 100]),
    st.sampled_from(["10 weeks", "26 weeks", "3 months"]),
    st.integers(0, 4),
    st.sampled_from(["attendance", "attendance-credited"]),
)
def test_a_score_and_a_commitment_ask_for_as_many_meetings_in_a_row(
    letters: str, percent: int, over: str, away: int, name: str
) -> None:
    profile = own(f"{{title: A, measure: {name}, over: {over}, bands: [{{from: {percent}%, points: 20}}]}}")
    today = day("01-03") + timedelta(weeks=len(letters))
    last, back = str(today), str(today + timedelta(weeks=away))
    people = [member("kit", "2025-06-01", leave=[(last, back)] if away else [])]
    held = meetings(kit=letters)
    scored = score(small(*people, held, as_of=last), profile, a_member("kit"))
    promised = judged(
        f"measure: {name}, at_least: {percent}%, over: {over}", *people, held, as_of=last, adopted="2025-06-01"
    )
    in_a_row = re.search(r"it takes (\d+) meetings? (in person|with a substitute|at)", promised.mend)
    way = scored.next.way if scored.next else None
    assert (way[0].more if way else None) == (int(in_a_row[1]) if in_a_row else None)


@pytest.mark.parametrize(
    "part",
    [
        "{title: A, measure: notice-given, bands: [{from: 100%, points: 20}]}",
        "{title: A, measure: leads-while-absent, bands: [{from: 100%, points: 20}]}",
        "{title: A, measure: absences, bands: [{up_to: 0, points: 20}]}",
        "{title: A, measure: value-received, bands: [{from: 1, points: 20}]}",
        "{title: A, measure: new-clients, bands: [{from: 1, points: 20}]}",
        "{title: A, measure: one-to-one-coverage, over: 1 day, bands: [{from: 120%, points: 20}]}",
        "{title: A, recorded: no, bands: [{from: 1, points: 20}]}",
    ],
)
def test_what_is_no_deed(part: str) -> None:
    found = score(small(*BEFORE, meetings(kit="A"), as_of=LAST), own(part), a_member("kit"))
    assert found.points == 0
    assert found.next
    assert found.next.way is None


def test_news_of_gifts_that_wait() -> None:
    profile = own("{title: A, measure: freshness, bands: [{up_to: 14, points: 20}]}")
    waiting = [gift(f"w{n}", f"06-{n:02}", "lee", "kit") for n in (1, 10, 16, 17, 30)]
    found = score(small(PEOPLE, *waiting, as_of=LAST), profile, a_member("kit"))
    assert way_up(found) == "20 points to red, the cheapest way: news of 3 open gifts (+20)."
