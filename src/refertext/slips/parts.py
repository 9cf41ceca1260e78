"""Parts that several kinds of slips share: names, tags, what stands between them."""

from __future__ import annotations

import re

from refertext.patterns import pattern
from refertext.slips.piece import Piece
from refertext.slips.slip import unclear

COLON = pattern(r"\s*[:：]\s*")
DASH = pattern(r"\s+[-\u2010-\u2015]+\s+")
SEMICOLON = pattern(r"\s*[;；]\s*")
ARROW = pattern(r"\s*(?:[-=\u2010-\u2015]+\s*)?[>→⇒⇨⟶⟹➜➔➞➡»›]+\ufe0f?\s*")
NAMES = pattern(r"\s*[,;；+&/]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
TOGETHER = pattern(rf"\s*(?:[,+/×&]|{ARROW.pattern})\s*|\s+(?:and|with)\s+", re.IGNORECASE)
TAG = pattern(r"#\s?([A-Za-z0-9][A-Za-z0-9-]*)")
_TAG_AT_END = pattern(r"\s+#([A-Za-z0-9]{4})\.?\Z")
_TO = pattern(r"\s+to\s+", re.IGNORECASE)
_FROM = pattern(r"from\s+", re.IGNORECASE)
_FOR = pattern(r"\s+(?:to|for)\s+", re.IGNORECASE)
_BETWEEN = pattern(rf"{NAMES.pattern}|{DASH.pattern}", re.IGNORECASE)
ASIDE = pattern(r"\(([^()]*)\)")


def headed(main: Piece) -> tuple[Piece, Piece | None]:
    """The names of a slip, and its text: after a colon, or after a dash between blanks."""
    head, text = main.parted(COLON)
    return (head, text) if text is not None else main.parted(DASH)


def tag_parted(head: Piece, words: Piece | None) -> tuple[Piece, Piece | None, Piece]:
    """The names, the tag, and the text, which may stand right after the tag, or before it."""
    found = TAG.search(head.text)
    if found:
        after = head.cut(found.end()).bare
        if words and after:
            raise unclear(f"“{after.text}” stands between the tag and the colon", "write it after the colon", after)
        return head.cut(0, found.start()), head.cut(*found.span(1)), words or after
    last = _TAG_AT_END.search(words.text) if words else None
    if words and last:
        return head, words.cut(*last.span(1)), words.cut(0, last.start())
    return head, None, words or head.cut(len(head.text))


def pair(head: Piece) -> tuple[Piece, Piece | None]:
    """The two names; only one where nothing stands between them."""
    found = _FROM.match(head.text)
    head = head.cut(found.end()) if found else head
    between = ARROW if ARROW.search(head.text) else _FOR if found else _TO
    one, *others = head.split(between)
    if len(others) > 1:
        raise unclear("More than two names stand in a row here", "write one line for each two, with one > in it", head)
    other = others[0].bare if others else None
    if not one.bare or (other is not None and not other.text):
        raise unclear("A name is missing beside the >", "write NAME > NAME", head)
    for several in (one.bare, other):
        if several and other and NAMES.search(several.text):
            raise unclear(f"“{several.text}” are several names", "write one line for each of them", several)
    if other is None and (NAMES.search(one.text) or DASH.search(one.text)):
        first, *more = [name.bare for name in one.split(_BETWEEN) if name.bare] or [one]
        shown = f"{first.words} > {more[0].words}" if more else f"{first.words} > NAME"
        raise unclear(f"“{one.text}” may be several names", f"write who gives, and who gets it: {shown}", one)
    return one.bare, other


def without_asides(piece: Piece) -> Piece:
    """The piece with blanks in place of what stands in brackets."""
    return Piece(ASIDE.sub(lambda aside: " " * len(aside[0]), piece.text), piece.start).cut(0)
