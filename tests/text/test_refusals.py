"""What is refused in a file's text, with its place; the neighbours that are welcome come first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from refertext.problem import Flaw, FlawKind
from refertext.text import HAS_LIBYAML, MOST_FLAWS_OF_A_KIND, Document, Source, parse

FILE = "members/kit.yml"
BODY = "members/kit.md"

WELCOME = {
    "a: b": {"a": "b"},
    "a: b # a remark": {"a": "b"},
    "# a remark\na: b\n": {"a": "b"},
    "a: b ## a heading of a remark": {"a": "b"},
    "a: '#4' #x": {"a": "#4"},
    "a: '#a1b2c3'\nb: \"Suite #4\"": {"a": "#a1b2c3", "b": "Suite #4"},
    "a: https://example.com/page#part": {"a": "https://example.com/page#part"},
    "a: C#": {"a": "C#"},
    "a:\n  #x\n  b: c": {"a": {"b": "c"}},
    "a:\n#x\nb: c": {"a": None, "b": "c"},
    "a: |\n  Suite #4\n": {"a": "Suite #4\n"},
    "a: >- # a remark\n  Suite #4\n": {"a": "Suite #4"},
    "a: {b: , c: }": {"a": {"b": None, "c": None}},
    "a: {b: {c: , d: }, e: }": {"a": {"b": {"c": None, "d": None}, "e": None}},
    "a: {b: c,}": {"a": {"b": "c"}},
    "a: {b: 'c, d'}": {"a": {"b": "c, d"}},
    "a: c, d": {"a": "c, d"},
    "a: [b, c]": {"a": ["b", "c"]},
    "a:\n- b\n- c\n": {"a": ["b", "c"]},
    "a: R&D\nb: 2 * 3\nc: Hi!\nd: a & b": {"a": "R&D", "b": "2 * 3", "c": "Hi!", "d": "a & b"},
    "a: '!b'\nc: '&d'\ne: '*f'": {"a": "!b", "c": "&d", "e": "*f"},
    "'<<': b": {"<<": "b"},
    "a: <<": {"a": "<<"},
    "a: 100%\nb: '%x'": {"a": "100%", "b": "%x"},
    "a: b%\n": {"a": "b%"},
    "---\na: b\n": {"a": "b"},
    "a: b\n...\n": {"a": "b"},
    "a: |\n  ---\n": {"a": "---\n"},
    "a: ---b": {"a": "---b"},
    "a: b\r\nc: d\r\n": {"a": "b", "c": "d"},
    "\ufeffa: b": {"a": "b"},
    "a: 👩\u200d👧 ❤\ufe0f کتاب\u200cها 葛\U000e0100": {"a": "👩\u200d👧 ❤\ufe0f کتاب\u200cها 葛\U000e0100"},
    "a: héllo 😀 日本 \u200d": {"a": "héllo 😀 日本 \u200d"},
    "? a\n: b": {"a": "b"},
    "a : b": {"a": "b"},
    "a: {}\nb: []": {"a": {}, "b": []},
    "A: 1\na: 2": {"A": "1", "a": "2"},
    "a: no\nb: 07:30\nc: 02139\nd: yes\ne: 1e3\nf: 2026-03-05": {
        "a": "no",
        "b": "07:30",
        "c": "02139",
        "d": "yes",
        "e": "1e3",
        "f": "2026-03-05",
    },
    "a:\nb: ~\nc: null": {"a": None, "b": None, "c": None},
    "a: ''\nb: '~'\nc: \"null\"\nd: |\n  null": {"a": None, "b": "~", "c": "null", "d": "null"},
    "a: Null\nb: NULL\nc: None\nd: nil": {"a": "Null", "b": "NULL", "c": "None", "d": "nil"},
    "a: ' '\nb: |\n\nc: \"\\n\"": {"a": None, "b": None, "c": None},
    "a: [~, null, '', b]": {"a": [None, None, None, "b"]},
    "a:\n  -\n  - b": {"a": [None, "b"]},
    "~: a\n": {"~": "a"},
    "a: =======": {"a": "======="},
    "a: <<<<<<<": {"a": "<<<<<<<"},
}

REFUSED = [
    # text, flaw, where it stands (marked by « and »), what is found
    ("a: «!x» y", "yaml-tag", "!x"),
    ("a: «!!str» y", "yaml-tag", "!!str"),
    ("«!!map»\na: b", "yaml-tag", "!!map"),
    ("a: [b, «!c» d]", "yaml-tag", "!c"),
    ("«!k» a: b", "yaml-tag", "!k"),
    ("a: «!<tag:example.com,2026:x>» b", "yaml-tag", "!<tag:example.com,2026:x>"),
    ("a: «!!python/object/apply:os.system» [ls]", "yaml-tag", "!!python/object/apply:os.system"),
    ("a: «&x» y", "yaml-anchor", "&x"),
    ("a: «&x» [b]", "yaml-anchor", "&x"),
    ("a: «*x»", "yaml-anchor", "*x"),
    ("a: [b, «*x»]", "yaml-anchor", "*x"),
    ("«<<»: b", "yaml-merge-key", ""),
    ("a: {«<<»: {b: c}}", "yaml-merge-key", ""),
    ("«%YAML 1.2»\n---\na: b", "yaml-directive", "%YAML 1.2"),
    ("«%YAML 1.2»\r\n---\r\na: b", "yaml-directive", "%YAML 1.2"),
    ("«%TAG ! tag:example.com,2026:»\n---\na: b", "yaml-directive", "%TAG ! tag:example.com,2026:"),
    ("a: b\n«-»--\nc: d", "second-document", None),
    ("---\na: b\n«-»--\n", "second-document", None),
    ("a: b\n«a»: c", "duplicate-key", "a"),
    ("a: b\n«'a'»: c", "duplicate-key", "a"),
    ("a: {b: c, «b»: d}", "duplicate-key", "b"),
    ("a: b\r\n«a»: c\r\n", "duplicate-key", "a"),
    ("a:«\t»b", "tab-in-yaml", "U+0009"),
    ("a:\n«\t»b: c", "tab-in-yaml", "U+0009"),
    ("a: 'b«\t»c'", "tab-in-yaml", "U+0009"),
    ("a: b «\t»# remark", "tab-in-yaml", "U+0009"),
    ("«[a]»: b", "key-not-text", ""),
    ("«{a: b}»: c", "key-not-text", ""),
    ("? «[a, b]»\n: c", "key-not-text", ""),
    ("a: {«[b]»: c}", "key-not-text", ""),
    ("a: b«\r»c: d", "odd-line-end", "U+000D"),
    ("a: b«\r»\r\n", "odd-line-end", "U+000D"),
    ("a: b«\x85»c", "odd-line-end", "U+0085"),
    ("a: b«\u2028»c", "odd-line-end", "U+2028"),
    ("a: b«\u2029»c", "odd-line-end", "U+2029"),
    ("a: b«\x00»", "hidden-character", "U+0000"),
    ("a: b«\x1b»[31m", "hidden-character", "U+001B"),
    ("a: b«\x07»", "hidden-character", "U+0007"),
    ("a: b«\x7f»", "hidden-character", "U+007F"),
    ("a: b«\x0c»c", "hidden-character", "U+000C"),
    ("a: b«\x9b»c", "hidden-character", "U+009B"),
    ("a: b«\u202e»c", "hidden-character", "U+202E"),
    ("a: b«\u2066»c", "hidden-character", "U+2066"),
    ("a: b«\u200b»c", "hidden-character", "U+200B"),
    ("a: b«\u200f»c", "hidden-character", "U+200F"),
    ("a: b«\ufeff»c", "hidden-character", "U+FEFF"),
    ("a: b«\ufffe»c", "hidden-character", "U+FFFE"),
    ("a: b«\U000e0041»c", "hidden-character", "U+E0041"),
    ("a: b«\u00ad»c", "hidden-character", "U+00AD"),
    ("a: b«\u034f»c", "hidden-character", "U+034F"),
    ("a: b«\u180e»c", "hidden-character", "U+180E"),
    ("a: b«\u206a»c", "hidden-character", "U+206A"),
    ("a: b«\u2800»c", "hidden-character", "U+2800"),
    ("a: b«\u3164»c", "hidden-character", "U+3164"),
    ("a: b«\uf0b7»c", "hidden-character", "U+F0B7"),
    ("a: b«\U0010ffff»c", "hidden-character", "U+10FFFF"),
    ("a: b # «\u202e»c", "hidden-character", "U+202E"),
    ("a: 😀«\u202e»c", "hidden-character", "U+202E"),
    ("a: b\n«<<<<<<< HEAD»\nc: d", "conflict-marker", "<<<<<<< HEAD"),
    ("«<<<<<<< HEAD»\r\na: b", "conflict-marker", "<<<<<<< HEAD"),
    ("a: b\n«>>>>>>> theirs»", "conflict-marker", ">>>>>>> theirs"),
    ("a: {value: «12,500»}", "cut-by-comma", "12,500"),
    ("a: {b: «12,500», c: d}", "cut-by-comma", "12,500"),
    ("a: {plan: «ask, then lunch»}", "cut-by-comma", "ask, then lunch"),
    ("a: {b: «ask,\n  then lunch»}", "cut-by-comma", "ask, then lunch"),
    ("a: {b: «c, d» # one: two\n}", "cut-by-comma", "c, d"),
    ("a: {value: «12,500,000»}", "cut-by-comma", "12,500,000"),
    ("a: {b: «c, d», e: «f, g», h: i}", "cut-by-comma", "c, d"),
    ("a: {b: [c], d: «e, f»}", "cut-by-comma", "e, f"),
    ("a: {«b, c»}", "cut-by-comma", "b, c"),
    ("a: «b #c»", "cut-by-hash", "b #c"),
    ("a: «#4»", "cut-by-hash", "#4"),
    ("a: «Boise, Suite #4»  # the red door", "cut-by-hash", "Boise, Suite #4"),
    ("a: [«b #c»\n]", "cut-by-hash", "b #c"),
    ("a: «b\n  c #d»\n", "cut-by-hash", "b c #d"),
    ("a: {b: «c #d»\n}", "cut-by-hash", "c #d"),
    ("a: «b #c»\r\nd: e\r\n", "cut-by-hash", "b #c"),
    ("«»", "not-a-record", "nothing"),
    ("«»\n\n", "not-a-record", "nothing"),
    ("«# only a remark»\n", "not-a-record", "nothing"),
    ("«null»", "not-a-record", "nothing"),
    ("«hello»\n", "not-a-record", "plain text"),
    ("«a:b»\n", "not-a-record", "plain text"),
    ("«- a»\n- b", "not-a-record", "a list"),
    ("a: [b«»", "yaml-error", None),
    ("a: 'b«»", "yaml-error", None),
    ("a: b«:» c", "yaml-error", None),
    ("a: «@»b", "yaml-error", None),
    ("a: «`»b", "yaml-error", None),
    ('a: "«\\»q"', "yaml-error", None),
    ("a: «-» b", "yaml-error", None),
    ("a: [b, «,» c]", "yaml-error", None),
    ("a: {b: [c], «d»}", "yaml-error", None),
]

MARKDOWN_WELCOME = {
    "---\na: b\n---\n": {"a": "b"},
    "---\na: b\n---": {"a": "b"},
    "---  \na: b\n---   \n\nHello\n": {"a": "b", "text": "Hello"},
    "---\r\na: b\r\n---\r\n\r\nHello\r\n": {"a": "b", "text": "Hello"},
    "\ufeff---\na: b\n---\nHello": {"a": "b", "text": "Hello"},
    "---\na: b\n---\n\n  Hello\tyou\n\n---\n\nmore": {"a": "b", "text": "Hello\tyou\n\n---\n\nmore"},
    "---\na: b\n---\nTitle\n=======\n\ntext": {"a": "b", "text": "Title\n=======\n\ntext"},
    "---\na: b\n---\na <<<<<<< b\n> quoted": {"a": "b", "text": "a <<<<<<< b\n> quoted"},
    "---\na: b\n---\nline\rline\u2028line": {"a": "b", "text": "line\rline\u2028line"},
    "---\na: |\n  --- x\n---\n": {"a": "--- x\n"},
    "---\na: b\n---\n \n\t\n": {"a": "b"},
    "---\ntext: b\n---\n\n": {"text": "b"},
}

MARKDOWN_REFUSED = [
    ("«»", "no-front-matter", "no first line ---"),
    ("«Hello»\nyou", "no-front-matter", "no first line ---"),
    ("«»\n---\na: b\n---\n", "no-front-matter", "no first line ---"),
    ("« ---»\na: b\n---\n", "no-front-matter", "no first line ---"),
    ("«----»\na: b\n---\n", "no-front-matter", "no first line ---"),
    ("«---»", "no-front-matter", "no second line ---"),
    ("«---»\na: b\n", "no-front-matter", "no second line ---"),
    ("«---»\na: b\n ---\n", "no-front-matter", "no second line ---"),
    ("«---»\na: b\n----\n", "no-front-matter", "no second line ---"),
    ("---\n«»---\n", "not-a-record", "nothing"),
    ("---\n«- a»\n---\nHello", "not-a-record", "a list"),
    ("---\na: b\n---\nHello\n«<<<<<<< HEAD»\nyou\n=======\nme\n«>>>>>>> theirs»\n", "conflict-marker", "<<<<<<< HEAD"),
    ("---\na: b\n---\nHello «\u202e»you", "hidden-character", "U+202E"),
    ("---\na:«\t»b\n---\nHello\tyou", "tab-in-yaml", "U+0009"),
    ("---\r\na: b\r\n«a»: c\r\n---\r\n", "duplicate-key", "a"),
    ("---\na: «b #c»\n---\nHello", "cut-by-hash", "b #c"),
    ("---\na: «!b» c\n---\nHello", "yaml-tag", "!b"),
    ("---\na: b«:» c\n---\nHello", "yaml-error", None),
]


NEARLY_FRONT_MATTER = [
    ("\n---\na: b\n---\n", "An empty line stands above the first ---", "delete the empty line, so that --- is"),
    (" \r\n\n---\na: b\n---\n", "An empty line stands above the first ---", "delete the empty line, so that"),
    ("```yaml\n---\na: b\n---\n```\n", "A line with ``` stands above the keys", "remove the lines with ```"),
    (" ---\na: b\n---\n", "The first line is not quite ---", "write three hyphens, ---, and nothing else in line 1"),
    ("----\na: b\n---\n", "The first line is not quite ---", "in line 1"),
    ("———\na: b\n---\n", "The first line is not quite ---", "in line 1"),
    ("—-\na: b\n---\n", "The first line is not quite ---", "in line 1"),
    ("-----\na: b\n---\n", "", ""),
    ("a: b\n---\n", "", ""),
    ("\nHello\n", "", ""),
    ("\n\n", "", ""),
    ("---\na: b\n ---\nHello\n", "", "write three hyphens, ---, and nothing else in line 3"),
    ("---\na: b\n\n—\nHello\n", "", "in line 4"),
    ("---\na: b\nc:\n  -\n-----\n", "", "below line 4, the last of the keys"),
]

ENDS_OF_YAML = [
    ("---\na: b\n---\n", "Nothing stands below this line of three hyphens", "remove the line"),
    ("a: b\n---\n\n  # c\n", "Nothing stands below this line of three hyphens", "remove the line"),
    ("---\na: b\n---\nHello: you\n\nand me\n", "", ""),
    ("---\na: b\n---\nHello there\n", "A text stands below the keys, as it may in a .md file", "ends in .md"),
    ("a: b\n---\nHello there\n", "", ""),
]


def document(text: str | bytes, file: str = FILE) -> Document:
    return parse(Source(file, text if isinstance(text, bytes) else text.encode()))


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without « and », and where they stood; a byte order mark does not count."""
    text, places = "", []
    for piece in marked.removeprefix("\ufeff").split("»"):
        before, mark, inside = piece.partition("«")
        if mark:
            places.append((len(text + before), len(text + before + inside)))
        text += before + inside
    return text, places


