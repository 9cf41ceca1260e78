"""`refertext attend`, `sign`, `plan`, `evaluate` and `resolve`, on a copy of the cast."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CAST
from refertext.cli import refertext

GIT = shutil.which("git") or ""
MEETING = Path("meetings/2026/2026-03-05-group.md")
AGREEMENT = Path("agreements/show-up.md")
PAIR = Path("partnerships/brian-cho--kit-larsen.md")
KIT = Path("members/kit-larsen.md")


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


def run(group: Path, *arguments: str, columns: int = 100) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(refertext, [*arguments, "--group", str(group)])


def told(group: Path, *arguments: str) -> str:
    """What a command that works says."""
    result = run(group, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(group: Path, *arguments: str) -> str:
    """Why a command is refused; nothing is changed by it."""
    before = contents(group)
    result = run(group, *arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert contents(group) == before
    return result.stderr.rpartition("Error: ")[2].strip()


def contents(group: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(group.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("command", ["attend", "sign", "plan", "evaluate", "resolve"])
def test_the_help_has_examples(command: str) -> None:
    help_ = CliRunner().invoke(refertext, [command, "--help"]).stdout
    assert f"Examples:\n    refertext {command} " in help_
    assert "--dry-run" in help_
    assert max(map(len, help_.splitlines())) <= 100


@pytest.mark.parametrize(
    "arguments",
    [
        ["attend", "last", "lee=absent:2026-03-04"],
        ["sign", "show-up", "--as", "kit"],
        ["plan", "kit", "brian", "--contact", "kit: a mill"],
        ["evaluate", "kit", "brian", "--change", "Ask sooner"],
        ["resolve", "case", "study"],
    ],
)
def test_a_dry_run_shows_what_would_be_written(group: Path, arguments: list[str]) -> None:
    make_stale(group)
    before = contents(group)
    assert "\n+" in told(group, *arguments, "--dry-run")
    assert contents(group) == before
    written = json.loads(told(group, *arguments, "--json"))
    assert written["written"]
    assert contents(group) != before


def make_stale(group: Path) -> None:
    """Changes the agreement, so that signatures are older."""
    text = (group / AGREEMENT).read_text()
    new = text.replace("adopted: 2025-01-09", "adopted: 2025-01-09\nchanged: 2026-03-05").replace("75%", "80%")
    (group / AGREEMENT).write_text(new)


# attend


def test_attendance_is_written_down(group: Path) -> None:
    said = told(group, "attend", "last", "lee=absent:2026-03-04", "Kit Larsen=substitute:Jo Reed", "--rest", "present")
    assert said.splitlines()[0].startswith(
        "Recorded for the meeting of 2026-03-05: Kit Larsen (Jo Reed) substitute; Lee"
    )
    assert (
        "  brian-cho: present\n"
        "  kit-larsen:\n    status: substitute\n    name: Jo Reed\n"
        "  lee-ortiz:\n    status: absent\n    notice: 2026-03-04\n"
    ) in (group / MEETING).read_text()


def test_who_and_how_must_be_clear(group: Path) -> None:
    assert refused(group, "attend", "last", "lee") == (
        "“lee”: write a member, = and how they attended, for example lee-ortiz=late."
    )
    assert refused(group, "attend", "last", "lee=late", "lee-ortiz=absent") == (
        "Lee Ortiz is named twice: late and absent. Write one of them."
    )
    assert refused(group, "attend", "last", "leo=late") == "There is no member “leo”. Did you mean lee-ortiz?"
    assert refused(group, "attend", "last", "lee=lat") == "“lat” is no way to attend. Did you mean late?"


# sign


def test_a_first_signature_shows_the_agreement(group: Path) -> None:
    (group / KIT).write_text((group / KIT).read_text().replace("signed:\n  show-up: 2025-01-09\n", ""))
    said = told(group, "sign", "We show up", "--as", "kit")
    assert said.startswith(
        "“We show up” says:\n"
        "  Title: We show up\n"
        "  Commitment: attendance of at least 75% over 26 weeks, from 2026-03-05\n"
        "  Commitment: We speak up when an agreement is not kept\n"
        "  A seat is a promise to be there.\n"
        "Kit Larsen signed “We show up” on 2026-03-11.\n"
    )
    assert "signed:\n  show-up: 2026-03-11\n" in (group / KIT).read_text()
    assert "\nterms: " in (group / AGREEMENT).read_text()


def test_a_signature_that_holds_is_nothing_to_do(group: Path) -> None:
    assert told(group, "sign", "show-up", "--as", "kit") == (
        "Nothing to do: Kit Larsen signed “We show up” on 2025-01-09, and it has not been changed since.\n"
    )


def test_without_git_the_change_cannot_be_shown(group: Path) -> None:
    make_stale(group)
    result = run(group, "sign", "show-up", "--as", "kit")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "What changed in “We show up” since 2025-01-09 cannot be shown: git has no version of agreements/show-up.md "
        "from that day here.\n"
    )
    assert "“We show up” says now:\n  Title: We show up\n" in result.stdout
    assert "Kit Larsen signed “We show up” again on 2026-03-11." in result.stdout


@pytest.fixture
def history(group: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cast's group in git since 2025, under another id of the agreement, with changes that are in no commit."""
    if not GIT:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for key, value in {"NAME": "Lee Ortiz", "EMAIL": "lee@example.com", "DATE": "2025-01-09T12:00:00-07:00"}.items():
        monkeypatch.setenv(f"GIT_COMMITTER_{key}", value)
        monkeypatch.setenv(f"GIT_AUTHOR_{key}", value)
    (group / AGREEMENT).rename(group / "agreements/be-there.md")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([GIT, *words], cwd=group, check=True)
    (group / "agreements/be-there.md").rename(group / AGREEMENT)
    return group


