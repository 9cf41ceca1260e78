"""The report for GitHub Actions, read as the runner reads it: no value leaves its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import report_of
from refertext.problem import Severity
from refertext.reports.escape import harmless, one_line
from refertext.reports.github import MOST_ANNOTATIONS, MOST_SUMMARY_BYTES, render, summary
from refertext.reports.located import Located, Report, Spot
from refertext.text import Span

OBEYED = {"error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands", "set-output", "echo"}
DAY = date(2026, 3, 11)


@dataclass(frozen=True)
class Command:
    """A workflow command, as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def understood(line: str) -> Command | None:
    """A line of a log as the runner reads it: a command after white space, else one in the older form anywhere."""
    line = line.lstrip()
    head, mark, message = line[2:].partition("::")
    if line.startswith("::") and mark:
        name, _, parts = head.partition(" ")
        if name in OBEYED:
            pairs = [part.split("=", 1) for part in parts.strip().split(",") if part]
            properties = {pair[0]: unescaped(pair[1], ":,") for pair in pairs if len(pair) == 2}
            return Command(name, properties, unescaped(message))
    older = re.search(r"##\[([^\] ]*)[^\]]*\](.*)", line)
    return Command(older[1], {}, older[2]) if older and older[1] in OBEYED else None


def unescaped(text: str, more: str = "") -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands(output: str) -> list[Command]:
    return [command for line in output.splitlines() if (command := understood(line))]


def found(severity: Severity, number: int = 1, message: str = "message") -> Located:
    spot = Spot(message, "members/kit.md", Span(number, 1, number, 5, "name: Kit"))
    return Located("some-rule", severity, spot, "help", ())


def test_nothing_found(cast: dict[str, str]) -> None:
    report = report_of(cast)
    assert render(report) == (
        "refertext: all in order; read 12 records (4 members, 1 agreement, 1 partnership, 1 prospect, 1 referral, "
        "3 meetings and 1 profile) as of 2026-03-11\n"
    )
    assert summary(report).startswith("### refertext check: all in order\n")


def test_annotations(cast: dict[str, str]) -> None:
    report = report_of(cast | {"prospects/a,b:c%.yml": "alias: 100%\nplace: Boise\nplace: Nampa\n"})
    first, second = commands(render(report, "groups/x, y/"))
    file = "groups/x, y/prospects/a,b:c%.yml"
    assert first.name == second.name == "error"
    assert second.properties == {
        "file": file,
        "line": "3",
        "endLine": "3",
        "col": "1",
        "endColumn": "6",
        "title": "duplicate-key",
    }
    assert second.message == (
        "The key “place” stands twice.\n"
        "Keep the line that is right and remove the other.\n"
        "See prospects/a,b:c%.yml, line 2: it stands here first"
    )
    assert render(report).splitlines()[-1].startswith("refertext: 2 errors; read 13 records")


def test_a_place_over_several_lines_has_no_columns() -> None:
    spot = Spot("message", "a.yml", Span(2, 3, 4, 1, "x"))
    (command,) = commands(render(Report((Located("rule", Severity.ERROR, spot, "help", ()),), DAY, {})))
    assert command.properties == {"file": "a.yml", "line": "2", "endLine": "4", "title": "rule"}


@pytest.mark.parametrize(
    ("errors", "warnings", "notes", "shown", "said"),
    [
        (0, 0, 3, [], "no errors and 3 notes; 3 of them without annotation"),
        (1, 1, 0, ["error", "warning"], "1 error and 1 warning; read"),
        (10, 10, 1, ["error"] * 10 + ["warning"] * 10, "10 errors, 10 warnings and 1 note; 1 of them without"),
        (11, 500, 0, ["error"] * 10 + ["warning"] * 10, "11 errors and 500 warnings; 491 of them without"),
    ],
)
def test_at_most_ten_of_a_kind(errors: int, warnings: int, notes: int, shown: list[str], said: str) -> None:
    kinds = [Severity.NOTE] * notes + [Severity.WARNING] * warnings + [Severity.ERROR] * errors
    report = Report(tuple(found(kind, number) for number, kind in enumerate(kinds, 1)), DAY, {"members": 1})
    output = render(report)
    assert [command.name for command in commands(output)] == shown
    assert said in output.splitlines()[-1]
    assert max(shown.count("error"), shown.count("warning")) <= MOST_ANNOTATIONS


