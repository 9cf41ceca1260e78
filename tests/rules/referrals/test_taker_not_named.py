from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.taker_not_named import taker_not_named
from small import day, gift, member, members


@pytest.mark.parametrize(
    ("to", "taken_by", "history", "mends"),
    [
        ("everyone", [], ["03-02 accepted by lee"], ["write taken_by: [lee]"]),
        ("everyone", [], ["03-02 won 5 by lee"], ["write taken_by: [lee]"]),
        ("everyone", [], ["03-02 accepted by lee", "03-03 met by leo"], ["write taken_by: [lee]"]),
        (
            "everyone",
            [],
            ["03-02 accepted by lee", "03-03 accepted by pat"],
            ["write taken_by: [lee]", "write taken_by: [lee, pat]"],
        ),
        ("everyone", ["pat"], ["03-02 accepted by lee"], ["write taken_by: [pat, lee]"]),
        ("everyone", ["pat"], ["03-02 met by lee"], []),
        ("everyone", ["leo"], ["03-02 accepted by lee"], []),
        ("everyone", [], ["03-02 accepted"], []),
        ("everyone", [], ["03-02 note by lee"], []),
        ("everyone", [], ["03-02 lost by kit"], []),
        ("everyone", [], ["03-02 accepted by nobody-known"], []),
        ("everyone", [], ["04-02 accepted by lee"], []),  # told by future-date
        ("pat", [], ["03-02 accepted by lee"], []),
    ],
)
def test_who_took_it_up(to: str, taken_by: list[str], history: list[str], mends: list[str]) -> None:
    files = members("kit", "pat") | member("lee", former=["leo"])
    files |= gift("g", "03-01", "kit", to, "lead", *history, taken_by=taken_by)
    found = check(group_of(files, day("03-11")), [taker_not_named])
    assert [one.problem.mend for one in found] == mends
