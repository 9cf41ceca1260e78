"""Looking back: rules about referrals judge what was known on the day, and nothing of what was dated later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import CAST, group_of, texts_of
from refertext.check import check
from refertext.problem import Path, Place
from refertext.rules.registry import all_rules

FILE = "referrals/2026/x.yml"
HEAD = "kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: lee-ortiz\nabout: a bakery\n"
RULES = [rule for rule in all_rules().values() if rule.family == "referrals"]


def rules_on(texts: Mapping[str, str], day: str) -> list[str]:
    """The names of the rules about referrals that find something in the file."""
    findings = check(group_of(texts, date.fromisoformat(day)), RULES)
    return [finding.rule for finding in findings if finding.problem.place.file == FILE]


def history(*entries: str) -> str:
    return HEAD + "history:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (history("date: 2026-03-05, status: won"), "won-without-value"),
        (history("date: 2026-03-05, status: met, value: 5"), "value-without-win"),
        (history("date: 2026-03-05, status: returned"), "returned-without-reason"),
        (history("date: 2026-03-04, status: met", "date: 2026-03-05, status: accepted"), "impossible-step"),
        (history("date: 2026-03-05, kind: lead"), "kind-lowered"),
        (history("date: 2026-03-05, kind: referral"), "referral-without-consent"),
        (history("date: 2026-03-05, note: n", "date: 2026-03-04, note: n"), "dates-out-of-order"),
        (
            history("date: 2026-03-03, kind: referral") + "consent: {date: 2026-03-05}\n",
            "consent-after-handover",
        ),
        (HEAD.replace("03-02", "03-05").replace("kit-larsen", "grace-gone"), "giver-not-member"),
        (HEAD.replace("03-02", "03-05").replace("lee-ortiz", "grace-gone"), "receiver-not-member"),
        (HEAD.replace("03-02", "03-05").replace("lee-ortiz", "kit-larsen"), "to-oneself"),
        (HEAD.replace("03-02", "03-05").replace("about: a bakery\n", ""), "nobody-named"),
        (HEAD.replace("03-02", "03-05") + "taken_by: [brian-cho]\n", "taken-but-not-offered"),
        (
            HEAD.replace("03-02", "03-05").replace("lee-ortiz", "everyone").replace("lead", "introduction"),
            "only-leads-to-everyone",
        ),
        (HEAD.replace("03-02", "03-05") + "tier: spin-off\n", "spin-off-without-parent"),
        (HEAD.replace("03-02", "03-05") + "tier: spin-off\nparent: x\n", "parent-later-than-child"),
        (HEAD.replace("03-02", "03-05").replace("about: a", "about: the same"), "handed-over-twice"),
    ],
)
def test_nothing_is_found_before_its_day(cast: dict[str, str], text: str, rule: str) -> None:
    others = {
        "members/grace-gone.md": "---\nname: Grace\nbusiness: G\njoined: 2025-01-01\nleft: {date: 2026-02-28}\n---\n",
        "referrals/2026/same.yml": HEAD.replace("about: a", "about: the same"),
    }
    assert rules_on(cast | others | {FILE: text}, "2026-03-04") == []
    assert rules_on(cast | others | {FILE: text}, "2026-03-05") == [rule]


@pytest.mark.parametrize(
    ("closed", "asked", "expected"),
    [
        ("2026-03-05", "2026-03-04", ["do-not-contact", "joint-prospect-approached-alone"]),
        ("2026-03-05", "2026-03-05", []),
    ],
)
def test_what_was_open_then(cast: dict[str, str], closed: str, asked: str, expected: list[str]) -> None:
    prospect = {"prospects/brewery.yml": "alias: A brewery\ndo_not_contact: yes\njoint: {lead: brian-cho}\n"}
    text = history(f"date: {closed}, status: lost").replace("about: a bakery", "prospect: brewery")
    assert rules_on(cast | prospect | {FILE: text}, asked) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (HEAD + "tier: spin-off\nparent: later\n", "2026-03-04"),
        (history("date: 2026-03-11, kind: referral") + "consent: {date: 2026-03-11}\n", "2026-03-10"),
        (HEAD.replace("lead", "referral") + "consent: {date: 2026-03-05}\n", "2026-03-04"),
        (HEAD.replace("lee-ortiz", "everyone\ntaken_by: [pat]"), "2026-03-04"),
        (HEAD.replace("2026-03-02", "2027-03-02").replace("lee-ortiz", "kit-larsen"), "2026-03-11"),
        (history("date: 2027-03-05, status: won", "date: 2026-03-05, status: accepted"), "2026-03-11"),
        (history("date: 2027-03-05, status: lost", "date: 2027-03-04, kind: lead"), "2026-03-11"),
        (f"{HEAD}thanked: {{date: 2027-03-05}}\nevaluation: {{date: 2027-03-05}}\n", "2026-03-11"),
    ],
)
def test_what_is_not_known_yet_is_not_wrong(cast: dict[str, str], text: str, asked: str) -> None:
    others = {
        "members/pat.md": "---\nname: Pat\nbusiness: P\njoined: 2026-03-09\n---\n",
        "referrals/2026/later.yml": HEAD.replace("2026-03-02", "2026-03-09").replace("bakery", "brewery"),
    }
    assert rules_on(cast | others | {FILE: text}, asked) == []


def test_places_are_those_of_the_file(cast: dict[str, str]) -> None:
    """Entries that are not known yet may stand above others."""
    text = history(
        "date: 2026-03-10, note: n",
        "date: 2026-03-04, status: met",
        "date: 2026-03-09, note: n",
        "date: 2026-03-05, status: contacted",
    )
    (finding,) = check(group_of(cast | {FILE: text}, date(2026, 3, 6)), RULES)
    assert finding.rule == "impossible-step"
    assert finding.problem.place == Place(FILE, ("history", 3, "status"))
    assert [see.place for see in finding.problem.see] == [Place(FILE, ("history", 1, "status"))]


PARTNERSHIP = "partnerships/brian-cho--kit-larsen.md"


def test_partners_first_referral_is_not_known_before_its_day(cast: dict[str, str]) -> None:
    rule = all_rules()["balance-not-agreed"]
    head = "---\nbetween: [brian-cho, kit-larsen]\nsince: 2026-02-20\n---\n"
    texts = cast | {PARTNERSHIP: head}
    assert check(group_of(texts, date(2026, 3, 1)), [rule]) == []
    assert len(check(group_of(texts, date(2026, 3, 2)), [rule])) == 1


def test_what_a_contact_became_is_not_known_before_its_day(cast: dict[str, str]) -> None:
    rule = all_rules()["became-not-theirs"]
    head = "---\nbetween: [brian-cho, kit-larsen]\nsince: 2026-02-20\n"
    contact = "cycles: [{from: 2026-02-20, until: 2026-03-31, contacts: [{who: a, from: kit-larsen, became: x}]}]\n"
    texts = cast | {PARTNERSHIP: f"{head}{contact}---\n", FILE: HEAD}
    assert check(group_of(texts, date(2026, 3, 1)), [rule]) == []
    assert len(check(group_of(texts, date(2026, 3, 2)), [rule])) == 1


IDS = ["brian-cho", "kit-larsen", "kit", "lee-ortiz", "lee", "pat"]
STATUSES = ["accepted", "contacted", "met", "proposed", "won", "lost", "not-a-fit", "returned", "stalled", ""]
KINDS = ["lead", "introduction", "referral"]
DAYS = st.dates(date(2026, 3, 2), date(2026, 3, 11))
NAMES = ["a", "b", "c"]


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def records(keys: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(keys).map(lambda record: {key: value for key, value in record.items() if value})


ENTRIES = records(
    {
        "date": DAYS,
        "status": st.sampled_from(STATUSES),
        "kind": optional(st.sampled_from(KINDS)),
        "by": optional(st.sampled_from(IDS)),
        "value": optional(st.just(5)),
        "note": optional(st.just("n")),
    }
)
REFERRALS = records(
    {
        "kind": st.sampled_from(KINDS),
        "date": DAYS,
        "from": st.sampled_from(IDS),
        "to": st.sampled_from(["everyone", *IDS]),
        "taken_by": optional(st.lists(st.sampled_from(IDS), max_size=3)),
        "prospect": optional(st.just("haulier-nampa")),
        "about": optional(st.just("a bakery")),
        "tier": optional(st.just("spin-off")),
        "parent": optional(st.sampled_from(NAMES)),
        "consent": optional(records({"date": DAYS})),
        "history": st.lists(ENTRIES, max_size=5),
        "thanked": optional(records({"date": DAYS})),
        "evaluation": optional(records({"date": optional(DAYS), "change": st.just("c")})),
    }
)
Referrals = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Cut:
    """Referrals without everything later than a day, and where the entries that are left stood before."""

    referrals: Referrals
    numbers: dict[str, list[int]]


def without_later(referrals: Referrals, day: date) -> Cut:
    kept = {name: dict(referral) for name, referral in referrals.items() if referral["date"] <= day}
    numbers = {}
    for name, referral in kept.items():
        entries = referral.get("history", [])
        numbers[name] = [number for number, entry in enumerate(entries) if entry["date"] <= day]
        referral["history"] = [entries[number] for number in numbers[name]]
        for key in ("thanked", "evaluation"):
            if referral.get(key, {}).get("date", day) > day:
                del referral[key]
    return Cut(kept, numbers)


def texts_with(referrals: Referrals) -> dict[str, str]:
    texts = texts_of(CAST)
    for id_, former in (("kit-larsen", "kit"), ("lee-ortiz", "lee")):
        file = f"members/{id_}.md"
        texts[file] = texts[file].replace("name:", f"former_ids: [{former}]\nname:", 1)
    texts["members/pat.md"] = "---\nname: Pat\nbusiness: P\njoined: 2026-03-06\n---\n"
    texts["prospects/haulier-nampa.yml"] += "do_not_contact: yes\njoint: {lead: brian-cho, with: [kit]}\n"
    return texts | {f"referrals/2026/{name}.yml": yaml.safe_dump(referrals[name]) for name in referrals}


def told(referrals: Referrals, day: date, numbers: dict[str, list[int]] | None = None) -> list[object]:
    """What rules about referrals tell as of a day, with the places of entries before anything was left out."""

    def before(place: Place) -> Place:
        path: Path = place.path
        name = place.file.rpartition("/")[2].removesuffix(".yml")
        if numbers and name in numbers and path[:1] == ("history",):
            path = ("history", numbers[name][int(path[1])], *path[2:])
        return place._replace(path=path)

    group = group_of(texts_with(referrals), day)
    assert not any(group.flaws.values())
    found = [
        (
            f.rule,
            f.problem.message,
            f.problem.mend,
            before(f.problem.place),
            [before(see.place) for see in f.problem.see],
        )
        for f in check(group, RULES)
    ]
    return sorted(found, key=repr)


@given(st.dictionaries(st.sampled_from(NAMES), REFERRALS, min_size=1), DAYS)
def test_looking_back_finds_what_was_found_then(referrals: Referrals, day: date) -> None:
    """As if everything later were not written yet; of consents only those of the referral itself stay."""
    cut = without_later(referrals, day)
    assert told(referrals, day) == told(cut.referrals, day, cut.numbers)