def kinds(found: Document) -> list[str]:
    return [flaw.kind.value for flaw in found.flaws]


@pytest.mark.parametrize(("text", "data"), WELCOME.items())
def test_welcome(text: str, data: object) -> None:
    found = document(text)
    assert found.flaws == ()
    assert found.data == data


@pytest.mark.parametrize(("text", "data"), MARKDOWN_WELCOME.items())
def test_welcome_in_markdown(text: str, data: object) -> None:
    found = document(text, BODY)
    assert found.flaws == ()
    assert found.data == data


@pytest.mark.parametrize(("marked", "kind", "found"), REFUSED)
def test_refused(marked: str, kind: str, found: str | None) -> None:
    check_refused(marked, kind, found, FILE)


@pytest.mark.parametrize(("marked", "kind", "found"), MARKDOWN_REFUSED)
def test_refused_in_markdown(marked: str, kind: str, found: str | None) -> None:
    check_refused(marked, kind, found, BODY)


def check_refused(marked: str, kind: str, found: str | None, file: str) -> None:
    text, places = unmarked(marked)
    flaws = document(text, file).flaws
    assert [flaw.kind.value for flaw in flaws] == [kind] * len(places)
    assert found is None or flaws[0].found == found
    assert [text[slice(*offsets(flaw))] for flaw in flaws] == [text[begin:end] for begin, end in places] or (
        places[0][0] == places[0][1]  # nothing is marked: the flaw stands on the last character before
    )
    assert all(flaw.place.file == file for flaw in flaws)
    assert [offsets(flaw)[0] for flaw in flaws] == [begin for begin, end in places] or places[0][0] == places[0][1]


