"""Numbers and lists in words, the same in every report."""

from __future__ import annotations

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


def read_in_words(report: Report) -> str:
    """What was read: `233 records (11 members, 52 meetings)`."""
    kinds = [counted(number, _ONE[kind], kind) for kind, number in report.records.items() if number]
    total = counted(sum(report.records.values()), "record")
    return f"{total} ({listed(kinds)})" if kinds else total


def found_in_words(report: Report) -> str:
    """What was found: `no errors, 3 warnings and 1 note`; empty when nothing was."""
    if not report.findings:
        return ""
    numbers = [(severity, report.count(severity)) for severity in Severity]
    return listed([counted(n, severity.value) for severity, n in numbers if n or severity is Severity.ERROR])
