"""What is still open in the hands of somebody who has left."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.left_behind import left_behind
from small import Files, day, gift, member, members

PEOPLE = members("kit", "pat") | member("gone", left="03-10") | member("away", leave=[("03-01", "05-01")])
BACK = members("kit") | member("gone", "04-01", earlier=[("01-01", "03-10")])
OPEN = gift("g", "03-01", "kit", "gone", "lead")


@pytest.mark.parametrize(
    ("files", "as_of", "paths"),
    [
        (PEOPLE | OPEN, "03-10", []),
        (PEOPLE | OPEN, "03-11", [("to",)]),
        (PEOPLE | gift("g", "03-01", "kit", "gone", "lead", "03-12 contacted"), "06-01", [("to",)]),
        (PEOPLE | gift("g", "03-01", "kit", "gone", "lead", "03-12 lost"), "06-01", []),
        (PEOPLE | gift("g", "03-01", "kit", "gone", "lead", "03-12 returned"), "06-01", []),
        (PEOPLE | gift("g", "03-01", "kit", "away", "lead"), "04-01", []),
        (PEOPLE | gift("g", "03-11", "kit", "gone", "lead"), "04-01", []),  # receiver-not-member speaks of that
        (PEOPLE | gift("g", "03-01", "gone", "pat", "lead"), "04-01", []),
        (BACK | OPEN, "03-20", [("to",)]),
        (BACK | OPEN, "04-01", []),
        (PEOPLE | gift("g", "03-01", "kit", "everyone", "lead", taken_by=["pat", "gone"]), "04-01", [("taken_by", 1)]),
        (PEOPLE | gift("g", "03-01", "kit", "everyone", "lead"), "04-01", []),
    ],
)
def test_where_it_is_said(files: Files, as_of: str, paths: list[object]) -> None:
    assert [one.problem.place.path for one in check(group_of(files, day(as_of)), [left_behind])] == paths


def test_what_is_said_and_what_to_write() -> None:
    (one,) = check(group_of(PEOPLE | OPEN, day("04-01")), [left_behind])
    assert one.problem.message == "Gone left on 2026-03-10, and Kit's lead of 2026-03-01 is still open in their hands"
    (see,) = one.problem.see
    assert see.place.path == ("left",)
    written = (
        OPEN["referrals/2026/g.yml"] + "history: [{date: 2026-04-01, status: returned, by: gone, note: moved away}]\n"
    )
    assert "{date: 2026-04-01, status: returned, by: gone, note: WHY}" in one.problem.mend
    assert not check(group_of(PEOPLE | {"referrals/2026/g.yml": written}, day("04-01")), [left_behind])
