"""`refertext schema`: the JSON Schemas agree with what is read, and say something of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from refertext.cli import refertext
from refertext.records import FOLDERS, SETTINGS_FILE, decode
from refertext.records.schema import KINDS, json_schema, schema_text
from refertext.starter import Answers, starter
from refertext.text import Source, parse

LEAST: dict[str, dict[str, Any]] = {
    "group": {"group": "Cast", "timezone": "UTC", "currency": "USD"},
    "member": {"name": "Kit Larsen", "business": "Northwind Staffing"},
    "agreement": {"title": "We show up", "adopted": "2025-01-09"},
    "partnership": {"between": ["brian-cho", "kit-larsen"], "since": "2026-02-02"},
    "prospect": {"alias": "A mid-size haulier in Nampa"},
    "referral": {"kind": "lead", "date": "2026-03-02", "from": "kit-larsen", "to": "brian-cho"},
    "meeting": {"kind": "group", "date": "2026-03-05"},
    "profile": {"title": "Our half-year"},
}

REFUSED = [
    ("group", "curency: EUR"),
    ("group", "currency: Euro"),
    ("group", "meets: {every: fortnight, weekday: monday}"),
    ("group", "meets: {every: week, weekday: monday, time: half past seven}"),
    ("group", "meets: thursday"),
    ("group", "cooling_off: a while"),
    ("member", "nickname: Kit"),
    ("member", "seat: {services: [payroll]}"),
    ("member", "seat: {category: people/payroll, price: 12}"),
    ("member", "path: [{date: 2026-02-26, how: dinner}]"),
    ("member", "fit: {nearby: perhaps}"),
    ("member", "show_value: true"),
    ("member", "manager: nobody"),
    ("member", "manager: {told: 2026-02-26}"),
    ("member", "goals: Two new clients"),
    ("agreement", "commitments: [{measure: attendance, per: fortnight}]"),
    ("partnership", "kind: best"),
    ("partnership", "gain: {brian-cho: more clients}"),
    ("prospect", "do_not_contact: maybe"),
    ("referral", "level: 6"),
    ("referral", "history: [{date: 2026-03-03, status: called}]"),
    ("referral", "history: [{status: met}]"),
    ("referral", 'history: [{date: 2026-03-03, value: "12,500"}]'),
    ("meeting", "attendance: {kit-larsen: ill}"),
    ("meeting", "attendance: {kit-larsen: {notice: 2026-03-04}}"),
    ("profile", "green: 1001"),
    ("profile", "over: 4 meetings"),
    ("profile", "subject: pair"),
    ("profile", "parts: [{measure: referrals}]"),
    ("profile", "parts: [{title: Referrals, per: month}]"),
    ("profile", "parts: [{title: Referrals, recorded: maybe}]"),
    ("profile", "parts: [{title: Referrals, bands: [{from: 1}]}]"),
    ("profile", "parts: [{title: Referrals, bands: [{over: 1, points: 5}]}]"),
]

TAKEN = [
    ("group", "group: 2026"),
    ("group", "group: true"),
    ("group", "meets: {every: month, nth: 2, weekday: thursday, time: 07:30, minutes: 75}"),
    ("group", "categories: {finance: {mortgage: , planning: }, people: }"),
    ("group", "same_words: [[home loans, house finance], [1040, tax return]]"),
    ("member", "name: yes"),
    ("member", "contact: {phone: 5550100, web: }"),
    ("member", "seat: {category: people/payroll, territory: [02139, no]}"),
    ("member", "manager: none"),
    ("member", "manager: {informed: 2026-01-15}"),
    ("member", "manager: {informed: }"),
    ("member", "fit: {nearby: yes, volume: unsure, channel: }"),
    ("member", "channels: [{kind: newsletter, audience: 1200}]"),
    (
        "agreement",
        "commitments: [{measure: attendance, at_least: 75%, over: 26 weeks, weights: {late: 1/3, excused: 1}}]",
    ),
    ("agreement", "commitments: [{measure: next-fixed, at_least: 2, who: group}, {promise: words, who: [kit-larsen]}]"),
    ("partnership", "balance: {brian-cho: 2, kit-larsen: 1, agreed: 2026-01-28}"),
    ("partnership", "cycles: [{from: 2026-02-10, until: 2026-03-31, promise: {brian-cho: 2}, evaluated: }]"),
    ("prospect", "joint: {lead: kit-larsen, with: [brian-cho], history: [{date: 2026-03-01, status: lunch}]}"),
    ("referral", "history: [{date: 2026-04-02, status: won, value: 12500}]"),
    ("referral", "history: [{date: 2026-04-02, status: won, value: 1200.50 EUR}]"),
    ("referral", "history: [{date: 2026-03-07, answer: yes, by: kit-larsen}]"),
    ("meeting", "cancelled: yes"),
    ("meeting", "attendance: {kit-larsen: present, lee-ortiz: {status: substitute, name: Jo Reed}}"),
    ("profile", "{over: 6 months, green: 700, amber: 500, red: , subject: group}"),
    ("profile", "parts: [{title: A, measure: referrals, per: week, bands: [{from: 0.75, points: 5}]}]"),
    ("profile", "parts: [{title: A, measure: visitors, per: 4 weeks, over: , bands: [{above: 1/3, points: 5}]}]"),
    ("profile", "parts: [{title: A, measure: thanks, if_nothing: 0, bands: [{from: 75%, points: 5}]}]"),
    ("profile", "parts: [{title: A, recorded: no, weights: , bands: [{up_to: 3, from: , points: 1000}]}]"),
]


class CoreLoader(yaml.SafeLoader):
    """What editors read: YAML 1.2's core schema, in which dates, times and yes are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  instead of those of YAML 1.1


