"""Where places stand: marked in each text by « and », from the deepest part of the path that exists."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from refertext.problem import Part, Path, Place
from refertext.text import Source, Span, locate, parse

YML = "members/kit.yml"
MD = "members/kit.md"

VALUES: list[tuple[str, Path]] = [
    # what does not exist: the deepest part that does
    ("«a»: b\nc: d", ()),
    ("«a»: b", ("x",)),
    ("«a»: b", ("x", "y", 3)),
    ("a: b\n«c»:\n  d: e", ("c", "x")),
    ("a: b\nc:\n  «d»:\n    e: f", ("c", "d", "x", 2)),
    ("a: b\n«c»: [d]", ("c", 1)),
    ("a: b\nc:\n  - «d»: e", ("c", 0, "x")),
    ("a: «b»", ("a",)),
    ("«a»: b", ("a", "x")),
    ("«a»: b", ("a", 0)),
    ("a: {«b»: c}", ("a", "b", "c")),
    # what is empty, or a block or list: its key
    ("«a»:\nb: c", ("a",)),
    ("«a»: ~\nb: c", ("a",)),
    ("«a»: null", ("a",)),
    ("a: «''»", ("a",)),
    ("a: «'~'»", ("a",)),
    ("«a»: [b, c]", ("a",)),
    ("«a»: {b: c}", ("a",)),
    ("«a»:\n  b: c", ("a",)),
    ("a: {«b»: , c: }", ("a", "b")),
    ("a: {b: , «c»: }", ("a", "c")),
    ("a:\n  - - «b»\n", ("a", 0)),
    # values
    ("a: b\nc: «d»\n", ("c",)),
    ("a: b\nc: «d e»  # remark\n", ("c",)),
    ("a: b\nc: «'d # e'»\n", ("c",)),
    ('a: b\nc: «"d"»\n', ("c",)),
    ("a:\n  b:\n    c: «d»", ("a", "b", "c")),
    ("a:\n  - b: c\n  - b: «d»", ("a", 1, "b")),
    ("a:\n- b\n- «c»", ("a", 1)),
    ("a: [b, «c», d]", ("a", 1)),
    ("a: [b, [c, «d»]]", ("a", 1, 1)),
    ("a: {b: c, d: «e»}", ("a", "d")),
    ("a: [{b: c}, {b: «d»}]", ("a", 1, "b")),
    ("'a': «b»", ("a",)),
    ("? a\n: «b»", ("a",)),
    ('"a\\x62": «c»', ("ab",)),
    ("a: «b»\na: c", ("a",)),
    # values over several lines: the first line
    ("a: «b»\n  c\n  d\n", ("a",)),
    ("a: «'b»\n  c'\n", ("a",)),
    ("a: «|»\n  b\n  c\n", ("a",)),
    ("a: «>-»\n  b\n  c\n", ("a",)),
    # lines and columns
    ("a: b\r\nc: «d»\r\ne: f", ("c",)),
    ("a: b\r\nc: «'d»\r\n  e'\r\n", ("c",)),
    ("é: 日本\n日: «本»", ("日",)),
    ("a: {😀: 😀😀, b: «c»}", ("a", "b")),
    ("a: «😀😀»", ("a",)),
    ("a: «e\u0301»", ("a",)),
]

KEYS: list[tuple[str, Path]] = [
    ("«a»: b", ()),
    ("«a»: b", ("x",)),
    ("a: b\n«c»: d", ("c",)),
    ("a: b\n«c»:\n", ("c",)),
    ("a:\n  b: c\n  «d»: e", ("a", "d")),
    ("a: [b, «c»]", ("a", 1)),
    ("a:\n  - «b»: c", ("a", 0)),
    ("a:\n  - b: c\n    «d»: e", ("a", 0, "d")),
    ("«'a'»: b", ("a",)),
    ("a: {b: c, «d»: e}", ("a", "d")),
]

PIECES: list[tuple[str, Path, str]] = [
    ("a: «b c d»", ("a",), "x"),
    ("a: b «c» d", ("a",), "c"),
    ("a: b «C» d", ("a",), "c"),
    ("c: c\na: b «c»", ("a",), "c"),
    ("a: b «(c)» d", ("a",), "(c)"),
    ("a: |\n  b\n  «c» d\n", ("a",), "c"),
    ("a: [b, «c» d]", ("a", 1), "c"),
    ("a: 'b «c»'", ("a",), "c"),
    ("«a»: [b]", ("a",), "b"),
]

IN_MARKDOWN: list[tuple[str, Path, str]] = [
    ("---\n«a»: b\n---\nHello", (), ""),
    ("---\na: «b»\n---\nHello", ("a",), ""),
    ("---  \r\na: b\r\nc: «d»\r\n---\r\nHello", ("c",), ""),
    ("---\na: b\n---\n\n\n«Hello»\nyou", ("text",), ""),
    ("---\na: b\n---\n\t «Hello you»\n", ("text",), ""),
    ("---\na: b\n---\nHello\nyou «there»\n", ("text",), "there"),
    ("---\na: there\n---\nHello\nyou «there»\n", ("text",), "THERE"),
    ("---\n«a»: b\n---\n", ("text",), ""),
    ("---\ntext: «b»\n---\n", ("text",), ""),
    ("---\n«text»: [b]\n---\n\n \n", ("text",), ""),
    ("---\n«a»: b\n---", ("x",), ""),
    ("«Hello»\nyou", ("a",), ""),
    ("«---»\na: b\n", ("a",), ""),
    ("«»", ("a",), ""),
    ("---\n«a: [b»\n---\nHello", ("a",), ""),
    ("---\n«---»\nHello", ("a",), ""),
]

BROKEN = [
    "«a: [b»\nc: d",
    "«»",
    "«»\n\n",
    "«a: &x b»\n",
    "«a:\tb»\n",
    "«a: b»\rc: d",
    "«a: " + "[" * 5000 + "»",
]


def unmarked(marked: str) -> tuple[str, int, int]:
    before, _, rest = marked.partition("«")
    inside, _, after = rest.partition("»")
    return before + inside + after, len(before), len(before + inside)


def seen(text: str, span: Span) -> str:
    """What a span on one line covers, found as an editor finds it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert span.line == span.end_line
    assert span.excerpt == lines[span.line - 1]
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


