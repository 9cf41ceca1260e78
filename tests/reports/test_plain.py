"""The report at a terminal: golden files for whole reports, properties for what any value may hold.

`python tests/reports/test_plain.py` writes the golden files anew; read them line by line before they are kept.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import report_of
from refertext.problem import Part, Place, Severity
from refertext.reports.escape import columns, harmless, one_line, shortened, without_commands
from refertext.reports.located import Located, Report, Spot
from refertext.reports.paper import Paper, unpainted
from refertext.reports.plain import render
from refertext.text import Span, locate

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (60, 80, 110)
RECORDS = {"members": 4, "agreements": 1, "partnerships": 0, "prospects": 1, "referrals": 1234, "meetings": 2}

KIT = "members/kit-larsen.md"
EVIL = "prospects/evil\x1b[2J\u202e.yml"
MEETING = "meetings/2026/2026-03-05-group.md"
REMARKS = "# remark\n" * 200
TEXTS = {
    KIT: "---\nname: Kit Larsen\nbusiness: 北風人材派遣 Ltd\njoined: 3/5/2026\n---\n",
    "prospects/tab.yml": "alias:\tA bakery\n",
    "refertext.yml": "group: Harbour\ncurrency: USD\ncurrency: EUR\n",
    "prospects/long.yml": f"alias: {'a very long way to say it, ' * 12}then Suite #4, {'and more, ' * 12}enough\n",
    EVIL: "alias: red \x1b[31m and \u202esdrawkcab\n",
    MEETING: f"---\nkind: group\n{REMARKS}date: 5 March\n---\n\nMinutes of Zoë 😀 café.\n",
}


def spot(message: str, place: Place) -> Spot:
    text = TEXTS.get(place.file)
    return Spot(message, place.file, locate(text, place) if text is not None else Span(1, 1, 1, 1, ""))


def located(rule: str, severity: Severity, message: str, place: Place, help_: str, *see: tuple[str, Place]) -> Located:
    return Located(rule, severity, spot(message, place), help_, tuple(spot(*other) for other in see))


def at(file: str, piece: str) -> Place:
    start = TEXTS[file].index(piece)
    return Place(file, offsets=(start, start + len(piece)))


FINDINGS = (
    located(
        "wrong-value",
        Severity.ERROR,
        "joined: “3/5/2026” is not a date",
        Place(KIT, ("joined",)),
        "write the date as YYYY-MM-DD, for example 2026-03-05",
    ),
    located(
        "wide-words",
        Severity.NOTE,
        "The business “北風人材派遣 Ltd” is written in wide letters, and Ltd is marked after them",
        at(KIT, "Ltd"),
        "nothing needs to be done",
    ),
    located(
        "after-a-tab", Severity.NOTE, "A tab counts as one column", at("prospects/tab.yml", "bakery"), "use spaces"
    ),
    located(
        "duplicate-key",
        Severity.ERROR,
        "The key “currency” stands twice",
        Place("refertext.yml", offsets=(29, 37)),
        "keep the line that is right and remove the other",
        ("it stands here first", Place("refertext.yml", ("currency",), Part.KEY)),
    ),
    located(
        "cut-by-hash",
        Severity.ERROR,
        "A # after a space ends the value, so “Suite #4” is cut off, " + "and this sentence goes on and on " * 4,
        at("prospects/long.yml", "Suite #4"),
        "put quotes around the value; if it is a remark, write a space after the #, " * 2 + "and save the file",
    ),
    located(
        "whole-line",
        Severity.WARNING,
        "The whole value is marked",
        Place("prospects/long.yml", ("alias",)),
        "say it in fewer words",
    ),
    located(
        "hidden-character",
        Severity.ERROR,
        "A hidden character (\x1b[31m, \u202e) stands here",
        at(EVIL, "\x1b"),
        "delete it; typing\nthe words anew is the surest \x07 way",
        ("and another \x9b one stands here", at(EVIL, "\u202e")),
    ),
    located(
        "far-down",
        Severity.WARNING,
        "The minutes and the date say different things",
        at(MEETING, "café"),
        "correct one of the two",
        ("the date", at(MEETING, "5 March")),
        ("the kind", at(MEETING, "group")),
    ),
    located("file-unreadable", Severity.ERROR, "This file cannot be read", Place("members/gone.md"), "let it be read"),
    located("symlink", Severity.ERROR, "This is a link", Place("meetings/2025"), "put the folder itself here"),
)
REPORT = Report(FINDINGS, date(2026, 3, 11), RECORDS)
NOTHING = Report((), date(2026, 3, 11), RECORDS)


def shown(report: Report, width: int) -> str:
    return render(report, Paper(width, unpainted))


@pytest.mark.parametrize("width", WIDTHS)
def test_golden(width: int) -> None:
    assert shown(REPORT, width) == (GOLDEN / f"plain-{width}.txt").read_text(encoding="utf-8")


def test_golden_when_nothing_is_found() -> None:
    assert shown(NOTHING, 80) == (GOLDEN / "plain-nothing.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "used"), [(-1, 40), (0, 40), (40, 40), (110, 110), (111, 110), (10_000, 110)])
def test_widths(width: int, used: int) -> None:
    assert shown(REPORT, width) == shown(REPORT, used)


def test_colours_are_only_painted_around_the_same_words() -> None:
    painted = render(REPORT, Paper(80, lambda text, manner: f"<{manner}>{text}</{manner}>"))
    assert re.sub(r"</?[a-z]+>", "", painted) == shown(REPORT, 80)
    assert set(re.findall(r"<([a-z]+)>", painted)) == {"error", "warning", "note", "place", "help", "bold"}
    assert "<error>error[wrong-value]</error>" in painted


def marked(output: str) -> list[str]:
    """What stands above each row of carets or dashes, column by column."""
    found = []
    lines = output.split("\n")
    for above, line in pairwise(lines):
        row = re.fullmatch(r"( *\| *)([\^-]+)", line)
        if row:
            found.append(in_columns(above, len(row[1]), len(row[1]) + len(row[2])))
    return found


def in_columns(text: str, begin: int, end: int) -> str:
    taken, found = 0, ""
    for character in text:
        if begin <= taken < end:
            found += character
        taken += columns(character)
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_carets_stand_under_the_words(width: int) -> None:
    first, ltd, bakery, currency, before, suite, _, escape, bidi, cafe, march, group = marked(shown(REPORT, width))
    assert (first, ltd, bakery, currency, before) == ("3/5/2026", "Ltd", "bakery", "currency", "currency")
    assert (suite, cafe, march, group) == ("Suite #4", "café", "5 March", "group")
    assert (escape, bidi) == ("\\x1b", "\\u202e")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=200)


@given(LINES, st.integers(0, 200), st.integers(0, 200), st.integers(40, 110))
def test_any_line_fits_and_is_marked(line: str, begin: int, length: int, width: int) -> None:
    span = locate(line, Place("x.yml", offsets=(begin, begin + length)))
    finding = Located("rule", Severity.ERROR, Spot("message", "x.yml", span), "help", ())
    lines = shown(Report((finding,), date(2026, 3, 11), {}), width).split("\n")
    if line.strip():
        excerpt, carets = lines[2:4]
        assert columns(excerpt) <= width + 1
        assert len(carets) <= width + 1
        assert re.fullmatch(r"  \| *\^+", carets)


@given(WORDS, WORDS, WORDS, LINES, st.integers(40, 110))
def test_any_value_stays_on_its_line(message: str, help_: str, file: str, line: str, width: int) -> None:
    place = Spot(message, file, locate(line, Place("x.yml", offsets=(0, 5))))
    finding = Located("rule", Severity.ERROR, place, help_, (place,))
    output = shown(Report((finding,), date(2026, 3, 11), {}), width)
    assert output.replace("\n", "") == harmless(output.replace("\n", ""))
    first, *rest = output.split("\n\n")[0].split("\n")
    assert first.startswith("error[rule]: ")
    assert all(re.match(r" |\d+ \|", other) for other in rest)
    assert [len(re.findall(start, output, re.MULTILINE)) for start in (r"^ --> ", r"^ ::: ", r"^  = help: ")] == [
        1,
        1,
        1,
    ]


UNSAFE = "\x00\x07\x08\x1b\x7f\x85\x9b\u061c\u200b\u200e\u202e\u2028\u2029\u2066\ufeff\ud800\udcff\U000e0041"


@pytest.mark.parametrize("character", UNSAFE)
def test_what_would_steer_a_terminal_is_spelt_out(character: str) -> None:
    assert re.fullmatch(r"a\\(x..|u....|U........)b", harmless(f"a{character}b"))


@pytest.mark.parametrize("text", ["", "abc", "Zoë", "日本", "😀", "e\u0301", "a\u200db", "\u00a0", "“”…", "a\\x1b"])
def test_what_is_harmless_stays(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), (" a\n\tb  c ", "a b c"), ("a\x1b\nb", "a\\x1b b"), ("a\u2028b", "a b"), ("a\x85b", "a b")],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


WIDE = {"": 0, "abc": 3, "é": 1, "e\u0301": 1, "日本": 4, "ｆ": 2, "😀": 2, "हि": 2, "हु": 1, "a\u200db": 2}


@pytest.mark.parametrize(("text", "width"), WIDE.items())
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a :: b", "a :: b"),
        ("std::vector", "std::vector"),
        ("   ::: members/kit.md:1:1", "   ::: members/kit.md:1:1"),
        ("## [x]", "## [x]"),
        ("#[x]", "#[x]"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::stop-commands::x", "  \\x3a:stop-commands::x"),
        ("a\n\u3000::add-mask::b", "a\n\u3000\\x3a:add-mask::b"),
        ("1 | name: ##[error]x", "1 | name: #\\x23[error]x"),
        ("###[error]x", "##\\x23[error]x"),
        ("##vso[task.complete]x", "#\\x23vso[task.complete]x"),
        ("##teamcity[x]", "#\\x23teamcity[x]"),
    ],
)
def test_what_a_forge_would_obey_is_spelt_out(text: str, expected: str) -> None:
    assert without_commands(text) == expected


COMMANDS = st.sampled_from(
    ["::error::x", "::set-output name=a::b", "##[error]x", "##vso[x]y", ":: ", "  ::a::", "##", "[error]", "::"]
)


@given(st.lists(COMMANDS | WORDS, max_size=12), st.integers(40, 110))
def test_no_value_becomes_a_command_of_a_forge(pieces: list[str], width: int) -> None:
    text = " ".join(pieces)
    place = Spot(text, text, locate(text, Place("x.yml", offsets=(3, 9))))
    output = shown(Report((Located("rule", Severity.ERROR, place, text, (place,)),), date(2026, 3, 11), {}), width)
    for line in output.split("\n"):
        assert "##[" not in line
        assert not re.match(r"\s*::(?!: )", line)


@pytest.mark.parametrize(("length", "expected"), [(500, 500), (501, 503), (10**6, 503)])
def test_long_sentences_are_shortened(length: int, expected: int) -> None:
    assert len(shortened("x" * length)) == expected


if __name__ == "__main__":
    for columns_ in WIDTHS:
        (GOLDEN / f"plain-{columns_}.txt").write_text(shown(REPORT, columns_), encoding="utf-8")
    (GOLDEN / "plain-nothing.txt").write_text(shown(NOTHING, 80), encoding="utf-8")
    sys.stdout.write("written\n")


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("length", range(20, 130, 3))
def test_a_mark_that_ends_at_the_edge_of_the_paper(width: int, length: int) -> None:
    texts = {"refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n"}
    texts["prospects/p.yml"] = f"alias: x\nknown_by: [{'a' * length}]\n"
    shown = render(report_of(texts), Paper(width, unpainted))
    assert all(len(line) <= width + 1 for line in shown.split("\n") if "|" in line)
