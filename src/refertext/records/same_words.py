"""Rows of words that mean the same, in the settings: what is written in their place, and a row of one word."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.patterns import pattern
from refertext.records.refusals import misshapen, wrong

_EQUAL = pattern(r"\s*[=,;/]\s*")
_WORDS = pattern(r"[^\W_](?:[\w &.'()-]*[\w.'()])?")
_MOST_SHOWN = 6
_TO_OTHERS = "write it into the brackets of the words that mean the same, or remove it"
_EXAMPLE = "write each row in brackets of its own: same_words: [[home loans, house finance]]"


def rows_of_words(value: object) -> object:
    """The rows as they are; refused where no row has brackets of its own."""
    if value is None:
        return value
    if not isinstance(value, list):
        raise misshapen("a list of rows", value, _mend(_rows(value)))
    if value and all(isinstance(entry, str) for entry in value):
        split = [_EQUAL.split(entry) for entry in value]
        is_by_row = all(len(row) > 1 for row in split)
        mend = _mend(split if is_by_row else [value], of_one_list=not is_by_row)
        raise wrong("each row of words that mean the same has brackets of its own", mend)
    return value


def row_of_words(value: object) -> object:
    """A row as it is; refused where it has no brackets, or a word alone."""
    if isinstance(value, str):
        words = _EQUAL.split(value)
        plain = len(words) > 1 and _are_plain(words)
        raise misshapen("a list", value, f"write [{', '.join(words)}]" if plain else _TO_OTHERS)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        raise wrong(f"“{value[0]}” stands alone, so nothing means the same", _other_words(value[0]))
    return value


def _other_words(word: str) -> str:
    return f"write the other words for it beside it, [{word}, …], or remove it"


def _rows(value: object) -> Sequence[Sequence[str]]:
    """The rows that a text or a block of keys is meant to be; none in doubt."""
    if isinstance(value, str):
        return [_EQUAL.split(value)]
    entries = value.items() if isinstance(value, dict) else ()
    rows = [[key, *(words if isinstance(words, list) else [words])] for key, words in entries]
    return rows if all(isinstance(word, str) for row in rows for word in row) else []


def _mend(rows: Sequence[Sequence[str]], *, of_one_list: bool = False) -> str:
    is_plain = 0 < len(rows) <= _MOST_SHOWN and all(1 < len(row) <= _MOST_SHOWN and _are_plain(row) for row in rows)
    if not is_plain:
        return _EXAMPLE
    shown = ", ".join(f"[{', '.join(row)}]" for row in rows)
    mend = f"write same_words: [{shown}]"
    if of_one_list and len(rows[0]) > 2:
        return f"{mend} if they all mean the same, else brackets of their own around those that do"
    return mend


def _are_plain(words: Sequence[str]) -> bool:
    """Whether words can be written without quotes."""
    return all(_WORDS.fullmatch(word) for word in words)
