from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return shutil.copytree(CAST, tmp_path / "group")


def run(group: Path, *words: str) -> Result:
    return CliRunner().invoke(refertext, ["rename", *words, "--group", str(group)])


def test_a_member_gets_another_id_and_check_finds_nothing_new(group: Path) -> None:
    before = CliRunner().invoke(refertext, ["check", str(group), "--format", "json"])
    done = run(group, "member", "kit-larsen", "kit-berg")
    assert done.exit_code == 0
    assert done.stdout.startswith("The member kit-larsen is called kit-berg now")
    assert "renamed  members/kit-berg.md (was members/kit-larsen.md)" in done.stdout
    assert (group / "members" / "kit-berg.md").exists()
    assert not (group / "members" / "kit-larsen.md").exists()
    after = CliRunner().invoke(refertext, ["check", str(group), "--format", "json"])
    assert after.exit_code == before.exit_code
    rules = [[one["rule"] for one in json.loads(said.stdout)["findings"]] for said in (before, after)]
    assert sorted(rules[0]) == sorted(rules[1])


def test_a_dry_run_shows_what_would_change_and_changes_nothing(group: Path) -> None:
    done = run(group, "prospect", "haulier-nampa", "trucks-nampa", "--dry-run")
    assert "+former_ids: [haulier-nampa]" in done.stdout
    assert "rename to prospects/trucks-nampa.yml" in done.stdout
    assert (group / "prospects" / "haulier-nampa.yml").exists()


def test_scripts_are_told_what_moved(group: Path) -> None:
    done = json.loads(run(group, "prospect", "haulier-nampa", "trucks-nampa", "--forget", "--json").stdout)
    assert {one["file"]: one.get("was") for one in done["written"]}["prospects/trucks-nampa.yml"] == (
        "prospects/haulier-nampa.yml"
    )
    assert "Git still knows" in done["remarks"][0]


def test_private_files_move_along(group: Path) -> None:
    own = group / "private" / "prospects"
    own.mkdir(parents=True)
    (own / "haulier-nampa.yml").write_text("contact:\n  phone: 208-555-0100\n")
    assert run(group, "prospect", "haulier-nampa", "trucks-nampa").exit_code == 0
    assert (own / "trucks-nampa.yml").read_text() == "contact:\n  phone: 208-555-0100\n"
    assert not (own / "haulier-nampa.yml").exists()


def test_a_record_with_errors_of_its_own_can_be_renamed(group: Path) -> None:
    text = (group / "members" / "brian-cho.md").read_text().replace("finance/planning", "no/such")
    (group / "members" / "Tom Vega.md").write_text(
        text.replace("Brian Cho", "Tom Vega").replace("joined: 20", "joined: 19")
    )
    assert run(group, "member", "Tom Vega", "tom-vega").exit_code == 0
    assert (group / "members" / "tom-vega.md").exists()


def test_the_shell_completes_ids_of_the_kind(group: Path) -> None:
    words = f"refertext rename --group {group} prospect h"
    done = CliRunner().invoke(
        refertext,
        env={"_REFERTEXT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "5"},
        prog_name="refertext",
    )
    assert done.output == "plain,haulier-nampa\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["member", "kit-larson", "kit-berg"], "Did you mean kit-larsen?"),
        (["member", "kit-larsen", "Brian Cho"], "write brian-cho"),
        (["member", "kit-larsen", "brian-cho"], "is taken"),
        (["partnership", "brian-cho--kit-larsen", "brian-cho--lee-ortiz"], "would be wrong"),
    ],
)
def test_a_refusal_is_a_sentence_and_changes_nothing(group: Path, words: list[str], said: str) -> None:
    before = {file: file.read_bytes() for file in group.rglob("*.*") if file.is_file()}
    done = run(group, *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize(
    ("kind", "old", "new", "was"),
    [
        ("member", "kit", "kit-berg", "members/kit-larsen.md"),
        ("members", "members/kit-larsen.md", "kit-berg", "members/kit-larsen.md"),
        ("referral", "7f3a", "2026-03-02-a", "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"),
        ("Meeting", "2026-03-05", "2026-03-05-a", "meetings/2026/2026-03-05-group.md"),
    ],
)
def test_a_record_is_called_as_everywhere(group: Path, kind: str, old: str, new: str, was: str) -> None:
    done = json.loads(run(group, kind, old, new, "--json").stdout)
    assert [one["was"] for one in done["written"] if "was" in one] == [was]


def test_a_former_id_will_do(group: Path) -> None:
    assert run(group, "member", "kit-larsen", "kit-berg").exit_code == 0
    assert run(group, "member", "kit-larsen", "kit-holm").exit_code == 0
    assert "former_ids: [kit-larsen, kit-berg]" in (group / "members" / "kit-holm.md").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("membr", "kit", "kit-berg"), "of the kind “membr” to rename. Did you mean member?"),
        (("zzz", "kit", "kit-berg"), "The kinds are member, agreement,"),
        (("member", "kot-larsen", "kit-berg"), "There is no record “kot-larsen” in members/. Did you mean kit-larsen?"),
        (("meeting", "202", "x"), "may be 3 files"),
        (("profile", "ground-rules", "ours"), "comes with refertext and keeps its name"),
    ],
)
def test_what_cannot_be_renamed_is_said(group: Path, words: tuple[str, ...], said: str) -> None:
    done = run(group, *words)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