for tag, pattern, starts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), starts)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_editors_read(file: str, text: str) -> Any:
    if file.endswith(".md"):
        text = text.split("---\n")[1]
    return yaml.load(text, CoreLoader)


def kind_of(file: str) -> str | None:
    if file == SETTINGS_FILE:
        return "group"
    folder = file.split("/", maxsplit=1)[0]
    return folder[:-1] if folder in FOLDERS and not file.endswith("README.md") else None


def faults(kind: str, data: Any) -> list[str]:
    return [error.message for error in Draft7Validator(json.loads(schema_text(kind))).iter_errors(data)]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_schema_that_editors_understand(kind: str) -> None:
    schema = json_schema(KINDS[kind])
    Draft7Validator.check_schema(schema)
    assert schema["title"]
    assert schema["description"].endswith(".")
    assert not any("$ref" in part or "$defs" in part for part in parts(schema))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_and_no_other_is_allowed(kind: str) -> None:
    schema = json_schema(KINDS[kind])
    blocks = [part for part in parts(schema) if isinstance(part.get("properties"), dict) and part.get("type")]
    assert blocks[0] is schema
    for block in blocks:
        assert block["additionalProperties"] is False
        assert [key for key, below in block["properties"].items() if not below.get("description")] == []


def test_what_the_tool_fills_in_is_no_key() -> None:
    assert list(json_schema(KINDS["agreement"])["properties"]) == [
        *("title", "adopted", "changed", "terms", "ended", "commitments", "concerns", "former_ids", "text")
    ]


def test_the_cast_and_the_starter_are_in_order(cast: dict[str, str]) -> None:
    answers = Answers(
        group="12",
        coordinator="No",
        business="True",
        weekday="friday",
        timezone="UTC",
        currency="EUR",
        today=date(2026, 3, 5),
    )
    seen = set()
    for texts in (cast, starter(answers)):
        for file, text in texts.items():
            kind = kind_of(file)
            if kind:
                seen.add(kind)
                assert faults(kind, as_editors_read(file, text)) == [], file
    assert seen == set(KINDS)


@pytest.mark.parametrize(("kind", "line"), REFUSED)
def test_refuses_what_reading_refuses(kind: str, line: str) -> None:
    assert faults(kind, LEAST[kind] | as_editors_read("a.yml", line))
    assert decode(KINDS[kind], LEAST[kind] | (parse(Source("a.yml", line.encode())).data or {}), "a.yml")[1]


@pytest.mark.parametrize(("kind", "line"), TAKEN)
def test_takes_what_reading_takes(kind: str, line: str) -> None:
    assert faults(kind, LEAST[kind] | as_editors_read("a.yml", line)) == []
    assert decode(KINDS[kind], LEAST[kind] | (parse(Source("a.yml", line.encode())).data or {}), "a.yml")[1] == ()


@pytest.mark.parametrize("kind", KINDS)
def test_agrees_with_reading_on_what_may_be_empty_or_left_out(kind: str) -> None:
    for key in json_schema(KINDS[kind])["properties"]:
        for data in (LEAST[kind] | {key: None}, {name: value for name, value in LEAST[kind].items() if name != key}):
            assert bool(faults(kind, data)) == bool(decode(KINDS[kind], data, "a.yml")[1]), (key, data)


def test_without_a_kind_lists_them_within_80_columns() -> None:
    result = CliRunner().invoke(refertext, ["schema"], env={"COLUMNS": "80"})
    assert result.exit_code == 0
    assert [line.split()[:2] for line in result.stdout.splitlines() if line[:1].isalpha()][:3] == [
        ["group", "refertext.yml"],
        ["member", "members/"],
        ["agreement", "agreements/"],
    ]
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_prints_one_in_ascii() -> None:
    result = CliRunner().invoke(refertext, ["schema", "member"])
    assert result.exit_code == 0
    assert result.stdout.isascii()
    assert json.loads(result.stdout) == json_schema(KINDS["member"])


def test_an_unknown_kind_is_a_usage_error_with_the_nearest() -> None:
    result = CliRunner().invoke(refertext, ["schema", "referals"])
    assert result.exit_code == 2
    assert "There is no kind of file “referals”. Did you mean referral?" in result.stderr