def check_place(marked: str, place: Place) -> None:
    text, begin, end = unmarked(marked)
    span = locate(text, place)
    assert seen(text, span) == text[begin:end]
    before = text[:begin].replace("\r\n", "\n").replace("\r", "\n")
    assert (span.line, span.column) == (before.count("\n") + 1, begin - (text[:begin].rfind("\n") + 1) + 1)


@pytest.mark.parametrize(("marked", "path"), VALUES)
def test_values(marked: str, path: Path) -> None:
    check_place(marked, Place(YML, path))


@pytest.mark.parametrize(("marked", "path"), KEYS)
def test_keys(marked: str, path: Path) -> None:
    check_place(marked, Place(YML, path, Part.KEY))


@pytest.mark.parametrize(("marked", "path", "piece"), PIECES)
def test_pieces(marked: str, path: Path, piece: str) -> None:
    check_place(marked, Place(YML, path, piece=piece))


@pytest.mark.parametrize(("marked", "path", "piece"), IN_MARKDOWN)
def test_markdown(marked: str, path: Path, piece: str) -> None:
    check_place(marked, Place(MD, path, piece=piece))


@pytest.mark.parametrize("marked", BROKEN, ids=range(len(BROKEN)))
def test_broken_files(marked: str) -> None:
    check_place(marked, Place(YML, ("a", "b")))


