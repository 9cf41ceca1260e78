"""Commitments: what members promised each other, and whether it is kept."""

from refertext.commitments.meant import who_is_meant
from refertext.commitments.verdict import Outcome, Verdict
from refertext.commitments.verdicts import promise_verdicts, rule_verdicts, verdicts

__all__ = ["Outcome", "Verdict", "promise_verdicts", "rule_verdicts", "verdicts", "who_is_meant"]
