from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.handed_over_twice import handed_over_twice

FIRST = "kind: lead\ndate: 2026-02-02\nfrom: lee-ortiz\nto: brian-cho\nabout: A bakery\n"
SECOND = "kind: lead\ndate: 2026-02-09\nfrom: lee-ortiz\nto: brian-cho\nabout: A bakery\n"


def found(cast: dict[str, str], *texts: str) -> list[tuple[str, str]]:
    """The names of the file that is reported and of the one that is shown with it."""
    files = {f"referrals/2026/{name}.yml": text for name, text in zip("abcdef", texts, strict=False)}
    problems = [finding.problem for finding in check(group_of(cast | files), [handed_over_twice])]
    return [(problem.place.file[15], problem.see[0].place.file[15]) for problem in problems]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from: lee-ortiz", "from: kit-larsen"),
        ("to: brian-cho", "to: kit-larsen"),
        ("to: brian-cho", "to: everyone"),
        ("about: A bakery", "about: A brewery"),
        ("about: A bakery", "prospect: haulier-nampa"),
        ("about: A bakery", ""),
        ("about: A bakery", "about: A bakery\ntier: spin-off\nparent: a"),
    ],
)
def test_what_differs_is_not_the_same(cast: dict[str, str], old: str, new: str) -> None:
    assert found(cast, FIRST, SECOND.replace(old, new)) == []


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        ("2026-02-09, status: returned, note: n", []),
        ("2026-02-08, status: lost", []),
        ("2026-02-10, status: lost", [("b", "a")]),
        ("2026-02-08, status: met", [("b", "a")]),
    ],
)
def test_closed_before(cast: dict[str, str], closed: str, expected: list[tuple[str, str]]) -> None:
    assert found(cast, f"{FIRST}history:\n  - {{date: {closed}}}\n", SECOND) == expected


def test_words_are_compared_without_case_and_white_space(cast: dict[str, str]) -> None:
    assert found(cast, FIRST, SECOND.replace("A bakery", "a  BAKERY")) == [("b", "a")]


def test_the_later_one_is_reported_whatever_its_name(cast: dict[str, str]) -> None:
    assert found(cast, SECOND, FIRST) == [("a", "b")]


def test_former_ids_are_the_same_people(cast: dict[str, str]) -> None:
    lee = {"members/lee-ortiz.md": cast["members/lee-ortiz.md"].replace("name:", "former_ids: [lee]\nname:", 1)}
    assert found(cast | lee, FIRST, SECOND.replace("lee-ortiz", "lee")) == [("b", "a")]


def test_the_open_one_is_remembered(cast: dict[str, str]) -> None:
    closed = f"{SECOND}history:\n  - {{date: 2026-02-10, status: lost}}\n"
    third = SECOND.replace("02-09", "02-20")
    assert found(cast, FIRST, closed, third) == [("b", "a"), ("c", "a")]


def test_without_words_nothing_is_the_same(cast: dict[str, str]) -> None:
    assert found(cast, *(text.replace("about: A bakery", "") for text in (FIRST, SECOND))) == []


@pytest.mark.parametrize(
    ("first", "raised", "second", "said", "is_raised"),
    [
        ("lead", "", "lead", "The same lead", False),
        ("lead", "", "introduction", "The lead", True),
        ("lead", "introduction", "introduction", "The same introduction", False),
        ("lead", "introduction", "referral", "The introduction", True),
        ("referral", "", "lead", "The referral", False),
    ],
)
def test_what_becomes_more_is_raised(
    cast: dict[str, str], first: str, raised: str, second: str, said: str, is_raised: bool
) -> None:
    history = f"history: [{{date: 2026-02-05, kind: {raised}}}]\n" if raised else ""
    texts = (FIRST.replace("kind: lead", f"kind: {first}") + history, SECOND.replace("kind: lead", f"kind: {second}"))
    group = group_of(cast | {f"referrals/2026/{name}.yml": text for name, text in zip("ab", texts, strict=True)})
    (problem,) = (finding.problem for finding in check(group, [handed_over_twice]))
    assert problem.message == f"{said} from Lee Ortiz to Brian Cho of 2026-02-02 was still open on 2026-02-09"
    assert (f"an entry with date: 2026-02-09 and kind: {second}" in problem.mend) is is_raised
