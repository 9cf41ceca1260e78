"""Two partners plan: the cast's cycle runs 2026-02-10 until 2026-04-30 and has one contact."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from drafted import lines, refused, written

from conftest import found_in, group_of
from refertext.drafts import Draft
from refertext.drafts.cycles import AskedCycle
from refertext.drafts.pairs import partner_called, partnership_of
from refertext.drafts.planning import Plans, plan

PAIR = "partnerships/brian-cho--kit-larsen.md"
CONTACT = """\
      - who: a baker in Boise   # twice a week
        from: brian-cho
---
"""
REFERRAL = "2026-03-02-kit-larsen-brian-cho-7f3a"
OTHER = "referrals/2026/2026-03-04-kit-larsen-lee-ortiz-x1y2.yml"


@pytest.fixture
def texts(cast: dict[str, str]) -> dict[str, str]:
    """The cast with a second contact, and a referral between others."""
    pair = cast[PAIR].rpartition("---\n")[0] + CONTACT
    other = "kind: lead\ndate: 2026-03-04\nfrom: kit-larsen\nto: lee-ortiz\nabout: a brewery\n"
    return cast | {PAIR: pair, OTHER: other}


def planned(texts: dict[str, str], asked: Plans) -> Draft:
    return plan(group_of(texts), "kit-larsen", "brian-cho", asked)


@pytest.mark.parametrize(
    ("asked", "changes", "said"),
    [
        (
            Plans(contacts=[("kit", "a mill: two sites"), ("brian", "a brewer")]),
            [
                '+       - who: "a mill: two sites"',
                "+         from: kit-larsen",
                "+       - who: a brewer",
                "+         from: brian-cho",
            ],
            "Kit Larsen listed “a mill: two sites” (number 3). Brian Cho listed “a brewer” (number 4).",
        ),
        (Plans(rates={"2": "Yes"}), ["+         promising: yes"], "“a baker in Boise” is promising."),
        (Plans(rates={"baker": "unsure"}), ["+         promising: unsure"], "“a baker in Boise” is perhaps promising."),
        (
            Plans(rates={"HAULIER nampa": "no"}),
            ["-         promising: yes", "+         promising: no"],
            "“a haulier in Nampa” is not promising.",
        ),
        (
            Plans(rates={"2": "yes"}, plans={"2": "ask, then lunch"}, days={"2": date(2026, 3, 20)}),
            ["+         promising: yes", "+         plan: ask, then lunch", "+         by: 2026-03-20"],
            (
                "“a baker in Boise” is promising. The plan for “a baker in Boise”: ask, then lunch. “a baker in "
                "Boise” by 2026-03-20."
            ),
        ),
        (Plans(became={"2": REFERRAL}), [f"+         became: {REFERRAL}"], f"“a baker in Boise” became {REFERRAL}."),
        (Plans(became={"2": "#7f3a"}), [f"+         became: {REFERRAL}"], f"“a baker in Boise” became {REFERRAL}."),
        (
            Plans(became={"2": "2026-03-02"}),
            [f"+         became: {REFERRAL}"],
            f"“a baker in Boise” became {REFERRAL}.",
        ),
        (
            Plans(cycle=AskedCycle(promise={"brian": 3})),
            ["-       brian-cho: 2", "+       brian-cho: 3"],
            "Brian Cho promises 3.",
        ),
        (
            Plans(contacts=[("kit", "a mill")], rates={"3": "yes"}),
            ["+       - who: a mill", "+         from: kit-larsen", "+         promising: yes"],
            "Kit Larsen listed “a mill” (number 3). “a mill” is promising.",
        ),
    ],
)
def test_only_what_is_meant_changes(texts: dict[str, str], asked: Plans, changes: list[str], said: str) -> None:
    draft = planned(texts, asked)
    assert lines(texts, draft) == changes
    assert draft.said == f"Brian Cho and Kit Larsen: {said}"
    assert draft.subject == "Plan the cycle of Brian Cho and Kit Larsen"
    assert draft.remarks == ()
    assert "# twice a week" in written(texts, draft)[PAIR]


def test_remarks_on_what_a_plan_still_needs(texts: dict[str, str]) -> None:
    assert planned(texts, Plans(plans={"2": "ask"})).remarks == (
        "“a baker in Boise” is not rated as promising yet: --rate 2=yes.",
        "There is no day for “a baker in Boise” yet: --by 2=YYYY-MM-DD.",
    )
    assert planned(texts, Plans(days={"1": date(2026, 5, 1)})).remarks == (
        "“a haulier in Nampa” is planned for 2026-05-01, after the cycle ends on 2026-04-30.",
    )


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Plans(), "Say what to plan, for example refertext plan kit-larsen brian-cho --next"),
        (Plans(contacts=[("lee", "a mill")]), "“lee” is neither of the two partners: write brian-cho or kit-larsen."),
        (
            Plans(contacts=[("kit", "A  haulier in Nampa")]),
            "“a haulier in Nampa” stands in the list already, as number 1.",
        ),
        (
            Plans(contacts=[("kit", "haulier-nampa")]),
            "“haulier-nampa” does not want to be contacted, so nobody lists them. Choose somebody else.",
        ),
        (Plans(rates={"3": "yes"}), "There is no contact number 3: they are numbered from 1 to 2."),
        (
            Plans(rates={"in": "yes"}),
            "“in” may be 1. “a haulier in Nampa” or 2. “a baker in Boise”. Write its number, or more words.",
        ),
        (
            Plans(rates={"mill": "yes"}),
            "No contact of the cycle holds “mill”. Its contacts: 1. “a haulier in Nampa” and 2. “a baker in Boise”.",
        ),
        (Plans(rates={"1": "yess"}), "“yess” is no rating. Did you mean yes?"),
        (Plans(rates={"1": "5"}), "“5” is no rating. Write yes, no or unsure."),
        (
            Plans(days={"1": date(2026, 3, 10)}),
            (
                "2026-03-10 is over (as of 2026-03-11), so “a haulier in Nampa” cannot be tried by then. Write a later "
                "day."
            ),
        ),
        (
            Plans(became={"1": "2026-03-04-kit-larsen-lee-ortiz-x1y2"}),
            (
                "“2026-03-04-kit-larsen-lee-ortiz-x1y2” is from Kit Larsen to Lee Ortiz, not between Brian Cho and Kit "
                "Larsen."
            ),
        ),
        (
            Plans(became={"1": "7f4a"}),
            (
                "There is no referral “7f4a” between Brian Cho and Kit Larsen. The only one is "
                "2026-03-02-kit-larsen-brian-cho-7f3a."
            ),
        ),
        (
            Plans(became={"1": "2026-03-02-kit-larsen-brian-cho-7f4a"}),
            (
                "There is no referral “2026-03-02-kit-larsen-brian-cho-7f4a” between Brian Cho and Kit Larsen. Did "
                "you mean 2026-03-02-kit-larsen-brian-cho-7f3a?"
            ),
        ),
    ],
)
def test_what_is_refused(texts: dict[str, str], asked: Plans, why: str) -> None:
    unwilling = texts["prospects/haulier-nampa.yml"] + "do_not_contact: yes\n"
    assert refused(partial(planned, texts | {"prospects/haulier-nampa.yml": unwilling}, asked)) == why


def test_a_referral_that_cannot_be_read(texts: dict[str, str]) -> None:
    broken = texts | {f"referrals/2026/{REFERRAL}.yml": "kind: [\n"}
    assert refused(lambda: planned(broken, Plans(became={"2": REFERRAL}))) == (
        f"The file of “{REFERRAL}” in referrals/ cannot be read: “refertext check” says why."
    )


# Which cycle


def without_cycles(texts: dict[str, str], cycles: str = "") -> dict[str, str]:
    return texts | {PAIR: texts[PAIR].partition("cycles:")[0] + cycles + "---\n"}


def test_a_promise_begins_the_first_cycle(texts: dict[str, str]) -> None:
    asked = Plans(cycle=AskedCycle(promise={"kit": 2, "brian": 1}), contacts=[("kit", "a mill")], rates={"mill": "yes"})
    empty = without_cycles(texts)
    draft = planned(empty, asked)
    assert lines(empty, draft) == [
        "+ cycles:",
        "+   - from: 2026-03-11",
        "+     until: 2026-04-10",
        "+     promise:",
        "+       brian-cho: 1",
        "+       kit-larsen: 2",
        "+     contacts:",
        "+       - who: a mill",
        "+         from: kit-larsen",
        "+         promising: yes",
    ]
    assert draft.said == (
        "Brian Cho and Kit Larsen have a cycle from 2026-03-11 until 2026-04-10: Brian Cho promises 1 and Kit Larsen "
        "promises 2. Kit Larsen listed “a mill” (number 1). “a mill” is promising."
    )
    assert draft.subject == "Begin a cycle of Brian Cho and Kit Larsen"
    assert not found_in(written(empty, draft)) - found_in(empty)


def test_without_a_cycle_there_is_nothing_to_rate(texts: dict[str, str]) -> None:
    assert refused(lambda: planned(without_cycles(texts), Plans(rates={"1": "yes"}))) == (
        "The two have no cycle yet. Begin one: refertext plan kit-larsen brian-cho --promise brian-cho=2 --promise "
        "kit-larsen=2"
    )


def test_a_cycle_without_contacts(texts: dict[str, str]) -> None:
    cycle = "cycles: [{from: 2026-03-10, until: 2026-04-09, promise: {brian-cho: 1, kit-larsen: 1}}]\n"
    assert refused(lambda: planned(without_cycles(texts, cycle), Plans(rates={"1": "yes"}))).startswith(
        "The cycle has no contacts yet: list one"
    )


OVER = """\
cycles:
  - from: 2026-02-03
    until: 2026-03-02
    promise:
      brian-cho: 1
      kit-larsen: 2
    contacts:
      - who: a mill
        from: kit-larsen
        promising: yes
