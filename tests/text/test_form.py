"""Canonical form, by tables of texts; and what is left as it is."""

from __future__ import annotations

import pytest

from refertext.problem import FlawKind, Path
from refertext.text.formatting import Formatted, NotFormatted, formatted

ORDERS: dict[tuple[str, ...], list[str]] = {
    (): ["kind", "date", "from", "to", "consent", "history", "note"],
    ("consent",): ["date", "how"],
    ("history",): ["date", "status", "by", "note"],
}


def order(path: Path) -> list[str]:
    return ORDERS.get(tuple(step for step in path if isinstance(step, str)), [])


def form(text: str, file: str = "referrals/a.yml") -> str:
    """The text in canonical form, which is its own canonical form."""
    once = formatted(text, file, order)
    assert isinstance(once, Formatted), once
    assert formatted(once.text, file, order) == once
    return once.text


STAYS = [
    "kind: lead\n",
    "kind: lead\ndate: 2026-03-05\nhistory:\n  - date: 2026-03-06\n    status: won\n",
    "kind:\n",
    "consent: {}\nhistory: []\n",
    "note: [a, b c]\n",
    "note:\n  - a\n  - b c\n",
    "note:\n  - [a, b]\n  - [c]\n",
    "note:\n  - {from: 60%, points: 20}\n  - {from: 1.5, points: 4}\n",
    "note:\n  -\n    - a: b\n",
    "note:\n  - null\n  - a\n",
    "note: |\n  a\n\n  b\n",
    "note: |-\n  a\n  b\n",
    "note: >-\n  a\n  b\n\n    c\n",
    'note: "a: b"\n',
    "note: 'ask: \"a\"'\n",
    'note: "a\\tb"\n',
    'note: ["a, b", "[c]"]\n',
    "# about the file\n\nkind: lead\n",
    "# about the file\n\n# and more\n\n# the kind\nkind: lead\n\n# the end\n",
    "kind: lead  # a name\n",
    "history:  # so far\n  # the first\n  - date: 2026-03-06  # a Friday\n    # who\n    by: a\n",
    "history:\n  - by: a\n\n  # the second\n  - by: b\n  # - by: c\n",
    "note: |  # long\n  a\n# below\n",
    "# nothing yet\n{}\n",
]

BECOMES = {
    # order
    "to: b\nkind: lead\n": "kind: lead\nto: b\n",
    "consent: {how: phone, date: 2026-03-02}\nkind: lead\n": "kind: lead\nconsent:\n  date: 2026-03-02\n  how: phone\n",
    "history:\n  - by: a\n    date: b\n  - date: c\n": "history:\n  - date: b\n    by: a\n  - date: c\n",
    "to: b\nodd: c\nkind: lead\n": "kind: lead\nto: b\nodd: c\n",
    # indentation, lines
    "history:\n- date: a\n- date: b\n": "history:\n  - date: a\n  - date: b\n",
    "consent:\n      date: a\n": "consent:\n  date: a\n",
    "history: [{date: a, by: b}, {date: c}]\n": "history:\n  - date: a\n    by: b\n  - date: c\n",
    "{kind: lead, to: b}\n": "kind: lead\nto: b\n",
    "note: [a,b ,  c]\n": "note: [a, b, c]\n",
    "note:\n  - - a\n    - b\n": "note:\n  - [a, b]\n",
    f"note: [{', '.join(['abcdefghi'] * 10)}]\n": "note:\n" + "  - abcdefghi\n" * 10,
    "note:\n  a b\n  c\n": "note: a b c\n",
    f"note: {'abcdefghi ' * 5}\n  {'abcdefghi ' * 5}\n": (f"note: >-\n  {' '.join(['abcdefghi'] * 9)}\n  abcdefghi\n"),
    f"note: {'abcdefghi ' * 4}\n  {'abcdefghi ' * 5}\n": f"note: {' '.join(['abcdefghi'] * 9)}\n",
    "note: {from: 60%, points: many}\n": "note:\n  from: 60%\n  points: many\n",
    "note:\n  - {from: 60%, points: many}\n": "note:\n  - from: 60%\n    points: many\n",
    "? kind\n: lead\n": "kind: lead\n",
    "note:\n- ? a # b: c\n- d\n": "note:\n  - a:  # b: c\n  - d\n",
    "---\nkind: lead\n...\n": "kind: lead\n",
    # quotes, nothing
    "kind: 'lead'\nto: \"b\"\n": "kind: lead\nto: b\n",
    "note: 'a: b'\n": 'note: "a: b"\n',
    "kind: null\nto: ~\n": "kind:\nto:\n",
    'note: "a\\nb"\n': "note: |-\n  a\n  b\n",
    "note: >\n \n  a\n": 'note: "\\na\\n"\n',
    # line ends, blanks
    "kind: lead": "kind: lead\n",
    "\ufeffkind: lead\r\nnote: a  \r\n": "kind: lead\nnote: a\n",
    "\n\nkind: lead\n\n\n\nto: b\n\n": "kind: lead\n\nto: b\n",
    "consent:\n\n  date: a\n\n\n  how: b\n": "consent:\n  date: a\n\n  how: b\n",
    # remarks
    "# to whom\nto: b\n# what\nkind: lead\n": "# what\nkind: lead\n# to whom\nto: b\n",
    "# all\n\n# to whom\nto: b\nkind: lead\n": "# all\n\nkind: lead\n# to whom\nto: b\n",
    "to: b # b is new\nkind: lead\n": "kind: lead\nto: b  # b is new\n",
    "to: b\n  # b is new\nkind: lead\n": "kind: lead\nto: b\n  # b is new\n",
    "history: # so far\n- date: a\n# at the end\n": "history:  # so far\n  - date: a\n# at the end\n",
    "history:\n  -  # one\n    date: a\n": "history:\n  # one\n  - date: a\n",
    "history: [{date: a}]  # so far\n": "history:  # so far\n  - date: a\n",
    "history:\n  - {date: a, by: b}  # so far\n": "history:\n  # so far\n  - date: a\n    by: b\n",
    "note: [a, # one\n  # two\n  b\n  # more\n  ]\n": "note:\n  - a  # one\n  # two\n  - b\n  # more\n",
    "note:\n  # why\n  a\n": "# why\nnote: a\n",
    "kind: b\n\nnote:\n\n  # why\n  a\n": "kind: b\n\n# why\nnote: a\n",
    "note: 'a' #todo\n": "#todo\nnote: a\n",
    "note: [a, #todo\n  b]\n": "note:\n  #todo\n  - a\n  - b\n",
    "note: [a] #todo\n": "note: [a]  #todo\n",
    "history:\n  - by: a\n    # when\n    date: b\n": "history:\n  # when\n  - date: b\n    by: a\n",
    "note: |\n      a\n  # below\nkind: lead\n": "kind: lead\nnote: |\n  a\n# below\n",
}


