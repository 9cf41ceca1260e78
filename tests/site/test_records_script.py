"""What the forms' script writes is what refertext reads: the script is run with node on values of every kind."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from browser import lacking
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import found_in, group_of
from refertext.records import Prospect, Referral
from refertext.records.types import LONGEST_TEXT
from refertext.site.doors import schema_of
from refertext.text import Source, parse
from refertext.text.slug import slug
from refertext.text.source import HIDDEN

SCRIPT = Path(__file__).parents[2] / "src/refertext/theme/js/records.js"
NODE = shutil.which("node")
FILE = "referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
RUN = """
const script = require("fs").readFileSync(process.argv[1], "utf8");
const records = new Function(`${script}; return refertextRecords;`)();
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([name, ...values]) => records[name](...values))));
"""

HOSTILE = [
    "plain words", "a: b", "a:", "a:b", "07:30", "a #b", "C#", "#b", "# b", "- a", "-a", "? a", ": a", ", a",
    "a, b", "[a]", "a]", "{a: b}", "}", "& a", "&a", "*a", "!a", "!!str a", "|", "|-", ">", "> a", "%a", "@a", "`a",
    "'a'", '"a"', "it's", 'a "b" c', "null", "Null", "~", "~a", "yes", "no", "true", "12", "1e3", "0x1f",
    "2026-03-05", "<<", "=", "---", "...", "--- a", "=======", "<<<<<<< mine", ">>>>>>> theirs", "a\\nb", "\\",
    "\\x", "a\nb", "a\n\nb", "a\n  b", "a\n# b", "a\n- b\n- c", "a \nb", "a\n---\nb", "a\n=======\nb", "a\n%b",
    "tab\there", "a\tb\nc", "“quoted”", "“a” b", "«a»", "„a“", "‚a‘", "’t is", "a\u00a0b", "a\u2009b", "a\u3000b",
    "a:\u00a0b", "a\uff1ab", "é", "Ünal & Söhne", "株式会社", "👩‍👩‍👧", "\U0001f600", "a  b", "מזל", "\ufffd",
    "<script>alert(1)</script>", "{{ 7 * 7 }}", "{% if %}", "${x}", "$&", "$1", "javascript:alert(1)", "</script>",
    "a | b", "a > b", "a" * 300, "everyone", "outside: a client", "::add-mask::x", "=1+1", "+1", "-1", "@x", "a'",
    "a!", "a&b", "a*b", "a%b", "x" + ":" * 9,
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _there_is_node() -> None:
    if NODE is None:
        lacking("Node is not installed")


def run(*asked: tuple[Any, ...]) -> list[Any]:
    """What functions of the script give: each is asked by name, with its values."""
    assert NODE
    done = subprocess.run(
        [NODE, "-e", RUN, str(SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return list(json.loads(done.stdout))


def clean(text: str) -> str:
    """What is left of a text by the same rule, in Python."""
    ends = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n"))
    return HIDDEN.sub("", ends)


def read_back(text: str) -> dict[str, Any]:
    document = parse(Source(FILE, text.encode()))
    assert document.flaws == ()
    assert document.data is not None
    return document.data


def test_hostile_values_are_read_back_as_they_were() -> None:
    made = run(*(("yaml", {"about": value, "text": value, "consent": {"how": value}}) for value in HOSTILE))
    for value, text in zip(HOSTILE, made, strict=True):
        assert read_back(text) == {"about": value, "text": value, "consent": {"how": value}}, text


def test_values_that_nothing_is_done_to_are_written_plainly() -> None:
    assert run(
        ("yaml", {"a": "plain words, a few", "b": ["kit-larsen", "null"], "c": {"d": "2026-03-05"}, "e": "07:30"})
    ) == ['a: plain words, a few\nb: [kit-larsen, "null"]\nc:\n  d: 2026-03-05\ne: 07:30\n']


@settings(max_examples=15)
@given(st.lists(st.text(min_size=1), min_size=40, max_size=40))
def test_any_text_is_read_back(values: list[str]) -> None:
    cleaned = run(*(("cleaned", value) for value in values))
    for before, after in zip(values, cleaned, strict=True):
        assert clean(before).strip() == after.strip()
    kept = [value for value in cleaned if value]
    for value, text in zip(kept, run(*(("yaml", {"a": value, "l": [value]}) for value in kept)), strict=True):
        assert read_back(text) == {"a": value, "l": [value]}, text


def test_check_finds_nothing_in_hostile_values(cast: dict[str, str]) -> None:
    record = {"kind": "lead", "date": "2026-03-09", "from": "kit-larsen", "to": "brian-cho"}
    before = found_in(cast)
    made = run(*(("yaml", record | {"about": value, "text": value}) for value in HOSTILE))
    for value, text in zip(HOSTILE, made, strict=True):
        texts = {**cast, FILE: text}
        assert found_in(texts) - before == set(), text
        assert group_of(texts).referrals[FILE[15:-4]].about == value


def test_ids_follow_the_same_rule() -> None:
    """Every character that Python knows, in the middle of a word."""
    characters = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    words = [f"a{character}b" for character in characters]
    different = [
        (word, ours, theirs)
        for word, theirs in zip(words, run(*(("slug", word) for word in words)), strict=True)
        if (ours := slug(word)) != theirs
    ]
    assert different == []


@pytest.mark.parametrize(
    ("alias", "id_"),
    [
        ("A mid-size haulier in Nampa", "a-mid-size-haulier-in-nampa"),
        ("  Bäckerei „Süß“ & Co. ", "backerei-suss-co"),
        ("Kit's café", "kits-cafe"),
        ("Everyone", "everyone-1"),
        ("con", "con-1"),
        ("株式会社", ""),
        ("a" * 130, "a" * 120),
        ("a" * 119 + " b", "a" * 119),
    ],
)
def test_the_id_of_an_alias(alias: str, id_: str) -> None:
    assert run(("aliasId", alias)) == [id_]


def test_a_name_too_long_for_an_id_is_left_out() -> None:
    date, tag = "2026-03-05", "7f3a"
    assert run(("datedId", date, ["kit", "brian"], tag), ("datedId", date, ["k" * 60, "b" * 60], tag)) == [
        "2026-03-05-kit-brian-7f3a",
        "2026-03-05-7f3a",
    ]


def test_tags_are_four_small_letters_or_digits() -> None:
    tags = run(*[("tag",)] * 200)
    assert all(len(tag) == 4 and set(tag) <= set("abcdefghijklmnopqrstuvwxyz0123456789") for tag in tags)
    assert len(set(tags)) > 190


GIFT = {"kind": "referral", "date": "2026-03-05", "from": "kit-larsen", "to": "brian-cho"}
CALLED = {"kit-larsen": "Kit", "brian-cho": "Brian"}


@pytest.mark.parametrize(
    ("changed", "about", "slip"),
    [
        (
            {"consent": {"date": "2026-03-04", "how": "phone"}, "level": "4"},
            "Acme, pension talk",
            "- referral Kit > Brian: Acme, pension talk; phone 03-04; level 4",
        ),
        ({"kind": "lead", "to": "everyone"}, "River bakery; opens\na shop", "- lead Kit: River bakery, opens a shop"),
        ({"consent": {"date": "2025-03-04"}}, "Acme", "- referral Kit > Brian: Acme; yes 2025-03-04"),
        ({"consent": {"date": "2026-03-06"}}, "Acme", "- referral Kit > Brian: Acme"),
        ({"consent": {"date": "2026-03-04"}}, "Acme", "- referral Kit > Brian: Acme; yes 03-04"),
        ({"from": "outside: a client"}, "Acme", ""),
        ({}, "", ""),
    ],
)
def test_slips(changed: dict[str, Any], about: str, slip: str) -> None:
    assert run(("referralSlip", GIFT | changed, CALLED, about)) == [slip]


def test_the_slip_of_a_one_to_one() -> None:
    assert run(("oneToOneSlip", {"date": "2026-03-02", "between": ["kit-larsen", "brian-cho"]}, CALLED)) == [
        "- one-to-one Kit + Brian 03-02"
    ]


@pytest.mark.parametrize(
    ("kind", "changed", "wrong"),
    [
        (Referral, {}, []),
        (Referral, {"kind": "gift"}, [["kind", "Choose one of these."]]),
        (Referral, {"date": "2026-02-30"}, [["date", "Choose a day that exists."]]),
        (Referral, {"date": "1899-01-01"}, [["date", "Choose a day that exists."]]),
        (Referral, {"level": "6"}, [["level", "Write a whole number from 1 to 5."]]),
        (Referral, {"level": "1.5"}, [["level", "Write a whole number from 1 to 5."]]),
        (Referral, {"consent": {"how": "phone"}}, [["consent.date", "This is needed."]]),
        (
            Referral,
            {"about": "x" * (LONGEST_TEXT + 1)},
            [["about", "That is too long: at most 2000 characters, please."]],
        ),
        (Referral, {"about": "👩" * LONGEST_TEXT, "text": "x" * 5000}, []),
        (Referral, {"price": "1"}, [["price", "Nothing of this name belongs here."]]),
        (Prospect, {}, [["alias", "This is needed."]]),
        (Prospect, {"alias": "A", "known_by": ["a", "b"]}, []),
        (Prospect, {"alias": ["A"]}, [["alias", "Only one, please."]]),
    ],
)
def test_records_are_checked_as_the_schema_says(
    kind: type[Any], changed: dict[str, Any], wrong: list[list[str]]
) -> None:
    keys = ["kind", "date", "from", "to", "about", "level", "consent", "text", "alias", "known_by"]
    record = {**(GIFT if kind is Referral else {}), **changed}
    assert run(("wrongs", record, schema_of(kind, keys), LONGEST_TEXT)) == [wrong]
