"""The reader of canonical texts says what the full parser says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.disk import read_group
from refertext.text.canonical import recognise
from refertext.text.document import Region, find_region
from refertext.text.subset import read_any_style

ROOT = Path(__file__).parent.parent.parent

LEFT_TO_THE_FULL_PARSER = [
    "",
    "a: 1",
    "a: 1\n\nb: 2\n",
    "# remark\na: 1\n",
    "a: 1 # remark\n",
    "a: Suite #4\n",
    "a: b: c\n",
    "a: 1\na: 2\n",
    "a: null\n",
    "a: ~\n",
    "a: 'b'\n",
    "a: {b: c}\n",
    "a: [b, {c: d}]\n",
    "a: [b:c]\n",
    "a: |\n  b\n",
    "a: b\n  c\n",
    "a:\n    b: 1\n",
    "a:\n- b\n",
    "a:\n  - b\n  - c: d\n",
    "a:\n  - b: c\n  - d\n",
    "a:\tb\n",
    "a: b \n",
    "a: b\r\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !b c\n",
    "<<: a\n",
    "- a\n",
    "  a: b\n",
    "a: b\n  c: d\n",
    "a:\n  b:\n    c: 1\n   d: 2\n",
    "a: \\\n",
    'a: "b\\n"\n',
    "a: b\u2028c\n",
    "a: b\u202ec\n",
    "---\na: b\n",
    "a:\n  - b: 1\nc:\n  d:\n    e: 1\n  - f: 1\n",
]

READ_HERE = [
    ("a: 1\n", {"a": "1"}),
    ("a:\n", {"a": None}),
    ("a: 07:30\nb: no\n", {"a": "07:30", "b": "no"}),
    ("a: https://example.com/x?y=1,2\n", {"a": "https://example.com/x?y=1,2"}),
    ('a: "b: c, #4"\n', {"a": "b: c, #4"}),
    ('a: ""\n', {"a": ""}),
    ("a: [b, c d]\n", {"a": ["b", "c d"]}),
    ("a: Café – “Ørsted”\n", {"a": "Café – “Ørsted”"}),
    ("a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", {"a": {"b": "1", "c": {"d": "2"}}, "e": "3"}),
    ("a:\n  - b: 1\n    c: 2\n  - b: 3\nd:\n", {"a": [{"b": "1", "c": "2"}, {"b": "3"}], "d": None}),
    ("a:\n  - b\n  - c d\n", {"a": ["b", "c d"]}),
    ("a:\n  - b:\n      - c: 1\n    d: 2\n", {"a": [{"b": [{"c": "1"}], "d": "2"}]}),
]


@pytest.mark.parametrize("text", LEFT_TO_THE_FULL_PARSER)
def test_left_to_the_full_parser(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(("text", "data"), READ_HERE)
def test_read_here(text: str, data: dict[str, object]) -> None:
    assert recognise(text) == data
    assert read_any_style(text, "a.yml").data == data


LINES = st.lists(
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "      "]),
        st.sampled_from(["", "", "", "- ", "-", "? "]),
        st.sampled_from(["a:", "b:", "c-d:", "kind:", "a", "<<:", '"a":', "null", "b c"]),
        st.sampled_from(["", "", " x", " x y", " 1", " null", " [a, b]", " []", ' "q: r"', " x: y", " x #y", " {a: b}"])
        | st.text(alphabet=" abZ09:#,[]{}&*!|>'\"%@`-?\\.~é“\t\u2028\u200b", max_size=8).map(" {}".format),
    ),
    max_size=8,
).map(lambda lines: "\n".join(lines) + "\n")


@given(LINES)
def test_agrees_with_the_full_parser(text: str) -> None:
    data = recognise(text)
    if data is not None:
        reading = read_any_style(text, "a.yml")
        assert reading.data == data
        assert not reading.flaws


@given(st.text(alphabet="ab: -\n[],\"'#x1", max_size=40))
def test_agrees_on_mere_characters(text: str) -> None:
    data = recognise(text)
    if data is not None:
        reading = read_any_style(text, "a.yml")
        assert reading.data == data
        assert not reading.flaws


def test_most_of_the_sample_group_is_canonical() -> None:
    texts = []
    for source in read_group(ROOT):
        text = source.data.decode()
        region = find_region(source.file, text)
        assert isinstance(region, Region)
        texts.append(text[region.start : region.end])
    recognised = [text for text in texts if recognise(text) is not None]
    assert len(recognised) > 0.9 * len(texts)
    for text in recognised:
        assert recognise(text) == read_any_style(text, "a.yml").data
