"""Edits: a text, what is meant, and the exact text that comes of it."""

from __future__ import annotations

import pytest

from refertext.problem import FlawKind, Path
from refertext.text.edits import (
    Append,
    AppendText,
    Edited,
    EditRefused,
    InsertByDay,
    Intent,
    Remove,
    RenameKey,
    ReplaceEntry,
    ReplaceLine,
    SetValue,
    edit,
)

YML = "referrals/2026/a.yml"
MD = "meetings/2026/a.md"
ORDER: dict[Path, tuple[str, ...]] = {
    (): ("kind", "date", "from", "history", "thanked", "useful"),
    ("thanked",): ("date", "where", "words"),
}
MET = {"date": "2026-03-07", "status": "met"}

A = ("a",)
SET = [
    # a value in its line; the remark stays
    ("a: b\n", A, "c d", "a: c d\n"),
    ("a: b   # why\n", A, "c", "a: c   # why\n"),
    ("a:   b\n", A, "c", "a:   c\n"),
    ("a: b  \n", A, "c", "a: c  \n"),
    ("a: b", A, "c", "a: c"),
    ("\ufeffa: b\r\nd: e\r\n", A, "c", "\ufeffa: c\r\nd: e\r\n"),
    ("---\na: b # why\n...\n", A, "c", "---\na: c # why\n...\n"),
    ("? a\n: b\n", A, "c", "? a\n: c\n"),
    # quotes stay, and come where a text would read back differently
    ("a: 'b' # why\n", A, "it's", "a: 'it''s' # why\n"),
    ('a: "b"\n', A, 'say "c" \\', 'a: "say \\"c\\" \\\\"\n'),
    ("a: b\n", A, "c: d", 'a: "c: d"\n'),
    ("a: b\n", A, 'c: "d"', "a: 'c: \"d\"'\n"),
    ("a: b\n", A, "c #d", 'a: "c #d"\n'),
    ("a: b\n", A, "c#d", "a: c#d\n"),
    ("a: b\n", A, "c, {d}", "a: c, {d}\n"),
    ("a: b\n", A, "null", 'a: "null"\n'),
    ("a: b\n", A, "~", 'a: "~"\n'),
    ("a: b\n", A, "no", "a: no\n"),
    ("a: b\n", A, "07:30", "a: 07:30\n"),
    ("a: b\n", A, "-5%", 'a: "-5%"\n'),
    ("a: b\n", A, "“c”", 'a: "“c”"\n'),
    ("a: [b] #why\n", A, "c", 'a: "c" #why\n'),
    # nothing
    ("a:\n", A, "c", "a: c\n"),
    ("a:  # why\n", A, "c", "a: c  # why\n"),
    ("a: ~ # why\n", A, "c", "a: c # why\n"),
    ("a: b # why\n", A, None, "a: # why\n"),
    ("a: b\n", A, None, "a:\n"),
    ("a: null\n", A, None, "a: null\n"),
    # texts of several lines
    ("a: b # why\nd: e\n", A, "x\n\ny", "a: |- # why\n  x\n\n  y\nd: e\n"),
    ("a: b\r\nd: e\r\n", A, "x\ny\n", "a: |\r\n  x\r\n  y\r\nd: e\r\n"),
    ("a: b\n", A, " x\ny", 'a: " x\\ny"\n'),
    ("a: b\n  # below\nd: e\n", A, "x\ny", 'a: "x\\ny"\n  # below\nd: e\n'),
    ("a: b", A, "x\ny\n", 'a: "x\\ny\\n"'),
    ("a: |  # why\n    x\n    y\n\nd: e\n", A, "x\nz\n", "a: |  # why\n    x\n    z\n\nd: e\n"),
    ("a: |\n  x\n  y\nd: e\n", A, "z", "a: |-\n  z\nd: e\n"),
    ("a: >-\n  x\n  y\nd: e\n", A, "z", "a: |-\n  z\nd: e\n"),
    ("a: |+\n  x\n\nd: e\n", A, None, "a:\nd: e\n"),
    ("a: b\n  c\nd: e\n", A, "x", "a: x\nd: e\n"),
    ("a: 'b\n  c'  # why\nd: e\n", A, "x", "a: 'x'  # why\nd: e\n"),
    ("a:\n  b # why\nd: e\n", A, "x", "a:\n  x # why\nd: e\n"),
    # inside braces and brackets
    ("a: {b: c, d: e} # why\n", ("a", "b"), "x, y", 'a: {b: "x, y", d: e} # why\n'),
    ("a: {b: , d: }\n", ("a", "b"), "x", "a: {b: x, d: }\n"),
    ("a: {b: , d: }\n", ("a", "d"), "x", "a: {b: , d: x}\n"),
    ("a: { b: }\n", ("a", "b"), "x", "a: { b: x}\n"),
    ('a: {"b":"c"}\n', ("a", "b"), "x", 'a: {"b": "x"}\n'),
    ("a: {b: c, d: e}\n", ("a", "b"), None, "a: {b: , d: e}\n"),
    ("a: {b: c}\n", ("a", "b"), "x\ny", 'a: {b: "x\\ny"}\n'),
    ("a: {b: c}\n", ("a", "b"), {"x": "y", "z": ["1", None]}, "a: {b: {x: y, z: [1, null]}}\n"),
    ("a: [b, c]\n", ("a", 1), "x", "a: [b, x]\n"),
    ("a: [b, c]\n", ("a", 0), None, "a: [null, c]\n"),
    ("{a: b}\n", A, "x", "{a: x}\n"),
    # lists
    ("a:\n- b # why\n- c\n", ("a", 0), "x", "a:\n- x # why\n- c\n"),
    ("a:\n  -\n  - c\n", ("a", 0), "x", "a:\n  - x\n  - c\n"),
    ("a:\n  - b: c # why\n    d: e\n", ("a", 0, "b"), "x", "a:\n  - b: x # why\n    d: e\n"),
    ("a:\n  -   b\n  - c\n", ("a", 0), {"x": "1", "y": "2"}, "a:\n  -   x: 1\n      y: 2\n  - c\n"),
    ("a: [b, c]\n", A, ["b", "x", "c"], "a: [b, x, c]\n"),
    ("a:\n  - b\n  - c # why\n", A, ["c"], "a:\n  - c # why\n"),
    # from one shape to another
    ("a: b # why\nd: e\n", A, {"x": "1", "y": None}, "a: # why\n  x: 1\n  y:\nd: e\n"),
    ("a: b\n", A, ["x", "y z"], "a: [x, y z]\n"),
    ("a: b\n", A, [{"x": "1", "y": "2"}, {"x": "3"}], "a:\n  - x: 1\n    y: 2\n  - x: 3\n"),
    ("a: b\n", A, [], "a: []\n"),
    ("a:\n  b: c # why\n  d: e\nf: g\n", A, "x", "a: x\nf: g\n"),
    ("a: # why\n  - b\n", A, "x", "a: x # why\n"),
    ("a:\n  - b: c\n    d: e # why\n  - f\n", ("a", 0), "x", "a:\n  - x # why\n  - f\n"),
    ("a:\n  b: c # why\n  d: e\n", A, {"b": "c", "d": "x"}, "a:\n  b: c # why\n  d: x\n"),
    ("a: {b: c, d: e}\n", A, {"d": "e"}, "a: {d: e}\n"),
]
ADD = [
    ("kind: lead\nuseful: yes\n", ("date",), "2026-03-05", "kind: lead\ndate: 2026-03-05\nuseful: yes\n"),
    ("kind: lead # why\n# about use\nuseful: yes\n", ("date",), "x",
     "kind: lead # why\ndate: x\n# about use\nuseful: yes\n"),
    ("kind: lead\n   # of kind\nuseful: yes\n", ("date",), "x", "kind: lead\n   # of kind\ndate: x\nuseful: yes\n"),
    ("# file\nuseful: yes\n", ("date",), "x", "# file\ndate: x\nuseful: yes\n"),
    ("useful: yes\nkind: lead\n", ("date",), "x", "useful: yes\nkind: lead\ndate: x\n"),
    ("kind: lead\n", ("other",), "x", "kind: lead\nother: x\n"),
    ("kind: lead", ("useful",), "x", "kind: lead\nuseful: x"),
    ("\ufeffkind: lead\r\n", ("useful",), "x\ny", "\ufeffkind: lead\r\nuseful: |-\r\n  x\r\n  y\r\n"),
    ("kind: lead\n\n# end\n", ("useful",), "x", "kind: lead\nuseful: x\n\n# end\n"),
    ("kind: lead\n...\n", ("useful",), "x", "kind: lead\nuseful: x\n...\n"),
    ("kind: |\n  x", ("useful",), "y", "kind: |-\n  x\nuseful: y"),
    ("kind: |+\n  x\n\nuseful: y\n", ("date",), "z", "kind: |+\n  x\n\ndate: z\nuseful: y\n"),
    ("", ("useful",), "x", "useful: x\n"),
    ("# nothing yet\n", ("useful",), "x", "# nothing yet\nuseful: x\n"),
    ("{}\n", ("useful",), "x", "{useful: x}\n"),
    ("kind: lead\n", ("thanked", "date"), "x", "kind: lead\nthanked:\n  date: x\n"),
    ("kind: lead\nthanked: # yet\n", ("thanked", "date"), "x", "kind: lead\nthanked: # yet\n  date: x\n"),
    ("thanked: {}\n", ("thanked", "date"), "x", "thanked:\n  date: x\n"),
    ("thanked:\n   words: x\n", ("thanked", "where"), "y", "thanked:\n   where: y\n   words: x\n"),
    ("thanked: {words: x}\n", ("thanked", "where"), "y", "thanked: {where: y, words: x}\n"),
    ("thanked: {date: x, words: z}\n", ("thanked", "where"), "y", "thanked: {date: x, where: y, words: z}\n"),
    ("thanked: {date: }\n", ("thanked", "words"), "y", "thanked: {date: , words: y}\n"),
    ("thanked: {\n  date: x, # why\n  words: z\n}\n", ("thanked", "where"), "y",
     "thanked: {\n  date: x, # why\n  where: y,\n  words: z\n}\n"),
    ("thanked: {\n  date: x # why\n}\n", ("thanked", "where"), "y", "thanked: {\n  date: x, # why\n  where: y\n}\n"),
    ("a:\n  - words: x\n    z: 1\n", ("a", 0, "y"), "2", "a:\n  - words: x\n    z: 1\n    y: 2\n"),
    ("a:\n  kit: {b: c}\n", ("a", "lee"), {"b": "d, e"}, 'a:\n  kit: {b: c}\n  lee: {b: "d, e"}\n'),
    ("a:\n  kit:\n    b: c\n", ("a", "lee"), {"b": "d, e"}, "a:\n  kit:\n    b: c\n  lee:\n    b: d, e\n"),
    ("a: b\n", ("c d: e",), "x", 'a: b\n"c d: e": x\n'),
]  # fmt: skip
HISTORY = [
    # at the end of a list, written as its neighbours are
    ("history:\n  - date: 2026-03-06 # 1\n    status: accepted\nuseful: yes\n",
     "history:\n  - date: 2026-03-06 # 1\n    status: accepted\n  - date: 2026-03-07\n    status: met\nuseful: yes\n"),
    ("history:\n- {date: 2026-03-06} # first\n\nuseful: yes\n",
     "history:\n- {date: 2026-03-06} # first\n- {date: 2026-03-07, status: met}\n\nuseful: yes\n"),
    ("history:\n    -   date: 2026-03-06",
     "history:\n    -   date: 2026-03-06\n    -   date: 2026-03-07\n        status: met"),
    ("history: [{date: 2026-03-06}]\n", "history: [{date: 2026-03-06}, {date: 2026-03-07, status: met}]\n"),
    ("history: [\r\n  {date: 2026-03-06}, # first\r\n]\r\n",
     "history: [\r\n  {date: 2026-03-06}, # first\r\n  {date: 2026-03-07, status: met},\r\n]\r\n"),
    ("history: [\n  {date: 2026-03-06} # first\n]\n",
     "history: [\n  {date: 2026-03-06}, # first\n  {date: 2026-03-07, status: met}\n]\n"),
    # the first one
    ("history: [] # none\n", "history: # none\n  - date: 2026-03-07\n    status: met\n"),
    ("history:\nuseful: yes\n", "history:\n  - date: 2026-03-07\n    status: met\nuseful: yes\n"),
    ("kind: lead\nuseful: yes\n", "kind: lead\nhistory:\n  - date: 2026-03-07\n    status: met\nuseful: yes\n"),
    ("{kind: lead, useful: yes}\n", "{kind: lead, history: [{date: 2026-03-07, status: met}], useful: yes}\n"),
]  # fmt: skip
BY_DAY = [
    ("history:\n  - date: 2026-03-06\n  # later\n  - date: 2026-03-08\n",
     "history:\n  - date: 2026-03-06\n  - date: 2026-03-07\n    status: met\n  # later\n  - date: 2026-03-08\n"),
    ("history:\n  - {date: 2026-03-07, note: x}\n  - {date: 2026-03-08}\n",
     "history:\n  - {date: 2026-03-07, note: x}\n  - {date: 2026-03-07, status: met}\n  - {date: 2026-03-08}\n"),
    ("history:\n  # newest last\n  - date: 2026-03-08\n",
     "history:\n  # newest last\n  - date: 2026-03-07\n    status: met\n  - date: 2026-03-08\n"),
    ("history: [{date: 2026-03-08}]\n", "history: [{date: 2026-03-07, status: met}, {date: 2026-03-08}]\n"),
    ("history: [\n  {date: 2026-03-08},\n]\n",
     "history: [\n  {date: 2026-03-07, status: met},\n  {date: 2026-03-08},\n]\n"),
    ("history:\n", "history:\n  - date: 2026-03-07\n    status: met\n"),
]  # fmt: skip
WORDS = [
    ("a: [b, c] # why\n", "a: [b, c, x] # why\n"),
    ("a: ['b', 'c',]\n", "a: ['b', 'c', 'x',]\n"),
    ("a: []\n", "a: [x]\n"),
    ("a:\n", "a: [x]\n"),
    ("a:\n  - b\n", "a:\n  - b\n  - x\n"),
    ('a:\n- "b"\nc: d\n', 'a:\n- "b"\n- "x"\nc: d\n'),
    ("a:\n  - b\n    # about b\nc: d\n", "a:\n  - b\n    # about b\n  - x\nc: d\n"),
]
OTHERS: list[tuple[str, Intent, str]] = [
    ("a: b\n# about c\nc: d # why\n   # and why\ne: f\n", Remove(("c",)), "a: b\n# about c\ne: f\n"),
    ("a: b\nc:\n  d: e\n", Remove(("c",)), "a: b\n"),
    ("a: b\nc: d", Remove(("c",)), "a: b"),
    ("a: |\n  x\nc: d", Remove(("c",)), "a: |\n  x\n"),
    ("a: b\nc:\n  d: e # why\n", Remove(("c", "d")), "a: b\nc: {}\n"),
    ("a:\n  - b\n  - c # why\n  - d\n", Remove(("a", 1)), "a:\n  - b\n  - d\n"),
    ("a: # why\n  - b\n", Remove(("a", 0)), "a: [] # why\n"),
    ("a:\n  - b: c\n    d: e\n", Remove(("a", 0, "b")), "a:\n  - d: e\n"),
    ("a:\n  - b: c\n    # why\n    d: e\n", Remove(("a", 0, "b")), "a:\n  -\n    # why\n    d: e\n"),
    ("a: {b: c, d: e, f: g}\n", Remove(("a", "b")), "a: {d: e, f: g}\n"),
    ("a: {b: c, d: e, f: g}\n", Remove(("a", "d")), "a: {b: c, f: g}\n"),
    ("a: [b, c]\n", Remove(("a", 1)), "a: [b]\n"),
    ("a: [b]\n", Remove(("a", 0)), "a: []\n"),
    ("a: [\n  b, # one\n  c # two\n]\n", Remove(("a", 0)), "a: [\n  c # two\n]\n"),
    ("a:\n  kit: b # why\n  lee: c\n", RenameKey(("a", "kit"), "kim"), "a:\n  kim: b # why\n  lee: c\n"),
    ("a: {'kit': {b: c}}\n", RenameKey(("a", "kit"), "kim"), "a: {'kim': {b: c}}\n"),
    ("a:\n  - kit: b\n", RenameKey(("a", 0, "kit"), "kim: x"), 'a:\n  - "kim: x": b\n'),
    ("a: [kit, lee, kit] # why\n", ReplaceEntry(A, "kit", "kim"), "a: [kim, lee, kim] # why\n"),
    ("a:\n  - kit\n  - lee\n", ReplaceEntry(A, "lee", "kim"), "a:\n  - kit\n  - kim\n"),
    ("a:\n  - kit\n", ReplaceEntry(A, "lee", "kim"), "a:\n  - kit\n"),
    ("a: b\ntext: |\n    x\n\nc: d\n", AppendText("y"), "a: b\ntext: |\n    x\n\n    y\n\nc: d\n"),
    ("a: b\ntext: x\n", AppendText("y", apart=False), "a: b\ntext: |-\n  x\n  y\n"),
    ("a: b\n", AppendText("y"), "a: b\ntext: y\n"),
    (
        "text: |\n  - late Ida\n  - late Kit\n",
        ReplaceLine("- late Ida", "- filed"),
        "text: |\n  - filed\n  - late Kit\n",
    ),
]
MARKDOWN: list[tuple[str, Intent, str]] = [
    ("---\na: b\n---\nHi\n", SetValue(A, "c"), "---\na: c\n---\nHi\n"),
    ("---\na: b\n---\nHi", SetValue(("c",), "d"), "---\na: b\nc: d\n---\nHi"),
    ("---\n---\nHi\n", SetValue(A, "b"), "---\na: b\n---\nHi\n"),
    ("Hi\n", SetValue(A, "b"), "---\na: b\n---\n\nHi\n"),
    ("\ufeffHi\r\n", SetValue(A, "b"), "\ufeff---\r\na: b\r\n---\r\n\r\nHi\r\n"),
    ("", SetValue(A, "b"), "---\na: b\n---\n"),
    ("---\na: b\n---\n\nHi\n\n", AppendText("you"), "---\na: b\n---\n\nHi\n\nyou\n\n"),
    ("---\na: b\n---\n\nHi", AppendText("you"), "---\na: b\n---\n\nHi\n\nyou"),
    ("---\r\na: b\r\n---\r\n\r\n- Hi  \r\n", AppendText("- you\n- too", apart=False),
     "---\r\na: b\r\n---\r\n\r\n- Hi  \r\n- you\r\n- too\r\n"),
    ("---\na: b\n---\n", AppendText("Hi\tyou"), "---\na: b\n---\n\nHi\tyou\n"),
    ("---\na: b\n---", AppendText("Hi"), "---\na: b\n---\n\nHi"),
    ("---\na: b\ntext: x\n---\n", AppendText("y"), "---\na: b\ntext: |-\n  x\n\n  y\n---\n"),
    ("---\na: b\n---\n## Log\n\n- late Ida  \r\n- late Kit\n", ReplaceLine("- late Ida", "- filed\n- twice"),
     "---\na: b\n---\n## Log\n\n- filed\n- twice\n- late Kit\n"),
    ("---\r\na: b\r\n---\r\nx\r\ny\r\nz\r\n", SetValue(("text",), "x\nw\nz"), "---\r\na: b\r\n---\r\nx\r\nw\r\nz\r\n"),
    ("---\na: b\n---\nx\n", Remove(("text",)), "---\na: b\n---\n\n"),
]  # fmt: skip
REFUSED: list[tuple[str, Intent, str]] = [
    ("a: b\n", SetValue(A, "c\td"), "“c d” holds a tab: write it without"),
    ("a: b\n", SetValue(A, "c\u202ed"), "“c d” holds a hidden character (U+202E): write it without"),
    ("a: b\n", SetValue(A, "c\u2028d"), "“c d” holds a line end of another kind (U+2028): write it without"),
    ("a: b\n", SetValue(A, "c\r\nd"), "“c” holds a line end of another kind (U+000D): write it without"),
    ("a: b\n", SetValue(A, "\ud800"), "“” holds a hidden character (U+D800): write it without"),
    ("a: b\n", SetValue(("a", "c"), "d"), "“a” is not a block of keys"),
    ("a: b\n", SetValue(("a", 0), "d"), "“a” is not a list"),
    ("a: [b]\n", SetValue(("a", 1), "d"), "there is no “a, entry 2” in the file"),
    ("a: b\n", Append(A, "c"), "“a” is not a list"),
    ("a: b\n", Remove(("c",)), "there is no “c” in the file"),
    ("a: b\n", Remove(A), "no key would be left in the file"),
    ("a: b\nc: d\n", RenameKey(A, "c"), "“c” is in the file already"),
    ("a: [b]\n", RenameKey(("a", 0), "c"), "“a, entry 1” has no name"),
    ("text: b\n", ReplaceLine("c", "d"), "no line of the text reads “c” any more"),
    ("a: b\n", SetValue(A, "c" * 262_144), "the file would become larger than 256 KiB, which is the most that is read"),
]
UNREADABLE = [
    ("a: [b\n", FlawKind.YAML_ERROR),
    ("a: &x b\n", FlawKind.YAML_ANCHOR),
    ("a: b\na: c\n", FlawKind.DUPLICATE_KEY),
    ("a: {b: 1,5}\n", FlawKind.CUT_BY_COMMA),
    ("- a\n", FlawKind.NOT_A_RECORD),
    ("a: b\n<<<<<<< x\n", FlawKind.CONFLICT_MARKER),
]


