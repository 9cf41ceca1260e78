"""A quick look whether a text is in canonical form already, for texts in the style of the quick reader."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from refertext.patterns import pattern
from refertext.problem import Path
from refertext.text.canonical import recognise
from refertext.text.edits.intents import Order
from refertext.text.edits.written import are_few_words, flow, scalar
from refertext.text.formatting.order import ranks

_BRACKETS = pattern(r"(?: *(?:- )?[^ :]+: )(\[.*)")
_QUOTES = pattern(r'(?: *(?:- )?[^ :]+: )"(.*)"')
_NULL = "null"  # the only key that is recognised without the quotes it gets


def is_plainly_in_form(text: str, order: Order) -> bool:
    """Whether the keys in a text are plainly in canonical form; False says nothing, for it may be with remarks."""
    found = recognise(text)
    return found is not None and all(map(_is_line_in_form, text.split("\n"))) and _is_in_order(found, (), order)


@lru_cache(4096)
def _is_line_in_form(line: str) -> bool:
    """Whether a line that was recognised has no quotes without need and no list that is too long."""
    brackets = _BRACKETS.fullmatch(line)
    if brackets:
        words = brackets[1][1:-1].split(", ")
        return are_few_words(words) and flow(words) == brackets[1]
    quoted = _QUOTES.fullmatch(line)
    return not quoted or scalar(quoted[1], inside=False) == f'"{quoted[1]}"'


def _is_in_order(node: Any, path: Path, order: Order) -> bool:
    if isinstance(node, list):
        return all(_is_in_order(entry, (*path, number), order) for number, entry in enumerate(node))
    if not isinstance(node, dict):
        return True
    ranked = ranks(node, order(path))
    if _NULL in node or ranked != sorted(ranked):
        return False
    inner = ((value, (*path, key)) for key, value in node.items() if value.__class__ is not str)
    return all(_is_in_order(value, here, order) for value, here in inner)
