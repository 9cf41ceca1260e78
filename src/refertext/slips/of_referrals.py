"""The grammar of what is said of referrals: what was handed over, thanks, steps, questions and answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from refertext.patterns import pattern
from refertext.records.referral import KINDS, ReferralKind, Status
from refertext.slips.facts import WON_IN_TEXT, amount_in, day_alone, outcome, outcome_in, refuse_day_in, with_fact
from refertext.slips.kinds import EXAMPLES, STATUSES
from refertext.slips.parts import ARROW, SEMICOLON, TAG, TOGETHER, headed, pair, tag_parted
from refertext.slips.piece import Piece
from refertext.slips.slip import Gift, News, Outcome, Speech, UnclearError, unclear
from refertext.slips.sums import refuse_sum_in, refuse_won_at_end

_TO_EVERYONE = pattern(r"(?:to\s+)?(?:every(?:one|body)|all|the\s+group)", re.IGNORECASE)


def gift(kind: str, rest: Piece) -> Gift:
    """A lead, an introduction or a referral: who gave it to whom, what it is about, and facts after semicolons."""
    of_kind: ReferralKind = next(one for one in KINDS if one == kind)
    main, *facts = rest.split(SEMICOLON)
    head, about = headed(main)
    if about is None or not about.bare:
        raise _nothing_about(kind, head)
    giver, receiver = pair(head)
    if receiver and _TO_EVERYONE.fullmatch(receiver.text):
        receiver = None
    if receiver is None and of_kind != "lead":
        raise unclear(f"Nobody is named who gets this {kind}", f"write to whom, as in “{EXAMPLES[kind]}”", head)
    made = Gift(of_kind, giver, receiver, about)
    for fact in facts:
        made = with_fact(made, fact) if fact else made
    return made


def _nothing_about(kind: str, head: Piece) -> UnclearError:
    """The error for a gift without a colon: only names stand there, or only what it is about, or both in one."""
    arrow = ARROW.search(head.text)
    if not arrow and len(head.words.split()) > 2:
        return unclear(f"It is missing who gives this {kind}", f"write it, as in “{EXAMPLES[kind]}”", head)
    name, *about = (head.cut(arrow.end()).words.split() if arrow else []) or [""]
    if arrow and len(about) > 1:
        names = f"{head.cut(0, arrow.end()).words} {name}"
        mend = f"write a colon after the names: “{kind} {names}: {' '.join(about)}”"
        return unclear("The colon is missing between the names and what it is about", mend, head)
    mend = f"write it after a colon: “{kind} {head.words}: what it is about”"
    return unclear(f"It is missing what this {kind} is about", mend, head)


def news(kind: str, rest: Piece) -> News:
    """Thanks, or a step of a referral, with its outcome."""
    main, *facts = rest.split(SEMICOLON)
    head, words = headed(main)
    if kind == "met" and not ARROW.search(head.text) and not TAG.search(main.text) and TOGETHER.search(head.text):
        mend = f"write “{EXAMPLES['one-to-one']}”, or “met Brian > Kit: Delta” of a prospect"
        raise unclear("Two who met have a one-to-one", mend, main)
    head, tag, words = tag_parted(head, words)
    by, other = pair(head)
    if other is None and tag is None:
        raise unclear("One of the two names is missing", f"write both, as in “{EXAMPLES[kind]}”", head)
    status = next((one for one in STATUSES if one == kind), None)
    told = News(by, other, tag, words, thanks=status is None)
    return _with_outcome(told, status, [fact for fact in facts if fact])


def _with_outcome(told: News, status: Status | None, facts: Sequence[Piece]) -> News:
    """What is told with its outcome: a step that is told of by itself, or what came of it where thanks are given."""
    told, more = _without_facts(told, status)
    facts = [*more, *facts]
    made = _outcome_of_thanks(facts) if status is None else outcome(status, facts)
    if (made is None or made.status == "won") and (made is None or made.value is None):
        refuse_sum_in(told.words)
    if made is None:
        refuse_won_at_end(told.words)
    if status and made:
        refuse_day_in(told.words, made)
    return told._replace(outcome=made)


def _without_facts(told: News, status: Status | None) -> tuple[News, list[Piece]]:
    """What is told without the amount that its words end in, or are, though no semicolon stands before it; after a tag
    the words may be the day of a step, too.
    """
    words = told.words
    found = WON_IN_TEXT.search(words.text) if status in (None, "won") else None
    if found:
        return told._replace(words=words.cut(0, found.start())), [words.cut(found.start() + 1)]
    is_day = status and told.tag and day_alone(words)
    if is_day or (status == "won" and amount_in(words)) or (status is None and told.tag and outcome_in(words)):
        return told._replace(words=words.cut(len(words.text))), [words]
    return told, []


def _outcome_of_thanks(facts: Sequence[Piece]) -> Outcome | None:
    made = None
    for fact in facts:
        one = outcome("won", [fact]) if amount_in(fact) else outcome_in(fact)
        if one is None or made is not None:
            mend = "write what came of it, as in won 12500; in a text write a comma for the semicolon"
            raise unclear(f"“{fact.text}” after the semicolon cannot be understood", mend, fact)
        made = one
    return made


def speech(kind: str, rest: Piece) -> Speech:
    """A question or an answer; all that stands after the colon belongs to it."""
    head, tag, words = tag_parted(*headed(rest))
    by, other = pair(head)
    of_kind: Literal["ask", "answer"] = "ask" if kind == "ask" else "answer"
    if other is None and tag is None:
        raise unclear("One of the two names is missing", f"write both, as in “{EXAMPLES[kind]}”", head)
    if not words:
        what = "question" if of_kind == "ask" else "answer"
        raise unclear(f"The {what} itself is missing", f"write it after a colon, as in “{EXAMPLES[kind]}”", rest)
    return Speech(of_kind, by, other, tag, words)