def offsets(flaw: Flaw) -> tuple[int, int]:
    assert flaw.place.offsets is not None
    return flaw.place.offsets


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a: b\xff", "byte 0xFF"),
        (b"a: \xe9t\xe9", "byte 0xE9"),
        (b"a: \xc0\xaf", "byte 0xC0"),
        (b"a: \xed\xa0\x80", "byte 0xED"),
        (b"a: \xf4\x90\x80\x80", "byte 0xF4"),
        (b"a: \xe2\x82", "byte 0xE2"),
        ("a: 😀".encode() + b"\x80", "byte 0x80"),
        ("a: b".encode("utf-16"), "UTF-16"),
        ("a: b".encode("utf-16-be"), None),
        (b"\xfe\xff" + "a: b".encode("utf-16-be"), "UTF-16"),
        ("a: b".encode("utf-32"), "UTF-16"),
        (b"\x00\x00\xfe\xff" + "a: b".encode("utf-32-be"), "UTF-16"),
    ],
)
def test_other_encodings(data: bytes, found: str | None) -> None:
    (flaw, *more) = document(data).flaws
    if found is None:  # without a mark in front it is plain text with NULs
        assert {flaw.kind, *(other.kind for other in more)} == {FlawKind.HIDDEN_CHARACTER}
    else:
        assert (flaw.kind, flaw.found, more) == (FlawKind.NOT_UTF_8, found, [])