CHANGES = """\
What changed in “We show up” since 2025-01-09:
  until now: Title: We show up
  until now: Commitment: attendance of at least 75% over 26 weeks, from 2026-03-05
  from now:  Title: We all show up
  from now:  Commitment: attendance of at least 80% over 26 weeks, for kit-larsen, from 2026-03-05,
             newcomers are spared for 60 days
  from now:  Whoever cannot come says so before.
"""


def change(group: Path) -> None:
    make_stale(group)
    text = (group / AGREEMENT).read_text().replace("We show up", "We all show up")
    text = text.replace("    from: 2026-03-05", "    from: 2026-03-05\n    grace: 60 days\n    who: [kit-larsen]")
    text = text.replace("commitments:", "former_ids: [be-there]\ncommitments:")
    (group / AGREEMENT).write_text(f"{text}\n\nWhoever cannot come   says so before.\n")


def test_what_changed_is_shown(history: Path) -> None:
    change(history)
    said = told(history, "sign", "show-up", "--as", "kit", "--dry-run")
    assert said.startswith(CHANGES.replace("“We show up”", "“We all show up”"))
    result = run(history, "sign", "show-up", "--as", "kit", "--json")
    assert json.loads(result.stdout)["said"] == "Kit Larsen signed “We all show up” again on 2026-03-11."
    assert "until now: Title: We show up\n" in result.stderr


def test_git_may_know_of_no_change(history: Path) -> None:
    text = (history / AGREEMENT).read_text()
    changed = "former_ids: [be-there]\nchanged: 2026-03-05\ncommitments:"
    (history / AGREEMENT).write_text(text.replace("commitments:", changed))
    assert told(history, "sign", "show-up", "--as", "kit").startswith(
        "Git knows of no other words in “We show up” since 2025-01-09.\nKit Larsen signed"
    )


def test_a_version_that_cannot_be_read_is_none(history: Path) -> None:
    (history / "agreements/be-there.md").write_text("---\ntitle: [\n---\n")
    subprocess.run([GIT, "add", "agreements/be-there.md"], cwd=history, check=True)
    subprocess.run([GIT, "commit", "-qm", "broken"], cwd=history, check=True)
    (history / "agreements/be-there.md").unlink()
    change(history)
    assert "cannot be shown" in run(history, "sign", "show-up", "--as", "kit").stderr


# plan and evaluate


