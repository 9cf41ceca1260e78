"""Terms: eight hex digits that stand for what an agreement says."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.records import decode
from refertext.records.agreement import Agreement
from refertext.records.terms import terms
from refertext.text import Source, parse

ATTENDANCE = {"measure": "attendance", "at_least": "75%", "over": "26 weeks"}
SPEAK_UP = {"promise": "We speak up"}

# the first digits of the SHA-256 of three lines: title, commitment as JSON, body
KNOWN = "2244ba06"

TEXT = """\
---
title: We show up
adopted: 2025-01-09
commitments:
  - {measure: attendance, at_least: 75%, over: 26 weeks}
---

A seat is a promise.
"""

LINES = "- over: 26 weeks\n  at_least: 75%\n  measure: attendance"

SAME = [
    ("We show up", [ATTENDANCE], "A seat is a promise."),
    ("  We  show\tup ", [ATTENDANCE], "A seat is a promise."),
    ("We show up", [ATTENDANCE], "\nA seat\r\nis   a promise.\n\n"),
    ("We show up", [ATTENDANCE], "A\u00a0seat\u2003is a\u3000promise."),
    ("We show up", [dict(reversed(ATTENDANCE.items()))], "A seat is a promise."),
]

OTHER = [
    ("We show up.", [ATTENDANCE], "A seat is a promise."),
    ("We Show up", [ATTENDANCE], "A seat is a promise."),
    ("We show up", [ATTENDANCE, SPEAK_UP], "A seat is a promise."),
    ("We show up", [SPEAK_UP, ATTENDANCE], "A seat is a promise."),
    ("We show up", [], "A seat is a promise."),
    ("We show up", [{**ATTENDANCE, "at_least": "75 %"}], "A seat is a promise."),
    ("We show up", [{**ATTENDANCE, "target": None}], "A seat is a promise."),
    ("We show up", [ATTENDANCE], "A seat is no promise."),
    ("We show up", [ATTENDANCE], ""),
]


def test_known() -> None:
    lines = 'We show up\n{"at_least":"75%","measure":"attendance","over":"26 weeks"}\nA seat is a promise.'
    assert hashlib.sha256(lines.encode()).hexdigest()[:8] == KNOWN
    assert terms("We show up", [ATTENDANCE], "A seat is a promise.") == KNOWN


@pytest.mark.parametrize(("title", "commitments", "body"), SAME)
def test_same(title: str, commitments: list[object], body: str) -> None:
    assert terms(title, commitments, body) == KNOWN


@pytest.mark.parametrize(("title", "commitments", "body"), OTHER)
def test_other(title: str, commitments: list[object], body: str) -> None:
    assert terms(title, commitments, body) != KNOWN


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        f"\ufeff{TEXT}",
        TEXT.replace("title: We show up", "title: 'We  show up' # remark"),
        TEXT.replace("  - {measure: attendance, at_least: 75%, over: 26 weeks}", LINES),
        TEXT.replace("adopted: 2025-01-09", "adopted: 2025-01-10\nchanged: 2025-06-01\nconcerns: []"),
    ],
)  # fmt: skip
def test_of_files(text: str) -> None:
    document = parse(Source("agreements/show-up.md", text.encode()))
    assert document.data is not None
    agreement, flaws = decode(Agreement, document.data, "agreements/show-up.md")
    assert flaws == ()
    assert agreement is not None
    assert agreement.written_terms == KNOWN


@given(st.text(), st.lists(st.dictionaries(st.text(), st.text() | st.none(), max_size=3), max_size=3), st.text())
def test_white_space_and_forms_of_letters_do_not_matter(
    title: str, commitments: list[dict[str, str]], body: str
) -> None:
    now = terms(title, commitments, body)
    assert len(now) == 8
    assert int(now, 16) >= 0
    spaced = "".join(f" {letter} " if letter.isspace() else letter for letter in body)
    assert terms(f" {title}\n", commitments, spaced) == now
    assert terms(unicodedata.normalize("NFD", title), commitments, unicodedata.normalize("NFC", body)) == now
