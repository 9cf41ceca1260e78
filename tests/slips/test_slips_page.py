"""Every slip in the page for members is understood, and every kind is shown there."""

from __future__ import annotations

import re

from conftest import HERE
from refertext.slips import Fault, read_slip
from refertext.slips.kinds import EXAMPLES, after_bullet, begun

PAGE = (HERE.parent / "docs" / "slips.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


def test_every_line_is_understood() -> None:
    assert [(line, slip) for line in LINES if isinstance(slip := read_slip(line), Fault)] == []


def test_every_kind_is_shown() -> None:
    shown = {kind[0] for line in LINES if (kind := begun(after_bullet(line)))}
    assert shown == EXAMPLES.keys()


def test_faults_lead_to_lines_of_the_page() -> None:
    shown = {line.removeprefix("- ") for line in LINES}
    assert {EXAMPLES[kind] for kind in ("late", "lead", "thanks", "one-to-one")} <= shown
