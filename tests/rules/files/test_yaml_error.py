from __future__ import annotations

import pytest

from refertext.problem import FlawKind
from refertext.rules.files.yaml_error import in_words
from refertext.text.subset import read_any_style

NOT_ON_THIS_LINE = "Nothing may follow | or > in its line: they say that a text begins on the next line"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("value: >500\n", NOT_ON_THIS_LINE),
        ("value: > 500\n", NOT_ON_THIS_LINE),
        ("about: | Acme\n", NOT_ON_THIS_LINE),
        ("about: |0\n", NOT_ON_THIS_LINE),
        ("about: & Sons\n", "A value cannot begin with & or *"),
        ("about: * Acme\n", "A value cannot begin with & or *"),
        ("about: ? who knows\n", "A value cannot begin with a question mark and a space"),
        ('about: !"Acme\n', "A value cannot begin with !"),
        ("  kind: lead\ndate: 2026-03-05\n", "This line begins further to the left than the first one"),
        ("roles: [, owner]\n", "Inside [ ] or { }, nothing stands between two commas, or a value begins with a hyphen"),
        (
            "roles: [owner, - x]\n",
            "Inside [ ] or { }, nothing stands between two commas, or a value begins with a hyphen",
        ),
        ("roles: ]\n", "A value cannot begin with a comma or a closing bracket"),
        ("roles: , owner\n", "A value cannot begin with a comma or a closing bracket"),
        ("roles: [owner:, clerk]\n", "Inside [ ] or { }, a colon stands where a value is to end"),
        ('about: "a \\x b"\n', "A backslash in double quotes has a meaning of its own"),
    ],
)
def test_what_the_parser_says_is_said_in_words(text: str, said: str) -> None:
    (flaw,) = (flaw for flaw in read_any_style(text, "a.yml").flaws if flaw.kind is FlawKind.YAML_ERROR)
    assert in_words(flaw.found)[0] == said
