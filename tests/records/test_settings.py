"""A broken settings file leaves the rest to be checked: sound keys count, defaults stand in for the others."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import found_in
from refertext.records import decode_settings
from refertext.records.settings import DEFAULTS
from refertext.text import Source, parse

SOUND = "group: Harbour\ntimezone: America/Denver\ncurrency: EUR\ncategories: {law: {employment: }}\n"

SALVAGED = [
    # settings, the keys that are told, what is left
    ("", [], {}),
    (SOUND, [], {"group": "Harbour", "timezone": "America/Denver", "currency": "EUR"}),
    (f"{SOUND}foo: bar\n", ["foo"], {"group": "Harbour", "currency": "EUR"}),
    (f"{SOUND}meets: [a]\n", ["meets"], {"group": "Harbour", "currency": "EUR"}),
    (f"{SOUND}meets: {{every: week, weekday: thu}}\n", ["meets"], {"group": "Harbour"}),
    (f"{SOUND}waivers: [{{rule: a}}]\n", ["waivers", "waivers", "waivers"], {"currency": "EUR"}),
    ("group: Harbour\n", ["", ""], {"group": "Harbour", "timezone": "UTC", "currency": "USD"}),
    ("timezone: Mars/Phobos\ncurrency: EUR\ngroup: a\n", ["timezone"], {"timezone": "UTC", "currency": "EUR"}),
    ("timezone: UTC\ncurrency: eur\ngroup: [a]\n", ["group", "currency"], DEFAULTS),
    ("group:\ntimezone:\ncurrency:\n", ["group", "timezone", "currency"], DEFAULTS),
]


@pytest.mark.parametrize(("text", "told", "left"), SALVAGED)
def test_salvage(text: str, told: list[str], left: dict[str, str]) -> None:
    settings, flaws = decode_settings(parse(Source("refertext.yml", text.encode())).data)
    assert [flaw.place.path[0] if flaw.place.path else "" for flaw in flaws] == told
    assert {key: getattr(settings, key) for key in left} == left
    if text.startswith(SOUND):
        assert settings.category_names() == {"law", "law/employment"}


def test_more_faults_than_are_told_do_not_cost_the_rest() -> None:
    text = SOUND + "".join(f"k{n}: x\n" for n in range(50))
    settings, flaws = decode_settings(parse(Source("refertext.yml", text.encode())).data)
    assert (settings.group, settings.currency, flaws[-1].more) == ("Harbour", "EUR", 40)
    assert settings.category_names() == {"law", "law/employment"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("group: [\n", {"yaml-error"}),
        ("", {"not-a-record"}),
        ("- a\n", {"not-a-record"}),
        ("a: &b c\n", {"yaml-anchor"}),
        ("group: a\ntimezone: Mars\ncurrency: USD\nas_of: 2026-03-11\n", {"wrong-value"}),
        ("foo: bar\n", {"unknown-key", "missing-key"}),
    ],
)
def test_nothing_else_complains(cast: dict[str, str], text: str, rules: set[str]) -> None:
    found = found_in({**cast, "refertext.yml": text})
    assert {(file, rule) for file, _, rule in found} == {("refertext.yml", rule) for rule in rules}


def test_the_rest_is_checked(cast: dict[str, str]) -> None:
    found = found_in({**cast, "refertext.yml": "group: [\n", "prospects/x.yml": "alias: A bakery\nplac: Boise\n"})
    assert {(file, rule) for file, _, rule in found} == {
        ("refertext.yml", "yaml-error"),
        ("prospects/x.yml", "unknown-key"),
    }


ENTRIES = [
    # what stands under a key, the positions of the sound entries
    ("breaks: [{from: 2026-12-24, until: 2027-01-01}, {from: 2026-07-04, until: 2026-07-05}]", [0, 1]),
    ("breaks: [{from: soon, until: 2027-01-01}, {from: 2026-07-04, until: 2026-07-05}]", [1]),
    ("seats: [{category: law, status: wanted}, {category: law}, {category: law, status: wanted}]", [0, 2]),
    ("seats: [{category: law, status: wanted}, {category: law, status: wished}]", [0]),
    ("seats: [~, [a], {category: law, status: wanted}, {category: law, status: wanted, path: [seats, 0]}]", [2]),
    ("searches: [{by: a, for: law, conversations: few}, {by: a, for: law}, b]", [1]),
    ("waivers: [{rule: a, fil: b, why: c, until: 2026-01-01}]", []),
    ("waivers: {rule: a}", []),
    ("waivers:", []),
]


@pytest.mark.parametrize(("text", "positions"), ENTRIES)
def test_only_the_faulty_entries_of_a_list_are_left_out(text: str, positions: list[int]) -> None:
    settings, _ = decode_settings(parse(Source("refertext.yml", f"{SOUND}{text}\n".encode())).data)
    key = text.partition(":")[0]
    assert [entry.path for entry in getattr(settings, key)] == [(key, position) for position in positions]
    assert settings.group == "Harbour"


def test_only_the_faulty_row_of_same_words_is_left_out() -> None:
    text = f"{SOUND}same_words: [[a, b], c, [d, [e]], [f, g]]\n"
    settings, flaws = decode_settings(parse(Source("refertext.yml", text.encode())).data)
    assert settings.same_words == (("a", "b"), ("f", "g"))
    assert [flaw.place.path for flaw in flaws] == [("same_words", 1), ("same_words", 2, 1)]


WAIVERS = """
waivers:
  - {rule: no-guide, file: members/kit-larsen.md, why: being written, until: 2026-12-31}
  - {rule: no-guide, file: members/brian-cho.md, why: being written, until: summer}
  - {rule: no-guide, file: members/lee-ortiz.md, why: being written, until: 2026-12-31}