def test_the_place_of_a_wrong_byte_counts_characters() -> None:
    (flaw,) = document("a: é😀".encode() + b"\xff" + b"bc").flaws
    assert flaw.place.offsets == (5, 6)


def test_an_anchor_with_a_tag_is_told_twice() -> None:
    assert [(flaw.kind.value, flaw.found) for flaw in document("a: &x !y z").flaws] == [
        ("yaml-anchor", "&x"),
        ("yaml-tag", "!y"),
    ]


def test_a_body_beside_the_key_text() -> None:
    found = document("---\na: b\ntext: c\n---\nHello", BODY)
    assert found.data == {"a": "b", "text": "c"}
    assert [(flaw.kind, flaw.place.path, flaw.said) for flaw in found.flaws] == [
        (FlawKind.DUPLICATE_KEY, ("text",), "body")
    ]


def test_a_duplicate_key_shows_the_first_one() -> None:
    (flaw,) = document("a: b\nc: d\na: e").flaws
    assert flaw.see[0].place.offsets == (0, 1)
    assert document("a: b\nc: d\na: e").data == {"a": "b", "c": "d"}


READABLE = ["duplicate-key", "key-not-text", "cut-by-comma", "cut-by-hash"]


@pytest.mark.parametrize(("marked", "kind"), [(marked, kind) for marked, kind, _ in REFUSED])
def test_what_is_still_understood(marked: str, kind: str) -> None:
    readable = kind in READABLE or marked == "a: {b: [c], «d»}"
    assert (document(unmarked(marked)[0]).data is not None) == readable


