"""The kinds of slips, and all the words that a line may begin with."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final, get_args

from refertext.patterns import pattern
from refertext.records import choice_meant, nearest
from refertext.records.meant import SPOKEN, spoken
from refertext.records.meeting import PRESENCES
from refertext.records.referral import KINDS, Status
from refertext.slips.parts import ARROW, COLON
from refertext.slips.piece import Piece
from refertext.slips.slip import UnclearError, unclear

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
"""The steps of a referral."""
EXAMPLES: Final[dict[str, str]] = {
    "late": "late Ida",
    "absent": "absent Lee, told 03-04",
    "excused": "excused Lee",
    "present": "present everyone else",
    "substitute": "substitute Jo: Pat Roe, Roe Roofing",
    "visitor": "visitor Dana Wolfe, Wolfe Training, by Kit",
    "lead": "lead Kit: River bakery opens a second shop",
    "introduction": "introduction Kit > Brian: the owner of a brewery",
    "referral": "referral Kit > Brian: Acme, pension talk; phone 03-04; level 4",
    "thanks": "thanks Brian > Kit: Delta signed; won 12500",
    **{status: f"{status} Brian > Kit #7f3a" for status in STATUSES},
    "won": "won Brian > Kit: Delta; 12500",
    "returned": "returned Brian > Kit: Delta; too small for us",
    "one-to-one": "one-to-one Kit + Dee 03-02",
    "ask": "ask Lee > Kit #7f3a: may I use your name?",
    "answer": "answer Kit > Lee #7f3a: yes",
    "presented": "presented Kit",
    "action": "action Kit: send the case study; by 03-12",
    "next": "next 03-12",
}
"""A slip of each kind, to show how it is written."""

_PHRASES: Final = {
    "visitor": ("visitor", "guest", "visitors", "guests"),
    "thanks": ("thanks", "thank you", "thank", "thx"),
    "ask": ("ask", "asks", "question"),
    "answer": ("answer", "answers"),
    "presented": ("presented", "presents", "presentation"),
    "action": ("action", "to do"),
    "next": ("next meeting", "next presenter", "next"),
}
_KIND_OF: Final = {
    phrase: kind for kind in EXAMPLES for phrase in _PHRASES.get(kind, (kind.replace("-", " "), *SPOKEN.get(kind, ())))
}
_GAP = r"[\s\u2010-\u2015-]*"


def _pattern(phrase: str) -> str:
    return _GAP.join(map(re.escape, phrase.split()))


_BEGINNING = pattern(
    rf"[*_]{{0,2}}(?:{'|'.join(f'({_pattern(phrase)})' for phrase in sorted(_KIND_OF, key=len, reverse=True))})"
    r"(?=[\s:：*_]|\Z)[*_]{0,2}\s*[:：]?[*_]{0,2}",
    re.IGNORECASE,
)
_ORDERED = sorted(_KIND_OF, key=len, reverse=True)
_BULLET = pattern(r"[\s>]*(?:(?:[-*•◦▪‣·–—+]|\d{1,2}[.)](?=\s))\s*)?(?:\[[ xX]?\]\s+)?")
_BEHIND_NAMES = [phrase for phrase, kind in _KIND_OF.items() if kind in PRESENCES and kind != "substitute"]
_ATTENDED = pattern(
    rf"(?<=[\s,])(?:(?:is|was|were|are|came|comes)\s+)?(?:{'|'.join(f'({_pattern(one)})' for one in _BEHIND_NAMES)})\b",
    re.IGNORECASE,
)
_AFTER_ATTENDED = pattern(r"[.!]*\s*(?:\Z|[,;:(]|[-\u2010-\u2015]+\s)")
_ALIKE = 0.74
"""How alike two words are that are the same but for one letter of four."""
_A_FEW = 4
_WORD = pattern(r"[^\W\d_][\w'’-]*")


def after_bullet(line: str) -> Piece:
    """What a line says, after its bullet or its number."""
    found = _BULLET.match(line)
    return Piece(line).cut(found.end() if found else 0)


def has_bullet(line: str) -> bool:
    """Whether a line begins with a bullet or a number."""
    found = _BULLET.match(line)
    return bool(found and found[0].strip(" \t>"))


def begun(said: Piece) -> tuple[str, Piece] | None:
    """The kind of a slip and the rest of the line; None where it begins with none of the words."""
    found = _BEGINNING.match(said.text)
    if not found or found.lastindex is None:
        return None
    return _KIND_OF[_ORDERED[found.lastindex - 1]], said.cut(found.end())


def attendance_behind(said: Piece) -> tuple[str, Piece] | None:
    """The kind and the rest of a line that begins with whom it is about, such as `Kit absent`; None where it does not
    say with exactly one word, at its end or before a comma, how somebody attended.
    """
    found = list(_ATTENDED.finditer(said.text))
    if len(found) != 1 or not _AFTER_ATTENDED.match(said.text, found[0].end()):
        return None
    return _KIND_OF[_BEHIND_NAMES[(found[0].lastindex or 1) - 1]], said.without(found[0].span())


def no_kind(said: Piece) -> UnclearError:
    """The error for a line that begins with no word of a slip."""
    first = _WORD.search(said.text)
    word = said.cut(first.start(), first.end()) if first else said
    head, words = said.parted(COLON)
    if words and ARROW.search(head.text):
        mend = f"write which one: “lead {said.words}”, or introduction, or referral"
        return unclear("It is not said whether this is a lead or a referral", mend, head)
    inside = next((kind for each in (word.text.casefold(), *_WORD.findall(said.text)) if (kind := _meant(each))), None)
    kind = inside or (ARROW.search(said.text) and choice_meant(word.text, STATUSES)) or _misspelt(word.text)
    if kind:
        return unclear(f"“{word.text}” is no kind of slip", f"begin with the kind, as in “{EXAMPLES[kind]}”", word)
    if status := _attended_loosely(said.text):
        mend = f"begin with the kind, as in “{EXAMPLES[status]}”"
    else:
        several = ", ".join(("late", "absent", "visitor", *KINDS, "thanks"))
        mend = f"begin with what it is, for example {several} or one-to-one"
    return unclear(f"“{word.text}” is no kind of slip", f"{mend}; what is no slip belongs above the log", word)


def _attended_loosely(line: str) -> str | None:
    """How somebody attended, where a line of a few words says so at its beginning or its end in a word that may mean
    something else: `away Lee`, `Lee Ortiz sorry`.
    """
    words = re.findall(r"\w+", line.casefold())
    if len(words) > _A_FEW:
        return None
    sides = {" ".join(part) for n in (1, 2) for part in (words[:n], words[-n:]) if n < len(words)}
    return next((status for status in PRESENCES if not sides.isdisjoint(spoken(status))), None)


def _misspelt(word: str) -> str | None:
    """The kind that a word was meant to be, where it begins alike and hardly differs."""
    near = nearest(word.casefold(), _KIND_OF)
    if near is None or near[0] != word[0].casefold():
        return None
    return _KIND_OF[near] if SequenceMatcher(None, near, word.casefold()).ratio() >= _ALIKE else None


def _meant(word: str) -> str | None:
    folded = word.casefold()
    return _KIND_OF.get(folded) or {
        "thanked": "thanks",
        "referred": "referral",
        "gave": "referral",
    }.get(folded)
