from __future__ import annotations

import pytest

from agreed import agreement
from refertext.check import rule_commitments
from refertext.commitments import who_is_meant
from refertext.problem import Path, Place
from small import Files, gift, meeting, member, members, partnership, small

KIT_AND_OTHERS = member("kit", former=["old-kit"]) | members("lee", "sam")
RECORDS: Files = (
    KIT_AND_OTHERS
    | agreement("promise: We come")
    | partnership("old-kit", "lee", "01-01")
    | gift("given", "01-05", "lee", "old-kit")
    | gift("offered", "01-05", "lee", "everyone", "lead", taken_by=["kit", "sam"])
    | gift("untaken", "01-05", "lee", "everyone", "lead")
    | gift("away", "01-05", "lee", "nobody-known")
    | meeting(
        "w1",
        "01-01",
        attendance={"old-kit": "present", "sam": "absent"},
        presented=["lee", "old-kit"],
        actions=[{"who": "sam", "what": "Book the room"}],
    )
)
MEETING = "meetings/2026/w1.yml"


@pytest.mark.parametrize(
    ("file", "path", "meant"),
    [
        ("members/kit.yml", ("manager", "informed"), {"kit"}),
        ("partnerships/old-kit--lee.yml", ("reviews",), {"kit", "lee"}),
        ("referrals/2026/given.yml", (), {"kit"}),
        ("referrals/2026/offered.yml", ("history", 0, "status"), {"kit", "sam"}),
        ("referrals/2026/untaken.yml", (), set()),
        ("referrals/2026/away.yml", ("to",), set()),
        (MEETING, ("attendance", "old-kit"), {"kit"}),
        (MEETING, ("attendance", "sam", "notice"), {"sam"}),
        (MEETING, ("attendance",), set()),
        (MEETING, ("presented", 1), {"kit"}),
        (MEETING, ("presented", 7), set()),
        (MEETING, ("actions", 0, "due"), {"sam"}),
        (MEETING, ("next",), set()),
        ("agreements/rules.yml", ("commitments", 0), set()),
        ("members/gone.yml", (), set()),
        ("members/kit.md", (), set()),  # another file, that is not the one that was read
        ("refertext.yml", (), set()),
        ("docs/kit.yml", (), set()),
    ],
)
def test_whom_a_finding_is_about(file: str, path: Path, meant: set[str]) -> None:
    assert who_is_meant(small(RECORDS).group, Place(file, path)) == meant


@pytest.mark.parametrize(
    ("rule", "files", "missed"),
    [
        ("thanks-overdue", gift("g", "01-05", "kit", "lee", "referral", "01-10 won 500 USD"), {"lee"}),
        ("open-without-news", gift("g", "01-05", "kit", "lee"), {"lee"}),
        ("action-overdue", meeting("w", "01-01", actions=[{"who": "sam", "what": "A", "due": "2026-01-08"}]), {"sam"}),
        ("gain-not-agreed", partnership("kit", "lee", "01-01"), {"kit", "lee"}),
        ("next-date-missing", meeting("w", "05-28", attendance={"kit": "present"}), set()),
    ],
)
def test_who_breaks_a_commitment_that_a_rule_finds_nothing(rule: str, files: Files, missed: set[str]) -> None:
    group = small(KIT_AND_OTHERS, agreement(f"rule: {rule}"), files, as_of="06-01").group
    verdicts = rule_commitments(group)
    assert len(verdicts) == 3
    assert {one.subject.member for one in verdicts if one.outcome == "missed"} == missed
