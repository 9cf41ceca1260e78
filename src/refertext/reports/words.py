"""Numbers and lists in words, the same in every report."""

from __future__ import annotations

from datetime import date

from refertext.problem import Severity
from refertext.reports.located import Report
from refertext.text.wording import listed

_ONE = {
    "members": "member",
    "agreements": "agreement",
    "partnerships": "partnership",
    "prospects": "prospect",
    "referrals": "referral",
    "meetings": "meeting",
    "profiles": "profile",
}


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 error`, `2 errors`, `no errors`."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def nothing_before(begin: date | None, whose: str = "") -> str:
    """Why numbers stand alone, without those of the time before; `begin` is the first day on record, of somebody's
    records where a name is given.
    """
    if begin is None:
        return "No meeting and no referral is recorded yet."
    of = f" of {whose}" if whose else ""
    return f"Records{of} begin on {begin}, so there is no time before to compare with."


def read_in_words(report: Report) -> str:
    """What was read: `233 records (11 members, 52 meetings)`."""
    kinds = [counted(number, _ONE[kind], kind) for kind, number in report.records.items() if number]
    total = counted(sum(report.records.values()), "record")
    return f"{total} ({listed(kinds)})" if kinds else total


def nothing_found(report: Report) -> str:
    """What is said where nothing was found: that all is in order, unless only a few rules looked."""
    if not report.rules:
        return "all in order"
    return f"nothing found by {report.rules[0] if len(report.rules) == 1 else f'the {len(report.rules)} rules chosen'}"


def found_in_words(report: Report) -> str:
    """What was found: `no errors, 3 warnings and 1 note`; empty when nothing was."""
    if not report.findings:
        return ""
    numbers = [(severity, report.count(severity)) for severity in Severity]
    return listed([counted(n, severity.value) for severity, n in numbers if n or severity is Severity.ERROR])
