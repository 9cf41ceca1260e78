"""Every rule's page is run: its examples are laid over the cast, and all rules together find just the marks.

An example shows only the keys that matter: where its file stands in the cast, its top-level keys replace the cast's.
A block that begins with `---`, or whose file is not in the cast, is a whole file.
"""

from __future__ import annotations

import re

import pytest

from conftest import found_in
from refertext.problem import FlawKind
from refertext.rules.registry import all_rules
from refertext.rules.rule import Rule

SECTION = re.compile(r"^## (Bad|Good)\b[^\n]*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"(?:# expect: ([\w, -]+)|<!-- expect: ([\w, -]+) -->)[ ]*$")
TOP_LEVEL_KEY = re.compile(r"^(?=[\w\"'-]+:)", re.MULTILINE)

NOT_IN_TEXT = {"file-unreadable", "symlink", "not-utf-8", "too-large", "too-deep"}
"""Rules whose fault is not in a file's text; tests/text and tests/test_hostile.py show them."""


def examples(rule: Rule, kind: str) -> list[str]:
    return [body for found, body in SECTION.findall(rule.page) if found == kind]


def laid_over(cast: dict[str, str], example: str) -> dict[str, str]:
    texts = dict(cast)
    for file, block in BLOCK.findall(example):
        texts[file] = merged(texts.get(file, ""), block)
    return texts


def merged(below: str, above: str) -> str:
    if not below or above.startswith("---"):
        return above
    fence = "---\n" if below.startswith("---\n") else ""
    front, mark, body = below.removeprefix(fence).partition("---\n") if fence else (below, "", "")
    ours = keyed(above)
    theirs = {key: text for key, text in keyed(front).items() if key not in ours}
    return fence + "".join([*theirs.values(), *ours.values()]) + mark + body


def keyed(text: str) -> dict[str, str]:
    blocks: dict[str, str] = {}
    for block in TOP_LEVEL_KEY.split(text):
        key = block.split(":", 1)[0] if block[:1].strip() else ""
        blocks[key] = blocks.get(key, "") + block
    return blocks


def marks_in(texts: dict[str, str]) -> set[tuple[str, int, str]]:
    return {
        (file, number, name.strip())
        for file, text in texts.items()
        for number, line in enumerate(text.split("\n"), 1)
        if (mark := MARK.search(line))
        for name in (mark[1] or mark[2]).split(",")
    }


def test_the_cast_is_in_order(cast: dict[str, str]) -> None:
    assert found_in(cast) == set()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_examples(rule: Rule, cast: dict[str, str]) -> None:
    assert examples(rule, "Good") or rule.name in NOT_IN_TEXT, "no example of what is right"
    assert examples(rule, "Bad") or rule.name in NOT_IN_TEXT, "no example of what is wrong"
    for kind in ("Good", "Bad"):
        for example in examples(rule, kind):
            assert BLOCK.search(example), "an example without a block that has a title"
            texts = laid_over(cast, example)
            marks = marks_in(texts)
            assert kind == "Good" or any(name == rule.name for *_, name in marks), "no mark of the rule itself"
            assert kind == "Bad" or not marks
            assert found_in(texts) == marks


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_pages_have_a_title_and_a_reason(rule: Rule) -> None:
    title, blank, reason = (*rule.page.split("\n", 2), "", "")[:3]
    assert title.endswith(".")
    assert len(title) <= 100
    assert not blank
    assert len(reason.split("## ")[0].split()) >= 10


def test_every_kind_of_flaw_has_its_rule() -> None:
    assert {kind.value for kind in FlawKind} <= set(all_rules())
