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


def test_the_group_s_numbers_stand_beside_those_of_the_time_before() -> None:
    text = metrics("--over", "26 weeks").stdout
    lines = {line.split()[0]: line.split() for line in text.splitlines() if line.strip()}
    assert text.startswith("Harbour Referral Partners, 2026-05-23 to 2026-11-20, beside 2025-11-22 to 2026-05-22\n")
    assert lines["meetings-held"][1:] == ["26", "26", "22"]
    names = {name for name, measure in all_measures().items() if Kind.GROUP in measure.kinds}
    assert names <= lines.keys()
    assert lines["value"][2] == "USD"
    found = json.loads(metrics("--over", "26 weeks", "--format", "json").stdout)
    before = {number["measure"]: number["amount"] for number in found["before"]}
    assert before["meetings-held"] == 22


@pytest.mark.parametrize("asked", [(), ("--as-of", "2026-06-30"), ("--from", "2026-05-01"), ("--over", "30 meetings")])
def test_of_a_time_without_records_nothing_is_said(asked: tuple[str, ...]) -> None:
    text = " ".join(metrics(*asked).stdout.split())
    assert "Records begin on 2025-11-20, so there is no time before to compare with." in text
    assert "before 0" not in text
    assert json.loads(metrics(*asked, "--format", "json").stdout)["before"] is None


def test_meetings_are_compared_with_the_meetings_before() -> None:
    """The four before 29 October are of 1, 8, 15 and 22 October; as many days before would hold three."""
    text = metrics("--over", "4 meetings", "--measure", "meetings-held").stdout
    assert text.startswith("Harbour Referral Partners, 2026-10-29 to 2026-11-20, beside 2026-10-01 to 2026-10-28\n")
    assert ["meetings-held", "4", "4", "4"] in [line.split() for line in text.splitlines()]


def test_before_anything_is_recorded_that_is_said() -> None:
    assert "No meeting and no referral is recorded yet." in metrics("--as-of", "2025-11-19").stdout


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


def test_money_has_its_currency_in_a_column_of_its_own(tmp_path: Path) -> None:
    """After all that stood there before, so that nothing moves; nothing of what is no money."""
    group = Path(shutil.copytree(CAST, tmp_path / "group"))
    settings = (group / "refertext.yml").read_text().replace("currency: USD", "currency: EUR")
    (group / "refertext.yml").write_text(settings)
    asked = ("--measure", "value", "--measure", "leads", "--format")
    value, leads = json.loads(metrics(*asked, "json", group=group).stdout)["numbers"]
    assert (value["unit"], value["currency"]) == ("money", "EUR")
    assert (leads["unit"], leads["currency"]) == ("count", None)
    rows = list(csv.reader(io.StringIO(metrics(*asked, "csv", group=group).stdout)))
    assert rows[0] == ["measure", "subject", "from", "until", "amount", "unit", "n", "reason", "currency"]
    assert [row[-1] for row in rows[1:]] == ["EUR", ""]


def rows_by_month(*asked: str) -> dict[str, str]:
    """What stands before the number of contributions in each line of a table by month."""
    lines = metrics("--by", "month", "--measure", "contributions", *asked).stdout.splitlines()
    return {line.rpartition(" ")[0].strip(): line.rpartition(" ")[2] for line in lines if line.startswith("202")}


def test_months_are_whole_and_the_running_one_is_marked() -> None:
    """Of November 2025 there are six contributions, as the site says; nobody can tell of the months before."""
    year = rows_by_month()
    assert list(year) == ["2025-11", "2025-12", *(f"2026-{month:02}" for month in range(1, 11)), "2026-11 so far"]
    assert year["2025-11"] == "6"
    assert rows_by_month("--over", "3 months")["2026-08"] == year["2026-08"]
    assert list(rows_by_month("--over", "24 months")) == list(year)
    assert list(rows_by_month("--as-of", "2026-10-31", "--over", "2 months")) == ["2026-09", "2026-10"]


def test_a_part_of_a_month_that_is_asked_for_is_said() -> None:
    asked = rows_by_month("--from", "2026-01-15", "--until", "2026-03-10")
    assert list(asked) == ["2026-01, 15 to 31", "2026-02", "2026-03, 1 to 10"]
    assert "Records begin on 2025-11-20." in metrics("--by", "month").stdout
    assert "Records begin" not in metrics("--by", "month", "--over", "3 months").stdout
    assert "No meeting and no referral is recorded yet." in metrics("--by", "month", "--as-of", "2025-11-19").stdout


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
  - {rule: no-guide}
  - {measure: attendance, at_least: 90%}
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
    assert text.startswith(f"What if “We come” ({draft})")
    assert "Tried at the ends of months from 2025-11-30 to 2026-10-31, and on 2026-11-20." in text
    assert "Attendance of at least 90% over 26 weeks\n  Of 12, 4 would have kept it each time, 7 would" in text
    rows = {" ".join(line.split()[:2]): line.split()[2:6] for line in text.splitlines() if line.startswith("  ")}
    assert rows["Pete Novak"] == ["8", "of", "11", "missed,"]
    assert rows["Kit Larsen"] == ["4", "of", "11", "kept,"]
    assert "Lee Ortiz" not in rows
    assert "Counted on 2026-11-20: 2026-05-23 to 2026-11-20." in text
    assert "cannot be judged yet: Ines Duarte (only 23 of the first 28 days have passed)" in text
    assert (
        "Nothing is found of “A member's guide lacks a part” (no-guide)\n  A rule looks at the records as they are now"
        in text
    )
    assert "would fall short: Omar Haddad" in text
    assert "We are kind\n  Nobody is judged by it: these are words, which nobody counts." in text
    assert "attendance counts: write per: week" in text.replace("“attendance”", "attendance")
    assert not (SAMPLE / "agreements/we-come.md").exists()


