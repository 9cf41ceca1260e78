"""`refertext fmt`: what it writes, names, shows and leaves alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST, HERE, texts_of
from refertext.cli import refertext
from refertext.disk import read_group
from refertext.records.form import record_in_form
from refertext.starter import Answers, starter
from refertext.text import Source
from refertext.text.formatting import Formatted

LEAD = "referrals/2026/2026-03-05-kit-larsen-brian-cho-aaaa.yml"
UNKEMPT = "# by hand\nto: brian-cho   # Brian\nfrom: 'kit-larsen'\r\ndate: 2026-03-05\nkind: lead\nabout: {}\n"
KEMPT = "kind: lead\ndate: 2026-03-05\nfrom: kit-larsen\n# by hand\nto: brian-cho  # Brian\nabout: {}\n"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """A group in canonical form but for one referral."""
    folder = shutil.copytree(CAST, tmp_path / "group")
    run(folder)
    (folder / LEAD).write_bytes(UNKEMPT.encode())
    return folder


def run(group: Path, *words: str) -> Result:
    return CliRunner().invoke(refertext, ["fmt", *words, "--group", str(group)])


def test_writes_what_is_not_in_form(group: Path) -> None:
    before = texts_of(group)
    done = run(group)
    assert done.exit_code == 0
    assert done.stdout.startswith("1 file is in canonical form now; ")
    assert f"  changed  {LEAD}\n" in done.stdout
    assert texts_of(group) == {**before, LEAD: KEMPT}
    again = run(group)
    assert again.stdout == f"{len(before)} files are in canonical form already.\n"


def test_check_names_files_and_writes_nothing(group: Path) -> None:
    shutil.rmtree(group / ".refertext", ignore_errors=True)
    done = run(group, "--check")
    assert (done.exit_code, done.stdout) == (1, f"{LEAD}\n")
    assert done.stderr == "1 file is not in canonical form. To write them anew: refertext fmt\n"
    assert (group / LEAD).read_bytes() == UNKEMPT.encode()
    assert not (group / ".refertext").exists()
    assert run(group, "--check", "refertext.yml").exit_code == 2
    assert run(group, "--check", str(group / "refertext.yml")).exit_code == 0


@pytest.mark.parametrize("words", [["--diff"], ["--dry-run"]])
def test_diff_shows_and_writes_nothing(group: Path, words: list[str]) -> None:
    done = run(group, *words)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"--- a/{LEAD}\n+++ b/{LEAD}\n@@ ")
    assert "\n+kind: lead\n" in done.stdout
    assert (group / LEAD).read_bytes() == UNKEMPT.encode()
    assert run(group, *words, "--check").exit_code == 1


def test_what_cannot_be_read_is_named_and_left(group: Path) -> None:
    (group / "members" / "lee-ortiz.md").write_bytes(b"---\nname: [\n---\n")
    done = run(group)
    assert done.exit_code == 1
    assert "“members/lee-ortiz.md” is left as it is: it must be mended first; refertext check says how." in done.stderr
    assert (group / "members" / "lee-ortiz.md").read_bytes() == b"---\nname: [\n---\n"
    assert (group / LEAD).read_text() == KEMPT


def test_answers_scripts(group: Path) -> None:
    done = json.loads(run(group, "--json", str(group / "referrals")).stdout)
    assert done["written"] == [{"file": LEAD, "change": "changed", "lines": []}]
    assert done["remarks"] == []


def test_only_what_is_named(group: Path) -> None:
    private = group / "private" / "members" / "kit-larsen.yml"
    private.parent.mkdir(parents=True)
    private.write_text("contact: {web: , phone: 208-555-0100}\n")
    assert run(group).stdout.count("changed") == 1
    assert private.read_text() == "contact: {web: , phone: 208-555-0100}\n"
    assert "private/members/kit-larsen.yml" in run(group, str(group / "private")).stdout
    assert private.read_text() == "contact:\n  phone: 208-555-0100\n  web:\n"


@pytest.mark.parametrize("name", ["docs/tips.md", "templates/member.md", "docs"])
def test_what_is_no_record_is_refused(group: Path, name: str) -> None:
    for file in ("docs/tips.md", "templates/member.md"):
        (group / file).parent.mkdir(exist_ok=True)
        (group / file).write_text("---\nb: {a: b}\na: b\n---\n")
    done = run(group, str(group / name))
    assert done.exit_code == 2
    assert f"“{name}” is no record of the group" in done.stderr


def test_a_path_elsewhere_is_refused(group: Path, tmp_path: Path) -> None:
    assert "is not in the group" in run(group, str(tmp_path)).stderr


def test_where_you_are(group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(group / "referrals")
    assert CliRunner().invoke(refertext, ["fmt", "2026", "../members/kit-larsen.md"]).exit_code == 0
    assert (group / LEAD).read_text() == KEMPT


def test_commit(group: Path) -> None:
    def git(*words: str) -> str:
        names = ["-c", "user.name=Kit", "-c", "user.email=kit@example.com"]
        return subprocess.run(["git", *names, *words], cwd=group, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("config", "user.name", "Kit")
    git("config", "user.email", "kit@example.com")
    git("add", ".")
    git("commit", "--quiet", "-m", "start")
    assert run(group, "--commit").exit_code == 0
    assert git("log", "-1", "--format=%s") == f"Write {LEAD} in canonical form\n"
    assert git("show", "--name-only", "--format=").split() == [LEAD]


def test_a_new_group_is_in_form() -> None:
    answers = Answers(
        group="Harbour Referral Partners",
        coordinator="Kit Larsen",
        business="Northwind Staffing",
        weekday="thursday",
        timezone="America/Denver",
        currency="USD",
        today=date(2026, 3, 5),
    )
    for file, text in starter(answers).items():
        if file == "refertext.yml" or file.startswith(("members/", "agreements/")):
            assert record_in_form(Source(file, text.encode())) == Formatted(text)


NEW = {
    "agreement.md": "agreements",
    "candidate.md": "members",
    "meeting.md": "meetings",
    "member.md": "members",
    "one-to-one.md": "meetings",
    "partnership.md": "partnerships",
    "prospect.yml": "prospects",
    "referral.yml": "referrals",
    "review.md": "meetings",
}


@pytest.mark.parametrize("name", NEW)
def test_skeletons_are_in_form(name: str) -> None:
    skeleton = (resources.files("refertext") / "skeletons" / "new" / name).read_text(encoding="utf-8")
    assert record_in_form(Source(f"{NEW[name]}/{name}", skeleton.encode())) == Formatted(skeleton)


def test_the_broken_group_says_the_same_afterwards(tmp_path: Path) -> None:
    """What cannot be read stays byte for byte, and check finds in the rest what it found before."""
    folder = shutil.copytree(HERE / "groups" / "broken", tmp_path / "group")
    before = texts_of_bytes(folder)
    found = findings(folder)
    done = run(folder)
    assert done.exit_code == 1
    after = texts_of_bytes(folder)
    left = [line.partition("”")[0].removeprefix("“") for line in done.stderr.splitlines() if "is left as it is" in line]
    assert len(left) > 25
    assert all(after[file] == before[file] for file in left)
    assert after != before
    assert findings(folder) == found


def texts_of_bytes(folder: Path) -> dict[str, bytes]:
    return {source.file: source.data for source in read_group(folder)}


def findings(folder: Path) -> list[tuple[str, str, str]]:
    said = CliRunner().invoke(refertext, ["check", str(folder), "--format", "json"]).stdout
    return sorted((one["rule"], one["file"], one["message"]) for one in json.loads(said)["findings"])
