"""What is open in a group, and how it is resolved."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from drafted import lines, refused, written

from conftest import found_in, group_of
from refertext.drafts.resolving import resolve, within
from refertext.drafts.setting import setting
from refertext.insights.debts.due import due
from refertext.insights.open_things import open_things
from refertext.text import Source

MEETING = "meetings/2026/2026-03-05-group.md"
AGREEMENT = "agreements/show-up.md"
PAIR = "partnerships/brian-cho--kit-larsen.md"

CONCERNS = """\
concerns:
  - raised: 2026-02-05
    by: kit-larsen
    about: brian-cho
    note: Three Thursdays in a row
  - raised: 2026-02-12
    by: lee-ortiz
    settled: 2026-02-13
---
"""
ACTIONS = """\
actions:
  - who: kit-larsen
    what: send the case study
    due: 2026-03-12
  - who: lee-ortiz
    what: book the long table   # for twelve
  - who: brian-cho
    what: send the pension guide
    due: 2026-03-10
  - {who: brian-cho, what: call the hotel, done: 2026-03-06}
---
"""


@pytest.fixture
def texts(cast: dict[str, str]) -> dict[str, str]:
    meeting = cast[MEETING].partition("actions:")[0] + ACTIONS
    agreement = cast[AGREEMENT].replace("---\n\nA seat", f"{CONCERNS}\nA seat")
    return cast | {MEETING: meeting, AGREEMENT: agreement}


def test_what_is_open(texts: dict[str, str]) -> None:
    assert [(thing.kind, thing.said, thing.where, thing.file) for thing in open_things(group_of(texts))] == [
        ("action", "Brian Cho: send the pension guide (by 2026-03-10)", "meeting of 2026-03-05", MEETING),
        ("action", "Kit Larsen: send the case study (by 2026-03-12)", "meeting of 2026-03-05", MEETING),
        ("action", "Lee Ortiz: book the long table", "meeting of 2026-03-05", MEETING),
        (
            "step",
            "Brian Cho: Feature Kit in the April newsletter (by 2026-04-01)",
            "action plan of Brian Cho and Kit Larsen",
            PAIR,
        ),
        (
            "concern",
            "Kit Larsen: Three Thursdays in a row",
            "concern of 2026-02-05 about Brian Cho, show-up",
            AGREEMENT,
        ),
    ]


def test_what_is_owed_is_open(texts: dict[str, str]) -> None:
    group = group_of(texts)
    owed = {
        (owed.place.file, owed.place.path[:2])
        for owed in due(group, date(2026, 12, 31))
        if owed.topic in ("actions", "concerns") or owed.rule == "plan-overdue"
    }
    assert owed <= {(thing.file, thing.path[:2]) for thing in open_things(group)}
    assert len(owed) == 4  # the long table has no day


@pytest.mark.parametrize(
    ("words", "added"),
    [
        (["case", "STUDY"], ["+     done: 2026-03-11"]),
        (["send the pension"], ["+     done: 2026-03-11"]),
        (["2"], ["+     done: 2026-03-11"]),
        (["lee"], ["+     done: 2026-03-11"]),
        (["april"], ["+     done: 2026-03-11"]),
        (["thursdays"], ["+     settled: 2026-03-11"]),
    ],
)
def test_only_one_line_is_new(texts: dict[str, str], words: list[str], added: list[str]) -> None:
    draft = resolve(group_of(texts), words)
    assert lines(texts, draft) == added
    assert not {found for found in found_in(written(texts, draft)) - found_in(texts) if found[2] == "future-date"}


def test_the_right_one_is_done(texts: dict[str, str]) -> None:
    draft = resolve(group_of(texts), ["long", "table"], day=date(2026, 3, 6))
    assert "    what: book the long table   # for twelve\n    done: 2026-03-06\n" in written(texts, draft)[MEETING]
    assert draft.said == "Lee Ortiz did on 2026-03-06: book the long table (meeting of 2026-03-05)."
    assert draft.subject == "Mark as done: book the long table"


def test_a_concern_is_settled_with_its_outcome(texts: dict[str, str]) -> None:
    draft = resolve(group_of(texts), ["row"], outcome="Brian moved his calls: they are on Friday now")
    assert lines(texts, draft) == [
        "+     settled: 2026-03-11",
        '+     outcome: "Brian moved his calls: they are on Friday now"',
    ]
    assert draft.said == (
        "Settled on 2026-03-11: the concern of Kit Larsen (concern of 2026-02-05 about Brian Cho, show-up): Three "
        "Thursdays in a row."
    )
    assert draft.remarks == ()
    without = resolve(group_of(texts), ["row"])
    (remark,) = without.remarks
    assert remark.startswith("What came of it is not written down.")
    assert remark.endswith(': refertext set agreements/show-up.md concerns.1.outcome "…"')
    settled = written(texts, without)
    told = setting(Source(AGREEMENT, settled[AGREEMENT].encode()), "concerns.1.outcome", ["They are on Friday now"])
    assert "    settled: 2026-03-11\n    outcome: They are on Friday now\n" in written(settled, told)[AGREEMENT]
    done = group_of(written(texts, draft))
    assert not [thing for thing in open_things(done) if thing.kind == "concern"]


def test_numbers_count_within_the_file(texts: dict[str, str]) -> None:
    group = group_of(texts)
    for name in (PAIR, "brian-cho--kit-larsen", "Brian-Cho--Kit-Larsen.md"):
        assert [thing.what for thing in within(group, name)] == ["Feature Kit in the April newsletter"]
    assert resolve(group, ["1"], file="brian-cho--kit-larsen").said.endswith(
        "(action plan of Brian Cho and Kit Larsen)."
    )


@pytest.mark.parametrize(
    ("words", "more", "why"),
    [
        (
            ["send"],
            {},
            (
                "“send” may be 1. “Brian Cho: send the pension guide (by 2026-03-10)” or 2. “Kit Larsen: send the "
                "case study (by 2026-03-12)”. Write more words, or the number from the list of “refertext resolve”."
            ),
        ),
        (
            ["send", "flowers"],
            {"file": "2026-03-05-group"},
            (
                "Nothing that is open holds “send flowers”. What is open: 1. “Brian Cho: send the pension guide (by "
                "2026-03-10)”, 2. “Kit Larsen: send the case study (by 2026-03-12)” and 3. “Lee Ortiz: book the long "
                "table”."
            ),
        ),
        (
            ["9"],
            {"file": PAIR},
            "There is no number 9 among what is open: there is only number 1. See “refertext resolve”.",
        ),
        (
            ["99"],
            {},
            "There is no number 99 among what is open: they are numbered from 1 to 5. See “refertext resolve”.",
        ),
        (
            ["study"],
            {"outcome": "sent"},
            (
                "“send the case study” is something to do, and no outcome is written for it: leave --outcome out. "
                "Outcomes are for concerns."
            ),
        ),
        (
            ["study"],
            {"day": date(2026, 3, 12)},
            "2026-03-12 has not come yet (as of 2026-03-11). Write it down when it has happened.",
        ),
        (
            ["study"],
            {"day": date(2026, 3, 4)},
            "“send the case study” was taken on only on 2026-03-05, so 2026-03-04 cannot be. Correct the day.",
        ),
        (
            ["row"],
            {"day": date(2026, 2, 4)},
            "“Three Thursdays in a row” was raised only on 2026-02-05, so 2026-02-04 cannot be. Correct the day.",
        ),
        (["study"], {"file": "members/kit-larsen.md"}, "Nothing is open in members/kit-larsen.md."),
        (["study"], {"file": "show-upp"}, "There is no file “show-upp”. Did you mean show-up?"),
        (
            ["study"],
            {"file": "xyz"},
            "There is no file “xyz”. “refertext resolve” lists what is open, with its file.",
        ),
    ],
)
def test_what_is_refused(texts: dict[str, str], words: list[str], more: dict[str, object], why: str) -> None:
    assert refused(partial(resolve, group_of(texts), words, **more)) == why  # type: ignore[arg-type]


def test_where_nothing_is_open(cast: dict[str, str]) -> None:
    assert refused(lambda: resolve(group_of(cast, date(2025, 1, 10)), ["study"])) == "Nothing is open."
