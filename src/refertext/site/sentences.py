"""Sentences that other layers made for people who read files: on pages days and trades are said as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from refertext.group import Group
from refertext.patterns import pattern
from refertext.site.days import in_days
from refertext.site.site import Site
from refertext.site.trades import path_of, trade

_PATH = pattern(r"(?<![\w/.-])[^\W_][\w-]*(?:/[\w-]+)+(?![\w/.])")


def plainly(site: Site, sentence: str) -> str:
    """A sentence with its days in short, and in words the categories that files write as paths."""
    return _PATH.sub(partial(_in_words, site.group.once(_paths)), in_days(sentence))


def all_plainly(site: Site, sentences: Iterable[str]) -> tuple[str, ...]:
    """Some sentences in the same way."""
    return tuple(plainly(site, sentence) for sentence in sentences)


def _in_words(known: frozenset[str], found: re.Match[str]) -> str:
    return f"“{trade(found[0])}”" if found[0] in known else found[0]


def _paths(group: Group) -> frozenset[str]:
    return frozenset(map(path_of, group.category_names))
