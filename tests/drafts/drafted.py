"""What drafts come to in some texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import ndiff

import pytest

from refertext.drafts import Draft, RefusedError
from refertext.text import Source
from refertext.writing.carrying import planned


def written(texts: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """The texts as a draft makes them; it creates and moves nothing."""
    changes = planned(draft, lambda file: Source(file, texts[file].encode())).texts
    return {**texts, **{file: data.decode() for file, data in changes.items() if data is not None}}


def lines(texts: Mapping[str, str], draft: Draft) -> list[str]:
    """The lines that a draft adds and takes away, as `+ a line` and `- a line`, in order of file."""
    after = written(texts, draft)
    return [line.rstrip("\n") for file in sorted(texts) for line in _different(texts[file], after[file])]


def refused(make: Callable[[], object]) -> str:
    """Why a draft is refused."""
    with pytest.raises(RefusedError) as refusal:
        make()
    return str(refusal.value)


def _different(old: str, new: str) -> Iterator[str]:
    if old != new:
        yield from (line for line in ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-")
