"""What if: the last twelve months under a rule that is only a draft."""

from __future__ import annotations

from datetime import date

import pytest

from refertext.check import found_about
from refertext.group import Group
from refertext.insights.what_if import Fate, Trial, WhatIf, what_if
from small import Files, gift, meetings, member, members, small

PEOPLE = members("ann", "bob")


def draft_of(*commitments: str) -> Files:
    """A draft that is adopted later than anything else happens."""
    lines = "".join(f"  - {{{one}}}\n" for one in commitments)
    return {"agreements/draft.yml": f"title: We give\nadopted: 2027-12-01\nended: 2027-12-02\ncommitments:\n{lines}"}


def tried(group: Group) -> tuple[WhatIf, ...]:
    return what_if(group, group.agreements["draft"], found_about(group))


def told(one: WhatIf) -> dict[str, tuple[str, int, int, str]]:
    """Of each subject its fate, at how many months' ends it was judged and missed, and how it stands now."""
    return {
        str(trial.subject): (trial.fate.value, trial.judged, trial.missed, trial.now.judged.value if trial.now else "")
        for trial in one.trials
    }


def test_each_month_s_end_is_judged_as_if_the_draft_had_been_agreed_when_records_began() -> None:
    """Records begin on 10 January, so the first month that counts is February. Ann gives in January, March and May."""
    gifts = [gift(f"g{month}", f"0{month}-10", "ann", "bob") for month in (1, 3, 5)]
    draft = draft_of("measure: contributions, at_least: 1, per: month, from: 2027-01-01")
    group = small(PEOPLE, *gifts, draft, as_of="06-20").group
    [found] = tried(group)
    assert [found.months[0], found.months[-1]] == [date(2025, 6, 30), date(2026, 5, 31)]
    ann = found.trials[0]
    assert [f"{verdict.day:%m-%d}" for verdict in ann.months] == ["01-31", "02-28", "03-31", "04-30", "05-31"]
    assert [verdict.judged.value for verdict in ann.months] == ["too early", "missed", "kept", "missed", "kept"]
    assert told(found) == {"ann": ("fell short", 4, 2, "at risk"), "bob": ("fell short", 4, 4, "missed")}
    assert group.agreements["draft"].adopted == date(2027, 12, 1)


@pytest.mark.parametrize("dates", ["", ", from: 2027-01-01", ", until: 2026-02-28", ", until: 2020-01-31"])
def test_the_days_that_a_draft_sets_itself_do_not_matter(dates: str) -> None:
    draft = draft_of(f"measure: contributions, at_least: 1, per: month{dates}")
    [found] = tried(small(PEOPLE, gift("g", "01-10", "ann", "bob"), draft, as_of="06-20").group)
    assert told(found) == {"ann": ("fell short", 4, 4, "missed"), "bob": ("fell short", 4, 4, "missed")}


@pytest.mark.parametrize(
    ("joined", "fate"),
    [
        ("2020-01-01", ("cannot be judged", 0, 0, "too early")),
        ("01-15", ("fell short", 4, 4, "missed")),
    ],
)
def test_what_may_have_been_done_before_records_began_is_missed_by_nobody(
    joined: str, fate: tuple[str, int, int, str]
) -> None:
    """A number over twelve months, of which five are on record."""
    files = member("ann", joined), member("bob"), gift("g", "01-10", "bob", "ann")
    group = small(*files, draft_of("measure: contributions, at_least: 1, over: 12 months"), as_of="06-20").group
    found = told(tried(group)[0])
    assert (found["ann"], found["bob"][0]) == (fate, "kept")


def test_kept_and_not_to_be_judged_are_told_apart() -> None:
    """Weekly meetings from 1 January: bob misses half of them, cid has just joined, dee has left in March."""
    people = (PEOPLE, member("cid", "05-20"), member("dee", left="03-20"))
    met = meetings(ann="P" * 20, bob="PA" * 10, dee="A" * 11)
    group = small(*people, met, draft_of("measure: attendance, at_least: 75%, over: 13 weeks"), as_of="05-31").group
    [found] = tried(group)
    assert told(found) == {
        "ann": ("kept", 5, 0, "kept"),
        "bob": ("fell short", 5, 5, "missed"),
        "cid": ("cannot be judged", 0, 0, "too early"),
        "dee": ("fell short", 2, 2, ""),
    }
    assert [str(trial.subject) for trial in found.of(Fate.FELL_SHORT)] == ["bob", "dee"]