def test_many_flaws_are_counted() -> None:
    flaws = document("".join("a: b\n" for _ in range(100))).flaws
    assert len(flaws) == MOST_FLAWS_OF_A_KIND
    assert [flaw.more for flaw in flaws] == [*[0] * (MOST_FLAWS_OF_A_KIND - 1), 99 - MOST_FLAWS_OF_A_KIND]


def test_each_kind_is_counted_apart() -> None:
    flaws = document("a: b\n" * 30 + "".join(f"c{n}: d #e\n" for n in range(30))).flaws
    counts = {
        kind: [flaw.more for flaw in flaws if flaw.kind.value == kind] for kind in ("duplicate-key", "cut-by-hash")
    }
    assert {kind: (len(more), more[-1]) for kind, more in counts.items()} == {
        "duplicate-key": (10, 19),
        "cut-by-hash": (10, 20),
    }


NESTED: dict[str, Callable[[int], str]] = {
    "lists": lambda n: "a: " + "[" * n + "]" * n,
    "braces": lambda n: "a: " + "{b: " * n + "}" * n,
    "blocks": lambda n: "".join(f"{' ' * level}a:\n" for level in range(n)) + " " * n + "b: c",
    "dashes": lambda n: "a:\n" + "- " * n + "b",
}


@pytest.mark.parametrize("nested", NESTED.values(), ids=NESTED)
def test_levels(nested: Callable[[int], str]) -> None:
    assert kinds(document(nested(31))) == []
    assert kinds(document(nested(32))) == ["too-deep"]
    assert kinds(document(nested(5000))) == ["too-deep"]


