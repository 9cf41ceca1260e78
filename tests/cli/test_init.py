"""`refertext init`: what it makes is in order and stays so; what is there is never touched."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import found_in, group_of, texts_of
from refertext.cli import refertext
from refertext.group import load
from refertext.problem import FlawKind
from refertext.records.schema import KINDS, schema_text
from refertext.starter import Answers, fault_of, id_of, quoted, starter
from refertext.text import Source, parse

NAMES = [
    "Harbour Referral Partners",
    "Åsa Öberg",
    "O’Brien & Sons: “the #1”, since 1999",
    'Jo "Quick" Reed \\ Co',
    "- not a list",
    "{a: b} [c] *d &e !f %g @h `i`",
    "2026-03-05",
    "null",
    "No",
    "李雷",
    "𝔊roup 🎉",
    "<b>bold</b> | a table",
    "$name ${group} $$",
    "<<<<<<< ours",
    "---",
    "...",
    "x" * 100,
]
REFUSED = [
    "",
    "  ",
    "two\nlines",
    "two\rlines",
    "two\u2028lines",
    "\x1b[31mred",
    "\x00",
    "\u202eright to left",
    "x" * 101,
]
EXAMPLE = re.compile(r"`((?:\w+/)+[\w.-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def own_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A git that knows one name, in a folder of our own."""
    config = tmp_path / "gitconfig"
    config.write_text("[user]\nname = Lee Ortiz\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONUTF8": "1"} | variables
    return subprocess.run(
        [sys.executable, *arguments], check=False, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def init(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(refertext, ["init", *arguments], input=answers)


def answered(name: str, today: date = date(2026, 3, 5)) -> Answers:
    return Answers(
        group=name, coordinator=name, business=name, weekday="thursday", timezone="UTC", currency="EUR", today=today
    )


def sources(texts: dict[str, str]) -> list[Source]:
    folders = ("refertext.yml", "members/", "agreements/")
    return [Source(file, text.encode()) for file, text in texts.items() if file.startswith(folders)]


@pytest.mark.parametrize("days", [0, 5, 60, 400])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_it_then_and_later(name: str, days: int) -> None:
    """Not even when nobody ever writes anything: what the starter promises is counted in recorded meetings only."""
    texts = {source.file: source.data.decode() for source in sources(starter(answered(name)))}
    assert found_in(texts, date(2026, 3, 5) + timedelta(days=days)) == set()


@pytest.mark.parametrize("name", NAMES)
def test_names_are_read_as_they_were_given(name: str) -> None:
    group = group_of({source.file: source.data.decode() for source in sources(starter(answered(name)))})
    (member,) = group.members.values()
    assert (group.settings.group, member.name, member.business) == (name, name, name)
    assert group.settings.coordinator == member.id


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Lee Ortiz", "lee-ortiz"),
        ("Åsa Öberg", "asa-oberg"),
        ("Søren Kjær-Weiß", "soren-kjaer-weiss"),
        ("Pat O’Brien", "pat-obrien"),
        ("ﬁnn", "finn"),
        ("  Jo   Reed, Jr. ", "jo-reed-jr"),
        ("李雷", "coordinator"),
        ("!!!", "coordinator"),
        ("None", "none-coordinator"),
        ("Com1", "com1-coordinator"),
    ],
)
def test_ids(name: str, id_: str) -> None:
    assert id_of(name) == id_


@pytest.mark.parametrize("name", ["everyone", "group", "none", "readme", "outside", "con", "nul", "lpt9", "ß" * 100])
def test_ids_are_never_refused(name: str) -> None:
    group = load([Source(f"members/{id_of(name)}.md", b"---\nname: a\nbusiness: b\n---\n")], lambda _: date(2026, 3, 5))
    assert not group.flaws[FlawKind.ID_FORM]


@pytest.mark.parametrize("name", REFUSED)
def test_names_that_cannot_be_written_are_refused(name: str) -> None:
    assert fault_of(name)
    if "\x00" not in name:
        result = init("--yes", "--coordinator", name)
        assert (result.exit_code, "--coordinator" in result.stderr, os.listdir()) == (2, True, [])


@pytest.mark.parametrize("text", ["a: b", "a #b", "#a", "yes", "True", "~", "- a", "1", "a, b", "[a]", '"', "\\", "a:"])
def test_quotes_are_put_where_they_are_needed(text: str) -> None:
    assert quoted(text) == json.dumps(text)
    assert parse(Source("a.yml", f"key: {quoted(text)}".encode())).data == {"key": text}