def test_without_any_record_nobody_can_tell() -> None:
    group = small(PEOPLE, draft_of("measure: contributions, at_least: 1, per: month"), as_of="06-20").group
    assert {trial.fate for trial in tried(group)[0].trials} == {Fate.UNKNOWN}


def test_a_rule_is_judged_as_of_today_alone_and_by_whom_it_is_about() -> None:
    guide = "---\nname: Ann\nbusiness: B\njoined: 2026-01-01\n---\n# How I help clients\n\nx\n"
    files = {name: text for name, text in PEOPLE.items() if "ann" not in name} | {"members/ann.md": guide}
    group = small(files, gift("g", "01-05", "ann", "bob"), draft_of("rule: manager-not-informed"), as_of="06-20").group
    [found] = tried(group)
    assert found.months == ()
    assert told(found) == {"ann": ("fell short", 0, 0, "missed"), "bob": ("fell short", 0, 0, "missed")}
    informed = {name: text + "manager: none\n" for name, text in PEOPLE.items()}
    [found] = tried(small(informed, draft_of("rule: manager-not-informed"), as_of="06-20").group)
    assert {trial.fate for trial in found.trials} == {Fate.KEPT}


@pytest.mark.parametrize(
    ("commitment", "silent"),
    [
        ("promise: We are kind", "these are words, which nobody counts"),
        (
            "measure: contributions, target: 4, per: month",
            "this is something to aim at, without a floor or a limit, so nobody falls short of it",
        ),
        (
            "measure: contributions, at_least: 0, target: 4, per: month",
            "this is something to aim at, without a floor or a limit, so nobody falls short of it",
        ),
        (
            "measure: attendance, at_least: 75, over: 26 weeks",
            "“attendance” is a share, and never more than 1: write 75%",
        ),
        (
            "measure: contributions, at_least: 2",
            (
                "The commitment does not say over which time “contributions” counts: write per: week (a rate), "
                "every: month (each month for itself) or over: 26 weeks (all of them together)"
            ),
        ),
        ("measure: atendance, at_least: 75%, over: 26 weeks", "there is no measure “atendance”"),
        ("rule: no-gide", "there is no rule “no-gide”"),
        ("measure: attendance, at_least: 75%, over: 26 weeks, who: [zoe]", "it would bind nobody"),
    ],
)
def test_why_nobody_is_judged_is_said(commitment: str, silent: str) -> None:
    group = small(PEOPLE, gift("g", "01-05", "ann", "bob"), draft_of(commitment), as_of="06-20").group
    [found] = tried(group)
    assert found.silent == silent
    assert found.trials == ()


def test_every_commitment_of_a_draft_is_there_in_its_order() -> None:
    draft = draft_of("promise: We are kind", "rule: no-guide", "measure: leads, at_least: 1, per: month")
    found = tried(small(PEOPLE, gift("g", "01-05", "ann", "bob"), draft, as_of="06-20").group)
    assert [one.commitment.promise or one.commitment.rule or one.commitment.measure for one in found] == [
        "We are kind",
        "no-guide",
        "leads",
    ]


def test_waivers_do_not_count() -> None:
    settings = "group: A\ntimezone: UTC\ncurrency: USD\n"
    waiver = "waivers: [{rule: floor-missed, file: members/bob.yml, why: ill, until: 2027-01-01}]\n"
    draft = draft_of("measure: contributions, at_least: 1, per: month")
    group = small(
        PEOPLE, gift("g", "01-05", "ann", "bob"), draft, {"refertext.yml": settings + waiver}, as_of="06-20"
    ).group
    trials: dict[str, Trial] = {str(trial.subject): trial for trial in tried(group)[0].trials}
    assert trials["bob"].fate is Fate.FELL_SHORT