VALUES = st.lists(
    st.text(max_size=10)
    | st.sampled_from(
        ["\r", "\n", "::", "%", "%0A", "%25", "%3A", ",", "=", "::error::", "##[error]", "::stop-commands::x"]
    ),
    max_size=8,
).map("".join)
SPOTS = st.builds(Spot, VALUES, VALUES, st.just(Span(1, 2, 1, 3, "x")))
FOUND = st.builds(
    Located, st.just("some-rule"), st.just(Severity.ERROR), SPOTS, VALUES, st.lists(SPOTS, max_size=2).map(tuple)
)


@given(FOUND, VALUES)
def test_any_value_reads_back_and_stays_in_its_place(finding: Located, prefix: str) -> None:
    annotation, last, end = re.split(
        r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", render(Report((finding,), DAY, {}), prefix)
    )
    assert (last, end) == ("refertext: 1 error; read no records as of 2026-03-11", "")
    command = understood(annotation)
    assert command
    assert command.name == "error"
    assert (
        command.properties
        == {
            "file": harmless(prefix + finding.spot.file),
            "line": "1",
            "endLine": "1",
            "col": "2",
            "endColumn": "3",
            "title": "some-rule",
        }
        or not prefix + finding.spot.file
    )
    lines = [f"{finding.spot.message}.", f"{finding.help[:1].upper()}{finding.help[1:]}."]
    lines += [f"See {see.file}, line 1: {see.message}" for see in finding.see]
    assert command.message.split("\n") == [harmless(line) for line in "\n".join(lines).split("\n")]
    assert understood(last) is None


def cells(row: str) -> list[str]:
    """The texts of a Markdown table's row: cut at bars that no backslash escapes, then without backslashes."""
    assert row.startswith("| ")
    assert row.endswith(" |")
    parts = re.split(r"((?:\\.|[^|\\])*)\|", row[1:])
    assert not any(parts[::2])
    return [re.sub(r"\\(.)", r"\1", part.strip(" ")) for part in parts[1::2]]


@given(FOUND)
def test_cells_of_the_summary_cannot_break(finding: Located) -> None:
    head, table = summary(Report((finding,), DAY, {})).split("\n\n")[0::2]
    assert head == "### refertext check: 1 error"
    title, rule, row, end = table.split("\n")
    assert (title, rule, end) == ("| | where | what | what to write |", "| --- | --- | --- | --- |", "")
    assert len(row.splitlines()) == 1
    expected = ["error some-rule", f"{finding.spot.file}:1", finding.spot.message, finding.help]
    assert cells(row) == [one_line(text) for text in expected]
    assert not re.search(r"[<>`*_\[\]#!~@$:.]", re.sub(r"\\.", "", row))


@pytest.mark.parametrize(
    "value",
    [
        "<script>",
        "![x](y)",
        "[x](https://example.com)",
        "https://example.com",
        "www.example.com",
        "`x`",
        "**x**",
        "@kit",
        "#1",
        "$x$",
        "a|b",
        "a\\|b",
        ":x:",
    ],
)
def test_markup_stays_text(value: str) -> None:
    row = summary(Report((found(Severity.ERROR, 1, value),), DAY, {})).splitlines()[-1]
    assert cells(row)[2] == value
    assert f" {value} " not in row


def test_the_summary_stays_under_the_limit_of_the_forge() -> None:
    many = tuple(found(Severity.ERROR, number, "x" * 480) for number in range(1, 5001))
    text = summary(Report(many, DAY, {}))
    assert len(text.encode()) < MOST_SUMMARY_BYTES + 100 < 1024 * 1024
    rows = [line for line in text.splitlines() if line.startswith("| error")]
    assert text.splitlines()[-1] == f"and {5000 - len(rows):,} more."
    assert len(rows) > 1000


def test_the_summary_has_every_finding_notes_too() -> None:
    text = summary(Report(tuple(found(kind) for kind in Severity), DAY, {}))
    assert [cells(row)[0] for row in text.splitlines()[-3:]] == [
        "error some-rule",
        "warning some-rule",
        "note some-rule",
    ]
