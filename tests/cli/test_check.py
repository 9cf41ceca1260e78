"""`refertext check` as people and programs call it: exit codes, options, where it may be called, where it may print."""

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

WARNED = "kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: brian-cho\n"
BROKEN = WARNED.replace("brian-cho", "brian-choo") + "about: a brewery\n"
LEAD = "referrals/2026/2026-03-02-kit-larsen-brian-cho-zzzz.yml"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The cast, in a folder of its own."""
    return Path(shutil.copytree(CAST, tmp_path / "group"))


@pytest.fixture
def warned(group: Path) -> Path:
    (group / LEAD).write_text(WARNED)
    return group


@pytest.fixture
def broken(group: Path) -> Path:
    (group / LEAD.replace("brian-cho", "brian-choo")).write_text(BROKEN)
    return group


def check(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(refertext, ["check", *map(str, arguments)])


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "refertext", "check", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_clean_group_has_one_summary_sentence(group: Path) -> None:
    result = check(group, COLUMNS="200")
    assert (result.exit_code, result.stderr) == (0, "")
    assert " ".join(result.stdout.split()) == (
        "All in order: 12 records (4 members, 1 agreement, 1 partnership, 1 prospect, 1 referral, 3 meetings and 1 "
        "profile) as of 2026-03-11."
    )


@pytest.mark.parametrize(
    ("which", "options", "code"),
    [
        ("group", [], 0),
        ("group", ["--fail-on", "warning"], 0),
        ("warned", [], 0),
        ("warned", ["--fail-on", "warning"], 1),
        ("warned", ["--rule", "same-seat", "--fail-on", "warning"], 0),
        ("warned", ["--family", "referrals", "--fail-on", "warning"], 1),
        ("warned", ["--rule", "same-seat", "--rule", "nobody-named", "--fail-on", "warning"], 1),
        ("broken", [], 1),
        ("broken", ["--rule", "unknown-member"], 1),
        ("broken", ["--family", "seats"], 0),
        ("broken", ["--format", "json"], 1),
        ("broken", ["--format", "github"], 1),
    ],
)
def test_exit_codes(which: str, options: list[str], code: int, request: pytest.FixtureRequest) -> None:
    assert check(request.getfixturevalue(which), *options).exit_code == code


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rule", "same-seet"], "There is no rule “same-seet”. Did you mean same-seat?"),
        (["--rule", "xyzzy"], "There is no rule “xyzzy”. “refertext explain” lists them all."),
        (["--family", "seat"], "There is no family “seat”. Did you mean seats?"),
        (["--as-of", "2026-02-30"], "no day 2026-02-30 in the calendar"),
        (["--as-of", "yesterday"], "“yesterday” is not a date"),
        (["--as-of", "0001-01-01"], "outside the years"),
        (["--format", "yaml"], "'yaml' is not one of"),
        (["--fail-on", "note"], "'note' is not one of"),
    ],
)
def test_wrong_requests(group: Path, options: list[str], said: str) -> None:
    result = check(group, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_a_folder_that_is_no_group(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no refertext.yml" in result.stderr
    assert "refertext init" in result.stderr


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    assert check(tmp_path / "nowhere").exit_code == 2


@pytest.mark.parametrize("inside", ["", "members", "members/kit-larsen.md", "referrals/2026"])
def test_any_path_in_the_group_will_do(broken: Path, inside: str) -> None:
    result = check(broken / inside)
    assert result.exit_code == 1
    assert "brian-choo" in result.stdout


def test_called_in_the_group_itself(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken / "meetings")
    assert "brian-choo" in check().stdout


def test_a_broken_settings_file_is_a_finding_and_the_rest_is_checked(broken: Path) -> None:
    (broken / "refertext.yml").write_text("group: [\n")
    result = check(broken, "--as-of", "2026-03-11", "--format", "json")
    rules = {finding["rule"] for finding in json.loads(result.stdout)["findings"]}
    assert rules == {"yaml-error", "unknown-member"}


def test_looking_back_tells_nothing_of_later_days(group: Path) -> None:
    result = check(group, "--as-of", "2026-02-11", "--format", "json")
    assert json.loads(result.stdout)["as_of"] == "2026-02-11"
    assert "future-date" not in result.stdout


def test_the_same_bytes_whatever_the_surroundings(broken: Path) -> None:
    outputs = {
        run(broken, "--format", form, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=language).stdout
        for form in ("json",)
        for zone, seed, language in (("Asia/Tokyo", "1", "C.UTF-8"), ("America/Lima", "2", "C"), ("UTC", "3", "POSIX"))
    }
    assert len(outputs) == 1


def test_the_order_of_files_on_the_disk_does_not_matter(broken: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    for path in sorted(broken.rglob("*"), reverse=True):
        if path.is_file():
            (again / path.relative_to(broken)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, again / path.relative_to(broken))
    assert check(broken, "--format", "json").stdout == check(again, "--format", "json").stdout


def test_the_step_summary_is_appended_to(broken: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    result = check(broken, "--format", "github", GITHUB_STEP_SUMMARY=str(summary), GITHUB_WORKSPACE=str(broken.parent))
    assert result.stdout.startswith("::error file=group/referrals/2026/")
    assert summary.read_text().startswith("before\n### refertext check: 1 error\n")


def test_no_step_summary_unless_asked(broken: Path) -> None:
    assert check(broken, "--format", "github", GITHUB_STEP_SUMMARY="").exit_code == 1


@pytest.mark.parametrize(
    "surroundings",
    [{"NO_COLOR": "1"}, {"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, {"HOME": ""}, {"TERM": "dumb"}],
)
def test_prints_everywhere_without_colours_into_a_pipe(broken: Path, surroundings: dict[str, str]) -> None:
    (broken / "members" / "kit-larsen.md").write_text("---\nname: Kit Lársen\nname: 日本\n---\n", encoding="utf-8")
    result = run(broken, **surroundings)
    assert (result.returncode, result.stderr) == (1, b"")
    assert b"brian-choo" in result.stdout
    assert b"\x1b" not in result.stdout


def test_a_closed_pipe_is_quiet(broken: Path) -> None:
    for number in range(300):
        (broken / "prospects" / f"p{number}.yml").write_text("alia: x\n" * 2)
    command = f"{sys.executable} -m refertext check {broken} | head -c 10"
    result = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert result.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_clear_line(broken: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "refertext", "check", broken],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.decode().startswith("refertext: No space left on device")
    assert result.stderr.count(b"\n") == 1


def test_version_and_help_need_nothing_heavy() -> None:
    script = "import sys; from refertext.cli import main\ntry: main(args=['--version'])\nexcept SystemExit: pass\n"
    script += "print(sorted({'yaml', 'pydantic', 'refertext.group'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def code_in(arguments: list[str], **more: Any) -> tuple[int, str]:
    """The exit code of a check, and what it said on stderr."""
    command = [sys.executable, "-m", "refertext", "check", *arguments]
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=60, check=False, **more)
    return result.returncode, result.stderr


@pytest.mark.parametrize(("which", "code"), [("group", 0), ("broken", 1)])
def test_a_reader_who_has_gone_does_not_change_the_answer(
    which: str, code: int, request: pytest.FixtureRequest
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        assert code_in([str(request.getfixturevalue(which))], stdout=nobody) == (code, "")


@pytest.mark.parametrize(("which", "code"), [("group", 0), ("broken", 1)])
def test_without_any_output(which: str, code: int, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, "-m", "refertext", "check", str(request.getfixturevalue(which))]
    result = subprocess.run(["sh", "-c", 'exec "$@" >&-', "-", *command], capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (code, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("options", [[], ["--rule", "xyzzy"]])
def test_nowhere_to_complain(broken: Path, options: list[str]) -> None:
    command = [sys.executable, "-m", "refertext", "check", str(broken), *options]
    with Path("/dev/full").open("wb") as full:
        assert subprocess.run(command, stdout=full, stderr=full, timeout=60, check=False).returncode == 2


@pytest.mark.parametrize("arguments", [[], ["members/kit-larsen.md"], ["--format", "github"]])
def test_in_a_folder_that_is_gone(tmp_path: Path, arguments: list[str]) -> None:
    gone = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"'
    command = ["sh", "-c", gone, "-", sys.executable, "-m", "refertext", "check", *arguments]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("settings", ["group: [\n", "group: Harbour\ntimezone: UTC\ncurrency: USD\n"])
def test_without_time_zone_data(group: Path, settings: str) -> None:
    (group / "refertext.yml").write_text(settings)
    script = "import sys; sys.modules['tzdata'] = None; from refertext.cli import main; main(args=sys.argv[1:])"
    command = [sys.executable, "-c", script, "check", str(group), "--rule", "same-seat"]
    environment = {**os.environ, "PYTHONTZPATH": ""}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, "")


COLOURED = [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]


@pytest.mark.parametrize(("surroundings", "painted"), COLOURED)
def test_colours_on_a_terminal_that_wants_them(broken: Path, surroundings: dict[str, str], painted: bool) -> None:
    master, slave = os.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"}
    try:
        code, said = code_in([str(broken)], stdout=slave, env=environment | surroundings)
        shown = os.read(master, 100_000).decode()
    finally:
        os.close(slave)
        os.close(master)
    assert (code, said) == (1, "")
    assert "brian-choo" in shown
    assert ("\x1b[" in shown) is painted


@pytest.mark.parametrize("path", ["/", "/dev/null", ""])
def test_paths_outside_of_any_group(path: str) -> None:
    result = check(path)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_group_reached_through_a_link(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(broken, target_is_directory=True)
    assert "brian-choo" in check(tmp_path / "link").stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rule", "same-seat"], "Nothing found by same-seat: "),
        (["--rule", "same-seat", "--rule", "seat-missing"], "Nothing found by the 2 rules chosen: "),
    ],
)
def test_what_was_looked_for_and_not_found_is_said(group: Path, options: list[str], said: str) -> None:
    result = check(group, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(said)
    assert said[1:-2] in check(group, *options, "--format", "github").stdout


def test_one_rule_says_which_files_it_could_not_read(group: Path) -> None:
    (group / "members" / "unread.md").write_text("---\nname: [\n---\n")
    result = check(group, "--rule", "same-seat")
    assert result.exit_code == 0
    assert " ".join(result.stderr.split()).startswith("1 file cannot be read (members/unread)")


@pytest.mark.parametrize("options", [["--rule", "waiver-unused"], ["--family", "waivers"]])
def test_exceptions_are_looked_at_beside_what_they_cover(group: Path, options: list[str]) -> None:
    def excused(rule: str) -> str:
        return f"  - rule: {rule}\n    file: members/kit-larsen.md\n    why: voted\n    until: 2027-03-05\n"

    settings = group / "refertext.yml"
    settings.write_text(f"{settings.read_text()}waivers:\n{excused('no-guide')}{excused('same-seat')}")
    alone, whole = (json.loads(check(group, *more, "--format", "json").stdout) for more in (options, []))
    assert [one["rule"] for one in alone["findings"]] == ["waiver-unused"] * len(whole["findings"])
    assert alone["findings"] == whole["findings"] != []
