"""What a verdict is: the outcome of a commitment for one subject."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from refertext.commitments.tried import Tried
from refertext.measures import Subject
from refertext.problem import Path
from refertext.records import Agreement, Partnership


class Outcome(StrEnum):
    """How a commitment stands, best first."""

    KEPT = "kept"
    AT_RISK = "at risk"
    MISSED = "missed"
    UNCERTAIN = "uncertain"
    """Missed or at risk, unless a file that cannot be read says otherwise."""
    WAIVED = "waived"
    TOO_EARLY = "too early"


class Mend(NamedTuple):
    """What it would take to keep a commitment, in words, and the first day at whose end it may be kept then; None where
    that may be at once, or nobody can say.
    """

    said: str = ""
    day: date | None = None


class Verdict(NamedTuple):
    """A commitment's outcome for one subject, as of `day`.

    The commitment stands at `path` of `record`: one of an agreement, or a promise of a partnership's cycle. `judged` is
    the outcome as if there were no waiver. `why` says in words how it stands, `mend` what it would take to keep it, or
    how much room is left; empty where nobody can say; `mended_on` is the first day on which it may be kept then, None
    where that may be at once. `tried` is the measure against its floor; None where a
    commitment is no measure, or nobody can measure yet. `coming` is the same in the window that will be judged when
    the running period is over, with what is recorded so far; None where a window rolls, or nothing is running.
    """

    record: Agreement | Partnership
    path: Path
    subject: Subject
    day: date
    outcome: Outcome
    judged: Outcome
    why: str
    mend: str = ""
    mended_on: date | None = None
    tried: Tried | None = None
    coming: Tried | None = None
