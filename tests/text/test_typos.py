"""Everyday typos are told where they are, not where the parser stumbles over them; what is in doubt stays as it was."""

from __future__ import annotations

import pytest
from test_refusals import FILE, document, offsets, unmarked

from refertext.problem import FlawKind
from refertext.rules.files.yaml_error import in_words
from refertext.text.line_typos import TypoKind
from refertext.text.typos import MOST_LINES_ABOVE

IN_DOUBT = [
    # the flaw's place is marked by « and »
    "a: b«:» c",
    "a: b\nc: d«:» e\n",
    "a: b\n c«:» d\n",
    "a: b\nc:\n d: e\n  f«:» g\n",
    "about: We met at the show\n  and spoke\n  later«:» lunch\n",
    "about:\n  We met at the show\n  later«:» lunch\n",
    "https://example.com\na«:» b\n",
    "to kit-larsen\n  b«:» c\n",
    "a: b\n«[»c]\nd: e\n",
    "a: b\n«n»ote 07:30\nc: d\n",
    "a: *« »b\n",
    "a:\n  *«\n»",
    'a: "b" «c»\n',
    "a: «`»b`\n",
    "a: *«*»b\n",
    "a: > «b»\n",
    "a: [b]«(»c d)\n",
    "a: 'b' «c» 'd'\n",
    "a: *b«*» c * d\n",
    "about: “Acme”«:» pension talk\n",
    "x\n" + "\n" * MOST_LINES_ABOVE + "a«:» b\n",
]