def test_entries() -> None:
    assert document("a: [" + "b, " * 19_990 + "]").data is not None
    assert kinds(document("a: [" + "b, " * 20_001 + "]")) == ["too-large"]


PURE = """
import sys
sys.modules["yaml._yaml"] = None
sys.modules["yaml.cyaml"] = None
import json
from refertext.text import HAS_LIBYAML, Source, parse
assert not HAS_LIBYAML
for file, text in json.load(sys.stdin):
    document = parse(Source(file, text.encode()))
    print(json.dumps([document.data, [flaw.kind.value for flaw in document.flaws]]))
"""


@pytest.mark.skipif(not HAS_LIBYAML, reason="there is no other parser to compare with")
def test_the_parser_in_pure_python_reads_the_same() -> None:
    yml = [*WELCOME, *(unmarked(marked)[0] for marked, *_ in REFUSED), *(nested(40) for nested in NESTED.values())]
    md = [*MARKDOWN_WELCOME, *(unmarked(marked)[0] for marked, *_ in MARKDOWN_REFUSED)]
    files = [*((FILE, text) for text in yml), *((BODY, text) for text in md)]
    done = subprocess.run(
        [sys.executable, "-c", PURE],
        input=json.dumps(files),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    pure = [json.loads(line) for line in done.stdout.splitlines()]
    fast = [[found.data, kinds(found)] for found in (document(text, file) for file, text in files)]
    assert [(*file, theirs) for file, theirs in zip(files, pure, strict=True)] == [
        (*file, ours) for file, ours in zip(files, fast, strict=True)
    ]


@pytest.mark.parametrize(("text", "said", "mend"), NEARLY_FRONT_MATTER)
def test_front_matter_that_is_nearly_there(text: str, said: str, mend: str) -> None:
    (flaw,) = document(text, "members/kit.md").flaws
    assert (flaw.kind, flaw.said) == (FlawKind.NO_FRONT_MATTER, said)
    assert mend in flaw.mend
    assert bool(mend) == bool(flaw.mend)


@pytest.mark.parametrize(("text", "said", "mend"), ENDS_OF_YAML)
def test_hyphens_below_the_keys(text: str, said: str, mend: str) -> None:
    (flaw,) = document(text).flaws
    assert (flaw.kind, flaw.said) == (FlawKind.SECOND_DOCUMENT, said)
    assert mend in flaw.mend
    assert bool(mend) == bool(flaw.mend)
