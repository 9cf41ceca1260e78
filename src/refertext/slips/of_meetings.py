"""The grammar of what is said of a meeting: who was there and how, guests, who presented, what is to be done next."""

from __future__ import annotations

import re

from refertext.patterns import pattern
from refertext.records.meeting import ANNOUNCED, Presence
from refertext.slips.days import DAY, DAYISH, no_day
from refertext.slips.kinds import EXAMPLES
from refertext.slips.parts import ASIDE, COLON, DASH, NAMES, TOGETHER, without_asides
from refertext.slips.piece import Piece
from refertext.slips.slip import Came, Next, Presentation, Substituted, Talk, Task, Visit, unclear

_COMMA = pattern(r"\s*[,;；()，]\s*")
_TOLD = pattern(
    r"(?:\A|[\s,;(]+)(?:told(?:\s+us)?|noticed?|announced|said\s+so)\b\s*(?:on\b)?\s*[:=]?\s*([^()]*)", re.IGNORECASE
)
_EVERYONE = pattern(
    r"(?:all|every(?:one|body)|(?:all\s+)?(?:the\s+)?(?:others?|rest))(?:\s+(?:else|others|the\s+others))?",
    re.IGNORECASE,
)
_BY = pattern(
    r".*?(?:\A|[\s,;(]+)((?:invited\s+by|brought\s+by|guest\s+of|by)[\s:：]\s*(?!.*\s(?:by|guest\s+of)\s)(.+?))[).]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_PARTS = pattern(rf"{_COMMA.pattern}|{COLON.pattern}|{DASH.pattern}|\s+from\s+|\s+[-\u2010-\u2015]+\Z")
_EXCEPT = pattern(r"\b(?:except|but|besides|apart\s+from)\b", re.IGNORECASE)
_NO_NAME = pattern(r"\d|\b(?:week|weeks|month|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[:：]", re.IGNORECASE)
_FOR_AT_START = pattern(r"for\s+", re.IGNORECASE)
_FOR = pattern(r"\s+for\s+", re.IGNORECASE)
_DUE = pattern(rf"(?:\A|[\s,;]+)(?:due|by|until)\s+({DAY})\.?\Z", re.IGNORECASE)
_ODD_DUE = pattern(rf"(?:\A|[\s,;]+)(?:due|by|until)\s+({DAYISH})\.?\Z", re.IGNORECASE)
_NEXT_DAY = pattern(rf"(?:on\s+)?({DAY}|{DAYISH})[.,\s]*", re.IGNORECASE)
_ON_DAY = pattern(rf"(?:\A|[\s,(]+)(?:on\s+)?({DAY})[).]*(?=[\s,]|\Z)", re.IGNORECASE)
_ODD_DAY = pattern(rf"(?:\A|[\s,(]+)({DAYISH})[).]*(?=[\s,]|\Z)")


def came(kind: str, rest: Piece) -> Came:
    """How members attended; of who was absent also the day on which it was told."""
    status: Presence = next(one for one in ("late", "absent", "excused", "present") if one == kind)
    told = _TOLD.search(rest.text)
    named, *remarks = _with_remarks(rest.cut(0, told.start()) if told else rest)
    names = [name.bare for name in named.split(NAMES) if name.bare]
    if status == "present" and _EXCEPT.search(named.text):
        mend = "write “present everyone else”, and a line of its own for who was not: absent Ida"
        raise unclear("Of whom this is not said stands in lines of their own", mend, named)
    everyone = [name for name in names if _EVERYONE.fullmatch(name.text)]
    if everyone and (status != "present" or len(names) > 1):
        raise unclear(f"“{everyone[0].text}” can only be said of who was present", "write one name a line", everyone[0])
    if not names:
        raise unclear("Nobody is named here", f"write who, as in “{EXAMPLES[kind]}”", rest)
    return Came(status, () if everyone else tuple(names), _told(status, rest, told), bool(everyone), tuple(remarks))


def _with_remarks(said: Piece) -> list[Piece]:
    """The names, and the remarks behind them: after a colon or a dash, and in brackets."""
    before, after = said.parted(COLON)
    named, more = before.parted(DASH)
    asides = [named.cut(*found.span(1)) for found in ASIDE.finditer(named.text)]
    return [without_asides(named), *filter(None, (*asides, more, after))]


def _told(status: Presence, rest: Piece, told: re.Match[str] | None) -> Piece | None:
    if told is None:
        return None
    day = rest.cut(*told.span(1)).bare
    if status not in ANNOUNCED:
        said = f"Only an absence is told before, and this says {status}"
        raise unclear(said, "leave told and the day out", rest)
    if not day:
        raise unclear("The day is missing on which it was told", "write it, as in told 03-04", rest)
    return day


def substituted(kind: str, rest: Piece) -> Substituted:
    """Who came for whom, whichever stands first."""
    found = _FOR_AT_START.match(rest.text)
    member, person = rest.cut(found.end() if found else 0).parted(COLON)
    if person is None and _FOR.search(rest.text):
        person, member, *others = rest.split(_FOR)
        if others:
            raise unclear("Several members are named in whose place somebody came", "write one line for each", rest)
    elif person is None:
        member, person = rest.parted(DASH)
    parts = [part.bare for part in person.split(_BETWEEN_PARTS) if part.bare] if person else []
    if not parts or not member.bare:
        raise unclear("A substitute comes in a member's place", f"write both names, as in “{EXAMPLES[kind]}”", rest)
    return Substituted(member.bare, parts[0], tuple(parts[1:]))


def visit(kind: str, rest: Piece) -> Visit:
    """A guest, with business and category, and who invited them."""
    found = _BY.match(rest.text)
    by = rest.cut(*found.span(2)).bare if found else None
    named = rest.cut(0, found.start(1)) if found else rest
    parts = [bare for part in named.split(_BETWEEN_PARTS) if (bare := part.bare)]
    if not parts:
        raise unclear("The visitor has no name", f"write it, as in “{EXAMPLES[kind]}”", rest)
    return Visit(parts[0], tuple(parts[1:]), by)


def presented(kind: str, rest: Piece) -> Presentation:
    """Who presented, one or several."""
    named = without_asides(rest.parted(COLON)[0].parted(DASH)[0])
    names = tuple(name.bare for name in named.split(NAMES) if name.bare)
    if not names:
        raise unclear("Nobody is named here", f"write who, as in “{EXAMPLES[kind]}”", rest)
    return Presentation(names)


def talk(kind: str, rest: Piece) -> Talk:
    """A one-to-one of two on a day, and what was talked about."""
    head, words = rest.parted(COLON)
    found = _ON_DAY.search(head.text)
    if not found:
        odd = _ODD_DAY.search(head.text)
        if odd:
            raise no_day(head.cut(*odd.span(1)))
        raise unclear("The day on which the two met is missing", f"write it at the end, as in “{EXAMPLES[kind]}”", rest)
    day = head.cut(*found.span(1))
    names = [name.bare for name in head.without(found.span()).split(TOGETHER) if name.bare]
    if len(names) != 2:
        mend = f"write one line for each two who met, as in “{EXAMPLES[kind]}”"
        raise unclear(f"A one-to-one is between two, and this names {len(names)}", mend, head)
    return Talk((names[0], names[1]), day, words.words if words else None)


def task(kind: str, rest: Piece) -> Task:
    """What somebody took on, by when."""
    member, what = rest.parted(COLON)
    if what is None:
        member, what = rest.parted(DASH)
    if what is None or not what.bare or not member.bare:
        mend = f"write both, with a colon between, as in “{EXAMPLES[kind]}”"
        raise unclear("It is missing who does what", mend, rest)
    found, odd = _DUE.search(what.text), _ODD_DUE.search(what.text)
    if odd and not found:
        raise no_day(what.cut(*odd.span(1)))
    if found is None:
        return Task(member.bare, what, None)
    if not found.start():
        raise unclear("It is missing what is to be done", f"write it, as in “{EXAMPLES[kind]}”", rest)
    return Task(member.bare, what.cut(0, found.start()), what.cut(*found.span(1)))


def upcoming(_: str, rest: Piece) -> Next:
    """The day of the next meeting, or who presents there."""
    day = _NEXT_DAY.fullmatch(rest.text)
    if not day and _NO_NAME.search(rest.text):
        mend = f"write “{EXAMPLES['next']}” for the day, or “next presenter Brian”, each in a line of its own"
        raise unclear(f"“{rest.words}” is no day, and no name", mend, rest)
    return Next(rest.cut(*day.span(1)), None) if day else Next(None, rest.bare)
