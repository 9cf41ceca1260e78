"""Words that mean the same: what is written instead of rows, and that what is said to write is read as meant."""

from __future__ import annotations

import pytest

from refertext.records import decode_settings
from refertext.text import Source, parse

Rows = tuple[tuple[str, ...], ...]
SOUND = "group: G\ntimezone: UTC\ncurrency: USD\n"
TWO: Rows = (("web design", "websites"),)
IN_DOUBT = "if they all mean the same, else brackets of their own around those that do"
EXAMPLE = "write each row in brackets of its own: same_words: [[home loans, house finance]]"


def read(written: str) -> tuple[Rows, list[str]]:
    """The rows that are read, and what is said to write."""
    document = parse(Source("refertext.yml", f"{SOUND}{written}\n".encode()))
    settings, flaws = decode_settings(document.data)
    return settings.same_words, [flaw.mend for flaw in flaws]


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("same_words: [web design, websites]", TWO),
        ("same_words:\n  - web design\n  - websites", TWO),
        ("same_words: web design = websites", TWO),
        ("same_words: web design, websites", TWO),
        ("same_words:\n  - web design = websites", TWO),
        ("same_words: {web design: websites}", TWO),
        ("same_words:\n  web design: [websites, sites]", (("web design", "websites", "sites"),)),
        ("same_words:\n  - web design = websites\n  - pay = payroll", (*TWO, ("pay", "payroll"))),
    ],
)
def test_rows_without_brackets(written: str, rows: Rows) -> None:
    nothing, (mend,) = read(written)
    assert nothing == ()
    assert mend.startswith("write same_words: [[")
    assert read(mend.removeprefix("write ")) == (rows, [])


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        (
            "same_words: [web design, websites, sites]",
            f"write same_words: [[web design, websites, sites]] {IN_DOUBT}",
        ),
        ("same_words: websites", EXAMPLE),
        ("same_words: [websites]", EXAMPLE),
        ('same_words: ["a: b", c]', EXAMPLE),
    ],
)
def test_what_is_in_doubt(written: str, mend: str) -> None:
    assert read(written) == ((), [mend])


@pytest.mark.parametrize(
    ("row", "mend"),
    [
        ("business insurance", "write it into the brackets of the words that mean the same, or remove it"),
        ("pay = payroll", "write [pay, payroll]"),
        ("[business insurance]", "write the other words for it beside it, [business insurance, …], or remove it"),
    ],
)
def test_a_faulty_row_among_others(row: str, mend: str) -> None:
    assert read(f"same_words:\n  - [web design, websites]\n  - {row}") == (TWO, [mend])


@pytest.mark.parametrize("nothing", ["same_words:", "same_words: []"])
def test_no_rows_are_welcome(nothing: str) -> None:
    assert read(nothing) == ((), [])
