from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import load
from refertext.rules.references.not_a_partner import not_a_partner
from refertext.rules.references.unknown_category import unknown_category
from refertext.rules.references.unknown_file import unknown_file
from refertext.rules.references.unknown_measure import unknown_measure
from refertext.rules.references.unknown_rule import unknown_rule
from refertext.rules.rule import Rule
from refertext.text import Source

SETTINGS = "group: G\ntimezone: UTC\ncurrency: USD\n"
TREE = "categories: {finance: {mortgage: {residential: }, planning: }, people: {planning: , training: }}\n"
PARTNERSHIP = "partnerships/x.yml"


def mends(texts: dict[str, str], rule: Rule) -> list[str]:
    return [finding.problem.mend for finding in check(group_of(texts), [rule])]


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("finance", []),
        ("finance/mortgage/residential", []),
        ("residential", ["write finance/mortgage/residential"]),
        ("People/Training", ["write people/training"]),
        ("people/trainin", ["write people/training"]),
        ("planning", ["write finance/planning or people/planning"]),
        ("xyz", ["write one of refertext.yml, or add it there"]),
    ],
)
def test_categories(category: str, expected: list[str]) -> None:
    member = f"{{name: Pat, business: B, seat: {{category: {category}}}}}"
    texts = {"refertext.yml": SETTINGS + TREE, "members/pat.yml": member}
    assert mends(texts, unknown_category) == expected


@pytest.mark.parametrize("settings", ["group: [", SETTINGS, SETTINGS + "categories: law\n"])
def test_without_categories_none_is_unknown(settings: str) -> None:
    member = "{name: Pat, business: B, seat: {category: xyz}}"
    assert mends({"refertext.yml": settings, "members/pat.yml": member}, unknown_category) == []


def test_everywhere_a_category_may_stand() -> None:
    seats = "seats: [{category: a1, status: wanted}]\nsearches: [{by: kit-larsen, for: a2}]\n"
    member = "{name: P, business: B, seat: {category: a3}, former_seats: [{category: a4, until: 2025-01-01}]}"
    meeting = (
        "{kind: group, date: 2026-03-05, visitors: [{name: V, category: a5}], "
        "attendance: {kit-larsen: {status: substitute, category: a6}, lee-ortiz: late}}"
    )
    texts = {"refertext.yml": SETTINGS + TREE + seats, "members/p.yml": member, "meetings/2026/m.yml": meeting}
    messages = {finding.problem.message for finding in check(group_of(texts), [unknown_category])}
    assert messages == {f"There is no category “a{number}”" for number in range(1, 7)}


@pytest.mark.parametrize(
    ("commitment", "rule", "expected"),
    [
        ("{measure: leads-while-absent}", unknown_measure, []),
        ("{promise: we try}", unknown_measure, []),
        ("{measure: one-to-one}", unknown_measure, ["write one-to-ones"]),
        ("{rule: no-guide}", unknown_rule, []),
        ("{rule: no-guides}", unknown_rule, ["write no-guide"]),
        ("{rule: zzz}", unknown_rule, ["write the name of a rule; “refertext explain” lists them all"]),
    ],
)
def test_commitments(commitment: str, rule: Rule, expected: list[str]) -> None:
    text = f"{{title: T, adopted: 2026-01-01, commitments: [{commitment}]}}"
    assert mends({"refertext.yml": SETTINGS, "agreements/a.yml": text}, rule) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("members/kit-larsen.md", []),
        ("refertext.yml", []),
        ("members/broken.yml", []),
        ("members/kit-larsen.yml", ["write members/kit-larsen.md"]),
        ("kit-larsen.md", ["write members/kit-larsen.md"]),
        ("kit-larsen", ["write members/kit-larsen.md"]),
        ("./members/kit-larson.md", ["write members/kit-larsen.md"]),
        ("prospects/kit-larsen.md", ["write a file with its folder, such as members/kit-larsen.md"]),
        ("/", ["write a file with its folder, such as members/kit-larsen.md"]),
    ],
)
def test_files_of_waivers(cast: dict[str, str], file: str, expected: list[str]) -> None:
    waiver = f'waivers: [{{rule: no-guide, file: "{file}", why: w, until: 2027-01-01}}]\n'
    texts = cast | {"refertext.yml": cast["refertext.yml"] + waiver, "members/broken.yml": "name: ["}
    assert mends(texts, unknown_file) == expected


@pytest.mark.parametrize(
    ("material", "expected"),
    [
        ("docs/kit/tips.md", []),
        ("docs/kit/tips.md#second", []),
        ("docs/kit/", []),
        ("https://example.com/docs/tips.md", []),
        ("the red folder", []),
        ("docs/kit/tip.md", ["write docs/kit/tips.md"]),
        ("docs/zzz.pdf", ["add the file, or correct its name"]),
    ],
)
def test_materials(cast: dict[str, str], material: str, expected: list[str]) -> None:
    step = f'{{what: w, by: lee-ortiz, material: "{material}"}}'
    partnership = f"{{between: [lee-ortiz, kit-larsen], since: 2026-03-05, action_plan: [{step}]}}"
    texts = cast | {PARTNERSHIP: partnership}
    sources = [Source(name, text.encode()) for name, text in texts.items()]
    group = load(sources, lambda _: date(2026, 3, 11), None, ["docs/kit/tips.md"])
    assert [finding.problem.mend for finding in check(group, [unknown_file])] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("goals: {kit: g, lee-ortiz: g}", []),
        ("balance: {kit-larsen: 1, agreed: 2026-03-01}", []),
        ("action_plan: [{what: w, by: nobody-known}]", []),
        ("action_plan: [{what: w, by: brian-cho}]", ["write lee-ortiz or kit-larsen"]),
        ("goals: {kit-larson: g}", ["write kit-larsen"]),
        ("gain: {Lee Ortiz: {why: w}}", ["write lee-ortiz"]),
        ("fit: {brian-cho: {nearby: yes}}", ["write lee-ortiz or kit-larsen"]),
        ("balance: {brian-cho: 1, lee-ortiz: 2}", ["write lee-ortiz or kit-larsen"]),
        ("explained: {brian-cho: 2026-03-01}", ["write lee-ortiz or kit-larsen"]),
        (
            "cycles: [{from: 2026-03-06, until: 2026-03-31, promise: {both: 1}, contacts: [{who: w, from: lee-orti}]}]",
            ["write lee-ortiz or kit-larsen", "write lee-ortiz"],
        ),
    ],
)
def test_partners(cast: dict[str, str], more: str, expected: list[str]) -> None:
    kit = cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1)
    text = f"{{between: [lee-ortiz, kit-larsen], since: 2026-03-05, {more}}}"
    assert mends(cast | {"members/kit-larsen.md": kit, PARTNERSHIP: text}, not_a_partner) == expected


@pytest.mark.parametrize(("between", "count"), [("[lee-ortiz, kit-larsen]", 1), ("[lee-ortix, kit-larsen]", 0)])
def test_nobody_is_a_stranger_while_a_partner_is_unknown(cast: dict[str, str], between: str, count: int) -> None:
    text = f"{{between: {between}, since: 2026-03-05, goals: {{lee-ortiz: g, brian-cho: g}}}}"
    assert len(mends(cast | {PARTNERSHIP: text}, not_a_partner)) == count
