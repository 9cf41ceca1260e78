"""What commands say of `private/`: what was counted, what could not be used and why, never what stands in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext

HAULIER = "prospects/haulier-nampa.yml"
GIFT = "referrals/2026/2026-03-02-kit-larsen-brian-cho-a035.yml"
READING = (["status"], ["due"], ["why", "attendance"], ["match", "kit-larsen", "--names"])


@pytest.fixture
def group(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(CAST, tmp_path / "group"))
    [gift] = folder.glob("referrals/2026/2026-03-02-kit-larsen-brian-cho-*.yml")
    gift.rename(folder / GIFT)
    return folder


def keep(group: Path, files: Mapping[str, str]) -> None:
    for file, text in files.items():
        path = group / "private" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def run(group: Path, *arguments: str) -> Result:
    result = CliRunner(env={"COLUMNS": "200"}).invoke(refertext, [*arguments, "--group", str(group)])
    assert result.exit_code == 0, result.stderr
    return result


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (HAULIER, "do_not_contact: sesame\n", f"private/{HAULIER}:1 is not used: wrong-choice"),
        (HAULIER, "place: Nampa\nsesame: 208\n", f"private/{HAULIER}:2 is not used: unknown-key"),
        (HAULIER, "contact: [sesame]\n", f"private/{HAULIER}:1 is not used: wrong-shape"),
        (HAULIER, "- sesame\n", f"private/{HAULIER} is not used: not-a-record"),
        (HAULIER, "a: [sesame\n", f"private/{HAULIER} is not used: yaml-error"),
        ("prospects/haulier.yml", "place: sesame\n", "is not used: there is no record prospects/haulier."),
        ("prospects/haulier-nampa.txt", "sesame", "private/prospects/haulier-nampa.txt is not used: stray-file"),
        ("prospect/haulier-nampa.yml", "place: sesame\n", "private/prospect/ is not used: stray-file"),
        (
            GIFT.replace("2026/", "2025/", 1),
            "about: sesame\n",
            f"{GIFT.replace('2026/', '2025/', 1)[:-4]}, but {GIFT}, so it belongs into private/referrals/2026/.",
        ),
    ],
)
def test_a_private_file_that_is_not_used_is_told_without_its_values(
    group: Path, file: str, text: str, said: str
) -> None:
    plain = {tuple(command): run(group, *command).stdout for command in READING}
    keep(group, {file: text})
    for command in READING:
        result = run(group, *command)
        assert said in result.stderr, command
        assert "sesame" not in result.stderr
        assert result.stdout == plain[tuple(command)], command


def test_commands_that_only_ask_who_is_not_to_be_contacted_tell_what_they_cannot_read(group: Path) -> None:
    keep(group, {HAULIER: "do_not_contact: maybe\n", "prospects/mill.yml": "[", "members/kit-larsen.md": "["})
    for command in (["match", "kit-larsen"], ["fit", "dana-wolfe"]):
        text = run(group, *command).stderr
        assert f"private/{HAULIER}:1 is not used: wrong-choice" in text
        assert "private/prospects/mill.yml is not used: yaml-error" in text
        assert "members" not in text


def test_that_somebody_does_not_want_to_be_contacted_holds_whatever_else_is_wrong(group: Path) -> None:
    (group / GIFT).unlink()  # whom somebody has already is not shown anyhow
    assert "haulier" in run(group, "match", "kit-larsen").stdout
    keep(group, {HAULIER: "phone: 1\ndo_not_contact: yes\n"})
    for more in ([], ["--names"]):
        result = run(group, "match", "kit-larsen", *more)
        assert "haulier" not in result.stdout.lower()
    assert f"private/{HAULIER}:1 is used for do_not_contact only: unknown-key" in result.stderr


def test_two_files_for_one_record_and_a_record_that_cannot_be_read(group: Path) -> None:
    keep(group, {HAULIER: "place: Nampa\n", "prospects/haulier-nampa.md": "---\nplace: Boise\n---\n"})
    keep(group, {"members/lee-ortiz.md": "---\nshow_value: yes\n---\n"})
    (group / "members/lee-ortiz.md").write_text("---\nname: [\n---\n")
    text = run(group, "due").stderr
    assert f"private/{HAULIER} is not used: private/prospects/haulier-nampa.md is laid over the same record." in text
    assert "private/members/lee-ortiz.md is not used: members/lee-ortiz.md cannot be read." in text


@pytest.mark.parametrize("text", ["contact: {phone: 208-555-0188}\n", "do_not_contact: maybe\n"])
def test_status_counts_what_check_finds_and_nothing_else(group: Path, text: str) -> None:
    plain = json.loads(run(group, "status", "--format", "json").stdout)["findings"]
    keep(group, {HAULIER: text})
    assert json.loads(run(group, "status", "--format", "json").stdout)["findings"] == plain


def test_what_is_written_in_private_is_cited_there_and_counted_with_a_word(group: Path) -> None:
    history = "history:\n  - {date: 2026-03-03, status: accepted}\n\n  - {date: 2026-03-09, status: won, value: 900}\n"
    keep(group, {GIFT: history, HAULIER: "place: Nampa\n"})
    told = f"Counted here, though others cannot see it: private/{GIFT}.\n"
    for command in (["why", "new-clients", "brian-cho"], ["due"], ["status"], ["status", "brian-cho"]):
        assert run(group, *command).stderr == told
    assert f"private/{GIFT}:4" in run(group, "why", "new-clients", "brian-cho").stdout
    [record] = json.loads(run(group, "why", "new-clients", "brian-cho", "--format", "json").stdout)["records"]
    assert (record["file"], record["line"]) == (f"private/{GIFT}", 4)
    assert f" {GIFT}:2" in run(group, "why", "referrals", "kit-larsen").stdout  # when it was given stands in the record
    found = json.loads(run(group, "due", "--days", "30", "--format", "json").stdout)["due"]
    [thanks] = [owed for owed in found if owed["topic"] == "thanks"]
    assert (thanks["file"], thanks["line"], thanks["rule"]) == (f"private/{GIFT}", 4, "thanks-overdue")
    found = json.loads(run(group, "status", "brian-cho", "--format", "json").stdout)["due"]
    assert [owed["file"] for owed in found if owed["topic"] == "thanks"] == [f"private/{GIFT}"]
    assert run(group, "metrics").stderr == ""
