"""`refertext resolve`, on a copy of the cast."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from recorded import AGREEMENT, refused, told

from conftest import CAST


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


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