@pytest.mark.parametrize(
    ("text", "offsets", "place"),
    [
        ("", (0, 0), (1, 1, 1, 1, "")),
        ("", (5, 9), (1, 1, 1, 1, "")),
        ("ab", (1, 1), (1, 2, 1, 2, "ab")),
        ("ab", (1, 99), (1, 2, 1, 3, "ab")),
        ("ab", (2, 1), (1, 3, 1, 3, "ab")),
        ("ab\ncd", (1, 4), (1, 2, 2, 2, "ab")),
        ("ab\ncd", (2, 3), (1, 3, 2, 1, "ab")),
        ("ab\ncd", (3, 5), (2, 1, 2, 3, "cd")),
        ("ab\r\ncd", (0, 2), (1, 1, 1, 3, "ab")),
        ("ab\r\ncd", (0, 3), (1, 1, 1, 3, "ab")),
        ("ab\r\ncd", (3, 3), (1, 3, 1, 3, "ab")),
        ("ab\r\ncd", (4, 6), (2, 1, 2, 3, "cd")),
        ("ab\rcd", (3, 5), (2, 1, 2, 3, "cd")),
        ("a\u2028b\x85c", (4, 5), (1, 5, 1, 6, "a\u2028b\x85c")),
        ("😀é\tx", (3, 4), (1, 4, 1, 5, "😀é\tx")),
        ("ab\n", (3, 3), (2, 1, 2, 1, "")),
    ],
)
def test_offsets(text: str, offsets: tuple[int, int], place: tuple[int, int, int, int, str]) -> None:
    span = locate(text, Place(YML, offsets=offsets))
    assert (span.line, span.column, span.end_line, span.end_column, span.excerpt) == place


visible = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co"],
    exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0“„«‘‚”»’",
)
words = st.text(visible, max_size=12)
plain = st.recursive(
    words.filter(str.strip),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)
records = st.dictionaries(words, plain, min_size=1, max_size=5)


def leaves(data: Any, path: Path = ()) -> list[tuple[Path, str]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for number, value in enumerate(data) for leaf in leaves(value, (*path, number))]
    return [(path, data)]


class Dumper(yaml.SafeDumper):
    """Writes texts as people do: plain where that is the same text, else quoted."""


def texted(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = None if text not in ("", "~", "null", "<<") and " #" not in text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, texted)
Dumper.yaml_implicit_resolvers = {}
Dumper.ignore_aliases = lambda *_: True  # type: ignore[method-assign]


def dumped(data: Any, quoted: bool, flow: bool) -> str:
    return yaml.dump(
        data,
        Dumper=Dumper,
        allow_unicode=True,
        default_style='"' if quoted else None,
        default_flow_style=flow,
        sort_keys=False,
        width=10_000,
    )


def written(text: str, span: Span) -> Any:
    """The scalar that begins at a span, read by PyYAML itself."""
    line = text.split("\n")[span.line - 1]
    return yaml.load(line[span.column - 1 : span.end_column - 1], yaml.BaseLoader)


@given(records, st.booleans(), st.booleans(), st.booleans())
def test_what_is_dumped_is_read_and_found(data: Any, quoted: bool, flow: bool, windows: bool) -> None:
    text = dumped(data, quoted, flow)
    file = text.replace("\n", "\r\n") if windows else text
    document = parse(Source(YML, file.encode()))
    assert document.flaws == ()
    assert document.data == data
    for path, leaf in leaves(data):
        assert written(text, locate(file, Place(YML, path))) == leaf
        if isinstance(path[-1], str):
            assert written(text, locate(file, Place(YML, path, Part.KEY))) == path[-1]


@given(records, words)
def test_markdown_is_the_same_with_a_body(data: Any, body: str) -> None:
    data.pop("text", None)
    text = dumped(data, quoted=False, flow=False) if data else "{}\n"
    document = parse(Source(MD, f"---\n{text}---\n\n{body}\n".encode()))
    assert document.flaws == ()
    assert document.data == data | ({"text": body.strip()} if body.strip() else {})
    for path, _ in leaves(data):
        one = locate(text, Place(YML, path))
        other = locate(f"---\n{text}---\n\n{body}\n", Place(MD, path))
        assert (one.line + 1, one.column, one.end_column, one.excerpt) == (
            other.line,
            other.column,
            other.end_column,
            other.excerpt,
        )


@given(st.text(), st.integers(0, 2**31))
def test_any_text_has_a_place(text: str, seed: int) -> None:
    chosen = random.Random(seed)
    steps: list[str | int] = ["a", "", 0, 1, "text"]
    path = tuple(chosen.choice(steps) for _ in range(chosen.randrange(4)))
    text = text.encode("utf-8", "replace").decode()
    for file in (YML, MD):
        span = locate(text, Place(file, path, piece=chosen.choice(["", "a"])))
        assert 1 <= span.line <= span.end_line
        assert 1 <= span.column <= len(span.excerpt) + 1
