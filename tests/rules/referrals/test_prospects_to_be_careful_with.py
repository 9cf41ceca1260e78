from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.referrals.do_not_contact import do_not_contact
from refertext.rules.referrals.joint_prospect_approached_alone import joint_prospect_approached_alone

PROSPECT = "prospects/haulier-nampa.yml"
JOINT = "joint: {lead: brian-cho, with: [kit]"


def unwished(cast: dict[str, str]) -> str:
    """The haulier, whom nobody wishes to meet."""
    return cast[PROSPECT].replace("wanted_by: [brian-cho]\n", "")


def paths(cast: dict[str, str], prospect: str, giver: str = "lee-ortiz", history: str = "") -> list[Path]:
    texts = {
        PROSPECT: unwished(cast) + prospect,
        "members/kit-larsen.md": cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1),
        "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml": (
            f"kind: lead\ndate: 2026-03-02\nfrom: {giver}\nto: brian-cho\nprospect: haulier-nampa\n"
            f"history: [{history}]\n"
        ),
    }
    findings = check(group_of(cast | texts), [do_not_contact, joint_prospect_approached_alone])
    return [finding.problem.place.path for finding in findings]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ("{date: 2026-03-04, status: not-a-fit}", []),
        ("{date: 2026-03-11, status: won, value: 1}, {date: 2026-03-11, note: n}", []),
        ("{date: 2026-03-04, status: returned, note: n}", []),
        ("", [("prospect",)]),
        ("{date: 2026-03-04, status: stalled}", [("prospect",)]),
        ("{date: 2026-03-12, status: lost}", [("prospect",)]),
    ],
)
def test_do_not_contact(cast: dict[str, str], history: str, expected: list[Path]) -> None:
    assert paths(cast, "do_not_contact: yes\n", history=history) == expected
    assert paths(cast, "do_not_contact: no\n", history=history) == []


@pytest.mark.parametrize(
    ("giver", "expected"),
    [
        ("brian-cho", []),
        ("kit-larsen", []),
        ("kit", []),
        ("nobody-known", []),
        ("lee-ortiz", [("from",)]),
        ('"outside: a friend"', [("from",)]),
    ],
)
def test_who_may_approach_a_joint_prospect(cast: dict[str, str], giver: str, expected: list[Path]) -> None:
    assert paths(cast, f"{JOINT}}}\n", giver) == expected


@pytest.mark.parametrize(
    ("giver", "lead", "mend"),
    [
        (
            "lee-ortiz",
            "brian-cho",
            "talk to Brian Cho first; then add the giver to with: in prospects/haulier-nampa.yml",
        ),
        (
            '"outside: a friend"',
            "brian-cho",
            "talk to Brian Cho first; then let one of those who approach them pass it on, with their own id at from:",
        ),
        (
            "lee-ortiz",
            "old",
            f"Old is no member now, so write another lead: in {PROSPECT}; then add the giver to with: in {PROSPECT}",
        ),
        (
            "old",
            "brian-cho",
            "talk to Brian Cho first; then let one of those who approach them pass it on, with their own id at from:",
        ),
    ],
)
def test_only_what_can_be_is_advised(cast: dict[str, str], giver: str, lead: str, mend: str) -> None:
    texts = {
        "members/old.yml": "name: Old\nbusiness: B\njoined: 2020-01-01\nleft: {date: 2026-03-09}\n",
        PROSPECT: f"{cast[PROSPECT]}joint: {{lead: {lead}, with: [kit-larsen]}}\n",
        "referrals/2026/x.yml": (
            f"kind: lead\ndate: 2026-03-02\nfrom: {giver}\nto: kit-larsen\nprospect: haulier-nampa\n"
        ),
    }
    group = group_of(cast | texts)
    found = [one.problem for one in check(group, [joint_prospect_approached_alone])]
    assert [one.mend for one in found if one.place.file.endswith("x.yml")] == [f"{mend}, or close this referral"]


def test_before_the_joint_approach(cast: dict[str, str]) -> None:
    assert paths(cast, f"{JOINT}, history: [{{date: 2026-03-03, status: agreed}}]}}\n") == []
    assert paths(cast, f"{JOINT}, history: [{{date: 2026-03-02, status: agreed}}]}}\n") == [("from",)]


def test_a_closed_referral_is_left_alone(cast: dict[str, str]) -> None:
    assert paths(cast, f"{JOINT}}}\n", history="{date: 2026-03-04, status: lost}") == []