def order(path: Path) -> tuple[str, ...]:
    return ORDER.get(path, ())


def text_after(text: str, intent: Intent, file: str = YML) -> str:
    after = edit(text, file, [intent], order)
    assert isinstance(after, Edited), after
    return after.text


@pytest.mark.parametrize(("before", "path", "value", "after"), [*SET, *ADD])
def test_set(before: str, path: Path, value: str, after: str) -> None:
    assert text_after(before, SetValue(path, value)) == after


@pytest.mark.parametrize(("before", "after"), HISTORY)
def test_append_a_block(before: str, after: str) -> None:
    assert text_after(before, Append(("history",), MET)) == after
    assert text_after(before, InsertByDay(("history",), MET)) == after


@pytest.mark.parametrize(("before", "after"), BY_DAY)
def test_insert_by_day(before: str, after: str) -> None:
    assert text_after(before, InsertByDay(("history",), MET)) == after


@pytest.mark.parametrize(("before", "after"), WORDS)
def test_append_a_word(before: str, after: str) -> None:
    assert text_after(before, Append(A, "x")) == after


@pytest.mark.parametrize(("before", "intent", "after"), OTHERS)
def test_others(before: str, intent: Intent, after: str) -> None:
    assert text_after(before, intent) == after


@pytest.mark.parametrize(("before", "intent", "after"), MARKDOWN)
def test_markdown(before: str, intent: Intent, after: str) -> None:
    assert text_after(before, intent, MD) == after


