"""Commands that write: what they answer, what they refuse, and what git gets."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext
from refertext.workspace import locked
from terminal import Terminal

FILE = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


def run(group: Path, *words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(refertext, [*words, "--group", str(group)])
    assert result.exit_code == code, result.output
    return result


def git(group: Path, *words: str) -> str:
    who = ("-c", "user.name=Kit", "-c", "user.email=kit@example.com")
    return subprocess.run(["git", *who, *words], cwd=group, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(group: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for key in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{key}_NAME", "Kit")
        monkeypatch.setenv(f"{key}_EMAIL", "kit@example.com")
    git(group, "init", "-q", "-b", "main")
    (group / ".gitignore").write_text(".refertext/\n")
    git(group, "add", "-A")
    git(group, "commit", "-qm", "start")
    return group


def test_only_the_lines_meant_change(group: Path) -> None:
    before = (group / FILE).read_text()
    said = run(group, "set", "7f3a", "level", "2").stdout
    assert (group / FILE).read_text() == before.replace("level: 4", "level: 2")
    assert said.split("\n")[1] == f"  changed  {FILE}:7"
    assert "git" not in said, "this group is in no repository"


@pytest.mark.parametrize(
    "name", [FILE, "2026-03-02-kit-larsen-brian-cho-7f3a", "2026-03-02-kit", "7f3a", "#7F3A", FILE.rpartition("/")[2]]
)
def test_names_of_a_record(group: Path, name: str) -> None:
    assert "level is “1” now" in run(group, "set", name, "level", "1").stdout


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kit-larson", "Did you mean kit-larsen?"),
        ("members/../../x", "There is no record"),
        ("", "There is no record “”"),
        ("20", "may be"),
    ],
)
def test_names_that_mean_nothing(group: Path, name: str, expected: str) -> None:
    assert expected in run(group, "set", name, "level", "1", code=2).stderr


@pytest.mark.parametrize("words", ["haulier", "Haulier Brian", "mid-size kit"])
def test_a_referral_is_called_by_its_words(group: Path, words: str) -> None:
    assert "thanked Kit Larsen" in run(group, "thank", words).stdout


def test_words_of_several_referrals(group: Path) -> None:
    other = (
        (group / FILE).read_text().replace("date: 2026-03-02\nfrom: kit-larsen", "date: 2026-03-03\nfrom: lee-ortiz")
    )
    (group / "referrals/2026/2026-03-03-lee-ortiz-brian-cho-aa11.yml").write_text(other)
    said = run(group, "thank", "haulier", code=2).stderr
    assert (
        "“haulier” may be 2 referrals: aa11 Lee Ortiz to Brian Cho, 2026-03-03: A mid-size haulier in Nampa; "
        "7f3a Kit Larsen to Brian Cho, 2026-03-02: A mid-size haulier in Nampa. "
        "Write what stands before it, such as aa11, or more words." in said
    )
    assert "There is no record “truck” in referrals/." in run(group, "thank", "truck", code=2).stderr


@pytest.mark.parametrize("tag", ["vpxh", "#vpxh", "VPXH", "4772", "zzzz"])
def test_a_tag_is_any_four_letters_and_digits(group: Path, tag: str) -> None:
    bare = tag.removeprefix("#").lower()
    (group / FILE).rename(group / FILE.replace("7f3a", bare))
    assert "thanked Kit Larsen" in run(group, "thank", tag).stdout


def test_four_letters_that_are_no_tag_are_words(group: Path) -> None:
    text = (group / FILE).read_text()
    (group / FILE).write_text(f"{text}about: a firm with a yard\n")
    assert "thanked Kit Larsen" in run(group, "thank", "yard").stdout


@pytest.mark.parametrize("text", ["lars", "nors", "larsen"])
def test_the_end_of_another_id_is_no_tag(group: Path, text: str) -> None:
    (group / "members/kit-larsen.md").rename(group / "members/kit-lars.md")
    assert "There is no record" in run(group, "set", text, "name", "X", code=2).stderr


def test_an_error_is_not_written(group: Path) -> None:
    before = (group / FILE).read_bytes()
    said = run(group, "set", "7f3a", "level", "9", code=2).stderr
    assert f"{FILE}:7: level: “9” is not a level" in said
    assert (group / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"), [("from", "kit-larson"), ("prospect", "haulier-namp"), ("parent", "2026-01-01-nobody")]
)
def test_references_are_looked_at_though_files_are_not_opened(group: Path, key: str, value: str) -> None:
    assert f"“{value}”" in run(group, "set", "7f3a", key, value, code=2).stderr


def test_a_former_id_in_a_file_that_was_not_opened_is_no_error(group: Path) -> None:
    prospect = group / "prospects/haulier-nampa.yml"
    prospect.write_text(prospect.read_text() + "former_ids: [haulier]\n")
    run(group, "set", "7f3a", "prospect", "haulier")
    assert "prospect: haulier\n" in (group / FILE).read_text()


def test_an_error_that_was_there_before_does_not_stop_anybody(group: Path) -> None:
    run(group, "set", "7f3a", "note", "x", code=2)
    (group / FILE).write_text((group / FILE).read_text() + "thanked: {date: 2026-03-10}\nlevle: 2\n")
    said = run(group, "set", "7f3a", "level", "3", code=0).stdout
    assert "changed" in said


def test_errors_in_other_files_are_seen(group: Path) -> None:
    """Whose seat would be touched stands in the file of the one who joined later."""
    file = group / "members/aaron-new.md"
    file.write_text("---\nname: Aaron New\nbusiness: New\nseat:\n  category: people\njoined: 2020-01-01\n---\n")
    said = run(group, "set", "aaron-new", "seat.category", "finance/planning", code=2).stderr
    assert "members/brian-cho.md" in said
    assert "category: people\n" in file.read_text()


def test_a_dry_run_shows_a_diff_and_touches_nothing(group: Path) -> None:
    before = sorted(path for path in group.rglob("*"))
    said = run(group, "advance", "7f3a", "met", "--dry-run").stdout
    assert said.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@")
    assert "\n+    status: met\n" in said
    assert sorted(path for path in group.rglob("*")) == before, "not even our own folder is made"


def test_the_answer_for_scripts(group: Path) -> None:
    told = json.loads(run(group, "thank", "7f3a", "--words", "Great", "--json").stdout)
    assert told == {
        "version": 1,
        "said": told["said"],
        "dry_run": False,
        "written": [{"file": FILE, "change": "changed", "lines": told["written"][0]["lines"]}],
        "remarks": [],
        "commit": None,
    }
    (lines,) = told["written"][0]["lines"]
    assert (group / FILE).read_text().splitlines()[lines[0] - 1 : lines[1]][0] == "thanked:"
    dry = json.loads(run(group, "set", "7f3a", "level", "1", "--json", "--dry-run").stdout)
    assert dry["written"] == []
    assert dry["would_write"][0]["file"] == FILE
    assert "+level: 1" in dry["diff"]


def test_nothing_to_do_is_no_change(group: Path) -> None:
    before = (group / FILE).stat().st_mtime_ns
    told = json.loads(run(group, "set", "7f3a", "level", "4", "--json").stdout)
    assert told["written"] == []
    assert (group / FILE).stat().st_mtime_ns == before


def test_line_ends_remarks_and_a_mark_at_the_beginning_stay(group: Path) -> None:
    text = "\ufeff# remark\r\n" + (group / FILE).read_text().replace("\n", "\r\n").removesuffix("\r\n")
    (group / FILE).write_bytes(text.encode())
    run(group, "set", "7f3a", "level", "2")
    assert (group / FILE).read_bytes() == text.replace("level: 4", "level: 2").encode()


def test_a_group_in_use_is_waited_for_and_named(group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from refertext.workspace import workspace

    monkeypatch.setattr(workspace.locked, "__kwdefaults__", {"limit": 0.2, "tell": None}, raising=False)
    with locked(group, "rename"):
        result = CliRunner().invoke(refertext, ["set", "7f3a", "level", "1", "--group", str(group)])
    assert result.exit_code == 2
    assert "rename" in result.stderr


def test_the_line_for_git_works(repository: Path) -> None:
    said = run(repository, "thank", "7f3a", "--words", "Great").stdout
    line = said.strip().rpartition("\n")[2].strip()
    subprocess.run(line, shell=True, cwd=repository, check=True, capture_output=True)
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "log", "-1", "--format=%s").strip() == (
        "Thank Kit Larsen for 2026-03-02-kit-larsen-brian-cho-7f3a"
    )


def test_a_commit_takes_nothing_else_along(repository: Path) -> None:
    staged = repository / "members/lee-ortiz.md"
    staged.write_text(staged.read_text() + "More.\n")
    git(repository, "add", "members/lee-ortiz.md")
    kit = repository / "members/kit-larsen.md"
    kit.write_text(kit.read_text() + "Not staged.\n")
    told = json.loads(run(repository, "set", "7f3a", "level", "2", "--commit", "--json").stdout)
    assert git(repository, "show", "--format=%h", "--name-only").split() == [told["commit"], FILE]
    assert git(repository, "status", "--porcelain") == " M members/kit-larsen.md\nM  members/lee-ortiz.md\n"


def test_a_file_with_other_changes_is_not_committed(repository: Path) -> None:
    (repository / FILE).write_text((repository / FILE).read_text() + "# mine\n")
    before = (repository / FILE).read_bytes()
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert f"“{FILE}” has changes that are in no commit yet" in said
    assert (repository / FILE).read_bytes() == before


def test_a_commit_needs_git(group: Path) -> None:
    before = (group / FILE).read_bytes()
    assert (
        "could not be committed: the folder is in no repository"
        in run(group, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    )
    assert (group / FILE).read_bytes() == before


def test_what_a_hook_refuses_is_written_but_not_committed(repository: Path) -> None:
    hook = repository / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n")
    hook.chmod(0o755)
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=1).stderr
    assert "It is written, but not committed: no commits today" in said
    assert git(repository, "status", "--porcelain") == f" M {FILE}\n", "nothing stays staged"
    assert "level: 2\n" in (repository / FILE).read_text()


def test_steps_are_offered_where_somebody_can_choose(group: Path) -> None:
    assert "It can be met, proposed, won, lost, not-a-fit or stalled." in run(group, "advance", "7f3a", code=2).stderr
    assert "Did you mean won?" in run(group, "advance", "7f3a", "wonn", code=2).stderr


def test_terminal_codes_are_refused_and_not_obeyed(group: Path) -> None:
    said = run(group, "set", "7f3a", "about", "a \x1b[31mred\x07 one", code=2)
    assert "(U+001B): write it without" in said.stderr
    assert "\x1b" not in said.output
    assert "\x07" not in said.output


def test_what_is_saved_between_reading_and_writing_is_met(group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft counts entries: it may only be carried out in the very bytes that it was made from."""
    from refertext.drafts import setting as drafting

    real, text = drafting.setting, (group / FILE).read_text()

    def meanwhile(*given: Any, **named: Any) -> Any:
        made = real(*given, **named)
        (group / FILE).write_text(text + "  - date: 2026-03-09\n    status: met\n")
        return made

    monkeypatch.setattr(drafting, "setting", meanwhile)
    said = run(group, "set", "7f3a", "history.last.note", "called", code=2).stderr
    assert f"Somebody else saved “{FILE}” meanwhile" in said
    assert "called" not in (group / FILE).read_text()


