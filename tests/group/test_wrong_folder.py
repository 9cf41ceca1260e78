"""Records in the folder of another kind: which folder is meant, and what waits until they are moved."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.problem import FlawKind
from refertext.rules.registry import all_rules
from small import members

LEAD = "kind: lead\ndate: 2026-03-05\nfrom: kit\nto: lee\nabout: a mill\n"
MEETING = "kind: group\ndate: 2026-03-05\nattendance: {kit: present}\n"
PAIR = "between: [kit, lee]\nsince: 2026-01-01\n"


@pytest.mark.parametrize(
    ("file", "text", "mend"),
    [
        ("meetings/2026/2026-03-05-kit-lee-7f3a.yml", LEAD, "move it to referrals/2026/"),
        ("meetings/2026/2026-03-05-kit-lee-7f3a.md", f"---\n{LEAD}---\nMore.\n", "move it to referrals/2026/"),
        ("referrals/2025/2026-03-05-group.yml", MEETING, "move it to meetings/2026/"),
        ("prospects/pat.yml", "name: Pat\nbusiness: Elm\n", "move it to members/"),
        ("members/mill.yml", "alias: A mill\n", "move it to prospects/"),
        ("members/kit--lee.yml", PAIR, "move it to partnerships/"),
        # in order where they stand, or nowhere, or nobody can say
        ("referrals/2026/2026-03-05-kit-lee-7f3a.yml", LEAD, None),
        ("meetings/2026/2026-03-05-kit-lee-7f3a.yml", LEAD.replace("about", "abuot"), None),
        ("meetings/2026/2026-03-05-x.yml", MEETING.replace("date", "day"), None),
        ("prospects/pat.yml", "name: Pat\n", None),
        ("prospects/pat.yml", "{}\n", None),
        ("members/page.md", "---\ntitle: Home\n---\nWelcome.\n", None),
    ],
)
def test_the_folder_that_is_meant(file: str, text: str, mend: str | None) -> None:
    group = group_of({**members("kit", "lee"), file: text})
    found = group.flaws[FlawKind.WRONG_FOLDER]
    said = [f"{mend}; if it stands there already, delete this one"]
    assert [flaw.mend for flaw in found] == (said if mend else [])
    others = [flaw for kind, flaws in group.flaws.items() for flaw in flaws if kind is not FlawKind.WRONG_FOLDER]
    assert not (mend and [flaw for flaw in others if flaw.place.file == file])


def test_what_is_to_be_moved_is_waited_for() -> None:
    thanks = "kind: lead\ndate: 2026-03-06\nfrom: kit\nto: lee\nabout: mill\nprospect: mill\n"
    texts = {**members("kit", "lee"), "members/mill.yml": "alias: A mill\n", "referrals/2026/2026-03-06-a.yml": thanks}
    rule = all_rules()["unknown-prospect"]
    assert rule.find
    assert not list(rule.find(group_of(texts)))
    assert list(rule.find(group_of({file: text for file, text in texts.items() if "mill.yml" not in file})))
