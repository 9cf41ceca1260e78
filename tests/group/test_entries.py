"""Lists of seats: that what an index finds is what comparing each entry with each would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.group.entries import Entries
from refertext.group.words import Vocabulary, covers, overlaps

ROWS = (("home loans", "house finance", "mortgages", "lending"), ("finance for firms", "banking"), ("e-mail", "post"))

COMMON: list[tuple[list[str], list[str], list[tuple[int, int]]]] = [
    ([], ["loans"], []),
    (["all", "loans"], ["loans"], []),  # one that is everything: an empty list
    (["leases", "—"], ["loans", "—"], []),
    (["loans"], ["home loans", "leases", "Loan"], [(0, 0), (0, 2)]),
    (["car loans", "cheap loans"], ["loans", "cars"], [(0, 0), (0, 1), (1, 0)]),
    (["a b", "b a", "a b"], ["a", "a"], [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]),
    (["loans"], ["mortgages"], [(0, 0)]),
    (["house sales"], ["mortgages"], []),
    (["home house"], ["mortgages"], []),  # each in a phrase, but in no phrase together
    (["banking in Boise"], ["finance for small firms", "finance for firms, Boise"], [(0, 1)]),
    (["non-profit", "profits"], ["nonprofits", "profit"], [(0, 0), (0, 1), (1, 1)]),
    (["non nonprofit"], ["non-profit"], [(0, 0)]),
    (["email"], ["post", "mail"], [(0, 0), (0, 1)]),
]


@pytest.mark.parametrize(("mine", "theirs", "expected"), COMMON)
def test_common(mine: list[str], theirs: list[str], expected: list[tuple[int, int]]) -> None:
    vocabulary = Vocabulary(ROWS)
    assert list(Entries.of(mine, vocabulary).common(Entries.of(theirs, vocabulary))) == expected


@pytest.mark.parametrize(
    ("entries", "excludes", "expected"),
    [
        (["loans", "home loans", "car loans"], ["home loans", "leases"], {1}),
        (["loans", "home loans", "car loans"], ["loans"], {0, 1, 2}),
        (["loans", "house finance"], ["mortgages"], {1}),
        (["lending"], ["home loans, house finance, mortgages"], {0}),
        (["loans"], [], set()),
        (["loans"], ["everything"], set()),
    ],
)
def test_under(entries: list[str], excludes: list[str], expected: set[int]) -> None:
    vocabulary = Vocabulary(ROWS)
    assert Entries.of(entries, vocabulary).under(Entries.of(excludes, vocabulary)) == expected


def test_words_left_out_come_back_with_no_phrase() -> None:
    """`banking` may be `finance for firms`, of which only `finance firms` is left."""
    vocabulary, small = Vocabulary(ROWS), frozenset({"for"})

    def without(*texts: str) -> Entries:
        return Entries(texts, tuple(vocabulary.reading(text).without(small) for text in texts))

    assert without("banking").under(Entries.of(["finance firms"], vocabulary)) == {0}
    assert without("banking").under(Entries.of(["finance for"], vocabulary)) == set()
    assert without("finance firms", "finance for firms").under(Entries.of(["banking"], vocabulary)) == {1}


def test_entries_in_the_same_words_are_compared_once() -> None:
    entries = Entries.of(["Loans for firms", "loan, for firm", "firm loans", "firm loans"], Vocabulary(ROWS))
    assert [way.positions for way in entries.ways] == [{0, 1}, {2, 3}]


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=4)
texts = st.builds(str.join, st.sampled_from([" ", " ", "-"]), words)
lists = st.lists(texts, max_size=6)


@given(lists, lists, st.lists(lists, max_size=4), st.frozensets(st.sampled_from("abc"), max_size=2))
def test_lists_overlap_where_their_entries_do(
    mine: list[str], theirs: list[str], rows: list[list[str]], small: frozenset[str]
) -> None:
    vocabulary = Vocabulary(tuple(map(tuple, rows)))
    whole, other = Entries.of(mine, vocabulary), Entries.of(theirs, vocabulary)
    one = Entries(whole.texts, tuple(reading.without(small) for reading in whole.readings))
    positions = [(n, m) for n in range(len(mine)) for m in range(len(theirs))]
    assert list(one.common(other)) == [(n, m) for n, m in positions if overlaps(one.readings[n], other.readings[m])]
    assert one.under(other) == {n for n, m in positions if covers(other.readings[m], one.readings[n])}
    assert other.under(one) == {m for n, m in positions if covers(one.readings[n], other.readings[m])}