def test_a_former_id_that_somebody_has_is_found_without_opening_all(group: Path) -> None:
    said = run(group, "set", "2026-03-05-group", "former_ids", "2026-02-19-brian-cho-lee-ortiz-q2w8", code=2).stderr
    assert "2026-02-19-brian-cho-lee-ortiz-q2w8" in said


def test_a_standing_error_that_names_what_changes_is_no_new_one(group: Path) -> None:
    lee = (group / "members/lee-ortiz.md").read_text()
    (group / "members/zed-two.md").write_text(lee.replace("Lee Ortiz", "Zed Two").replace("2025-03-06", "2025-04-01"))
    assert "same-seat" in CliRunner().invoke(refertext, ["check", str(group)]).output
    run(group, "set", "lee-ortiz", "name", "Lee O.")
    run(group, "set", "zed-two", "name", "Zed Three")
    run(group, "set", "zed-two", "joined", "2025-05-01")


def test_a_faulty_value_does_not_become_another_faulty_value(group: Path) -> None:
    (group / FILE).write_text((group / FILE).read_text().replace("level: 4", "level: 9"))
    run(group, "set", "7f3a", "level", "8", code=2)
    run(group, "set", "7f3a", "level", "2")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".git/MERGE_HEAD", "a merge is under way"),
        (".git/index.lock", "another git is at work here"),
        (".gitignore", "a .gitignore leaves out"),
    ],
)
def test_what_git_would_refuse_is_not_written(repository: Path, name: str, why: str) -> None:
    git(repository, "rm", "-q", "--cached", FILE)
    git(repository, "commit", "-qm", "no more")
    (repository / name).write_text("referrals/\n")
    before = (repository / FILE).read_bytes()
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert f"Nothing was written, because it could not be committed: {why}" in said
    assert (repository / FILE).read_bytes() == before


