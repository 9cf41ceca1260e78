from __future__ import annotations

import pytest

from refertext.insights.debts.news import news
from refertext.insights.debts.owed import Effort
from small import Files, gift, member, members, small

PEOPLE = members("kit", "lee", "pat") | member("gone", left="03-01") | member("away", leave=[("03-05", "03-09")])


def lead(*history: str, **more: object) -> Files:
    """A lead of 2026-03-01 from Kit to Lee."""
    from_, to = str(more.pop("giver", "kit")), str(more.pop("receiver", "lee"))
    return gift("g", "03-01", from_, to, "lead", *history, **more)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (lead(), ["lee > kit 03-01 03-15"]),
        (lead("03-05 accepted"), ["lee > kit 03-05 03-19"]),
        (lead("03-05 accepted", "03-08 note"), ["lee > kit 03-08 03-22"]),
        (lead("03-05 accepted", "05-08 note"), ["lee > kit 03-05 03-19"]),
        (lead("02-05 accepted"), ["lee > kit 03-01 03-15"]),  # before it was given: told by another rule
        (lead("03-05 stalled"), ["lee > kit 03-05 03-19"]),
        (lead("03-05 lost"), []),
        (lead("03-05 won 5"), []),
        (lead("03-05 returned"), []),
        (lead("05-05 lost"), ["lee > kit 03-01 03-15"]),
        (lead(receiver="gone"), []),
        (lead(receiver="nobody-known"), []),
        (lead(receiver="away"), ["away > kit 03-01 03-20"]),
        (lead(giver="gone"), ["lee >  03-01 03-15"]),
        (lead(giver="outside: a friend"), ["lee >  03-01 03-15"]),
        (lead(receiver="everyone"), []),
        (lead("03-05 note by kit", receiver="everyone"), []),
        (
            lead("03-05 met by lee", "03-06 lost by pat", receiver="everyone", taken_by=["lee", "pat"]),
            ["lee > kit 03-05 03-19"],
        ),
        (
            lead("03-05 met by lee", receiver="everyone", taken_by=["lee", "pat"]),
            ["pat > kit 03-01 03-15", "lee > kit 03-05 03-19"],
        ),
        (lead("03-05 ask by lee"), []),  # the answer is owed
        (lead("03-05 ask by kit"), []),
        (lead("03-05 ask by lee", "03-06 answer by kit"), ["lee > kit 03-06 03-20"]),
        (lead("03-05 ask by lee", giver="gone"), ["lee >  03-05 03-19"]),  # which nobody will answer
    ],
)
def test_news_that_are_owed(one: Files, expected: list[str]) -> None:
    found = news(small(PEOPLE, one, as_of="04-30").group)
    said = [f"{' '.join(n.by)} > {' '.join(n.to)} {str(n.since)[5:]} {str(n.due)[5:]}" for n in found]
    assert sorted(said, key=lambda line: line[-11:]) == expected


@pytest.mark.parametrize(
    ("history", "effort", "do", "path"),
    [
        ([], Effort.CALL, "Call about the lead of 2026-03-01, and tell Kit what came of it", ("date",)),
        (
            ["03-02 accepted", "03-03 stalled"],
            Effort.CALL,
            "Call about the lead of 2026-03-01, and tell Kit what came of it",
            ("history", 1, "date"),
        ),
        (
            ["03-02 contacted", "03-05 note", "03-04 note"],
            Effort.LINE,
            "Tell Kit how the lead of 2026-03-01 stands",
            ("history", 1, "date"),
        ),
        (
            ["03-02 contacted", "03-03 introduction"],
            Effort.LINE,
            "Tell Kit how the introduction of 2026-03-01 stands",
            ("history", 1, "date"),
        ),
    ],
)
def test_what_to_do(history: list[str], effort: Effort, do: str, path: tuple[str | int, ...]) -> None:
    (one,) = news(small(PEOPLE, lead(*history), as_of="04-30").group)
    assert (one.effort, one.do, one.place.path) == (effort, do, path)


@pytest.mark.parametrize(("careful", "count"), [("no", 1), ("yes", 0)])
def test_nobody_is_sent_to_who_does_not_wish_to_be_contacted(careful: str, count: int) -> None:
    bakery = {"prospects/bakery.yml": f"{{alias: A bakery, do_not_contact: {careful}}}"}
    found = news(small(PEOPLE, bakery, lead(prospect="bakery"), as_of="04-30").group)
    assert [one.do[:40] for one in found] == ["Call about the lead of 2026-03-01 (A bak"] * count
