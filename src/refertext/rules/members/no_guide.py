"""no-guide."""

import re
from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.memberships import present_since
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed

_TIME = timedelta(days=30)

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_FIT = "Who is not a fit"
_PARTS = {
    "How I help clients": ("how they help clients", r"\bhelp|\bservices?\b|what (?:i|we) do\b"),
    "How to refer me": ("how to refer them", r"refer|recommend|introduc|\bsend\b|\blisten\b"),
    "Examples": ("an example", r"example|\bstor(?:y|ies)\b|\bcases?\b"),
    _FIT: ("who is not a fit", r"\bnot\b|n['’]t\b|\bno (?:good )?(?:fit|match)\b|\bavoid\b"),
}
"""The parts of a guide: what each says, and the words by which its heading is known."""


def _parts(heading: str) -> list[str]:
    """The parts that a heading announces. One with a “not” in it is about who is not a fit, whatever else it says."""
    found = [name for name, (_, words) in _PARTS.items() if re.search(words, heading.casefold())]
    return [_FIT] if _FIT in found else found


def _sections(text: str) -> Iterator[tuple[str, bool]]:
    """The headings of a text, and whether anything stands below each."""
    found: list[tuple[str, list[bool]]] = []
    above: list[tuple[int, list[bool]]] = []  # the headings a line stands under, outermost first, and if they are full
    for line in _without_comments(text).split("\n"):
        heading = _HEADING.match(line)
        if heading:
            full = [False]
            above = [*((level, other) for level, other in above if level < len(heading[1])), (len(heading[1]), full)]
            found.append((line[heading.end() :].strip(" \t#\r"), full))
        elif re.search(r"\w", line):
            for _, full in above:
                full[0] = True
    yield from ((title, full[0]) for title, full in found)


def _without_comments(text: str) -> str:
    kept, start = [], 0
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[start:begin])
        start = end + len("-->")
    return "".join([*kept, text[start:]])


@rule(Severity.WARNING)
def no_guide(group: Group) -> Iterator[Problem]:
    """A member's guide lacks a part.

    Nobody can refer a business they cannot describe. The text of a member's file is a guide for the
    others, under four headings: how I help clients, how to refer me, examples, and who is not a fit.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    ---
    name: Kit Larsen
    business: Northwind Staffing
    seat:
      category: people/staffing
      services: [contract staffing, direct hire]
      clients: [employers]
      territory: [Boise, Nampa]
    joined: 2025-01-09
    signed:
      show-up: 2025-01-09
    manager: none
    ---

    ### How I help clients

    I find people for the shifts nobody else can fill.

    ### How to refer me <!-- expect: no-guide -->

    ### Who is not a fit

    Executive search.
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    ---
    name: Kit Larsen
    business: Northwind Staffing
    seat:
      category: people/staffing
      services: [contract staffing, direct hire]
      clients: [employers]
      territory: [Boise, Nampa]
    joined: 2025-01-09
    signed:
      show-up: 2025-01-09
    manager: none
    ---

    ### How I help clients

    I find people for the shifts nobody else can fill.

    ### How to refer me

    Ask who covers for the dispatcher in July.

    ### Examples

    Eleven pickers in four days for a haulier.

    ### Who is not a fit

    Executive search.
    ```
    """
    for member in group.present_members:
        joined = present_since(member, group.as_of)
        if joined is None or group.as_of - joined <= _TIME:
            continue
        sections = list(_sections(member.text or ""))
        written = {part for heading, is_full in sections if is_full for part in _parts(heading)}
        missing = [part for part in _PARTS if part not in written]
        if missing:
            empty = next((h for h, is_full in sections if not is_full and set(_parts(h)) & set(missing)), "")
            yield Problem(
                f"{member.name}'s guide does not say {listed([_PARTS[part][0] for part in missing], 'or')}",
                Place(member.file, ("text",), piece=empty),
                f"write something under {listed([f'## {part}' for part in missing])}",
            )