@pytest.mark.parametrize(("text", "intent", "said"), REFUSED)
def test_refused(text: str, intent: Intent, said: str) -> None:
    assert edit(text, YML, [intent], order) == EditRefused(said)


@pytest.mark.parametrize(("text", "kind"), UNREADABLE)
def test_unreadable(text: str, kind: FlawKind) -> None:
    after = edit(text, YML, [SetValue(A, "c")])
    assert isinstance(after, EditRefused)
    assert kind in [flaw.kind for flaw in after.flaws]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n---\na: b\n---\nHi", "the file cannot be read as it is; mend it first, refertext check says how"),
        ("———\na: b\n———\nHi", "the file cannot be read as it is; mend it first, refertext check says how"),
        ("---\na: b\n", "the file cannot be read as it is; mend it first, refertext check says how"),
        ("---\na: b\n---\nHi", "“x y” holds a hidden character (U+202E): write it without"),
        ("---\na: b\ntext: c\n---\nHi", "the file cannot be read as it is; mend it first, refertext check says how"),
    ],
)
def test_refused_in_markdown(text: str, said: str) -> None:
    after = edit(text, MD, [AppendText("x\u202ey")])
    assert isinstance(after, EditRefused)
    assert after.said == said


def test_one_refused_intent_refuses_all() -> None:
    after = edit("a: b\n", YML, [SetValue(A, "c"), Remove(("d",))])
    assert after == EditRefused("there is no “d” in the file")