def test_a_newcomer_without_a_name_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(key)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(repository, "config", "user.useConfigOnly", "true")
    assert "git does not know your name" in run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr


def test_files_that_git_was_told_to_overlook_are_not_committed(repository: Path) -> None:
    git(repository, "update-index", "--assume-unchanged", FILE)
    said = run(repository, "set", "7f3a", "level", "2", "--commit", code=2).stderr
    assert f"git was told not to look at “{FILE}”" in said


def test_the_line_for_git_works_from_any_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (repository / "members", repository.parent):
        monkeypatch.chdir(place)
        line = run(repository, "set", "lee-ortiz", "business", place.name).stdout.strip().rpartition("\n")[2].strip()
        subprocess.run(line, shell=True, cwd=place, check=True, capture_output=True)
        assert git(repository, "status", "--porcelain") == ""


def test_the_line_for_git_leaves_out_names_it_never_knew(repository: Path) -> None:
    (repository / "prospects/a-mill.yml").write_text("alias: A mill\n")
    line = run(repository, "rename", "prospect", "a-mill", "a-saw-mill").stdout.strip().rpartition("\n")[2].strip()
    subprocess.run(line, shell=True, cwd=repository, check=True, capture_output=True)
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize("end", ["\n", ""])
def test_diffs_can_be_applied(repository: Path, end: str) -> None:
    (repository / FILE).write_text((repository / FILE).read_text().rstrip("\n") + end)
    for words in (("set", "7f3a", "level", "2"), ("new", "one-to-one", "--between", "kit,brian", "--on", "2026-03-10")):
        diff = run(repository, *words, "--dry-run").stdout
        subprocess.run(["git", "apply", "--check", "-"], cwd=repository, check=True, input=diff, text=True)


