"""The sample group at the repository's root lives: everything the tool knows happens in it, and nothing is broken."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from conftest import HERE
from refertext.check import check
from refertext.disk import materials, read_group
from refertext.group import Group, load
from refertext.problem import Severity

ROOT = HERE.parent


def sample() -> Group:
    return load(read_group(ROOT), lambda _: date(2026, 11, 20), materials=materials(ROOT))


def test_there_are_no_errors_and_some_warnings() -> None:
    found = Counter(finding.severity for finding in check(sample()))
    assert not found[Severity.ERROR]
    assert 5 <= found[Severity.WARNING] <= 40


def test_its_day_is_pinned_so_that_it_never_ages() -> None:
    assert sample().settings.as_of == date(2026, 11, 20)


def test_it_has_what_a_year_of_a_group_has() -> None:
    group = sample()
    kinds = Counter(meeting.kind for meeting in group.meetings.values())
    assert len(group.present_members) >= 10
    assert kinds["group"] >= 48
    assert kinds["one-to-one"] >= 25
    assert len(group.referrals) >= 120
    assert len(group.partnerships) >= 4
    assert group.agreements
    assert any(cycle.contacts for pair in group.partnerships.values() for cycle in pair.cycles)


def test_it_has_the_things_that_are_easily_forgotten() -> None:
    group = sample()
    members = group.members.values()
    statuses = {entry.status for referral in group.referrals.values() for entry in referral.history}
    assert any(m.seat and m.seat.consents for m in members)
    assert any(m.leave for m in members)
    assert any(m.last_day for m in members)
    assert any(m.is_candidate_on(group.as_of) and m.path for m in members)
    assert any(a.status == "substitute" for m in group.meetings.values() for a in m.attendance.values())
    assert any(referral.is_to_everyone and referral.taken_by for referral in group.referrals.values())
    assert {"accepted", "contacted", "met", "proposed", "won", "lost", "not-a-fit", "returned", "stalled"} <= statuses
    assert any(meeting.cancelled == "yes" for meeting in group.meetings.values())


def test_nobody_in_it_is_real() -> None:
    for source in read_group(ROOT):
        text = source.data.decode()
        assert not re.findall(r"@(?!(?:[\w-]+\.)?example\.com\b)[\w-]+\.\w+", text), source.file
        assert not re.findall(r"\b\d{3}-(?!555-)\d{3}-\d{4}\b", text), source.file