def test_one_intent_after_the_other() -> None:
    intents: list[Intent] = [
        InsertByDay(("history",), {"date": "2026-03-09", "status": "won", "value": "1200"}),
        SetValue(("thanked", "words"), "well done"),
        SetValue(("thanked", "date"), "2026-03-09"),
        SetValue(("kind",), "referral"),
    ]
    after = edit("kind: lead # raised\nuseful: yes\n", YML, intents, order)
    assert after == Edited(
        "kind: referral # raised\n"
        "history:\n  - date: 2026-03-09\n    status: won\n    value: 1200\n"
        "thanked:\n  date: 2026-03-09\n  words: well done\n"
        "useful: yes\n",
        ((1, 8),),
        {
            "kind": "referral",
            "history": [{"date": "2026-03-09", "status": "won", "value": "1200"}],
            "thanked": {"date": "2026-03-09", "words": "well done"},
            "useful": "yes",
        },
    )


@pytest.mark.parametrize(
    ("text", "intent", "changed"),
    [
        ("to: |-\n    a\n    b\n", SetValue(("to",), {"k": "a\n\nb"}), ((1, 4),)),  # the blank line is new, too
        ("a: b\nc: d\ne: f\n", SetValue(("c",), "x"), ((2, 2),)),
        ("a: b\nc: d\ne: f\n", SetValue(("c",), "x\ny"), ((2, 4),)),
        ("a: b\nc: d\ne: f\n", SetValue(("c",), "d"), ()),
        ("a: b\nc: d", SetValue(("e",), "x"), ((3, 3),)),
        ("a: [b, c]\nd: [b]\n", ReplaceEntry(A, "c", "x"), ((1, 1),)),
        ("a:\n  - b\n  - c\n  - b\n", ReplaceEntry(A, "b", "x"), ((2, 2), (4, 4))),
        ("text: |\n  x\n  y\n", AppendText("z", apart=False), ((4, 4),)),
        ("a: b\nc: d\ne: f\n", Remove(("c",)), ((2, 2),)),
    ],
)
def test_changed_lines(text: str, intent: Intent, changed: tuple[tuple[int, int], ...]) -> None:
    after = edit(text, YML, [intent])
    assert isinstance(after, Edited)
    assert after.changed == changed


def test_flaws_elsewhere_do_not_hinder() -> None:
    assert text_after("a: b\nc: “d”\n", SetValue(A, "x")) == "a: x\nc: “d”\n"
