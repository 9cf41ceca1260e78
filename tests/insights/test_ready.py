from __future__ import annotations

import shlex

import pytest

from refertext.insights.debts.ready import GAPS, command, has_gaps, in_braces, short, telling_words, to_set
from small import gift, members, small


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("thank", "vpxh", "--words", "TEXT"), 'refertext thank vpxh --words "TEXT"'),
        (("plan", "--contact", "kit: TEXT"), 'refertext plan --contact "kit: TEXT"'),
        (("plan", "--plan", "1=TEXT", "--by", "1=DAY"), 'refertext plan --plan "1=TEXT" --by 1=DAY'),
        (("resolve", "it's late"), """refertext resolve 'it'"'"'s late'"""),
        (("resolve", "a $HOME `x`"), "refertext resolve 'a $HOME `x`'"),
        (("set", "x", "y", in_braces({"why": '"TEXT"'})), """refertext set x y '{why: "TEXT"}'"""),
    ],
)
def test_commands_are_quoted_for_a_shell(words: tuple[str, ...], expected: str) -> None:
    assert command(*words) == expected
    assert shlex.split(expected) == ["refertext", *words]


def test_entries_of_lists_are_counted_from_one() -> None:
    assert to_set("x.md", ("cycles", 0, "promise", "kit"), 2) == "refertext set x.md cycles.1.promise.kit 2"


@pytest.mark.parametrize(("said", "expected"), [("by: DAY", True), ("the CRM of the USA", False), ("TEXTS", False)])
def test_gaps(said: str, *, expected: bool) -> None:
    assert has_gaps(said) is expected
    assert list(GAPS) == sorted(GAPS)


def test_a_tag_calls_a_referral_that_no_other_has() -> None:
    ids = ("2026-03-05-kit-lee-vpxh", "2026-03-06-kit-lee-aaaa", "2026-03-07-kit-lee-aaaa", "by-hand")
    files = {f: t for id_ in ids for f, t in gift(id_, "03-05", "kit", "lee", "lead").items()}
    group = small(members("kit", "lee"), files).group
    called = [short(group, group.referrals[id_]) for id_ in ids]
    assert called == ["vpxh", ids[1], ids[2], "by-hand"]


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("call the cold store within the week", [], "call the cold store"),
        ("call the cold store within the week", ["Call the cold store"], "call the cold store within"),
        ("call", ["call again"], "call"),
        ("", [], ""),
    ],
)
def test_the_fewest_words_that_tell(text: str, others: list[str], expected: str) -> None:
    assert telling_words(text, others) == expected
