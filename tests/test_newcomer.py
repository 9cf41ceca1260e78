"""A newcomer's Thursday evening, in a real terminal: everything is recorded, with little typing.

The transcript is in docs/recording.md; `python tests/test_newcomer.py` puts it there anew.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from conftest import CAST, HERE, report_of, texts_of
from refertext.problem import Severity
from terminal import Terminal

PAGE = HERE.parent / "docs" / "recording.md"
BEGIN, END = "<!-- a newcomer's evening -->\n", "<!-- the end of the evening -->\n"
KEYSTROKES = 2 * 200
"""What somebody types in two minutes who is no typist."""

Command = tuple[tuple[str, ...], Sequence[tuple[str, str]]]

EVENING: tuple[Command, ...] = (
    (("new", "meeting"), ()),
    (("attend", "last", "lee=late"), ()),
    (
        ("new", "referral"),
        (
            ("What is handed over?", "lead"),
            ("Who gives it?", "kit"),
            ("Who receives it?", "everyone"),
            ("Whom or what is it about?", "A bakery opens a second shop"),
            ("When was it handed over?", ""),
        ),
    ),
    (("new", "referral", "--kind", "lead", "--from", "lee", "--to", "kit", "--about", "A mill hires 20"), ()),
    (("thank", "7f3a", "--words", "Saved our quarter"), ()),
    (("advance", "7f3a"), (("What is the next step?", "met"),)),
    (("sign", "show-up", "--as", "lee"), (("Does Lee Ortiz say yes?", "y"),)),
    (("check",), ()),
)


def evening(group: Path) -> tuple[str, int]:
    """What the terminal showed, and how many keys were pressed."""
    shown: list[str] = []
    keys = 0
    for words, answers in EVENING:
        with Terminal(group, *words, environment={"COLUMNS": "100"}) as terminal:
            for question, answer in answers:
                terminal.answer(question, answer)
            assert terminal.end() == 0, terminal.text
        line = f"refertext {shlex.join(words)}"
        keys += len(line) + 1 + sum(len(answer) + 1 for _, answer in answers)
        shown.append(f"$ {line}\n{terminal.text.strip()}\n")
    return _with_the_same_tags("\n".join(shown)), keys


def _with_the_same_tags(text: str) -> str:
    """The text with the random ends of ids made the same each time."""
    return re.sub(r"(?<=everyone-)[0-9a-f]{4}|(?<=kit-larsen-)[0-9a-f]{4}(?=\.yml)", "0c4e", text)


def on_page(shown: str) -> str:
    """The evening as it stands in the docs."""
    return f"{BEGIN}\n```console\n{shown}```\n\n{END}"


def a_group(folder: Path) -> Path:
    """The cast on Thursday, March 12; Lee has not signed yet."""
    group = Path(shutil.copytree(CAST, folder / "group"))
    settings, lee = group / "refertext.yml", group / "members/lee-ortiz.md"
    settings.write_text(re.sub("(?m)^as_of: .*", "as_of: 2026-03-12", settings.read_text()))
    lee.write_text(re.sub("(?m)^signed:\n  .*\n", "", lee.read_text()))
    return group


def test_an_evening_is_recorded_in_two_minutes_of_typing(tmp_path: Path) -> None:
    group = a_group(tmp_path)
    shown, keys = evening(group)
    assert keys < KEYSTROKES
    texts = texts_of(group)
    meeting = texts["meetings/2026/2026-03-12-group.md"]
    assert "  lee-ortiz: late\n" in meeting
    assert "  kit-larsen: present\n" in meeting
    leads = [text for file, text in texts.items() if file.startswith("referrals/2026/2026-03-12-")]
    assert min(leads).startswith("kind: lead\ndate: 2026-03-12\nfrom: ")
    assert len(leads) == 2
    known = texts["referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"]
    assert "thanked:\n  date: 2026-03-12\n" in known
    assert "  - date: 2026-03-12\n    status: met\n" in known
    assert "show-up: 2026-03-12" in texts["members/lee-ortiz.md"]
    assert report_of(texts).count(Severity.ERROR) == 0
    assert on_page(shown) in PAGE.read_text(), "write it anew: python tests/test_newcomer.py"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        transcript, _ = evening(a_group(Path(folder)))
    before, _begin, rest = PAGE.read_text().partition(BEGIN)
    PAGE.write_text(f"{before}{on_page(transcript)}{rest.partition(END)[2]}")
    sys.stdout.write(transcript)
