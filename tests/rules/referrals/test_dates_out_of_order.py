from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.referrals.dates_out_of_order import dates_out_of_order

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"


@pytest.mark.parametrize(
    ("day", "entries", "thanked", "expected"),
    [
        ("2026-03-02", [], "2026-03-02", []),
        ("2026-03-02", ["2026-03-02", "2026-03-02", "2026-03-09"], "2026-03-05", []),
        ("2026-03-02", ["2027-03-03", "2026-03-04"], "2026-03-05", []),  # told by future-date
        ("2027-03-02", ["2026-03-03"], "2026-03-05", []),
        (
            "2026-03-02",
            ["2026-03-05", "2026-03-09", "2026-03-06", "2026-03-07"],
            "2026-03-07",
            [("history", 2, "date")],
        ),
        ("2026-03-02", ["2026-02-05", "2026-02-06"], "2026-03-07", [("history", 0, "date")]),
        ("2026-03-02", ["2026-03-05"], "2026-03-01", [("thanked", "date")]),
        ("2026-03-11", ["2026-03-10"], "2026-03-11", [("history", 0, "date")]),
        ("2026-03-02", ["2026-03-11", "2026-03-10"], "2026-03-11", [("history", 1, "date")]),
    ],
)
def test_order(cast: dict[str, str], day: str, entries: list[str], thanked: str, expected: list[Path]) -> None:
    history = "".join(f"  - {{date: {entry}, note: n}}\n" for entry in entries)
    text = (
        f"kind: lead\ndate: {day}\nfrom: kit-larsen\nto: brian-cho\nhistory:\n{history}thanked: {{date: {thanked}}}\n"
    )
    findings = check(group_of(cast | {FILE: text}), [dates_out_of_order])
    assert [finding.problem.place.path for finding in findings] == expected


def test_the_other_day_is_shown(cast: dict[str, str]) -> None:
    text = cast[FILE].replace("date: 2026-03-03", "date: 2026-03-09")
    (finding,) = check(group_of(cast | {FILE: text}), [dates_out_of_order])
    assert finding.problem.message == "This entry is dated 2026-03-06, before the entry above it, 2026-03-09"
    assert [see.place.path for see in finding.problem.see] == [("history", 0, "date")]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-03-01", "2026-03-01", "2026-03-02"], []),
        (["2026-03-02", "2026-03-01", "2026-03-02"], [1]),
        (["2026-03-03", "2027-03-02", "2026-03-04"], []),  # told by future-date
    ],
)
def test_paths_and_joint_approaches(cast: dict[str, str], days: list[str], expected: list[int]) -> None:
    path = ", ".join(f"{{date: {day}, how: lunch}}" for day in days)
    history = ", ".join(f"{{date: {day}, status: called}}" for day in days)
    texts = {
        "members/pat.yml": f"{{name: Pat, business: B, path: [{path}]}}\n",
        "prospects/mill.yml": f"{{alias: a mill, joint: {{lead: kit-larsen, history: [{history}]}}}}\n",
    }
    found = [finding.problem.place.path for finding in check(group_of(cast | texts), [dates_out_of_order])]
    assert found == [place for n in expected for place in (("path", n, "date"),)] + [
        ("joint", "history", n, "date") for n in expected
    ]