@pytest.mark.parametrize("text", STAYS)
def test_what_stays(text: str) -> None:
    assert form(text) == text


@pytest.mark.parametrize("text", BECOMES)
def test_what_becomes_different(text: str) -> None:
    assert form(text) == BECOMES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nkind: lead\n---\n", "---\nkind: lead\n---\n"),
        ("---\nkind: lead\n---", "---\nkind: lead\n---\n"),
        ("---  \nto: b\nkind: lead\n---\n\n\n# a \n  b\n\n\n", "---\nkind: lead\nto: b\n---\n\n\n# a \n  b\n"),
        ("\ufeff---\r\nkind: lead\r\n---\r\n\r\na  \r\nb", "---\nkind: lead\n---\n\na  \nb\n"),
        ("---\nkind: lead\n# last\n---\n \n", "---\nkind: lead\n# last\n---\n"),
        ("---\nkind: lead\n---\n\n- a: {b}\n---\n\tc\n", "---\nkind: lead\n---\n\n- a: {b}\n---\n\tc\n"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert form(text, "meetings/a.md") == expected


@pytest.mark.parametrize(
    ("text", "file", "kind"),
    [
        ("", "a.yml", FlawKind.NOT_A_RECORD),
        ("- a\n", "a.yml", FlawKind.NOT_A_RECORD),
        ("kind: [lead\n", "a.yml", FlawKind.YAML_ERROR),
        ("kind: lead\nkind: lead\n", "a.yml", FlawKind.DUPLICATE_KEY),
        ("note: {value: 12,500}\n", "a.yml", FlawKind.CUT_BY_COMMA),
        ("note: May I ask #7?\n", "a.yml", FlawKind.CUT_BY_HASH),
        ("note: “a”\n", "a.yml", FlawKind.CURLY_QUOTES),
        ("kind: &a lead\n", "a.yml", FlawKind.YAML_ANCHOR),
        ("kind: lead\n", "a.md", FlawKind.NO_FRONT_MATTER),
        ("---\nkind: lead\n---\n<<<<<<< HEAD\n", "a.md", FlawKind.CONFLICT_MARKER),
    ],
)
def test_what_is_left(text: str, file: str, kind: FlawKind) -> None:
    left = formatted(text, f"members/{file}", order)
    assert isinstance(left, NotFormatted)
    assert kind in {flaw.kind for flaw in left.flaws}


def test_too_large() -> None:
    deep = "note: " + "[" * 29 + ",".join(["x"] * 5000) + "]" * 29 + "\n"
    left = formatted(deep, "a.yml", order)
    assert left == NotFormatted("it would become larger than 256 KiB, which is the most that is read")


def test_the_log_has_no_keys() -> None:
    text = "- late Ida\r\n"
    assert formatted(text, "log/2026/a.md", order) == Formatted(text)
