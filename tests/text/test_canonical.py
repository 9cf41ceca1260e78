"""The quick reader of the canonical style says what the full parser says, and nothing where that finds a flaw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_places import dumped, records
from test_refusals import BODY, FILE, MARKDOWN_REFUSED, MARKDOWN_WELCOME, REFUSED, WELCOME, unmarked

from conftest import CAST, texts_of
from refertext.problem import Flaw
from refertext.text.canonical import recognise
from refertext.text.document import find_region
from refertext.text.subset import read_any_style

SAMPLE = Path(__file__).parents[2]

RECOGNISED = {
    "a: b\n": {"a": "b"},
    "a: b\nc: d e\n": {"a": "b", "c": "d e"},
    "a:\nb: c\n": {"a": None, "b": "c"},
    "a:\n  b: c\n  d:\n    e: f\ng: h\n": {"a": {"b": "c", "d": {"e": "f"}}, "g": "h"},
    "a:\n  - b\n  - c\n": {"a": ["b", "c"]},
    "a:\n  - b: c\n    d: e\n  - b: f\n": {"a": [{"b": "c", "d": "e"}, {"b": "f"}]},
    "a:\n  - b: [c, d]\n": {"a": [{"b": ["c", "d"]}]},
    "a: [b, c d]\n": {"a": ["b", "c d"]},
    'a: "b: c # d"\n': {"a": "b: c # d"},
    "a: 07:30\nb: https://example.com/c\n": {"a": "07:30", "b": "https://example.com/c"},
    "a: Zoë’s café – 5\n": {"a": "Zoë’s café – 5"},
}

LEFT = [
    "",
    "\n",
    "a: b",
    "# a remark\na: b\n",
    "a: b # c\n",
    "a: b #c\n",
    "a: ~\n",
    "a: null\n",
    "a: [null, b]\n",
    "a:\n  - null\n",
    "a: 'b'\n",
    "a: b\na: c\n",
    "a:\n  b: c\n  b: d\n",
    "a: b: c\n",
    "a: b:\n",
    "a: {b: c}\n",
    "a: [b: c]\n",
    "a: [b,c]\n",
    "a: &b c\n",
    "a: !b c\n",
    "a: *b\n",
    "a: |\n  b\n",
    "a: b\n  c\n",
    "a: b\n\n  c\n",
    "a:  b\n",
    "a: b \n",
    "a:\tb\n",
    "a: b\r\n",
    "a: b\n b: c\n",
    "a: b\n  b: c\n",
    "a:\n   b: c\n",
    "a:\n    b: c\n",
    "- a\n",
    "a:\n- b\n",
    "a: - b\n",
    "a:\n  - - b\n",
    "a:\n  - b\n  - c: d\n",
    "a:\n  - c: d\n  - b\n",
    "a:\n  - b\n  c: d\n",
    "a:\n  b: c\n  - d\n",
    "a:\n  -\n",
    "a:\n  - b\n    c: d\n",
    "a:\n    - b\n",
    "a: [null]\n",
    "a: [b, null]\n",
    'a: ["b", c]\n',
    'a: "null"\nb: nullable\nc: [nullable, b]\n',
    "".join(f"{'  ' * level}a:\n" for level in range(10)),
    "".join(f"{'  ' * level}a:\n" for level in range(8)) + f"{'  ' * 8}- b: c\n",
    "<<: b\n",
    "---\na: b\n",
    "a: b\n---\n",
    "a: b\n...\n",
    "%a: b\n",
    'a: "b\\n"\n',
    'a: "b" c\n',
    'a: "b\n',
    "a: 日本\n",
    "a: b\u2028c\n",
    "a: b\x85c\n",
]


@pytest.mark.parametrize(("text", "data"), RECOGNISED.items())
def test_recognised(text: str, data: object) -> None:
    assert recognise(text) == data


def test_like_lines_share_no_list() -> None:
    one, other = (recognise("a: [b, c]\n") or {} for _ in range(2))
    assert one == other == {"a": ["b", "c"]}
    assert one["a"] is not other["a"]


@pytest.mark.parametrize("text", LEFT)
def test_left_or_the_same(text: str) -> None:
    check_same(text)


@pytest.mark.parametrize("text", ["a: b #c\n", "a: b\na: c\n", "a: b\n---\n", "a: ~\n", "a:\n  - null\n", "a: &b c\n"])
def test_left(text: str) -> None:
    assert recognise(text) is None


def test_tables() -> None:
    for text in (*WELCOME, *(unmarked(marked)[0] for marked, *_ in REFUSED)):
        check_same(text)
        check_same(f"{text}\n")


@pytest.mark.parametrize("folder", [CAST, SAMPLE], ids=["cast", "sample"])
def test_real_records(folder: Path) -> None:
    for file, text in texts_of(folder).items():
        check_same(keys_of(file, text))


def test_front_matter() -> None:
    for text in (*MARKDOWN_WELCOME, *(unmarked(marked)[0] for marked, *_ in MARKDOWN_REFUSED)):
        check_same(keys_of(BODY, text))


keys = st.sampled_from([*"abcdefgh", "a-b", "a_b", "1", "A", "no", "null", "2026-03-05"])
slips = st.sampled_from(
    [*" :#-,[]{}'\"\n\t&!*~%@|>\\é日\u2028\x85\r", "", "\n\n", ": ", " #x", "\n  ", "null", "- ", "  "]
)
tricky = st.text("ab0 :#-,[]{}'\"&*!|>%@`~?=<\\é–”日", max_size=6)
ordinary = st.sampled_from(["a", "b c", "07:30", "5 %", "null", "a-b", "x’s"])
plain = st.one_of(ordinary, tricky.map(lambda text: f"a{text}b"))
values = st.one_of(
    plain,
    plain,
    st.lists(plain, min_size=1, max_size=3).map(lambda entries: f"[{', '.join(entries)}]"),
    tricky.map(lambda text: f'"{text}"'),
    tricky,
)
blocks = st.recursive(
    values,
    lambda inner: st.one_of(
        st.dictionaries(keys, inner, min_size=1, max_size=4),
        st.lists(plain, min_size=1, max_size=3),
        st.lists(st.dictionaries(keys, inner, min_size=1, max_size=3), min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def styled(block: dict[str, Any], indent: str = "") -> str:
    """A block in canonical style; its values are written as they are."""
    lines = []
    for key, value in block.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{key}:\n{styled(value, indent + '  ')}")
        elif isinstance(value, list):
            lines.append(f"{indent}{key}:\n")
            lines += [f"{indent}  - {entry}\n" for entry in value if isinstance(entry, str)]
            lines += [
                f"{indent}  - {styled(entry, indent + '    ').lstrip(' ')}"
                for entry in value
                if isinstance(entry, dict)
            ]
        else:
            lines.append(f"{indent}{key}: {value}\n" if value else f"{indent}{key}:\n")
    return "".join(lines)


texts = st.dictionaries(keys, blocks, min_size=1, max_size=4).map(styled)


@given(texts)
def test_canonical_style(text: str) -> None:
    check_same(text)


@given(texts, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3), slips), min_size=1, max_size=3))
def test_canonical_style_with_slips(text: str, changes: list[tuple[int, int, str]]) -> None:
    for at, gone, slip in changes:
        start = at % (len(text) + 1)
        text = text[:start] + slip + text[start + gone :]
    check_same(text)


@given(st.text("ab: \n-[],\"'#&!null~é", max_size=40))
def test_any_letters(text: str) -> None:
    check_same(text)


@given(records, st.booleans())
def test_any_data(data: object, quoted: bool) -> None:
    check_same(dumped(data, quoted, flow=False))


def keys_of(file: str, text: str) -> str:
    region = find_region(file, text)
    return "" if isinstance(region, Flaw) else text[region.start : region.end]


def check_same(text: str) -> None:
    found = recognise(text)
    if found is not None:
        full = read_any_style(text, FILE)
        assert full.flaws == []
        assert found == full.data