def test_without_options_the_cycle_is_shown(group: Path) -> None:
    before = contents(group)
    assert told(group, "plan", "kit", "brian").splitlines() == [
        "Brian Cho and Kit Larsen, 2026-02-10 until 2026-04-30",
        "Step 2 of 5, identify: 10 more contacts of Brian Cho, who has listed 0 of 10; 9 more contacts of Kit",
        "Larsen, who has listed 1 of 10.",
        "Brian Cho promises 2; Kit Larsen promises 2.",
        "  1. a haulier in Nampa (Kit Larsen): promising; ask, then lunch for three; by 2026-03-20; became",
        "     2026-03-02-kit-larsen-brian-cho-7f3a",
        'Next: refertext plan brian-cho kit-larsen --contact "brian-cho: a haulier in Nampa" --rate 1=yes',
    ]
    shown = json.loads(told(group, "plan", "kit", "brian", "--json"))
    assert shown["between"] == ["brian-cho", "kit-larsen"]
    assert shown["promise"] == {"brian-cho": 2, "kit-larsen": 2}
    assert shown["contacts"][0]["became"] == "2026-03-02-kit-larsen-brian-cho-7f3a"
    assert contents(group) == before


@pytest.mark.parametrize(
    ("until", "plan", "evaluated", "command"),
    [
        ("2026-03-01", "", "", "evaluate brian-cho kit-larsen"),
        ("2026-03-01", "", ", evaluated: {went_well: All}", "plan brian-cho kit-larsen --next"),
        ("2026-04-01", "", "", 'plan brian-cho kit-larsen --plan 1="ask, then lunch for three" --by YYYY-MM-DD'),
        ("2026-04-01", ", plan: ask, by: 2026-03-20", "", "plan brian-cho kit-larsen --became 1=REFERRAL"),
    ],
)
def test_the_command_that_comes_next(group: Path, until: str, plan: str, evaluated: str, command: str) -> None:
    listed = [
        f"{{who: contact {number}, from: {id_}, promising: yes{plan}}}"
        for id_ in ("brian-cho", "kit-larsen")
        for number in range(10)
    ]
    promise = "promise: {brian-cho: 2, kit-larsen: 2}"
    cycle = f"{{from: 2026-02-10, until: {until}, {promise}, contacts: [{', '.join(listed)}]{evaluated}}}"
    text = (group / PAIR).read_text().partition("cycles:")[0]
    (group / PAIR).write_text(f"{text}cycles: [{cycle}]\n---\n")
    assert told(group, "plan", "kit", "brian").splitlines()[-1] == f"Next: refertext {command}"


def test_partners_plan(group: Path) -> None:
    told(group, "plan", "kit", "brian", "--contact", "kit: a mill", "--contact", "brian: a brewer: two sites")
    told(group, "plan", "kit", "brian", "--rate", "mill=yes", "--rate", "3=no")
    said = told(group, "plan", "kit", "brian", "--plan", "2=ask, then lunch", "--by", "2026-03-20")
    assert said.startswith(
        "Brian Cho and Kit Larsen: The plan for “a mill”: ask, then lunch. “a mill” by 2026-03-20.\n"
    )
    told(group, "plan", "kit", "brian", "--by", "2=2026-03-27", "--became", "2=7f3a")
    assert (
        (group / PAIR)
        .read_text()
        .endswith(
            "      - who: a mill\n        from: kit-larsen\n        promising: yes\n        plan: ask, then lunch\n"
            "        by: 2026-03-27\n        became: 2026-03-02-kit-larsen-brian-cho-7f3a\n"
            '      - who: "a brewer: two sites"\n        from: brian-cho\n        promising: no\n---\n'
        )
    )


def test_the_first_cycle(group: Path) -> None:
    (group / PAIR).write_text((group / PAIR).read_text().partition("cycles:")[0] + "---\n")
    assert told(group, "plan", "kit", "brian").splitlines()[-1] == (
        "Next: refertext plan brian-cho kit-larsen --promise brian-cho=2 --promise kit-larsen=2"
    )
    told(group, "plan", "kit", "brian", "--promise", "kit=2", "--promise", "brian=1", "--until", "2026-03-31")
    assert (
        (group / PAIR)
        .read_text()
        .endswith(
            "cycles:\n  - from: 2026-03-11\n    until: 2026-03-31\n    promise:\n      brian-cho: 1\n      "
            "kit-larsen: 2\n---\n"
        )
    )


