"""The report for GitHub Actions: workflow commands that become annotations, and a step summary.

Form and escapes: docs.github.com, "Workflow commands for GitHub Actions". The forge shows at most ten annotations of
each kind for a step, so the rest stands in the summary only.
"""

from __future__ import annotations

from collections import Counter

from refertext.problem import Severity
from refertext.reports.escape import harmless, one_line
from refertext.reports.located import Located, Report
from refertext.reports.words import found_in_words, nothing_found, read_in_words

MOST_ANNOTATIONS = 10
"""Of each kind, for one step: the forge's limit."""
MOST_SUMMARY_BYTES = 900_000
"""The forge refuses summaries over 1 MiB."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MARKDOWN = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|!&~@$:."})


def render(report: Report, prefix: str = "") -> str:
    """The annotations, worst first, and one line that counts; `prefix` leads from the workspace to the group."""
    shown: Counter[Severity] = Counter()
    lines = []
    for severity in Severity:
        for finding in report.findings:
            if finding.severity is severity and severity is not Severity.NOTE and shown[severity] < MOST_ANNOTATIONS:
                shown[severity] += 1
                lines.append(_annotation(finding, prefix))
    left_out = len(report.findings) - shown.total()
    found = found_in_words(report) or nothing_found(report)
    more = f"; {left_out} of them without annotation" if left_out else ""
    lines.append(f"refertext: {found}{more}; read {read_in_words(report)} as of {report.as_of}")
    return "\n".join(lines) + "\n"


def summary(report: Report) -> str:
    """The step summary in Markdown: every finding, as far as the forge's limit allows."""
    found = found_in_words(report) or nothing_found(report)
    head = f"### refertext check: {found}\n\nRead {read_in_words(report)} as of {report.as_of}.\n"
    if not report.findings:
        return head
    rows = ["\n| | where | what | what to write |\n| --- | --- | --- | --- |\n"]
    size = len(head.encode()) + len(rows[0])
    for number, finding in enumerate(report.findings):
        row = _row(finding)
        size += len(row.encode())
        if size > MOST_SUMMARY_BYTES:
            rows.append(f"\nand {len(report.findings) - number:,} more.\n")
            break
        rows.append(row)
    return head + "".join(rows)


def _annotation(finding: Located, prefix: str) -> str:
    span = finding.spot.span
    properties = {
        "file": prefix + finding.spot.file,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    if span.end_line != span.line:
        del properties["col"], properties["endColumn"]
    parts = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    also = "".join(f"\nSee {see.file}, line {see.span.line}: {see.message}" for see in finding.see)
    message = _message(f"{finding.spot.message}.\n{_sentence(finding.help)}{also}")
    return f"::{_COMMANDS[finding.severity]} {parts}::{message}"


def _sentence(help_: str) -> str:
    return f"{help_[:1].upper()}{help_[1:]}."


def _message(text: str) -> str:
    lines = (harmless(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    escaped = harmless(text).replace("%", "%25")
    return escaped.replace(":", "%3A").replace(",", "%2C")


def _row(finding: Located) -> str:
    where = f"{finding.spot.file}:{finding.spot.span.line}"
    cells = (f"{finding.severity.value} {finding.rule}", where, finding.spot.message, finding.help)
    return f"| {' | '.join(one_line(cell).translate(_MARKDOWN) for cell in cells)} |\n"
