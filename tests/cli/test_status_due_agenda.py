"""`refertext status`, `due` and `agenda`: what a coordinator reads on the way to the meeting."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE
from refertext.cli import refertext

SAMPLE = HERE.parent


def run(command: str, *arguments: str | Path, group: Path = SAMPLE, columns: int = 80) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(refertext, [command, *map(str, arguments), "--group", str(group)])


@pytest.fixture
def cast_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


@pytest.mark.parametrize("command", ["status", "due", "agenda"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_every_line_fits(command: str, columns: int) -> None:
    result = run(command, columns=columns)
    assert result.exit_code == 0
    longest = max(result.stdout.splitlines(), key=len)
    assert len(longest) <= columns or (":" in longest and " " not in longest.strip()) or command == "status"


def test_the_group_s_status_says_what_to_look_at() -> None:
    text = " ".join(run("status").stdout.split())
    assert "Harbour Referral Partners, as of Friday 2026-11-20" in text
    assert "11 members, 1 candidate; last met on 2026-11-19 (10 of 11 came)" in text
    assert "next meeting on Thursday 2026-12-03" in text  # the Thursday before is in a break
    assert "We show up attendance of at least 75% over 26 weeks: 9 kept, 1 missed (Pete Novak), 1 too early" in text
    assert "Pete Novak and Sam Hill: step 5 of 5, evaluate missed: Pete Novak gave Sam Hill 0 of 2 promised" in text
    assert "at risk: Kit Larsen promised Brian Cho 2 referrals by 2026-12-11 and gave 1" in text
    assert "★ star referrers: Kit Larsen of Brian Cho" in text
    assert "Ines Duarte, since 2026-10-29: 4 of 4 meetings in person, 2 contributions" in text
    assert "For Thursday 2026-12-03 Omar Haddad presents; 1 thanks to say" in text


@pytest.mark.parametrize(
    ("attendance", "came"),
    [
        ("{kit-larsen: present, brian-cho: present, lee-ortiz: late}", " (3 of 3 came)"),
        ("{kit-larsen: present}", " (1 of 3 came)"),  # who is not entered was absent
        ("{kit-larsen: present, dana-wolfe: present, nobody: late}", " (1 of 3 came)"),  # guests have no seat
        ("{kit-larsen: present, brian-cho: substitute}", " (1 of 3 came)"),
    ],
)
def test_who_came_is_counted_as_attendance_is(cast_folder: Path, attendance: str, came: str) -> None:
    text = f"---\nkind: group\ndate: 2026-03-10\nattendance: {attendance}\n---\n"
    (cast_folder / "meetings/2026/2026-03-10-group.md").write_text(text)
    assert f"last met on 2026-03-10{came};" in " ".join(run("status", group=cast_folder).stdout.split())


def test_where_a_meeting_counts_for_nobody_nobody_is_counted(cast_folder: Path) -> None:
    settings = cast_folder / "refertext.yml"
    settings.write_text(settings.read_text() + "breaks: [{from: 2026-03-01, until: 2026-03-09, why: a fair}]\n")
    assert "last met on 2026-03-05;" in run("status", group=cast_folder).stdout


@pytest.mark.parametrize(
    ("rule", "file", "said"),
    [
        ("thanks-overdue", "referrals/2026/2026-10-08-tom-vega-sam-hill-vpxh.yml", "hank Tom Vega in public"),
        ("unsigned", "members/tom-vega.md", "read “We know each other”, and sign it"),
    ],
)
def test_what_is_waived_is_owed_nowhere(tmp_path: Path, rule: str, file: str, said: str) -> None:
    for name in ("agreements", "meetings", "members", "partnerships", "prospects", "referrals"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    settings = (SAMPLE / "refertext.yml").read_text()
    commands = (["due"], ["due", "--member", "sam"], ["due", "--member", "tom"], ["status", "tom"], ["agenda"])
    told = []
    for waiver in ("", f"  - {{rule: {rule}, file: {file}, why: all of us, until: 2026-12-31}}\n"):
        head, _, rest = settings.partition("\nwaivers:\n")
        (tmp_path / "refertext.yml").write_text(f"{head}\nwaivers:\n{waiver}{rest}" if rest or waiver else settings)
        texts = [" ".join(run(*arguments, group=tmp_path).stdout.split()) for arguments in commands]
        told.append(sum(said in text for text in texts))
    assert told[0] > 0
    assert told[1] == 0


def test_the_group_s_status_fits_on_a_page_and_a_half() -> None:
    assert len(run("status").stdout.splitlines()) <= 75


@pytest.mark.parametrize("day", ["2025-10-01", "2025-11-20", "2025-12-20"])
def test_early_days_are_not_compared_with_days_before_anything_was_recorded(day: str) -> None:
    text = run("status", "--as-of", day).stdout
    assert "The last 13 weeks\n" in text
    assert "before" not in text.split("What we agreed")[0].replace("no time before", "")
    found = json.loads(run("status", "--as-of", day, "--format", "json").stdout)
    assert {number["before"] for number in found["numbers"]} == {None}
    member = run("status", "pete", "--as-of", day).stdout
    assert "The last twelve months\n" in member


def test_a_newcomer_who_drifts_away_stands_out(cast_folder: Path) -> None:
    old = (cast_folder / "members/kit-larsen.md").read_text()
    joined = next(line for line in old.splitlines() if line.startswith("joined:"))
    (cast_folder / "members/kit-larsen.md").write_text(old.replace(joined, "joined: 2026-01-15"))
    text = " ".join(run("status", "--as-of", "2026-02-20", group=cast_folder).stdout.split())
    assert (
        "Kit Larsen, since 2026-01-15: no meeting yet, no contributions. Drifting away: nothing given in 36 days"
        in text
    )


def test_a_member_s_status_has_own_and_owed() -> None:
    text = run("status", "pete").stdout
    assert text.startswith("Pete Novak, ")
    assert "Pete Novak owes, within two weeks" in text
    assert "  missed     15 of 26 meetings in person (57.7%), at least 75%, 2026-05-23 to\n" in text
    assert "  not yet    1 contribution, aim 26, 2026-08-17 to 2026-11-15\n" in text
    assert "Records begin on 2025-11-20, so there is no time before to compare with." in " ".join(text.split())


@pytest.mark.parametrize(
    ("member", "said"),
    [("dana-wolfe", "Candidate on 2026-11-20"), ("grace", "Not a member on 2026-11-20 any more (last day 2026-05-28)")],
)
def test_candidates_and_alumni_are_told_as_such(member: str, said: str) -> None:
    assert said in " ".join(run("status", member).stdout.split())


def test_programs_read_status_as_one_object() -> None:
    found = json.loads(run("status", "--format", "json").stdout)
    assert (found["version"], found["subject"], found["next_meeting"]) == (1, "group", "2026-12-03")
    assert found["findings"]["errors"] == 0
    outcomes = {verdict["outcome"] for verdict in found["verdicts"]}
    assert outcomes <= {"kept", "at risk", "missed", "waived", "too early", "reached", "not yet"}
    aims = [verdict for verdict in found["verdicts"] if verdict["what"].startswith("an aim of")]
    assert {verdict["outcome"] for verdict in aims} <= {"reached", "not yet", "waived", "too early"}
    assert found["newcomers"][0]["member"] == "ines-duarte"
    assert [len(one["between"]) for one in found["partnerships"]] == [2, 2, 2, 2]
    member = json.loads(run("status", "kit", "--format", "json").stdout)
    assert "findings" not in member
    assert all("kit-larsen" in owed["by"] + owed["to"] for owed in member["due"])


def test_programs_read_who_belongs_to_the_group_and_what_is_ahead() -> None:
    text = " ".join(run("status").stdout.split())
    found = json.loads(run("status", "--format", "json").stdout)
    assert "11 members, 1 candidate; last met on 2026-11-19 (10 of 11 came)" in text
    assert found["people"] == {"members": 11, "on_leave": 0, "candidates": 1}
    assert found["last_meeting"] == {"date": "2026-11-19", "came": 10, "counted": 11}
    ahead = found["agenda"]
    assert (ahead["date"], ahead["candidates"]) == (found["next_meeting"], ["dana-wolfe"])
    assert f"{ahead['actions']} actions to report on; late news of {ahead['late_news']} open gifts" in text
    now = [one for one in found["due"] if one["days_late"] >= 0]
    assert f"{len(now)} things due today or late" in text
    assert len(now) < len(found["due"])
    rows = json.loads(run("due", "--days", "14", "--format", "json").stdout)["due"]
    assert [{**one, "days_late": None} for one in found["due"]] == [{**row, "days_late": None} for row in rows]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("kit", {"state": "member", "since": "2025-01-09", "seat": "people/staffing"}),
        ("dana", {"state": "candidate", "since": None, "seat": "people/training"}),
        ("grace", {"state": "former member", "since": None}),
    ],
)
def test_programs_read_who_somebody_is(member: str, expected: dict[str, str | None]) -> None:
    found = json.loads(run("status", member, "--format", "json").stdout)
    assert expected.items() <= found.items()
    assert found["on_leave_until"] is None


def test_promised_and_delivered_are_told_in_both_directions() -> None:
    """Brian has kept his promise to Kit, so nothing is missing there; what both still owe is told once."""
    text = " ".join(run("status", "kit").stdout.split())
    assert "Kit Larsen to Brian Cho: 1 of 2 referrals promised" in text
    assert "Given of promised: Brian Cho 1 of 1 and Kit Larsen 1 of 2." in text
    assert text.count("Given of promised") == 1
    assert "Ruth Abara to Kit Larsen: 0 of 2 referrals promised" in text


def test_programs_read_of_a_member_what_people_read() -> None:
    text, found = run("status", "kit").stdout, json.loads(run("status", "kit", "--format", "json").stdout)
    score = found["score"]
    assert f"Kit Larsen: {score['points']} of {score['possible']} points, {score['colour']}" in text
    assert (score["profile"], score["colours"]["green"]) == ("ground-rules", 70)
    assert all(part["title"] in text for part in score["parts"])
    assert [one["between"] for one in found["partnerships"]] == [
        ["brian-cho", "kit-larsen"],
        ["kit-larsen", "ruth-abara"],
    ]
    first = found["partnerships"][0]
    assert (first["step"], first["step_name"]) == (4, "execute")
    assert [one["outcome"] for one in first["promises"]] == ["kept", "at risk"]
    assert first["worries"] == ["at risk: Kit Larsen promised Brian Cho 2 referrals by 2026-12-11 and gave 1"]
    assert {(one["giver"], one["receiver"]) for one in found["star_referrers"]} == {
        ("kit-larsen", "brian-cho"),
        ("brian-cho", "kit-larsen"),
    }
    assert [one["outcome"] for one in found["verdicts"] if one["file"].startswith("partnerships/")] == [
        "at risk",
        "too early",
    ]
    assert json.loads(run("status", "dana", "--format", "json").stdout)["score"] is None


def test_due_has_the_cheapest_first_and_leaves_later_things_to_later() -> None:
    now, soon = (json.loads(run("due", "--days", days, "--format", "json").stdout)["due"] for days in ("0", "30"))
    efforts = ["line", "call", "talk", "meeting", "work"]
    ranks = [efforts.index(owed["effort"]) for owed in soon]
    assert ranks == sorted(ranks)
    assert all(date.fromisoformat(owed["due"]) <= date(2026, 11, 20) for owed in now)
    assert [owed for owed in soon if owed["due"] <= "2026-11-20"] == now
    assert all(date.fromisoformat(owed["due"]) <= date(2026, 11, 20) + timedelta(days=30) for owed in soon)
    assert len(soon) > len(now) > 5


def test_every_debt_leads_to_a_place_in_a_file() -> None:
    for owed in json.loads(run("due", "--days", "60", "--format", "json").stdout)["due"]:
        lines = (SAMPLE / owed["file"]).read_text().splitlines()
        assert 1 <= owed["line"] <= len(lines)
        assert owed["do"][0].isupper()
        assert owed["write"]


def test_due_of_a_member_is_what_they_owe_and_are_owed() -> None:
    text = run("due", "--member", "nell", "--days", "14").stdout
    assert "Nell Byrne owes" in text
    assert "Nell Byrne is owed" in text
    rows = json.loads(run("due", "--member", "nell", "--format", "json").stdout)["due"]
    assert rows
    assert all("nell-byrne" in owed["by"] + owed["to"] for owed in rows)


def test_the_group_s_list_is_brief_and_by_people() -> None:
    brief, own = run("due").stdout, run("due", "--member", "tom").stdout
    assert "refertext sign" not in brief
    assert "\n      refertext sign one-to-ones --as tom-vega\n" in own
    assert "Words in capitals are for you to fill in." in own
    assert "“refertext due --member NAME” has a member's own, with the commands that write it down." in _flat(brief)
    line = brief[brief.index("A word or a line is enough") : brief.index("A call or a message")]
    assert line.count("  Tom Vega\n") == 1
    assert "[ ] 239 days late: read “We know each other”, and sign it\n        members/tom-vega.md:29\n" in line


def test_a_command_stands_on_one_line_however_narrow_the_terminal() -> None:
    own = run("due", "--member", "sam").stdout
    assert '\n      refertext thank vpxh --where "TEXT" --words "TEXT"\n' in own
    rows = json.loads(run("due", "--member", "sam", "--format", "json").stdout)["due"]
    assert 'refertext thank vpxh --where "TEXT" --words "TEXT"' in [row["command"] for row in rows]


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_many_of_one_kind_are_counted(cast_folder: Path) -> None:
    for day in ("05", "12", "19", "26"):
        text = f"---\nkind: group\ndate: 2025-06-{day}\nattendance:\n  kit-larsen: present\nnext: 2026-03-05\n---\n"
        (cast_folder / "meetings/2026" / f"2025-06-{day}-group.md").write_text(text)
    text = run("due", group=cast_folder).stdout
    assert "attended the meeting of" in " ".join(text.split())
    assert "    … and 1 more like this\n" in text


def test_what_is_late_and_waited_for_comes_first() -> None:
    lines = [owed for owed in json.loads(run("due", "--format", "json").stdout)["due"] if owed["effort"] == "line"]
    late = [owed for owed in lines if owed["due"] < "2026-11-20"]
    assert lines[: len(late)] == late
    waits = [bool(owed["to"]) for owed in late]
    assert waits == sorted(waits, reverse=True)


def test_nothing_due_is_said_in_one_line(cast_folder: Path) -> None:
    result = run("due", "--days", "0", "--as-of", "2024-01-01", group=cast_folder)
    assert result.stdout.count("\n") <= 2
    assert "nothing is due" in " ".join(result.stdout.split())


def test_contacts_of_prospects_come_from_the_private_overlay_only(cast_folder: Path) -> None:
    gift = "kind: lead\ndate: 2026-02-02\nfrom: kit-larsen\nto: brian-cho\nprospect: haulier-nampa\n"
    (cast_folder / "referrals/2026/2026-02-02-kit-larsen-brian-cho-zzzz.yml").write_text(gift)
    assert "555" not in run("due", group=cast_folder).stdout
    private = cast_folder / "private/prospects"
    private.mkdir(parents=True)
    (private / "haulier-nampa.yml").write_text("contact: {phone: 208-555-0188}\n")
    assert "208-555-0188" in run("due", group=cast_folder).stdout
    assert "555" not in run("agenda", group=cast_folder).stdout


def test_the_agenda_is_a_sheet_to_tick_off() -> None:
    text = run("agenda").stdout
    assert text.startswith("Harbour Referral Partners, Thursday 2026-12-03, 07:30, Dockside Café\n")
    assert text.count("[ ]") > 10
    assert "Who sits down with whom before the next meeting" in text
    assert "[ ] Omar Haddad presents" in text
    found = json.loads(run("agenda", "2026-12-03", "--format", "json").stdout)
    assert (found["date"], found["presenter"]) == ("2026-12-03", "omar-haddad")
    assert {owed["topic"] for owed in found["thanks"]} == {"thanks"}


def test_without_any_date_the_agenda_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "refertext.yml").write_text("group: A\ntimezone: UTC\ncurrency: USD\n")
    result = run("agenda", group=tmp_path)
    assert result.exit_code == 2
    assert "write the date, or meets: with every and weekday in refertext.yml" in " ".join(result.stderr.split())
    assert run("agenda", "2026-03-12", group=tmp_path).exit_code == 0
    assert run("status", group=tmp_path).exit_code == 0


def test_what_cannot_be_read_is_said_once_on_stderr(cast_folder: Path) -> None:
    (cast_folder / "members/brian-cho.md").write_text("---\nname: [\n---\n")
    for command in ("status", "due", "agenda"):
        result = run(command, group=cast_folder)
        assert result.exit_code == 0
        assert "1 file cannot be read" in result.stderr


@pytest.mark.parametrize("command", ["status", "due", "agenda", "metrics"])
@pytest.mark.parametrize("as_of", ["1999-12-31", "2024-02-01", "2025-06-30", "2026-11-20", "2027-12-31"])
def test_any_day_can_be_looked_from(command: str, as_of: str) -> None:
    assert run(command, "--as-of", as_of).exit_code == 0


def test_the_bytes_do_not_hang_on_zone_locale_or_hash_seed() -> None:
    outputs = set()
    for environment in (
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8", "LC_ALL": "", "PYTHONHASHSEED": "2"},
    ):
        said = b""
        for command in (["status"], ["due"], ["agenda"], ["metrics", "--by", "pair", "--format", "json"]):
            done = subprocess.run(
                [sys.executable, "-m", "refertext", *command, "--group", str(SAMPLE)],
                env={**os.environ, **environment, "PYTHONUTF8": "1", "COLUMNS": "80"},
                capture_output=True,
                check=True,
                timeout=60,
            )
            said += done.stdout
        outputs.add(said)
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "private", ["do_not_contact: maybe\n", "phone: 1\n", "contact: [a]\n", "consent: {date: soon}\n", "- a\n"]
)
def test_a_faulty_private_file_is_told_and_does_no_harm(cast_folder: Path, private: str) -> None:
    folder = cast_folder / "private/prospects"
    folder.mkdir(parents=True)
    (folder / "haulier-nampa.yml").write_text(private)
    for command in ("status", "due"):
        result = run(command, group=cast_folder)
        assert (result.exit_code, result.exception) == (0, None)


@pytest.mark.parametrize("arguments", [["agenda", "2026-03-05"], ["status"]])
def test_what_is_missing_is_told_once(cast_folder: Path, arguments: list[str]) -> None:
    (cast_folder / "prospects" / "broken.yml").write_text("alias: [")
    (cast_folder / "private" / "members").mkdir(parents=True)
    (cast_folder / "private" / "members" / "kit-larsen.md").write_text("---\nname: Kit Larsen-Roe\n---\n")
    result = CliRunner().invoke(refertext, [*arguments, "--group", str(cast_folder)])
    assert (result.exit_code, result.stderr.count("1 file cannot be read (prospects/broken)")) == (0, 1)


def test_the_sheet_of_today_has_what_was_recorded_today(cast_folder: Path) -> None:
    (cast_folder / "refertext.yml").write_text(
        (cast_folder / "refertext.yml").read_text().replace("as_of: 2026-03-11", "as_of: 2026-03-12")
    )
    lead = "kind: lead\ndate: 2026-03-12\nfrom: kit-larsen\nto: brian-cho\nabout: A roofer of today\n"
    (cast_folder / "referrals" / "2026" / "2026-03-12-kit-larsen-brian-cho-a0a0.yml").write_text(lead)
    for day in ([], ["2026-03-12"]):
        sheet = CliRunner().invoke(refertext, ["agenda", *day, "--group", str(cast_folder)]).stdout
        assert "Thursday 2026-03-12" in sheet
        assert "A roofer of today" in sheet