TYPOS = [
    ("«name:Kit Larsen»\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit Larsen"),
    ("a: b\n«name:Kit Larsen»\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit Larsen"),
    ("a: b\n«name:Kit Larsen»  # new\n\n# x\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit Larsen"),
    ("a: b\r\n«name:Kit»\r\nsince: 2026\r\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("«name:Kit»\n# x\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("---\n«name:Kit»\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("«name:Kit»\nplace:Boise\nsince: 2026\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("a:\n  «name:Kit»\n  # x\n  b: c\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("a:\n  - «name:Kit»\n    b: c\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("«name :Kit»\na: b\n", TypoKind.TIGHT_COLON, "write name: Kit"),
    ("a: b\n«name:" + "x" * 200 + "»\nc: d\n", TypoKind.TIGHT_COLON, ""),
    ("a: {«kit-larsen:2»}\n", TypoKind.TIGHT_COLON, "write kit-larsen: 2"),
    ("a: {b: 1, «kit-larsen:2»}\n", TypoKind.TIGHT_COLON, "write kit-larsen: 2"),
    ("«kind = referral»\nc: d\n", TypoKind.NO_COLON, "write kind: referral"),
    ("a: b\n«kind=a lead of mine»\nc: d\n", TypoKind.NO_COLON, "write kind: a lead of mine"),
    ("a: b\nc:\n«\u00a0»\u00a0d: e\n  f: g\n", TypoKind.ODD_SPACE, ""),
    ("a: b\nc:\n  «\u00a0»d: e\n    f: g\n", TypoKind.ODD_SPACE, ""),
    ("a:\n  «– date: b»\n    c: d\n    e: f\n", TypoKind.BULLET, "write - date: b"),
    ("a:\n  - b: c\n  «– date: b»\n    c: d\n", TypoKind.BULLET, "write - date: b"),
    ("«about: “Acme: a pension talk”»\nc: d\n", TypoKind.CURLY, 'write about: "Acme: a pension talk"'),
    ("a:\n  - «about: „Acme: a pension talk“»\n", TypoKind.CURLY, 'write about: "Acme: a pension talk"'),
    ('«about: “Acme: a "big" one”»\nc: d\n', TypoKind.CURLY, ""),
    ("«name: **Kit Larsen**»\nb: c\n", TypoKind.STARS, "write name: Kit Larsen"),
    ("a: b\n«name: *Northwind* of *Boise*»\n", TypoKind.STARS, "write name: Northwind of Boise"),
    ("«**name:** Kit»\nb: c\n", TypoKind.STARS, "write name: Kit"),
    ("a:\n  - «**name**: Kit»\n", TypoKind.STARS, "write name: Kit"),
    ("a:\n  - «*b*»\n  - c\n", TypoKind.STARS, "write b"),
    ("«name: [Kit](https://kit.example)»\nb: c\n", TypoKind.LINK, "write name: Kit"),
    ("«> kind: referral»\n> date: 2026-03-05\n", TypoKind.ANSWERED, ""),
    ("a: b\n«>date: 2026-03-05»\n", TypoKind.ANSWERED, ""),
    ("«name: 'Northwind's Staffing'»\nb: c\n", TypoKind.APOSTROPHE, 'write name: "Northwind\'s Staffing"'),
    ("«```yaml»\na: b\n```\n", TypoKind.FENCE, ""),
    ("a: b\n«```»\n", TypoKind.FENCE, ""),
    ("a:\n  b: c\n«d: e»\n  f: g\n", TypoKind.OUTDENTED, ""),
    ("a:\n  b: c\n# x\n«d: [e]»\n\n  f: g\nh: i\n", TypoKind.OUTDENTED, ""),
    ("a:\n  - b\n«d: e»\n  f: g\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("a: b\n«to kit-larsen»\nc: d\n", TypoKind.NO_COLON, "write to: kit-larsen"),
    ("a: b\n«to kit-larsen»\n\n\n", TypoKind.NO_COLON, "write to: kit-larsen"),
    ("«to kit-larsen»\nc: d\n", TypoKind.NO_COLON, "write to: kit-larsen"),
    ("a:\n  «show-up 2026-03-19»\n  b: c\n", TypoKind.NO_COLON, "write show-up: 2026-03-19"),
    ("a:\n  b: c\n  «show-up 2026-03-19»\nd: e\n", TypoKind.NO_COLON, "write show-up: 2026-03-19"),
    ("«consent»\n  date: 2026-03-05\n", TypoKind.NO_COLON, "write consent:"),
    ("a: b\n«and they ate well»\nc: d\n", TypoKind.NO_COLON, ""),
    ("a: b\n«Kit Larsen»\nc: d\n", TypoKind.NO_COLON, ""),
    ("a:«\u00a0»b\nc: d\n", TypoKind.ODD_SPACE, ""),
    ("c: d\na:«\u202f»b\ne: f\n", TypoKind.ODD_SPACE, ""),
    ("a: b\n «\u00a0»c: d\n", TypoKind.ODD_SPACE, ""),
    ("a:\n  - b\n  -«\u00a0»c\n", TypoKind.ODD_SPACE, ""),
    ("consent:«\u00a0»\n  date: 2026-03-05\n", TypoKind.ODD_SPACE, ""),
    ("c: d\na:«\u3000»b\n", TypoKind.WIDE_SPACE, ""),
    ("a«：»b\nc: d\n", TypoKind.WIDE_COLON, ""),
    ("c: d\na«：» b\ne: f\n", TypoKind.WIDE_COLON, ""),
    ("«a: b»\n  c: d\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("«a: b»  # x\n\n  # y\n  c: d\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("«a: b»\n  - c: d\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("«a: 'b'»\n  - c\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("x: y\n«a: [b]»\n  c: d\n", TypoKind.VALUE_ABOVE_LINES, ""),
    ("a:\n  «* Two new»\n", TypoKind.BULLET, "write - Two new"),
    ("a:\n  - b\n  «* c: d»\n", TypoKind.BULLET, "write - c: d"),
    ("a:\n  - b\n  «• c»\n  - d\n", TypoKind.BULLET, "write - c"),
    ("a:\n  - b\n  «– c»\n", TypoKind.BULLET, "write - c"),
    ("a:\n  - b\n  «-c»\n", TypoKind.BULLET, "write - c"),
]

HIDDEN = [
    ('a: «"b\\e[31m"»', "U+001B"),
    ('a: «"\\u202eb"»', "U+202E"),
    ('a: [b, «"\\x00"»]', "U+0000"),
    ('«"a\\u200b"»: b', "U+200B"),
    ('a: «"pay\\xadroll"»', "U+00AD"),
    ('a:\n  - b: «"\\uFEFF"»\n', "U+FEFF"),
]

NOT_QUOTED = [
    "a: b “c”",
    "a: “b” c",
    "a: “b” and “c”",
    "a: “b “c””",
    "a: ‘t was Kit’s",
    "a: “",
    "a: “”",
    "a: “b»",
    "a: '“b”'",
    'a: "“b”"',
    "a: |\n  “b”\n",
    "“a”: b",
]

QUOTED = [
    "a: ⟨“b”⟩",
    "a: ⟨„b c“⟩",
    "a: ⟨„b c”⟩",
    "a: ⟨«b»⟩",
    "a: ⟨‘b’⟩",
    "a: ⟨‚b‘⟩",
    "a: ⟨“Kit’s bakery”⟩",
    "a: [b, ⟨“c”⟩, d]",
    "a:\n  - b: ⟨“c”⟩\n",
]


@pytest.mark.parametrize("marked", IN_DOUBT)
def test_what_is_in_doubt_stays_as_it_was(marked: str) -> None:
    text, [place] = unmarked(marked)
    (flaw,) = document(text).flaws
    assert (flaw.kind, offsets(flaw), flaw.mend) == (FlawKind.YAML_ERROR, place, "")
    assert flaw.found not in set(TypoKind)


@pytest.mark.parametrize(("marked", "kind", "mend"), TYPOS)
def test_slips(marked: str, kind: TypoKind, mend: str) -> None:
    text, [place] = unmarked(marked)
    (flaw,) = document(text).flaws
    assert (flaw.kind, flaw.found, offsets(flaw), flaw.mend) == (FlawKind.YAML_ERROR, kind, place, mend)


def test_each_missing_space_inside_braces_is_told() -> None:
    record = document("a: {kit-larsen:2, b: 3, lee-ortiz:1}\n")
    assert record.data is None
    assert [flaw.mend for flaw in record.flaws] == ["write kit-larsen: 2", "write lee-ortiz: 1"]


@pytest.mark.parametrize("text", ["a: {http://b.example}", "a: {'b:2'}", "a: [b:2]", "a: {b: c:2}", "a: {7:30, b: c}"])
def test_no_space_is_missing(text: str) -> None:
    assert TypoKind.TIGHT_COLON not in [flaw.found for flaw in document(text + "\n").flaws]


def test_slips_in_front_matter() -> None:
    (flaw,) = document("---\nname:Kit\nsince: 2026\n---\nHello", "members/kit.md").flaws
    assert offsets(flaw) == (4, 12)


@pytest.mark.parametrize("kind", TypoKind)
def test_every_typo_has_its_sentence(kind: TypoKind) -> None:
    message, _ = in_words(kind)
    assert "cannot be understood" not in message


@pytest.mark.parametrize(("marked", "found"), HIDDEN)
def test_hidden_characters_by_escapes(marked: str, found: str) -> None:
    text, [place] = unmarked(marked)
    record = document(text + "\n")
    (flaw,) = record.flaws
    assert (flaw.kind, flaw.found, offsets(flaw)) == (FlawKind.HIDDEN_CHARACTER, found, place)
    assert record.data is None


def test_harmless_escapes_are_welcome() -> None:
    assert document("a: \"b\\n\\tc\\u00e9\"\nd: '\\e[31m'\n").data == {"a": "b\n\tcé", "d": "\\e[31m"}


@pytest.mark.parametrize(
    ("marked", "file"),
    [
        ("a: b\n«=======»\nc: d\n", FILE),
        ("«=======»\r\na: b\r\n", FILE),
        ("---\na: b\n«=======»\nc: d\n---\nTitle\n=======\n", "members/kit.md"),
        ("a: b\n«<<<<<<< HEAD»\nc: d\n=======\nc: e\n«>>>>>>> theirs»\n", FILE),
    ],
)
def test_conflict_markers(marked: str, file: str) -> None:
    text, places = unmarked(marked)
    flaws = document(text, file).flaws
    assert [(flaw.kind, offsets(flaw)) for flaw in flaws] == [(FlawKind.CONFLICT_MARKER, place) for place in places]


@pytest.mark.parametrize("text", ["a: |\n  Title\n  =======\n", "a: =======\n", "# =======\na: b\n"])
def test_seven_signs_elsewhere_are_welcome(text: str) -> None:
    assert document(text).flaws == ()


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_quotations_are_welcome(text: str) -> None:
    assert document(text + "\n").flaws == ()


@pytest.mark.parametrize("marked", QUOTED)
def test_curly_quotes(marked: str) -> None:
    before, _, rest = marked.partition("⟨")
    value, _, after = rest.partition("⟩")
    record = document(f"{before}{value}{after}\n")
    (flaw,) = record.flaws
    assert (flaw.kind, flaw.found) == (FlawKind.CURLY_QUOTES, value)
    assert offsets(flaw) == (len(before), len(before + value))
    assert record.data is not None