"""


@pytest.mark.parametrize(
    ("without_guide", "found"),
    [
        (["kit-larsen", "lee-ortiz"], set()),
        (["kit-larsen"], {("refertext.yml", "waivers: 3", "waiver-unused")}),
        (["lee-ortiz"], {("refertext.yml", "waivers: 1", "waiver-unused")}),
        (["kit-larsen", "lee-ortiz", "brian-cho"], {("members/brian-cho.md", "", "no-guide")}),
    ],
)
def test_a_faulty_waiver_leaves_the_others_at_work(
    cast: dict[str, str], without_guide: list[str], found: set[tuple[str, str, str]]
) -> None:
    written = cast["refertext.yml"] + WAIVERS
    list_line = written.splitlines().index("waivers:") + 1
    texts = {**cast, "refertext.yml": written}
    for member in without_guide:
        file = f"members/{member}.md"
        texts[file] = texts[file].partition("## How I help")[0]
    shown = {
        (file, f"waivers: {line - list_line}" if file == "refertext.yml" else "", rule)
        for file, line, rule in found_in(texts)
    }
    assert shown == found | {("refertext.yml", "waivers: 2", "wrong-value")}


def test_a_faulty_search_leaves_the_others_to_be_checked(cast: dict[str, str]) -> None:
    searches = (
        "\nsearches:\n- {by: kit-larsen}\n- {by: kit-larsn, for: law}\n- {by: kit-larsen, for: law, found: nobody}\n"
    )
    written = cast["refertext.yml"] + searches
    first = written.splitlines().index("searches:") + 2
    assert found_in({**cast, "refertext.yml": written}) == {
        ("refertext.yml", first, "missing-key"),
        ("refertext.yml", first + 1, "unknown-member"),
        ("refertext.yml", first + 1, "unknown-category"),
        ("refertext.yml", first + 2, "unknown-member"),
        ("refertext.yml", first + 2, "unknown-category"),
    }


@pytest.mark.parametrize(
    "categories", ["law", "[law, people]", "{law: , people: staffing}", "{law: , a/b: , people: }"]
)
def test_faulty_categories_make_none_unknown(cast: dict[str, str], categories: str) -> None:
    seats = "seats: [{category: law, status: wanted}]\nsearches: [{by: kit-larsen, for: law}]\n"
    head = "group: a\ntimezone: America/Denver\ncurrency: USD\nas_of: 2026-03-11\n"
    found = found_in({**cast, "refertext.yml": f"{head}{seats}categories: {categories}\n"})
    assert {(file, line) for file, line, _ in found} == {("refertext.yml", 7)}


def test_a_waiver_for_what_cannot_be_read_or_came_later_is_not_called_unused(cast: dict[str, str]) -> None:
    waiver = "\nwaivers:\n- {rule: no-guide, file: members/kit-larsen.md, why: being written, until: 2026-12-31}\n"
    texts = {**cast, "refertext.yml": cast["refertext.yml"] + waiver}
    assert {rule for _, _, rule in found_in(texts)} == {"waiver-unused"}
    assert found_in(texts, date(2026, 1, 31)) == found_in(cast, date(2026, 1, 31))
    broken = cast["members/kit-larsen.md"].replace("joined: ", "joined: soon ", 1)
    assert {rule for _, _, rule in found_in({**texts, "members/kit-larsen.md": broken})} == {"wrong-value"}
