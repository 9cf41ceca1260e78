"""`refertext plan` and `evaluate`, on a copy of the cast."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from recorded import PAIR, contents, refused, told

from conftest import CAST
from terminal import Terminal


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


def test_without_options_the_cycle_is_shown(group: Path) -> None:
    before = contents(group)
    assert told(group, "plan", "kit", "brian").splitlines() == [
        "Brian Cho and Kit Larsen, 2026-02-10 until 2026-04-30",
        "Step 2 of 5, identify: 10 more contacts of Brian Cho, who has listed 0 of 10; 9 more contacts of Kit",
        "Larsen, who has listed 1 of 10.",
        "Brian Cho promises 2; Kit Larsen promises 2.",
        "  1. a haulier in Nampa (Kit Larsen): promising; ask, then lunch for three; by 2026-03-20; became",
        "     2026-03-02-kit-larsen-brian-cho-7f3a",
        'Next: refertext plan brian-cho kit-larsen --contact "brian-cho: …"',
    ]
    shown = json.loads(told(group, "plan", "kit", "brian", "--json"))
    assert shown["between"] == ["brian-cho", "kit-larsen"]
    assert shown["promise"] == {"brian-cho": 2, "kit-larsen": 2}
    assert shown["contacts"][0]["became"] == "2026-03-02-kit-larsen-brian-cho-7f3a"
    assert contents(group) == before


PLANNED = ", promising: yes, plan: ask, by: 2026-03-20"


@pytest.mark.parametrize(
    ("until", "kits", "brians", "evaluated", "command"),
    [
        ("2026-03-01", "", "", "", "evaluate brian-cho kit-larsen"),
        ("2026-03-01", "", "", ", evaluated: {went_well: All}", "plan brian-cho kit-larsen --next"),
        ("2026-04-01", "", PLANNED, "", "plan brian-cho kit-larsen --rate 11=…"),
        ("2026-04-01", ", promising: no", PLANNED, "", 'plan brian-cho kit-larsen --contact "kit-larsen: …"'),
        (
            "2026-04-01",
            ", promising: yes",
            PLANNED,
            "",
            'plan brian-cho kit-larsen --plan 11="…" --by YYYY-MM-DD',
        ),
        (
            "2026-04-01",
            ", promising: yes, plan: ask",
            PLANNED,
            "",
            "plan brian-cho kit-larsen --by 11=YYYY-MM-DD",
        ),
        ("2026-04-01", PLANNED, PLANNED, "", "plan brian-cho kit-larsen --became 1=REFERRAL"),
        (
            "2026-04-01",
            PLANNED,
            f"{PLANNED}, became: 2026-03-02-kit-larsen-brian-cho-7f3a",
            "",
            "plan brian-cho kit-larsen --became 11=REFERRAL",
        ),
        *[
            ("2026-04-01", f"{PLANNED}, became: {seven}", f"{PLANNED}, became: {seven}", "", "new referral")
            for seven in ["2026-03-02-kit-larsen-brian-cho-7f3a"]
        ],
    ],
)
def test_the_command_that_comes_next(
    group: Path, until: str, kits: str, brians: str, evaluated: str, command: str
) -> None:
    listed = [
        f"{{who: contact {number}, from: {id_}{more}}}"
        for id_, more in (("brian-cho", brians), ("kit-larsen", kits))
        for number in range(10)
    ]
    promise = "promise: {brian-cho: 2, kit-larsen: 2}"
    cycle = f"{{from: 2026-02-10, until: {until}, {promise}, contacts: [{', '.join(listed)}]{evaluated}}}"
    text = (group / PAIR).read_text().partition("cycles:")[0]
    (group / PAIR).write_text(f"{text}cycles: [{cycle}]\n---\n")
    assert told(group, "plan", "kit", "brian").splitlines()[-1] == f"Next: refertext {command}"


def test_once_both_promised_their_goals_come_next(group: Path) -> None:
    text = (group / PAIR).read_text().replace("  kit-larsen: Two logistics clients this year\n", "")
    (group / PAIR).write_text(text)
    command = 'refertext set partnerships/brian-cho--kit-larsen.md goals.kit-larsen "…"'
    assert told(group, "plan", "kit", "brian").splitlines()[-1] == f"Next: {command}"
    told(group, "set", "partnerships/brian-cho--kit-larsen.md", "goals.kit-larsen", "Two clients")
    assert "Step 2 of 5" in told(group, "plan", "kit", "brian")


@pytest.mark.parametrize("option", [["--contact", "brian-cho: …"], ["--plan", "1=…"], ["--promise", "kit=…"]])
def test_an_advice_is_not_recorded_as_it_stands(group: Path, option: list[str]) -> None:
    assert "write" in refused(group, "plan", "kit", "brian", *option)


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
        "Next: refertext plan brian-cho kit-larsen --promise brian-cho=N --promise kit-larsen=N"
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


def test_what_was_learned_is_asked_for(group: Path) -> None:
    with Terminal(group, "evaluate", "kit", "brian") as terminal:
        terminal.expect("The cycle of Brian Cho and Kit Larsen, 2026-02-10 until 2026-04-30")
        terminal.answer("What went well? ", "All of it")
        terminal.answer("What do you want to change? ", "")
        assert terminal.end() == 0
    assert (group / PAIR).read_text().endswith("went_well: All of it\n---\n")


def test_nobody_is_asked_where_nobody_is(group: Path) -> None:
    words = f"{shlex.quote(sys.executable)} -m refertext evaluate kit brian <&-"
    done = subprocess.run(["/bin/sh", "-c", words], cwd=group, capture_output=True, text=True, check=False)
    assert (done.returncode, "Say what went well" in done.stderr) == (2, True)
