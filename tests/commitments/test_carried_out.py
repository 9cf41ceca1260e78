"""What it would take, carried out in the files: as much as is said is enough, and one less is not."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreed import judged
from refertext.commitments import Outcome, Verdict
from small import Files, gift, meeting, meetings, members, week

PRESENT = members("kit", "lee", "sam")


def after(written: str, files: Files, on: date, subject: str = "kit") -> Verdict:
    return judged(f"measure: {written}", PRESENT, files, as_of=str(on), subject=subject)


def tiered(tiers: str, on: date, name: str = "t") -> Files:
    """Gifts of Kit's on one day: I stays inside, O leads outside."""
    words = {"I": "inside", "O": "outside"}
    rows = enumerate(tiers)
    return {
        f: t for n, one in rows for f, t in gift(f"{name}{n}", str(on), "kit", "lee", "lead", tier=words[one]).items()
    }


def ended(letters: str, on: date, name: str = "e") -> Files:
    """Gifts of Kit's that came to an end on the day on which they were made: W won, L lost."""
    words = {"W": "won 5", "L": "lost"}
    rows = enumerate(letters)
    return {
        f: t
        for n, one in rows
        for f, t in gift(f"{name}{n}", str(on), "kit", "lee", "referral", f"{on} {words[one]} by lee").items()
    }


def seats(letters: str, first: int = 1) -> Files:
    """Weekly meetings at which Kit is Present, Absent, or aNnounced an absence."""
    files: Files = {}
    for number, letter in enumerate(letters, first):
        on = str(week(number))
        seat = {"P": "present", "A": "absent", "N": {"status": "absent", "notice": on}}[letter]
        files |= meeting(f"w{number}", on, attendance={"kit": seat, "lee": "present"})
    return files


# Gifts can be made today: as long as nobody waits, none drops out


percents = st.sampled_from([25, 50, 60, 75, 90])
spans = st.sampled_from(["over: 13 weeks", "over: 6 months"])


@pytest.mark.parametrize(
    ("name", "made", "good", "bad"),
    [("outside-share", tiered, "O", "I"), ("conversion", ended, "W", "L")],
)
@settings(max_examples=20)
@given(old=st.lists(st.booleans(), min_size=1, max_size=8), percent=percents, when=spans, days=st.integers(1, 20))
def test_gifts_of_today(
    name: str, made: object, good: str, bad: str, old: list[bool], percent: int, when: str, days: int
) -> None:
    assert callable(made)
    files: Files = {}
    for number, one in enumerate(old):
        files |= made(good if one else bad, date(2026, 2, 20) + timedelta(days=days * number // 2), f"old{number}-")
    today = date(2026, 5, 12)
    written = f"{name}, at_least: {percent}%, {when}"
    found = after(written, files, today)
    takes = re.match(r"it takes (\d+)", found.mend)
    if takes:
        enough = int(takes[1])
        for more, is_met in ((enough, True), (enough - 1, False)):
            then = after(written, files | made(good * more, today, "new"), today)
            assert then.tried is not None
            assert (then.coming or then.tried).is_met is is_met
    room = re.match(r"room for (\d+)|the next", found.mend)
    if room:
        for more in (int(room[1] or 0), int(room[1] or 0) + 1):
            then = after(written, files | made(bad * more, today, "new"), today)
            assert then.tried is not None
            assert (then.coming or then.tried).is_met is (more <= int(room[1] or 0))


@pytest.mark.parametrize(
    ("written", "made", "mend"),
    [
        (
            "outside-share, at_least: 50%, over: 26 weeks",
            tiered("IIIII", date(2026, 3, 1)),
            "5 gifts that lead outside",
        ),
        ("conversion, at_least: 50%, over: 12 months", ended("LLLLL", date(2026, 3, 1)), "5 wins"),
    ],
)
def test_gifts_that_are_made_today_push_out_none(written: str, made: Files, mend: str) -> None:
    later = {name.replace("/2026/", "/2026/x"): text.replace("2026-03-01", "2026-04-01") for name, text in made.items()}
    few = dict(list(made.items())[:3]) | dict(list(later.items())[:2])
    assert after(written, few, date(2026, 5, 12)).mend == f"it takes {mend} in a row"


# Further absences come as meetings do


@settings(max_examples=30)
@given(
    letters=st.text("PPPAN", min_size=10, max_size=24),
    percent=st.sampled_from([25, 50, 60, 75]),
    when=st.sampled_from(["over: 8 weeks", "over: 13 weeks", "over: 40 weeks", "over: 8 meetings"]),
)
def test_room_for_unannounced_absences(letters: str, percent: int, when: str) -> None:
    written, sunday = f"notice-given, at_least: {percent}%, {when}", timedelta(days=3)
    found = after(written, seats(letters), week(len(letters)) + sunday)
    matched = re.match(r"room for (\d+) more|the next unannounced", found.mend)
    assert bool(matched) is (found.outcome is Outcome.KEPT)
    room = int(matched[1] or 0) if matched else -1
    for more in range(1, room + 2):
        then = after(written, seats(letters + "A" * more), week(len(letters) + more) + sunday)
        assert (then.outcome is Outcome.MISSED) is (more > room)


def test_nobody_is_told_to_be_absent() -> None:
    files = meetings(kit="PPPPPPAAP")
    assert "takes" not in after("notice-given, at_least: 50%, over: 8 weeks", files, week(9) + timedelta(days=1)).mend