"""


def test_a_cycle_that_is_over_is_not_planned(texts: dict[str, str]) -> None:
    over = without_cycles(texts, OVER)
    assert refused(lambda: planned(over, Plans(contacts=[("kit", "a brewer")]))) == (
        "The cycle ended on 2026-03-02. Evaluate it, refertext evaluate kit-larsen brian-cho, and begin the next one: "
        "refertext plan kit-larsen brian-cho --next"
    )
    assert lines(over, planned(over, Plans(became={"1": "7f3a"}))) == [f"+         became: {REFERRAL}"]


@pytest.mark.parametrize("asked", [Plans(begin=True), Plans(cycle=AskedCycle(promise={"brian": 1}))])
def test_the_next_cycle_is_as_the_last_one(texts: dict[str, str], asked: Plans) -> None:
    over = without_cycles(texts, OVER)
    draft = planned(over, asked)
    assert lines(over, draft) == [
        "+   - from: 2026-03-11",
        "+     until: 2026-04-10",
        "+     promise:",
        "+       brian-cho: 1",
        "+       kit-larsen: 2",
        "+     contacts:",
        "+       - who: a mill",
        "+         from: kit-larsen",
        "+         promising: yes",
    ]
    assert draft.remarks == (
        "1 contact that is still promising came along from the cycle before.",
        "The cycle that ended on 2026-03-02 has not been evaluated: refertext evaluate brian-cho kit-larsen",
    )


def test_a_cycle_before_the_others_stands_before_them(texts: dict[str, str]) -> None:
    asked = Plans(cycle=AskedCycle(date(2026, 2, 3), date(2026, 2, 9), {"kit": 1, "brian": 1}))
    after = group_of(written(texts, planned(texts, asked))).partnerships["brian-cho--kit-larsen"]
    assert [str(cycle.from_) for cycle in after.cycles] == ["2026-02-03", "2026-02-10"]


# Which partnership


def test_which_partner_a_word_means(cast: dict[str, str]) -> None:
    group = group_of(cast | {"members/kit-larsen.md": cast["members/kit-larsen.md"] + "\n"})
    pair = group.partnerships["brian-cho--kit-larsen"]
    for text in ("kit", "Kit Larsen", "kit-larsen", " KIT "):
        assert partner_called(group, pair, text) == "kit-larsen"


def test_a_word_that_begins_both_names(cast: dict[str, str]) -> None:
    brian = cast["members/brian-cho.md"].replace("name: Brian Cho", "name: Kim Cho")
    group = group_of(cast | {"members/brian-cho.md": brian})
    pair = group.partnerships["brian-cho--kit-larsen"]
    assert refused(lambda: partner_called(group, pair, "ki")) == (
        "“ki” may be brian-cho or kit-larsen. Write more of it."
    )


@pytest.mark.parametrize(
    ("one", "other", "more", "why"),
    [
        ("kit-larsen", "kit-larsen", {}, "A partnership is between two: you named Kit Larsen twice."),
        (
            "kit-larsen",
            "lee-ortiz",
            {},
            (
                "Kit Larsen and Lee Ortiz are no partners yet. There are those of Brian Cho and Kit Larsen. To begin a "
                "partnership of the two: refertext new partnership"
            ),
        ),
        (
            "dana-wolfe",
            "lee-ortiz",
            {},
            (
                "Dana Wolfe and Lee Ortiz are no partners yet. To begin a partnership of the two: refertext new "
                "partnership"
            ),
        ),
        (
            "kit-larsen",
            "lee-ortiz",
            {"partnerships/kit-larsen--lee-ortiz.md": "---\nbetween: [\n---\n"},
            "The file of “kit-larsen--lee-ortiz” in partnerships/ cannot be read: “refertext check” says why.",
        ),
        (
            "kit-larsen",
            "brian-cho",
            {"partnerships/kit-larsen--brian-cho.yml": "between: [kit-larsen, brian-cho]\nsince: 2026-02-02\n"},
            (
                "The partnership of Kit Larsen and Brian Cho is recorded twice: "
                "partnerships/brian-cho--kit-larsen.md and partnerships/kit-larsen--brian-cho.yml. Keep one."
            ),
        ),
        (
            "kit-larsen",
            "lee-ortiz",
            {"partnerships/kit-larsen--lee-ortiz.yml": "between: [kit-larsen, lee-ortiz]\nsince: 2026-04-02\n"},
            (
                "The partnership begins on 2026-04-02. Plan it from that day on, or correct since: in "
                "partnerships/kit-larsen--lee-ortiz.yml."
            ),
        ),
        (
            "kit-larsen",
            "dana-wolfe",
            {"partnerships/dana-wolfe--kit-larsen.yml": "between: [dana-wolfe, kit-larsen]\nsince: 2026-03-02\n"},
            "Dana Wolfe has not joined yet, so the partnership is not at work on 2026-03-11.",
        ),
    ],
)
def test_partnerships_that_are_not_at_work(
    cast: dict[str, str], one: str, other: str, more: dict[str, str], why: str
) -> None:
    assert refused(lambda: partnership_of(group_of(cast | more), one, other)) == why
