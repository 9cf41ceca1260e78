"""Where slips stand in a text, what a filed line looks like, and what is left of minutes without their log."""

from __future__ import annotations

import pytest

from refertext.slips import Line, without_log
from refertext.slips.section import lines_in, lines_of_log

MINUTES = """We laughed.

## Log

- late Ida

### Later

* late Kit
  late Lee

## After

- late Dee

#### LOG:
late Jo
"""


def test_the_lines_below_every_heading_log() -> None:
    found = list(lines_of_log(MINUTES))
    assert [line.text for line in found] == ["- late Ida", "* late Kit", "  late Lee", "late Jo"]
    assert all(MINUTES[line.start :].startswith(line.text) for line in found)


def test_minutes_without_the_log() -> None:
    assert without_log(MINUTES) == "We laughed.\n\n## After\n\n- late Dee\n\n"
    assert without_log("No log.\n") == "No log.\n"
    assert without_log("A\r\n## Log\r\n- late Ida\r\n# B\r\n") == "A\r\n# B\r\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- late Ida\n\n# Title\n***\n- - -\n```\nlate Kit\n```\n", ["- late Ida", "late Kit"]),
        ("<!-- how to:\n- late NAME\n-->\n- late Ida <!-- no -->\n", ["- late Ida <!-- no -->"]),
        ("- late Ida  \r\n- late Kit\t\r\n", ["- late Ida", "- late Kit"]),
        ("late Ida", ["late Ida"]),
        ("\n\n", []),
    ],
)
def test_what_is_a_line(text: str, lines: list[str]) -> None:
    assert [line.text for line in lines_in(text)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- late Ida <!-- no:\n- late Lee\n-->\n- late Kit\n", [("- late Ida <!-- no:", True), ("- late Kit", False)]),
        ("- late Ida <!-- not yet\n- late Lee\n", [("- late Ida <!-- not yet", True)]),
        ("<!-- a\nb --> - late Ida\n", [("b --> - late Ida", True)]),
        ("<!-- a\nb -->\n- late Ida <!-- c -->\n", [("- late Ida <!-- c -->", False)]),
        ("- [late Ida](x.md) <!-- a\nb -->\n", [("- [late Ida](x.md) <!-- a", True)]),
    ],
)  # fmt: skip
def test_remarks_over_several_lines(text: str, lines: list[tuple[str, bool]]) -> None:
    assert [(line.text, line.in_remark) for line in lines_in(text)] == lines


def test_a_remark_that_begins_above_the_log() -> None:
    assert [line.text for line in lines_of_log("<!--\n## Log\n- late Ida\n-->\n## Log\n- late Lee\n")] == ["- late Lee"]
    assert [line.text for line in lines_of_log("a <!-- b\n## Log\n- late Ida\n")] == ["- late Ida"]


@pytest.mark.parametrize(
    "heading",
    [
        "## Log",
        "## **Log**",
        "  ## Log",
        "Log\n---",
        "Log\n===",
        "**Log:**\n---",
        "# log #",
        "### _Log_:",
        "## Logs",
        "## Log 2",
    ],
)
def test_what_is_the_heading_of_a_log(heading: str) -> None:
    text = f"We laughed.\n\n{heading}\n\n- late Ida\n"
    assert [line.text for line in lines_of_log(text)] == ["- late Ida"]
    assert without_log(text) == "We laughed.\n\n"


@pytest.mark.parametrize("heading", ["## Logistics", "## Log cabins", "    ## Log", "Logs", "## Log 2026"])
def test_what_is_no_heading_of_a_log(heading: str) -> None:
    assert list(lines_of_log(f"{heading}\n\n- late Ida\n")) == []


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("- lead Kit: a bakery\n  with a shop\n- late Ida\n", [True, False]),
        ("- lead Kit: a bakery\nwith a shop\n", [True]),
        ("- lead Kit: a bakery\n  late Ida\n", [False, False]),
        ("- lead Kit: a bakery\n\nwith a shop\n", [False, False]),
        ("lead Kit: a bakery\nwith a shop\n", [False, False]),
        ("lead Kit: a bakery\n  with a shop\n", [True]),
        ("- lead Kit: a bakery\r\n\r\nwith a shop\r\n", [False, False]),
        ("- lead Kit: a bakery\n<!-- a -->\nwith a shop\n", [False, False]),
        ("- lead Kit: a bakery\nIda late\n", [False, False]),
        ("- lead Kit: a bakery\n  whose owner was late\n", [True]),
        ("- [late Ida](x.md)\n  more\n", [False, False]),
    ],
)
def test_a_slip_that_goes_on_in_the_next_line(text: str, goes_on: list[bool]) -> None:
    assert [line.goes_on for line in lines_in(text)] == goes_on


@pytest.mark.parametrize(
    ("line", "filed"),
    [
        ("- late Ida", "- [late Ida](x.md)"),
        ("  * late [a] \\ Ida", "  * [late \\[a\\] \\\\ Ida](x.md)"),
        ("late Ida", "- [late Ida](x.md)"),
        ("3. late Ida <!-- no -->", "3. [late Ida](x.md) <!-- no -->"),
        ("- late <!-- a -->Ida <!-- b -->", "- [late Ida](x.md) <!-- a --> <!-- b -->"),
        ("<!-- a --> - late Ida", "- [late Ida](x.md) <!-- a -->"),
        ("- <!-- [a](b) --> late Ida", "- [late Ida](x.md) <!-- [a](b) -->"),
        ("- lead Kit: see [it](y.md)", "- [lead Kit: see \\[it\\](y.md)](x.md)"),
    ],
)
def test_a_line_that_is_filed(line: str, filed: str) -> None:
    before, after = Line(line, 0), Line(filed, 0)
    assert before.link is None
    assert before.filed("x.md") == filed
    assert after.link == "x.md"
    assert after.slip == before.slip


@pytest.mark.parametrize("line", ["- lead Kit: [it](y.md)", "- [late Ida](x.md) and more", "- [late](x y.md)"])
def test_a_line_with_a_link_is_not_filed(line: str) -> None:
    assert Line(line, 0).link is None
