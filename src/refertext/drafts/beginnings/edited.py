"""New records that somebody wrote on in an editor."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from refertext.drafts.draft import Draft, New, RefusedError
from refertext.text import Source, parse

_OPTIONS = {"date": "on"}
"""The names of options that are not those of the keys they stand for."""


def edited(draft: Draft, text: str, named_after: Collection[str]) -> Draft:
    """The draft of a new record with the text that came back from an editor.

    RefusedError where a key is different that the record is `named_after`: its id was made before. Where other answers
    are different, the sentence about them is left out.
    """
    (begun,) = draft.parts
    if not isinstance(begun, New):
        raise TypeError(begun)
    new = New(begun.file, text)
    before, after = (parse(Source(begun.file, one.encode())).data for one in (begun.text, text))
    if before is None or after is None:
        return replace(draft, parts=(new,))
    for key in named_after:
        if after.get(key) != before.get(key):
            raise RefusedError(
                f"“{key}” was {_told(before.get(key))} when the editor opened, and the record is named after it. Write "
                f"that again, or start anew with another one: --{_OPTIONS.get(key, key)}"
            )
    if all(after.get(key) == value for key, value in before.items() if key != "text"):
        return replace(draft, parts=(new,))
    return Draft(f"“{begun.file}” is written as it came back from the editor.", f"Add {begun.file}", (new,))


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else f"“{value}”"
