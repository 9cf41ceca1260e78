"""Texts, choices and lists: the types of most values, and what is said of a key.

Every scalar arrives as text, so each type is a strict parser of its own; pydantic puts them together. Days, numbers and
lengths of time have modules of their own, and so has how a value is refused.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple, TypeVar

from pydantic import BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from refertext.patterns import pattern
from refertext.records.lists import list_mend
from refertext.records.refusals import misshapen, wrong
from refertext.records.scalar import text

T = TypeVar("T")

CLOSED = ConfigDict(extra="forbid")
"""What every record and block of a record is: no keys but its own."""

MOST_OF_A_FEW = 60
"""How many services, clients, places a seat may name."""
LONGEST_TEXT = 2_000
"""Of a value; a record's own text may be as long as its file."""
_SCALAR = {"type": ["string", "number", "boolean"]}  # editors read YAML 1.2, where 2139 is a number

_WITHOUT_BRACKETS = pattern(r"\w[\w .-]{0,119}\Z")

Text = Annotated[str, text(_SCALAR, LONGEST_TEXT)]
"""Any text of a few words or sentences; `misshapen_text` and `long_text` say what is refused."""
LongText = Annotated[str, text(_SCALAR)]
"""A text as long as its file."""


def misshapen_text(value: object) -> PydanticCustomError:
    """The refusal of what is no text."""
    if isinstance(value, list) and value and all(isinstance(entry, str) for entry in value):
        meant = "one of them" if len(value) > 1 else value[0] if _WITHOUT_BRACKETS.match(value[0]) else "it"
        return misshapen("text", value, f"write {meant}, without brackets")
    return misshapen("text", value, "write it on one line; put it in quotes where it has a comma, a colon or a # in it")


def long_text(value: str) -> PydanticCustomError:
    """The refusal of a text that is too long."""
    mend = "write the long story into the text of the record, and a few words here"
    return wrong(f"“{value[:40]}…” is {len(value):,} characters long", mend)


Answer = Literal["yes", "no", "unsure"]


def otherwise(default: str) -> BeforeValidator:
    """A validator that takes nothing for a default."""
    return BeforeValidator(lambda value: default if value is None else value)


YesNo = Annotated[Literal["yes", "no"], otherwise("no")]
"""yes or no; nothing is no."""


def _listed(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, list):
        return value
    raise misshapen("a list", value, list_mend(value) if isinstance(value, str) else "write it as a list: [a, b]")


def _few(value: object) -> object:
    if isinstance(value, list) and len(value) > MOST_OF_A_FEW:
        raise wrong(f"a list of {len(value):,} is too long to compare", f"keep the {MOST_OF_A_FEW} that matter most")
    return value


Several = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""A list; nothing stands for an empty one."""
Few = Annotated[Several[T], BeforeValidator(_few)]
"""A list of at most `MOST_OF_A_FEW`, because every entry is compared with those of others."""
Keyed = Annotated[dict[str, T], BeforeValidator(lambda value: {} if value is None else value)]
"""A block whose keys are ids or names of the group's own; nothing stands for an empty one."""


class Said(NamedTuple):
    """The description of a field, for people's editors and the manual."""

    description: str
