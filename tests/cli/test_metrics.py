"""`refertext metrics`: tables, JSON, CSV, and the trying out of drafts."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE
from refertext.cli import refertext
from refertext.measures import Kind
from refertext.measures.registry import all_measures

SAMPLE = HERE.parent


def metrics(*arguments: str | Path, group: Path = SAMPLE, columns: int = 120) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(refertext, ["metrics", *map(str, arguments), "--group", str(group)])


def test_the_group_s_numbers_stand_beside_the_year_before() -> None:
    text = metrics().stdout
    lines = {line.split()[0]: line.split() for line in text.splitlines() if line.strip()}
    assert lines["meetings-held"][1:] == ["48", "48", "1"]
    names = {name for name, measure in all_measures().items() if Kind.GROUP in measure.kinds}
    assert names <= lines.keys()
    assert "amounts in EUR and USD cannot be added up; write them all in USD" in text


def test_members_stand_side_by_side_alumni_too_candidates_not() -> None:
    lines = metrics("--by", "member").stdout.splitlines()
    names = [" ".join(line.split()[:2]) for line in lines]
    assert "Grace Lindqvist" in names
    assert "Dana Wolfe" not in names
    assert names.index("Brian Cho") < names.index("Kit Larsen") < names.index("Tom Vega")


def test_a_pair_stands_there_in_both_directions() -> None:
    text = metrics("--by", "pair", "--measure", "contributions", "--over", "13 weeks").stdout
    rows = [line.split() for line in text.splitlines() if "Brian Cho" in line and "Kit Larsen" in line]
    assert rows == [
        ["Brian", "Cho", "→", "Kit", "Larsen", "2"],
        ["Kit", "Larsen", "→", "Brian", "Cho", "1"],
    ]


@pytest.mark.parametrize("by", ["member", "pair", "month", "group"])
def test_every_table_fits_and_loses_no_column(by: str) -> None:
    wide, narrow = metrics("--by", by, columns=110).stdout, metrics("--by", by, columns=60).stdout
    assert max(map(len, narrow.splitlines())) <= 60
    assert set(narrow.split()) >= {word for word in wide.split() if any(letter.isdigit() for letter in word)}


def test_json_and_csv_hold_the_same_numbers() -> None:
    asked = ("--by", "month", "--from", "2026-01-01")
    found = json.loads(metrics(*asked, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(metrics(*asked, "--format", "csv").stdout)))
    assert (found["version"], found["as_of"], found["by"]) == (1, "2026-11-20", "month")
    told = [{key: "" if value is None else str(value) for key, value in one.items()} for one in found["numbers"]]
    assert rows == told
    assert {row["from"] for row in rows} == {f"2026-{month:02}-01" for month in range(1, 12)}


def test_no_cell_of_a_csv_is_taken_for_a_formula(tmp_path: Path) -> None:
    group = Path(shutil.copytree(CAST, tmp_path / "group"))
    settings = (group / "refertext.yml").read_text().replace("currency: USD", "currency: EUR")
    (group / "refertext.yml").write_text(settings)
    rows = list(csv.reader(io.StringIO(metrics("--by", "member", "--format", "csv", group=group).stdout)))
    assert not [cell for row in rows for cell in row if cell[:1] in "=+@\t" and cell]


DRAFT = """\
---
title: We come
adopted: 2027-01-01
commitments:
  - {measure: attendance, at_least: 90%, over: 26 weeks}
  - {promise: We are kind}
---

Nine in ten.
"""


def test_a_draft_is_tried_out_on_the_last_twelve_months(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text(DRAFT)
    result = metrics("--with", draft)
    text = result.stdout
    assert result.exit_code == 0
    assert "attendance at least 90% over 26 weeks" in text
    rows = {" ".join(line.split()[:2]): line.split()[2:4] for line in text.splitlines() if line.startswith("  ")}
    assert rows["Pete Novak"][1] == "missed"
    assert "Lee Ortiz" not in rows
    assert "kind" not in text
    assert not (SAMPLE / "agreements/we-come.md").exists()


def test_a_draft_that_is_wrong_is_told_like_any_file(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text(DRAFT.replace("attendance", "atendance").replace("90%", "lots"))
    result = metrics("--with", draft)
    assert result.exit_code == 1
    assert "agreements/we-come.md:5" in result.stdout
    assert "“lots” is not a number" in result.stdout


def test_a_draft_without_numbers_says_so(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text("---\ntitle: We come\nadopted: 2027-01-01\ncommitments:\n  - {promise: We are kind}\n---\n")
    assert "nobody can fall short of it" in " ".join(metrics("--with", draft).stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--measure", "balanse"], "Did you mean balance?"),
        (["--measure", "fulfilment", "--by", "member"], "fulfilment is no number of a member"),
        (["--measure", "balance", "--by", "month"], "balance is no number of a group"),
        (["--by", "seat"], "is not one of"),
        (["--with", "nowhere.md"], "does not exist"),
    ],
)
def test_a_wrong_request_is_told_in_words(arguments: list[str], said: str) -> None:
    result = metrics(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_everybody_by_a_score_table() -> None:
    text = metrics("--profile", "ground-rules").stdout
    assert "ground-rules" in text
    assert "Pete Novak" in text
    assert "Dana Wolfe" not in text
    found = json.loads(metrics("--profile", "ground-rules", "--format", "json").stdout)
    assert found["profile"] == "ground-rules"
    assert len(found["scores"]) == 11
    assert "Harbour Referral Partners" in metrics("--profile", "points-group").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "ground-rulez"], "Did you mean ground-rules?"),
        (["--profile", "ground-rules", "--by", "member"], "its table decides"),
        (["--with", "CHANGELOG.md", "--profile", "ground-rules"], "takes no other option"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(refertext, ["metrics", *arguments, "--group", str(SAMPLE)])
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split()) or "does not exist" in result.stderr
