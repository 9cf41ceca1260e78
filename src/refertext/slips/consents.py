"""How a prospect said yes, as it stands after a semicolon of a slip: only in ways that say so."""

from __future__ import annotations

import re

from refertext.patterns import pattern
from refertext.slips.days import DAY
from refertext.slips.piece import Piece
from refertext.slips.slip import Consent, unclear

_CONSENT = pattern(rf"(.*?)(?:^|[\s,(])\s*(?:on\s+(?:the\s+)?)?({DAY})\s*[).]*", re.IGNORECASE | re.DOTALL)
_SAID_YES = r"(?:(?:they|he|she|who)\s+)?(?:consented|consent|agreed|said yes|yes|okay|ok)"
_YES_FIRST = pattern(rf"\(?{_SAID_YES}\b[\s:,]*", re.IGNORECASE)
_YES_LAST = pattern(rf"(?:^|[\s:,]+){_SAID_YES}\Z", re.IGNORECASE)
_LINK = pattern(r"\A(?:by|via|on the)\s+", re.IGNORECASE)
_BETWEEN = pattern(r"[\s,/&+()]+")
_WAYS = {
    "phone", "phoned", "telephone", "mobile", "call", "called", "voicemail", "mail", "mailed", "e-mail", "e-mailed",
    "email", "emailed", "letter", "fax", "text", "texted", "message", "messaged", "sms", "whatsapp", "signal", "chat",
    "linkedin", "note", "person", "personally", "face-to-face", "meeting", "met", "conversation", "talk", "visit",
    "visited", "lunch", "breakfast", "dinner", "coffee", "tea", "drinks", "event", "fair", "video", "zoom", "teams",
    "skype", "online", "introduction", "email-introduction", "handshake",
}  # fmt: skip
_BESIDE_WAYS = {
    "by", "via", "on", "the", "a", "an", "in", "over", "at", "per", "with", "and", "during", "our", "my", "his", "her",
    "their",
}  # fmt: skip


def consent_in(fact: Piece) -> Consent | None:
    """The consent in a fact such as `phone 03-04`; None where no day stands at its end. UnclearError where the words
    before the day are no known way to say yes: a day alone may be of a call that is still to be made.
    """
    found = _CONSENT.fullmatch(fact.text)
    if not found:
        return None
    day = fact.cut(*found.span(2))
    how = _YES_LAST.sub("", _YES_FIRST.sub("", found[1].strip(" \t,:("), count=1)).strip(" \t,:()")
    how = " ".join(_LINK.sub("", how).split())
    if how and not _is_way(how):
        mend = f"write phone {day.text}, or how else they said yes; in a text write a comma for the semicolon"
        raise unclear("It is not said that they agreed", mend, fact)
    return Consent(day, how or None)


def _is_way(how: str) -> bool:
    """Whether words say how people talk to each other, and nothing else; a last `by` would make the day one to come."""
    words = [word for word in _BETWEEN.split(how.casefold().replace("face to face", "face-to-face")) if word]
    return bool(words) and words[-1] in _WAYS and all(word in _WAYS or word in _BESIDE_WAYS for word in words)
