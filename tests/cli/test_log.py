"""`refertext log`: what it says and writes, at the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext
from refertext.slips.kinds import EXAMPLES

MEETING = "meetings/2026/2026-03-05-group.md"
LINES = "\n## Log\n\n- late Lee\n- leed Kit: a bakery\n- lead Kit > Lee: a bakery\n- absent Zed\n"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The cast with slips below its meeting."""
    root = tmp_path / "group"
    shutil.copytree(CAST, root)
    with open(root / MEETING, "a", encoding="utf-8") as stream:
        stream.write(LINES)
    return root


def log(group: Path, *arguments: str) -> Result:
    return CliRunner().invoke(refertext, ["log", *arguments, "--group", str(group)], catch_exceptions=False)


def test_lines_become_records_and_the_others_are_told(group: Path) -> None:
    result = log(group, "2026-03-05-group")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"Filed 2 lines of {MEETING}: 1 new lead and 1 line that")
    assert result.stderr.splitlines() == [
        f"2 lines of {MEETING} cannot be understood yet, and stayed as they are.",
        f"{MEETING}:22:3: “leed” is no kind of slip: begin with the kind, as in “{EXAMPLES['lead']}”.",
        f"{MEETING}:24:10: There is no member “Zed”: write one of Brian Cho, Kit Larsen, Lee Ortiz.",
    ]
    text = (group / MEETING).read_text()
    assert "- [late Lee](2026-03-05-group.md)\n- leed Kit: a bakery\n- [lead Kit > Lee: a bakery](../../ref" in text
    (new,) = (group / "referrals/2026").glob("2026-03-05-kit-larsen-lee-ortiz-*.yml")
    assert new.read_text() == "kind: lead\ndate: 2026-03-05\nfrom: kit-larsen\nto: lee-ortiz\nabout: a bakery\n"


def test_what_is_unclear_is_told_where_it_stands_afterwards(group: Path) -> None:
    text = (group / MEETING).read_text().replace("- late Lee", "- visitor Pat Roe, by Kit")
    (group / MEETING).write_text(text)
    result = log(group, MEETING)
    assert f"{MEETING}:25:3: “leed”" in result.stderr
    assert (group / MEETING).read_text().splitlines()[24] == "- leed Kit: a bakery"


def test_scripts_get_the_lines_that_are_unclear(group: Path) -> None:
    with open(group / MEETING, "a", encoding="utf-8") as stream:
        stream.write("- late Leo\n")
    result = log(group, MEETING, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["left"][1:] == [
        {
            "file": MEETING,
            "line": 24,
            "column": 10,
            "message": "There is no member “Zed”",
            "help": "write one of Brian Cho, Kit Larsen, Lee Ortiz",
        },
        {
            "file": MEETING,
            "line": 25,
            "column": 8,
            "message": "There is no member “Leo”",
            "help": "did you mean Lee Ortiz?",
        },
    ]
    assert result.stderr.endswith("There is no member “Leo”: did you mean Lee Ortiz?\n")


def test_a_log_that_cannot_be_read(group: Path) -> None:
    (group / "log").mkdir()
    (group / "log/2026-03-09.md").write_text("- late \u202eLee\n")
    result = log(group, "log/2026-03-09.md")
    assert result.exit_code == 2
    assert "log/2026-03-09.md cannot be read, so nothing of it can be filed" in " ".join(result.stderr.split())


def test_a_dry_run_writes_nothing(group: Path) -> None:
    before = (group / MEETING).read_text()
    result = log(group, MEETING, "--dry-run")
    assert result.exit_code == 1
    assert "+- [late Lee](2026-03-05-group.md)" in result.stdout
    assert (group / MEETING).read_text() == before


def test_filing_again_says_that_there_is_nothing_to_do(group: Path) -> None:
    text = (group / MEETING).read_text().replace("- leed Kit: a bakery\n", "").replace("- absent Zed\n", "")
    (group / MEETING).write_text(text)
    assert log(group, MEETING).exit_code == 0
    again = log(group, MEETING, "--json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["said"] == f"Every line of {MEETING} is filed already."
    assert json.loads(again.stdout)["written"] == []
    assert json.loads(again.stdout)["left"] == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("2026-02-19-brian", "There are no slips in meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md."),
        ("2026-03-06-group", "There is no record “2026-03-06-group” in meetings/ and log/. Did you mean"),
        ("members/kit-larsen.md", "There is no record “members/kit-larsen.md” in meetings/ and log/."),
    ],
)  # fmt: skip
def test_where_nothing_can_be_filed(group: Path, file: str, said: str) -> None:
    result = log(group, file)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_log_of_a_member(group: Path) -> None:
    (group / "log" / "2026").mkdir(parents=True)
    mine = group / "log" / "2026" / "2026-03-09-kit-larsen-x1y2.md"
    mine.write_text("one-to-one Kit + Lee 03-06\n")
    assert log(group, str(mine)).exit_code == 0
    (new,) = (group / "meetings/2026").glob("2026-03-06-*.md")
    assert mine.read_text() == f"- [one-to-one Kit + Lee 03-06](../../meetings/2026/{new.name})\n"


def test_the_last_meeting(group: Path) -> None:
    result = log(group, "last", "--dry-run")
    assert f"b/{MEETING}" in result.stdout