ENDED = "{date: 2026-03-11, status: not-a-fit}"


@pytest.mark.parametrize(
    ("takers", "history", "mend"),
    [
        ("", "", f"- {ENDED}"),
        ("kit", "{date: 2026-03-04, status: met}", f"- {ENDED}"),
        ("kit", "{date: 2026-03-04, status: lost}", None),
        (
            "kit, brian-cho",
            "{date: 2026-03-04, status: lost}",
            f"- {ENDED[:-1]}, by: kit-larsen}} and - {ENDED[:-1]}, by: brian-cho}}",
        ),
        (
            "kit, brian-cho",
            "{date: 2026-03-04, status: lost, by: kit-larsen}",
            f"- {ENDED[:-1]}, by: brian-cho}}",
        ),
        (
            "kit, brian-cho",
            "{date: 2026-03-04, status: lost, by: kit-larsen}, {date: 2026-03-12, status: lost, by: brian-cho}",
            f"- {ENDED[:-1]}, by: brian-cho}}",
        ),
        (
            "kit, brian-cho",
            "{date: 2026-03-04, status: lost, by: kit-larsen}, {date: 2026-03-11, status: won, by: brian-cho}",
            None,
        ),
    ],
)
def test_a_lead_to_everyone_is_open_in_anybodys_hands(
    cast: dict[str, str], takers: str, history: str, mend: str | None
) -> None:
    texts = {
        PROSPECT: unwished(cast) + "do_not_contact: yes\n",
        "members/kit-larsen.md": cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1),
        "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml": (
            "kind: lead\ndate: 2026-03-02\nfrom: lee-ortiz\nto: everyone\nprospect: haulier-nampa\n"
            f"taken_by: [{takers}]\nhistory: [{history}]\n"
        ),
    }
    findings = check(group_of(cast | texts), [do_not_contact])
    mends = [(finding.problem.mend or "").partition("add to history: ")[2] for finding in findings]
    assert mends == ([mend] if mend else [])


CYCLE = """between: [brian-cho, kit-larsen]
since: 2026-01-05
cycles:
  - from: {first}
    until: 2026-03-31
    promise: {{brian-cho: 1, kit-larsen: 1}}
    contacts:
      - {{who: {who}, from: kit-larsen, by: 2026-03-20, plan: call them, {more}}}
"""


@pytest.mark.parametrize(
    ("first", "who", "more", "count"),
    [
        ("2026-03-01", "haulier-nampa", "promising: yes", 1),
        ("2026-03-01", "haulier-nampa", "promising: no", 0),
        ("2026-03-01", "haulier-nampa", "promising: unsure", 0),
        ("2026-03-01", "haulier-nampa", "promising: yes, became: 2026-03-02-kit-larsen-brian-cho-7f3a", 0),
        ("2026-03-01", "a haulier", "promising: yes", 0),
        ("2026-03-12", "haulier-nampa", "promising: yes", 0),
    ],
)
def test_contacts_of_a_cycle(cast: dict[str, str], first: str, who: str, more: str, count: int) -> None:
    texts = {name: text for name, text in cast.items() if not name.startswith("referrals/")}
    texts["partnerships/brian-cho--kit-larsen.yml"] = CYCLE.format(first=first, who=who, more=more)
    del texts["partnerships/brian-cho--kit-larsen.md"]
    for wish, found in (("yes", count), ("no", 0)):
        group = group_of(texts | {PROSPECT: f"{unwished(cast)}do_not_contact: {wish}\n"})
        places = [finding.problem.place.path for finding in check(group, [do_not_contact])]
        assert places == [("cycles", 0, "contacts", 0, "promising")] * found


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("wanted_by: [lee-ortiz]", "Lee Ortiz wishes to meet them"),
        ("wanted_by: [lee-ortiz, brian-cho]", "Lee Ortiz and Brian Cho wish to meet them"),
        ("joint: {lead: brian-cho, with: [kit-larsen]}", "Brian Cho leads a joint approach to them"),
        ("wanted_by: []", None),
    ],
)
def test_wishes_and_joint_approaches(cast: dict[str, str], more: str, said: str | None) -> None:
    texts = {name: text for name, text in cast.items() if not name.startswith("referrals/")}
    group = group_of(texts | {PROSPECT: f"{unwished(cast)}{more}\ndo_not_contact: yes\n"})
    told = [finding.problem.message.partition(", but ")[2] for finding in check(group, [do_not_contact])]
    assert told == ([said] if said else [])
