"""yaml-error."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told
from refertext.text.line_typos import TypoKind

_IN_WORDS = (
    (
        TypoKind.TIGHT_COLON,
        "There is no space after the colon",
        "write key: value, with a space after the colon",
    ),
    (
        TypoKind.NO_COLON,
        "This line has no colon, so it is neither a key with a value nor part of the line above",
        "write key: value, or put it on the line above",
    ),
    (
        TypoKind.ODD_SPACE,
        "A no-break space stands here, which looks like a space and is none",
        "delete it and press the space bar",
    ),
    (
        TypoKind.WIDE_SPACE,
        "A wide space (U+3000) stands here, which is not an ordinary one",
        "delete it and press the space bar",
    ),
    (
        TypoKind.WIDE_COLON,
        "A full-width colon (U+FF1A) stands here, which is not an ordinary one",
        "type an ordinary colon and a space",
    ),
    (
        TypoKind.VALUE_ABOVE_LINES,
        "This line has a value already, and further lines stand below it",
        "remove the value or the lines; if the lines do not belong to it, begin them in the same column",
    ),
    (
        TypoKind.BULLET,
        "A list line begins with a hyphen and a space",
        "write “- ” at the beginning of the line",
    ),
    (
        TypoKind.FENCE,
        "A line with ``` stands here, which holds code together in a chat or in Markdown and is no part of a record",
        "remove the lines with ```",
    ),
    (
        TypoKind.CURLY,
        "A colon stands in this value, and its curly quotes do not hold it together",
        'write straight quotes around it: "…"',
    ),
    (
        TypoKind.APOSTROPHE,
        "The apostrophe ends this value, because single quotes stand around it",
        "put double quotes around the whole value",
    ),
    (
        TypoKind.STARS,
        "Stars for bold or slanted letters stand here, and a record has plain words",
        "delete the stars, or put quotes around the whole value",
    ),
    (
        TypoKind.LINK,
        "A link stands here as Markdown has them, and a record has plain words",
        "write the words alone",
    ),
    (
        TypoKind.ANSWERED,
        "A line begins with >, as in a mail that was answered",
        "delete the > at the beginning of every line",
    ),
    (
        TypoKind.SECOND_COLON,
        "A second colon stands in this value inside { }",
        "put quotes around the value",
    ),
    (
        TypoKind.SEMICOLON,
        "A semicolon stands inside { }, where a comma belongs between two keys",
        "write a comma in its place",
    ),
    (
        TypoKind.NO_COMMA,
        "A comma is missing inside { } between two keys",
        "write a comma before the second key",
    ),
    (
        TypoKind.OUTDENTED,
        "This line begins further to the left than those above and below it",
        "begin it in the same column, or, if it does not belong to them, begin the lines below it further to the left",
    ),
    (
        "mapping values are not allowed",
        "A second colon stands in this line, or the line begins too far to the right",
        'put quotes around the value, for example about: "Acme: pension talk", or line it up with the lines above',
    ),
    (
        "could not find expected ':'",
        "This line does not begin with a key and a colon, and is not part of the line above",
        "write key: value, or put it on the line above",
    ),
    (
        "unexpected end of stream",
        "A quote is opened and never closed",
        "write the closing quote at the end of the value",
    ),
    (
        "did not find expected ',' or",
        "A { or [ is opened and not closed, or a comma is missing between two values",
        "write the closing } or ], or the comma",
    ),
    (
        "cannot start any token",
        "A value cannot begin with this character",
        "put quotes around the whole value",
    ),
    (
        "did not find expected key",
        "This line does not line up with those above, or something stands after a closed quote",
        "let the keys of one block begin in the same column; put the whole value in quotes, not half of it",
    ),
    (
        "block sequence entries are not allowed",
        "A list begins in the middle of a line",
        "begin the list on the next line, one “- value” a line",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not line up with the list above",
        "begin it with “- ” in the same column, or move it further to the right",
    ),
    (
        "unknown escape character",
        "A backslash in double quotes has a meaning of its own",
        "use single quotes instead",
    ),
    (
        "did not find expected hexdecimal number",
        "A backslash in double quotes has a meaning of its own",
        "use single quotes instead",
    ),
    (
        "while scanning a block scalar",
        "Nothing may follow | or > in its line: they say that a text begins on the next line",
        "put quotes around the whole value",
    ),
    (
        "alphabetic or numeric character",
        "A value cannot begin with & or *",
        "put quotes around the whole value",
    ),
    (
        "while scanning a tag",
        "A value cannot begin with !",
        "put quotes around the whole value",
    ),
    (
        "mapping keys are not allowed",
        "A value cannot begin with a question mark and a space",
        "put quotes around the whole value",
    ),
    (
        "<document start>",
        "This line begins further to the left than the first one",
        "begin all keys that belong together in the same column",
    ),
    (
        "while parsing a flow node",
        "Inside [ ] or { }, nothing stands between two commas, or a value begins with a hyphen",
        "write the values with one comma between two of them, for example [Boise, Nampa]",
    ),
    (
        "node content",
        "A value cannot begin with a comma or a closing bracket",
        "delete it, or put quotes around the whole value",
    ),
    (
        "found unexpected ':'",
        "Inside [ ] or { }, a colon stands where a value is to end",
        "delete it, or put quotes around the whole value",
    ),
)


@rule(Severity.ERROR)
def yaml_error(group: Group) -> Iterator[Problem]:
    """The lines of keys cannot be understood.

    One typo (a colon too many, a quote never closed, a line that begins in the wrong column) makes the
    whole file unreadable, so nothing in it counts until it is mended.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery: the one in Boise  # expect: yaml-error
    ```

    ## Bad: no space after the colon

    ```yaml title="prospects/bakery-nampa.yml"
    alias: A bakery in Nampa
    place:Nampa  # expect: yaml-error
    known_by: [kit-larsen]
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: "A bakery: the one in Boise"
    ```
    """
    for flaw in group.flaws[FlawKind.YAML_ERROR]:
        message, mend = in_words(flaw.found)
        yield told(flaw, message, flaw.mend or mend)


def in_words(error: str) -> tuple[str, str]:
    """What a message of the YAML parser means for people, and what they should write."""
    for part, message, mend in _IN_WORDS:
        if part in error:
            return message, mend
    return f"This cannot be understood ({error})", "compare the line with another record of the same kind"