def test_a_history_that_goes_back_is_no_reason_to_break(group: Path) -> None:
    (group / FILE).write_text((group / FILE).read_text() + "  - date: 2026-03-08\n    status: accepted\n")
    said = run(group, "advance", "7f3a", "accepted", code=2).stderr
    assert "This referral is “contacted” since 2026-03-06, so it cannot become “accepted”." in said
    run(group, "advance", "7f3a", "me")
    assert "status: met\n" in (group / FILE).read_text()


def test_an_old_id_and_a_name_lead_to_the_record(group: Path) -> None:
    run(group, "rename", "member", "kit-larsen", "kit-berg")
    assert "members/kit-berg.md" in run(group, "set", "kit-larsen", "business", "New").stdout
    assert "members/lee-ortiz.md" in run(group, "set", "Lee Ortiz", "business", "New").stdout


@pytest.mark.parametrize("words", [("thank", "7f3a", "--on"), ("thank", "7f3a", "--words"), ("check", "--as-of")])
def test_bytes_that_are_no_text_are_refused(group: Path, words: tuple[str, ...]) -> None:
    where = [str(group)] if words[0] == "check" else ["--group", str(group)]
    result = CliRunner().invoke(refertext, [*words, "\udcff", *where])
    assert result.exit_code == 2, result.exception