@pytest.mark.parametrize("text", ["Lee Ortiz", "Åsa's (old) place", "St. John's", "America/Denver"])
def test_quotes_are_left_out_where_they_are_not(text: str) -> None:
    assert quoted(text) == text


def test_the_examples_to_copy_are_in_order(cast: dict[str, str]) -> None:
    readmes = {file: text for file, text in starter(answered("Cast")).items() if file.endswith("/README.md")}
    examples = {file: EXAMPLE.findall(text) for file, text in readmes.items()}
    assert {file.split("/")[0] for file, found in examples.items() if found} == {
        *("meetings", "partnerships", "prospects", "referrals")
    }
    for found in examples.values():
        for file, text in found:
            assert found_in({**cast, file: text}) == set(), file


def test_readmes_lead_to_what_is_there() -> None:
    texts = starter(answered("Lee Ortiz"))
    for file, text in texts.items():
        for link in re.findall(r"\]\(([^)]+)\)", text) if file.endswith(".md") else ():
            assert link in texts, f"{file}: {link}"
    for folder in re.findall(r"`(\w+)/`", texts["README.md"]):
        assert any(file.startswith(f"{folder}/") for file in texts) or folder == "private"


def test_editors_find_a_schema_for_every_kind() -> None:
    texts = starter(answered("Lee Ortiz"))
    schemas = json.loads(texts[".vscode/settings.json"])["yaml.schemas"]
    assert {file.removeprefix("./"): texts[file.removeprefix("./")] for file in schemas} == {
        f".refertext/schemas/{kind}.json": schema_text(kind) for kind in KINDS
    }
    assert schemas["./.refertext/schemas/referral.json"] == "referrals/**/*.yml"
    assert schemas["./.refertext/schemas/prospect.json"] == "prospects/*.yml"
    assert schemas["./.refertext/schemas/group.json"] == "refertext.yml"


def test_the_workflow_may_only_read_and_installs_before_it_fetches() -> None:
    workflow = starter(answered("Lee Ortiz"))[".github/workflows/check.yml"]
    assert "pull_request_target" not in workflow
    assert re.findall(r"^ *permissions:\n((?:  .*\n)+)", workflow, re.MULTILINE) == ["  contents: read\n"]
    steps = ["actions/setup-python", "pip install refertext", "actions/checkout", "refertext check --format github"]
    assert sorted(steps, key=workflow.index) == steps


def test_asks_three_questions() -> None:
    result = init("my-group", answers="Harbour Partners\nÅsa Öberg\nTuesday\n")
    assert result.exit_code == 0
    assert re.findall(r"\S.+?\? \[.+?\]", result.stderr) == [
        "What is the group's name? [My group]",
        "What is your name? [Lee Ortiz]",
        "On which day do you meet every week? [thursday]",
    ]
    settings = Path("my-group/refertext.yml").read_text(encoding="utf-8")
    assert "\ngroup: Harbour Partners\n" in settings
    assert "\ncoordinator: asa-oberg " in settings
    assert "\n  weekday: tuesday\n" in settings


def test_says_what_it_took_for_granted_and_what_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Denver")
    result = init("my group", "--yes")
    assert result.exit_code == 0
    assert "time zone America/Denver" in " ".join(result.output.split())
    assert result.output.endswith("Next:\n  refertext check 'my group'\n  git init 'my group'\n")
    assert max(map(len, result.output.splitlines())) <= 80


def test_asks_nothing_when_everything_is_said() -> None:
    options = {
        "--name": "Harbour: Partners",
        "--coordinator": "Kit Larsen",
        "--weekday": "friday",
        "--business": "Northwind Staffing",
        "--timezone": "Europe/Berlin",
        "--currency": "eur",
    }
    result = init("my-group", *(part for option in options.items() for part in option))
    assert result.exit_code == 0
    group = group_of(texts_of(Path("my-group")))
    settings = group.settings
    assert (settings.group, settings.timezone, settings.currency) == ("Harbour: Partners", "Europe/Berlin", "EUR")
    assert settings.meets
    assert settings.meets.weekday == "friday"
    assert (group.members["kit-larsen"].name, group.members["kit-larsen"].business) == (
        "Kit Larsen",
        "Northwind Staffing",
    )