def test_a_cycle_is_evaluated_and_the_next_one_begun(group: Path) -> None:
    said = told(group, "evaluate", "kit", "brian", "--went-well", "All of it", "--next", "--promise", "kit=3")
    assert "Brian Cho and Kit Larsen evaluated their cycle from 2026-02-10 until 2026-04-30." in said
    assert (
        (group / PAIR)
        .read_text()
        .endswith(
            "    evaluated:\n      date: 2026-03-11\n      went_well: All of it\n"
            "  - from: 2026-05-01\n    until: 2026-07-19\n    promise:\n      brian-cho: 2\n      kit-larsen: 3\n---\n"
        )
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ["plan", "kit", "brian", "--rate", "1"],
            "--rate 1: write what is meant on both sides of =, for example 1=yes.",
        ),
        (
            ["plan", "kit", "brian", "--rate", "1=yes", "--rate", "1=no"],
            "--rate names “1” twice: yes and no. Write one of them.",
        ),
        (
            ["plan", "kit", "brian", "--contact", "a mill"],
            "--contact “a mill”: write whose contact it is, a colon and whom: “kit: a haulier”.",
        ),
        (
            ["plan", "kit", "brian", "--by", "2026-03-20"],
            "--by 2026-03-20: say for which contact, for example --by 1=2026-03-20.",
        ),
        (
            ["plan", "kit", "brian", "--promise", "kit=two"],
            "--promise kit=two: “two” is not a whole number; write digits, for example 2.",
        ),
        (
            ["plan", "kit", "brian", "--by", "1=March"],
            "Invalid value: “March” is not a date: write YYYY-MM-DD, for example 2026-03-05",
        ),
        (
            ["plan", "kit", "lee"],
            (
                "Kit Larsen and Lee Ortiz are no partners yet. There are those of Brian Cho and Kit Larsen. To begin a "
                "partnership of the two: refertext new partnership"
            ),
        ),
        (
            ["evaluate", "kit", "brian"],
            "Say what went well, or what to change: --went-well “…” --change “…”.",
        ),
        (
            ["evaluate", "kit", "brian", "--change", "x", "--promise", "kit=2"],
            "--from, --until and --promise are about the next cycle: write --next, too.",
        ),
    ],
)
def test_what_cannot_be_planned(group: Path, arguments: list[str], why: str) -> None:
    assert refused(group, *arguments) == why


# resolve


def test_what_is_open_is_listed(group: Path) -> None:
    text = (group / AGREEMENT).read_text()
    concern = "concerns:\n  - raised: 2026-02-05\n    by: kit-larsen\n    note: Three late Thursdays\n---\n\nA seat"
    (group / AGREEMENT).write_text(text.replace("---\n\nA seat", concern))
    assert told(group, "resolve").splitlines() == [
        "Taken on at meetings",
        "  1. Kit Larsen: send the case study (by 2026-03-12), meeting of 2026-03-05",
        "     meetings/2026/2026-03-05-group.md",
        "Done? refertext resolve and its number, or words of it.",
        "",
        "In partners' action plans",
        "  2. Brian Cho: Feature Kit in the April newsletter (by 2026-04-01), action plan of Brian Cho and",
        "     Kit Larsen",
        "     partnerships/brian-cho--kit-larsen.md",
        "Done? refertext resolve and its number, or words of it.",
        "",
        "Concerns",
        "  3. Kit Larsen: Three late Thursdays, concern of 2026-02-05, show-up",
        "     agreements/show-up.md",
        "Settled? refertext resolve, its number, and --outcome with what came of it.",
        "",
    ]
    found = json.loads(told(group, "resolve", "--json", "--in", "show-up"))
    assert found["open"] == [
        {
            "number": 1,
            "kind": "concern",
            "what": "Three late Thursdays",
            "who": "Kit Larsen",
            "where": "concern of 2026-02-05, show-up",
            "due": None,
            "file": "agreements/show-up.md",
        }
    ]
    told(group, "resolve", "3", "--outcome", "We begin at 07:35", "--on", "2026-03-10")
    assert (
        "    note: Three late Thursdays\n    settled: 2026-03-10\n    outcome: We begin at 07:35\n"
        in (group / AGREEMENT).read_text()
    )


def test_everything_may_be_done(group: Path) -> None:
    told(group, "resolve", "study")
    told(group, "resolve", "april newsletter")
    assert told(group, "resolve") == "Nothing is open: everything is done, and every concern is settled.\n"
    assert refused(group, "resolve", "study") == "Nothing is open."


def test_a_list_takes_no_day(group: Path) -> None:
    assert refused(group, "resolve", "--on", "2026-03-10") == (
        "Say what was done or settled: words of it, or its number from “refertext resolve”."
    )
