"""A broken settings file leaves the rest to be checked: sound keys count, defaults stand in for the others."""

from __future__ import annotations

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
