"""Who seems to miss something because of a file that cannot be read is told that nobody knows."""

from __future__ import annotations

import pytest

from agreed import agreement, waiver
from conftest import group_of
from refertext.check import check
from refertext.commitments import Verdict, promise_verdicts, verdicts
from refertext.group import Group
from refertext.insights.debts.due import due
from refertext.insights.overview import tallies
from refertext.insights.what_if import Fate, what_if
from small import Files, day, gift, meetings, members, partnership

PEOPLE = members("kit", "lee")
ATTENDANCE = "measure: attendance, at_least: 75%, over: 8 weeks"
LEADS = "measure: leads, at_least: 1, per: month, who: kit"
MEND = "first mend the files that cannot be read, what is missing may stand there"
SETTINGS = {"refertext.yml": "group: Small\ntimezone: UTC\ncurrency: USD\n"}


def group(*files: Files, unread: str = "", as_of: str = "03-01") -> Group:
    """A group, with a file that cannot be read."""
    texts = {name: text for one in (SETTINGS, PEOPLE, *files) for name, text in one.items()}
    return group_of(texts | ({unread: "bad: [\n"} if unread else {}), day(as_of))


def of_kit(known: Group) -> Verdict:
    return next(one for one in verdicts(known) if str(one.subject) == "kit")


@pytest.mark.parametrize(
    ("written", "unread", "outcome"),
    [
        (ATTENDANCE, "", "missed"),
        (ATTENDANCE, "meetings/2026/2026-02-26-group.md", "uncertain"),
        (ATTENDANCE, "meetings/2025/2025-02-26-group.md", "missed"),
        (ATTENDANCE, "referrals/2026/2026-02-26-kit-lee-a1b2.yml", "missed"),
        (LEADS, "", "missed"),
        (LEADS, "referrals/2026/2026-02-26-kit-lee-a1b2.yml", "uncertain"),
        (LEADS, "referrals/2026/2026-02-26-lee-zoe-a1b2.yml", "uncertain"),  # nobody knows a Zoe: it may be anybody
        (LEADS, "meetings/2026/2026-02-26-group.md", "missed"),
    ],
)
def test_a_verdict_in_doubt(written: str, unread: str, outcome: str) -> None:
    met = meetings(kit="PPAAAAAA", lee="PPPPPPPP")
    known = group(agreement(written), met, unread=unread)
    found = of_kit(known)
    assert (found.outcome.value, found.judged.value) == (outcome, outcome)
    assert (found.mend == MEND) is (outcome == "uncertain")
    told = {finding.rule for finding in check(known) if finding.rule in ("floor-missed", "at-risk")}
    owed = [one for one in due(known, day("12-31")) if one.topic == "shortfalls"]
    assert bool(told) is bool(owed) is (outcome != "uncertain")


def test_who_belongs_to_the_group_does_not_depend_on_files_of_meetings() -> None:
    size = agreement("measure: size, at_least: 30, over: 8 weeks, who: group")
    for unread, outcome in (("meetings/2026/2026-02-26-group.md", "missed"), ("members/zoe.yml", "uncertain")):
        (found,) = verdicts(group(size, meetings(kit="PPAAAAAA"), unread=unread))
        assert found.outcome.value == outcome


def test_what_is_kept_is_kept_all_the_same() -> None:
    known = group(agreement(ATTENDANCE), meetings(kit="P" * 8), unread="meetings/2026/2026-02-26-group.md")
    assert of_kit(known).outcome.value == "kept"


def test_at_risk_is_in_doubt_too() -> None:
    files = (agreement(LEADS), gift("g", "02-10", "kit", "lee", "lead"))
    for unread, outcome in (("", "at risk"), ("referrals/2026/2026-03-10-kit-lee-a1b2.yml", "uncertain")):
        assert of_kit(group(*files, unread=unread, as_of="03-20")).outcome.value == outcome


def test_a_waiver_covers_a_verdict_in_doubt() -> None:
    files = (agreement(ATTENDANCE), meetings(kit="A" * 8), waiver("members/kit.yml", "12-31"))
    found = of_kit(group(*files, unread="meetings/2026/2026-02-26-group.md"))
    assert (found.outcome.value, found.judged.value) == ("waived", "uncertain")


def test_promises_of_a_cycle() -> None:
    partners = partnership("kit", "lee", "01-01", ("01-01", "02-10", {"kit": 2}))
    for unread, outcome in (("", "missed"), ("referrals/2026/2026-02-01-kit-lee-a1b2.yml", "uncertain")):
        [found] = promise_verdicts(group(partners, unread=unread))
        assert found.outcome.value == outcome


@pytest.mark.parametrize(
    ("unread", "outcome"),
    [
        ("", "missed"),
        ("referrals/2026/2026-02-20-kit-lee-a1b2.yml", "uncertain"),
        ("referrals/2026/2026-01-15-kit-lee-a1b2.yml", "uncertain"),  # before the window, within the cycle
        ("referrals/2026/2026-01-15-kit-sam-a1b2.yml", "missed"),
    ],
)
def test_a_promise_that_ended_in_the_window_may_have_been_kept_before_it(unread: str, outcome: str) -> None:
    partners = partnership("kit", "lee", "2025-01-01", ("01-01", "02-10", {"kit": 2, "lee": 0}))
    written = "measure: fulfilment, at_least: 100%, over: 4 weeks, with: each member, who: kit"
    known = group(agreement(written, adopted="2025-01-01"), members("sam"), partners, unread=unread)
    assert [one.outcome.value for one in verdicts(known) if str(one.subject) == "kit+lee"] == [outcome]


def test_a_tally_counts_them_apart_and_a_draft_judges_them_not() -> None:
    files = (agreement(ATTENDANCE), meetings(kit="A" * 8, lee="P" * 8))
    known = group(*files, unread="meetings/2026/2026-02-26-group.md")
    [tally] = tallies(verdicts(known))
    assert {one.outcome.value: str(one.subject) for one in tally.verdicts} == {"uncertain": "kit", "kept": "lee"}
    [found] = what_if(known, known.agreements["rules"], {})
    assert [str(one.subject) for one in found.of(Fate.FELL_SHORT)] == ["kit"]  # at the end of January, when all is read
    assert [one.now.judged.value for one in found.trials if one.now] == ["uncertain", "kept"]