def test_made_and_checked_by_the_real_commands() -> None:
    made = run("-m", "refertext", "init", "--yes", "my-group")
    assert (made.returncode, made.stderr) == (0, "")
    checked = run("-m", "refertext", "check", "my-group")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("All in order: 2 records (1 member and 1 agreement)")
    assert {path.relative_to("my-group").as_posix() for path in Path("my-group").rglob("*") if path.is_file()} == set(
        starter(answered("Lee Ortiz"))
    )


def test_the_folder_may_be_there_with_other_things_in_it() -> None:
    Path("photo.jpg").write_bytes(b"")
    Path("members").mkdir()
    assert init("--yes").exit_code == 0
    assert Path("members/lee-ortiz.md").is_file()


@pytest.mark.parametrize("file", ["README.md", "members/lee-ortiz.md", ".vscode/settings.json", "members", ".github"])
def test_what_is_there_is_named_and_nothing_is_written(file: str) -> None:
    Path(file).parent.mkdir(exist_ok=True)
    Path(file).write_text("mine")
    result = init("--yes")
    assert result.exit_code == 2
    assert f"“{file}” would be overwritten, so nothing was written." in result.stderr
    assert [path.as_posix() for path in Path().rglob("*") if path.is_file()] == [file]
    assert Path(file).read_text() == "mine"


def test_what_is_there_is_told_before_anything_is_asked() -> None:
    Path("README.md").write_text("mine")
    result = init()
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    Path("members").symlink_to(tmp_path / "elsewhere")
    result = init("--yes")
    assert (result.exit_code, "“members”" in result.stderr) == (2, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_group_is_not_begun_twice() -> None:
    assert init("my-group", "--yes").exit_code == 0
    again = init("my-group", "--yes")
    assert again.exit_code == 2
    assert "refertext check my-group" in again.stderr


@pytest.mark.parametrize("answers", ["", "Harbour Partners\n", "Harbour Partners\nKit\n"])
def test_nothing_is_written_when_the_answers_end(answers: str) -> None:
    result = init("my-group", answers=answers)
    assert (result.exit_code, os.listdir()) == (2, [])
    assert "There is no terminal to ask at: say --name, --coordinator and --weekday" in " ".join(result.stderr.split())


def test_nothing_is_written_when_somebody_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refertext.cli.init.is_terminal", lambda: True)
    result = init("my-group", answers="Harbour Partners\n")
    assert (result.exit_code, os.listdir()) == (1, [])
    assert result.stderr.endswith("\nNothing was written.\n")


def test_a_bad_answer_is_asked_for_again() -> None:
    result = init("my-group", answers="\x1b[31m\nHarbour Partners\nKit Larsen\nsomeday\nfriday\n")
    assert result.exit_code == 0
    assert "Error: A character in the name cannot be read" in result.output


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--timezone=Mars/Olympus", "“Mars/Olympus” is not a time zone"),
        ("--timezone=../../etc/passwd", "is not a time zone"),
        ("--currency=Euro", "“EURO” is not a currency"),
        ("--weekday=someday", "someday"),
    ],
)
def test_wrong_options_are_refused(option: str, said: str) -> None:
    result = init("my-group", "--yes", option)
    assert (result.exit_code, os.listdir()) == (2, [])
    assert said in result.stderr


def test_a_file_is_no_folder() -> None:
    Path("notes").write_text("mine")
    assert init("notes", "--yes").exit_code == 2
    result = init("notes/group", "--yes")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "“notes/group” cannot be written: Not a directory." in result.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_written_to() -> None:
    Path("closed").mkdir(mode=0o500)
    result = init("closed", "--yes")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be written: Permission denied." in result.stderr


@pytest.mark.parametrize(
    ("options", "expected"), [("", (0, "UTC")), ("--timezone America/Denver", (2, "America/Denver"))]
)
def test_without_time_zones_takes_utc(options: str, expected: tuple[int, str]) -> None:
    arguments = ["init", "--yes", *options.split()]
    script = f"import sys; sys.modules['tzdata'] = None; from refertext.cli import main; main(args={arguments})"
    result = run("-c", script, PYTHONTZPATH="/nowhere")
    assert result.returncode == expected[0]
    assert expected[1] in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_not_inside_another_group() -> None:
    assert CliRunner().invoke(refertext, ["init", "ours", "--yes"]).exit_code == 0
    result = CliRunner().invoke(refertext, ["init", "ours/members/theirs", "--yes"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "inside the group" in result.stderr
    assert not Path("ours/members/theirs").exists()
