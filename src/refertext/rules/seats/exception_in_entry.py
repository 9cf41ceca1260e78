"""exception-in-entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from refertext.group import Group
from refertext.group.seats import SIDES
from refertext.group.words import says_everything, words_of
from refertext.patterns import pattern
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.rules.seats.entries import WITHOUT, Entry, entries_of

_NOT_IN_A_WORD = r"(?<![\w'’\-\u2010-\u2013])(?:{})(?![\w'’\-\u2010-\u2013])"
_LEAVES_OUT = pattern(
    _NOT_IN_A_WORD.format(
        r"but not|other than|apart from|except(?:ing)?(?: for)?|excluding|without|but"
        r"|not(?! (?:for[- ]profits?|just|only|yet)\b)|no(?!\.|\s*\d)"
    ),
    re.IGNORECASE,
)
_BETWEEN = pattern(r"[,;&]|\b(?:and|n?or)\b", re.IGNORECASE)
_BEFORE_A_NAME = pattern(r"\A(?:(?:any|for|from|in|of|the|to)\s+)+", re.IGNORECASE)
_MOST_LOOKED_AT = 5  # words that may make an exception; more do not stand in an entry that somebody means
_SIGNS = " \t\n.,;:!()[]–—-"


@rule(Severity.WARNING)
def exception_in_entry(group: Group) -> Iterator[Problem]:
    """An entry of a seat names an exception.

    Seats are compared by their words, and `except` or `not` are words like others: `everywhere except Boise` meets
    whoever works in Boise, and nobody in Nampa. What is not part of a seat stands under `excludes`, each thing an entry
    of its own.

    Words joined by hyphens are no exceptions, as in `no-fault insurance`; nor is `without` where it describes services
    or clients, as in `employers without staff`, unless it takes back a part: `loans without car loans`.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll, no wage advice]  # expect: exception-in-entry
      clients: [employers other than schools]  # expect: exception-in-entry
      territory: [everywhere except Boise]  # expect: exception-in-entry
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: [employers]
      excludes: [wage advice, schools, Boise]
    ```
    """
    for member in group.members.values():
        for entry in entries_of(member, SIDES):
            excepted = _excepted(entry)
            if excepted:
                yield Problem(
                    f"“{entry.text}” among {entry.side} does not leave out “{excepted.left_out}”: seats are compared "
                    f"by their words, and “{excepted.word}” is one of them",
                    entry.place,
                    _mend(entry, excepted),
                )


@dataclass(frozen=True, slots=True)
class _Excepted:
    """What an entry says before the word that makes an exception, that word, and what it would leave out."""

    kept: str
    word: str
    left_out: str


def _excepted(entry: Entry) -> _Excepted | None:
    """The first exception in an entry."""
    for found in islice(_LEAVES_OUT.finditer(entry.text), _MOST_LOOKED_AT):
        kept, left_out = entry.text[: found.start()].strip(_SIGNS), entry.text[found.end() :].strip(_SIGNS)
        excepted = _Excepted(kept, found[0], left_out)
        if words_of(left_out) and _leaves_out(excepted, entry.side):
            return excepted
    return None


def _leaves_out(excepted: _Excepted, side: str) -> bool:
    kept = words_of(excepted.kept)
    match excepted.word.casefold():
        case "no":
            return not kept
        case "but":
            return says_everything(excepted.kept)
        case "without":
            takes_back = not kept or says_everything(excepted.kept) or kept & words_of(excepted.left_out)
            return side == "territory" or bool(takes_back)
    return True


def _mend(entry: Entry, excepted: _Excepted) -> str:
    parts = (_BEFORE_A_NAME.sub("", part.strip()) for part in _BETWEEN.split(excepted.left_out))
    excludes = f"write “excludes: [{', '.join(part for part in parts if part)}]”"
    everything = says_everything(excepted.kept)
    if everything or (entry.is_alone and not excepted.kept):
        return f"leave “{entry.side}” out, which means {WITHOUT[entry.side]}, and {excludes}"
    if not excepted.kept:
        return f"remove the entry, and {excludes}"
    return f"keep “{excepted.kept}” here, and {excludes}"
