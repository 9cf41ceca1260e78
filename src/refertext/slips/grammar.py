"""The grammar: one line of text becomes a slip, or a fault that says what is wrong and what to write."""

from __future__ import annotations

import re
from collections.abc import Callable

from refertext.patterns import pattern
from refertext.records.referral import KINDS
from refertext.records.types import LONGEST_TEXT
from refertext.slips.kinds import EXAMPLES, STATUSES, after_bullet, attendance_behind, begun, no_kind
from refertext.slips.of_meetings import came, presented, substituted, talk, task, upcoming, visit
from refertext.slips.of_referrals import gift, news, speech
from refertext.slips.piece import Piece
from refertext.slips.remarks import OPENING, without_remarks
from refertext.slips.slip import Fault, Slip, UnclearError, unclear

_AFTER_NAME = pattern(r"[,;:(]")
_AND = pattern(r"[&+]|\sand\s", re.IGNORECASE)
_READERS: dict[str, Callable[[str, Piece], Slip]] = {
    **dict.fromkeys(("late", "absent", "excused", "present"), came),
    "substitute": substituted,
    "visitor": visit,
    **dict.fromkeys(KINDS, gift),
    **dict.fromkeys(("thanks", *STATUSES), news),
    **dict.fromkeys(("ask", "answer"), speech),
    "one-to-one": talk,
    "presented": presented,
    "action": task,
    "next": upcoming,
}


def read_slip(line: str) -> Slip | Fault:
    """What a line says; a fault where it is no slip, or not written so that it can mean one thing only."""
    if len(line) > LONGEST_TEXT:
        return Fault(f"This slip is {len(line):,} characters long", "write it shorter; the story belongs above the log")
    shown = without_remarks(line)
    if OPENING in shown:
        at = shown.index(OPENING)
        return Fault("A remark is opened here, and not closed", "close it in this line: <!-- … -->", at, at + 4)
    said = after_bullet(shown.replace("&gt;", " >  ").replace("&amp;", "  &  "))
    try:
        found = begun(said) or attendance_behind(said)
        if found is None:
            raise no_kind(said)
        kind, rest = found
        _refuse_several_visitors(kind, said, rest)
        if not rest.bare:
            raise unclear(f"“{said.words}” says nothing of anybody", f"write more, as in “{EXAMPLES[kind]}”", said)
        return _READERS[kind](kind, rest)
    except UnclearError as error:
        return error.fault


def _refuse_several_visitors(kind: str, said: Piece, rest: Piece) -> None:
    """After “visitors”, a comma may stand between two of them as well as before a business."""
    if kind != "visitor":
        return
    word = said.text[: rest.start - said.start].rstrip(" \t:*_").casefold()
    names, after = rest.parted(_AFTER_NAME)
    if _AND.search(names.text) or (word.endswith("s") and after):
        mend = f"write one line for each, as in “{EXAMPLES[kind]}”"
        raise unclear("Several visitors may stand in this line", mend, rest)