def test_a_draft_fits_the_paper(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text(DRAFT)
    result = metrics("--with", draft, columns=60)
    assert max(len(line) for line in result.stdout.splitlines() if str(draft) not in line) <= 60


def test_of_one_alone_it_is_said_who(tmp_path: Path) -> None:
    draft = tmp_path / "few.md"
    floors = {"kit-larsen": "75%", "pete-novak": "75%", "brian-cho, kit-larsen": "1%"}
    said = "".join(
        f"  - {{measure: attendance, at_least: {floor}, over: 26 weeks, who: [{who}]}}\n"
        for who, floor in floors.items()
    )
    draft.write_text(f"---\ntitle: Few\nadopted: 2027-01-01\ncommitments:\n{said}---\n\nA few.\n")
    text = metrics("--with", draft).stdout
    assert "Kit Larsen would have kept it each time." in text
    assert "Pete Novak would have fallen short." in text
    assert "Both would have kept it each time." in text


def test_programs_get_every_verdict_of_a_draft(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text(DRAFT)
    found = json.loads(metrics("--with", draft, "--format", "json").stdout)
    assert (found["version"], found["as_of"], found["file"]) == (1, "2026-11-20", str(draft))
    assert (found["from"], found["until"], found["records_begin"]) == ("2025-11-01", "2026-11-20", "2025-11-20")
    attendance, guide, vague, words = found["commitments"]
    assert attendance["falls_short"][0] == "pete-novak"
    assert attendance["cannot_be_judged"] == ["ines-duarte"]
    assert "lee-ortiz" in attendance["kept"]
    [pete] = [one for one in attendance["subjects"] if one["subject"] == "pete-novak"]
    assert (pete["months_judged"], pete["months_missed"], pete["share_kept"]) == (11, 8, 0.272727)
    assert [month["outcome"] for month in pete["months"]].count("missed") == 8
    assert pete["now"]["outcome"] == "missed"
    assert guide["falls_short"] == ["omar-haddad"]
    assert vague["reason"].startswith("nobody is judged by it: The commitment does not say over which time")
    assert words["reason"] == "nobody is judged by it: these are words, which nobody counts"
    rows = list(csv.DictReader(io.StringIO(metrics("--with", draft, "--format", "csv").stdout)))
    of_pete = [row for row in rows if row["subject"] == "pete-novak" and row["commitment"].startswith("attendance of")]
    assert [row["outcome"] for row in of_pete] == [one["outcome"] for one in (*pete["months"], pete["now"])]


def test_a_draft_in_the_place_of_an_agreement_is_tried_instead_of_it(tmp_path: Path) -> None:
    draft = tmp_path / "show-up.md"
    draft.write_text(DRAFT)
    text = metrics("--with", draft).stdout
    assert "We come" in text
    assert "contribution" not in text


def test_a_draft_that_is_wrong_is_told_like_any_file(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text(DRAFT.replace("attendance", "atendance").replace("90%", "lots"))
    result = metrics("--with", draft)
    assert result.exit_code == 1
    assert f"{draft}:5" in result.stdout.replace("\n", "")
    assert "agreements/we-come.md" not in result.stdout
    assert "“lots” is not a number" in result.stdout
    found = json.loads(metrics("--with", draft, "--format", "json").stdout)
    assert {one["file"] for one in found["findings"]} == {str(draft)}
    assert metrics("--with", draft, "--format", "csv").stdout == ""


def test_what_is_no_agreement_is_told(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("a draft\n")
    result = metrics("--with", draft)
    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit)
    assert str(draft) in (result.stdout + result.stderr).replace("\n", "")


@pytest.mark.parametrize("name", ["draft.txt", "draft", "draft.yaml", "draft.YML"])
def test_an_agreement_in_a_file_of_another_name_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    draft = tmp_path / name
    draft.write_text(DRAFT)
    result = metrics("--with", draft)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no agreement: write the name of a .md or .yml file" in " ".join(result.stderr.split())


def test_a_draft_without_numbers_says_so(tmp_path: Path) -> None:
    draft = tmp_path / "we-come.md"
    draft.write_text("---\ntitle: We come\nadopted: 2027-01-01\n---\n")
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
        (["--profile", "ground-rules", "--until", "2027-05-01"], "--until 2027-05-01 is after 2026-11-20"),
        (["--profile", "points-group", "--until", "2027-05-01"], "--until 2027-05-01 is after 2026-11-20"),
        (["--until", "2027-05-01"], "--until 2027-05-01 is after 2026-11-20"),
        (["--with", str(SAMPLE / "CHANGELOG.md"), "--profile", "ground-rules"], "takes no other option"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(refertext, ["metrics", *arguments, "--group", str(SAMPLE)])
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