def test_nobody_at_the_keyboard(group: Path) -> None:
    command = [sys.executable, "-m", "refertext", "advance", "7f3a", "--group", str(group)]
    done = subprocess.run(command, check=False, preexec_fn=lambda: os.close(0), capture_output=True, text=True)
    assert done.returncode == 2
    assert "It can be met" in done.stderr


def test_a_win_without_a_value_says_how_to_add_it(group: Path) -> None:
    said = run(group, "advance", "7f3a", "won").stderr
    line = said[said.index("refertext set") :].split()[1:]
    run(group, *line)
    assert "status: won\n    by: brian-cho\n    value: 12500\n" in (group / FILE).read_text()


def test_empty_values_are_refused(group: Path) -> None:
    assert "An empty value says nothing." in run(group, "set", "lee-ortiz", "name", "", code=2).stderr


def test_answers_at_the_keyboard_are_judged_one_by_one(group: Path) -> None:
    with Terminal(group, "advance", "7f3a") as terminal:
        terminal.answer("next step? (met, proposed, won, lost, not-a-fit, stalled)", "contacted")
        terminal.answer("is none of them. Write lost, met", "wo")
        terminal.answer("What was it worth?", "12,500")
        terminal.answer("“12,500” is not an amount: write 12500", "12500")
        assert terminal.end() == 0
    assert "status: won\n    by: brian-cho\n    value: 12500\n" in (group / FILE).read_text()


def test_control_c_at_a_question_writes_nothing(group: Path) -> None:
    before = (group / FILE).read_bytes()
    with Terminal(group, "advance", "7f3a") as terminal:
        terminal.expect("next step?")
        assert terminal.interrupt() == 1
    assert "Nothing was written." in terminal.text
    assert (group / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("advance 2026-03", "2026-03-02-kit-larsen-brian-cho-7f3a"),
        ("advance 7f3a pro", "proposed"),
        ("sign show", "show-up"),
        ("set kit", "kit-larsen"),
    ],
)
def test_a_shell_completes(group: Path, typed: str, offered: str) -> None:
    words = f"refertext {typed}"
    asked = {"_REFERTEXT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    command = [sys.executable, "-m", "refertext"]
    done = subprocess.run(command, cwd=group, env=os.environ | asked, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == [f"plain,{offered}"]


def test_what_git_knows_in_a_folder_that_it_ignores_is_committed(repository: Path) -> None:
    (repository / ".gitignore").write_text(".refertext/\nmembers/\n")
    told = json.loads(run(repository, "set", "dana-wolfe", "name", "Dana W.", "--commit", "--json").stdout)
    assert git(repository, "show", "--format=%h", "--name-only").split() == [told["commit"], "members/dana-wolfe.md"]


def test_a_standing_rivalry_may_change_sides(group: Path) -> None:
    lee = (group / "members/lee-ortiz.md").read_text()
    (group / "members/zed-two.md").write_text(lee.replace("Lee Ortiz", "Zed Two"))
    assert "same-seat" in CliRunner().invoke(refertext, ["check", str(group)]).output
    run(group, "set", "lee-ortiz", "joined", "2025-03-05")
    run(group, "set", "lee-ortiz", "joined", "2025-05-05")


def test_a_wrong_consent_does_not_become_another_wrong_one(group: Path) -> None:
    file = group / "members/lee-ortiz.md"
    consent = "  consents: [{by: lee-ortiz, date: 2026-02-19, scope: all, until: 2027-02-19}]\njoined:"
    file.write_text(file.read_text().replace("joined:", consent, 1))
    assert "consent-by-wrong-person" in CliRunner().invoke(refertext, ["check", str(group)]).output
    run(group, "set", "lee-ortiz", "seat.consents.1.by", "dana-wolfe", code=2)
    run(group, "set", "lee-ortiz", "business", "New")


def test_a_one_to_one_is_recorded_once(group: Path) -> None:
    words = ("new", "one-to-one", "--between", "kit,lee", "--on", "2026-03-05")
    (file,) = json.loads(run(group, *words, "--json").stdout)["written"]
    assert f"is recorded already, in {file['file']}" in run(group, *words, code=2).stderr
