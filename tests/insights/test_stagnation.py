from __future__ import annotations

import pytest

from partners import cycle, group, partnership
from refertext.insights.partners.stagnation import silences
from small import Files, day, gift, meeting, member, talk


def joint(lead: str, *with_: str) -> Files:
    ids = ", ".join(with_)
    history = "{date: 2026-02-03, status: lunch}"
    return {"prospects/p.yml": f"alias: a\njoint: {{lead: {lead}, with: [{ids}], history: [{history}]}}\n"}


OTHERS = member("eve", "2025-01-01")


@pytest.mark.parametrize(
    ("files", "since", "path"),
    [
        (partnership(), "01-01", "since"),
        (partnership(balance={"kit": 1, "lee": 1, "agreed": "2026-02-01"}), "02-01", "balance/agreed"),
        (partnership(gain={"lee": {"why": "w", "agreed": "2026-02-01"}}), "02-01", "gain/lee/agreed"),
        (partnership(fit={"lee": {"asked": "2026-02-01"}}), "02-01", "fit/lee/asked"),
        (partnership(explained={"kit": "2026-02-01"}), "02-01", "explained/kit"),
        (partnership(action_plan=[{"what": "w", "by": "kit", "done": "2026-02-01"}]), "02-01", "action_plan/0/done"),
        (partnership(action_plan=[{"what": "w", "by": "kit", "due": "2026-02-01"}]), "01-01", "since"),
        (partnership(concerns=[{"raised": "2026-02-01", "by": "kit"}]), "01-01", "since"),
        (
            partnership(concerns=[{"raised": "2026-02-01", "by": "kit", "settled": "2026-02-05"}]),
            "02-05",
            "concerns/0/settled",
        ),
        (partnership(cycles=[cycle("02-01", "03-31")]), "02-01", "cycles/0/from"),
        (
            partnership(cycles=[cycle("02-01", "02-20", evaluated={"date": "2026-02-25"})]),
            "02-25",
            "cycles/0/evaluated/date",
        ),
        (partnership(cycles=[cycle("03-12", "03-31")]), "01-01", "since"),
        (partnership() | talk("m", "02-03", "lee", "old-kit"), "02-03", "date"),
        (partnership() | talk("m", "02-03", "lee", "kit", kind="review"), "02-03", "date"),
        (partnership() | talk("m", "02-03", "eve", "kit", "lee", kind="visit"), "02-03", "date"),
        (partnership() | talk("m", "02-03", "eve", "kit", kind="visit"), "01-01", "since"),
        (partnership() | talk("m", "02-03", "lee", "kit", cancelled="yes"), "01-01", "since"),
        (partnership() | talk("m", "03-12", "lee", "kit"), "01-01", "since"),
        (partnership() | meeting("m", "02-03", attendance={"kit": "present", "lee": "present"}), "01-01", "since"),
        (partnership() | joint("kit", "eve", "lee"), "02-03", "joint/history/0/date"),
        (partnership() | joint("kit", "eve"), "01-01", "since"),
        (partnership() | gift("g", "02-03", "kit", "lee", "lead"), "02-03", "date"),
        (partnership() | gift("g", "02-03", "lee", "old-kit", "lead"), "02-03", "date"),
        (partnership() | gift("g", "02-03", "kit", "eve", "lead"), "01-01", "since"),
        (partnership() | gift("g", "02-03", "kit", "lee", "lead", "02-10 note by eve"), "02-10", "history/0/date"),
        (partnership() | gift("g", "02-03", "kit", "lee", "lead", thanked="02-20"), "02-20", "thanked/date"),
        (partnership() | gift("g", "02-03", "kit", "lee", "lead", "03-12 met by lee"), "02-03", "date"),
        (
            partnership() | gift("g", "02-03", "kit", "lee", "lead", evaluation={"date": "2026-02-21"}),
            "02-21",
            "evaluation/date",
        ),
        (
            partnership()
            | gift(
                "g", "02-03", "kit", "everyone", "lead", "02-10 met by lee", "02-12 met by eve", taken_by=["eve", "lee"]
            ),
            "02-10",
            "history/0/date",
        ),
        (partnership() | gift("g", "02-03", "kit", "everyone", "lead", taken_by=["eve"]), "01-01", "since"),
    ],
)
def test_the_last_sign_of_life(files: Files, since: str, path: str) -> None:
    [silence] = silences(group(OTHERS, files))
    assert silence.since == day(since)
    assert "/".join(map(str, silence.last.path)) == path


@pytest.mark.parametrize(
    ("as_of", "leave", "days", "is_stagnating"),
    [
        ("03-31", [], 89, False),
        ("04-01", [], 90, True),
        ("04-01", [("03-01", "03-10")], 80, False),
        ("04-10", [("03-01", "03-10")], 89, False),
        ("04-11", [("03-01", "03-10")], 90, True),
        ("06-30", [("01-01", "06-30")], 0, False),
        ("04-01", [("2025-06-01", "2025-06-30")], 90, True),
    ],
)
def test_ninety_days_without_those_of_leave(
    as_of: str, leave: list[tuple[str, str]], days: int, is_stagnating: bool
) -> None:
    known = group(member("lee", "2025-01-01", leave=leave), partnership(), as_of=as_of)
    [silence] = silences(known)
    assert silence.days == days
    assert silence.is_stagnating is is_stagnating
    assert silence.owed.is_overdue_on(known.as_of) is is_stagnating


def test_only_between_two_who_are_members() -> None:
    assert not silences(group(member("lee", left="03-10"), partnership()))
    assert not silences(group(member("lee", None), partnership()))
    assert not silences(group(partnership(since="2026-03-12")))
