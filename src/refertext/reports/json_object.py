"""The report for programs: one JSON object."""

from __future__ import annotations

import json
from typing import Any

from refertext.patterns import pattern
from refertext.problem import Severity
from refertext.reports.escape import harmless
from refertext.reports.located import Report, Spot

_COMMAND = pattern(r"(?<=#)#(?=\w*\[)")  # what a forge would obey where it keeps the log
VERSION = 1
"""The version of the object's form; a later one may add keys, a higher one may change them."""


def render(report: Report) -> str:
    """The report as a JSON object. Lines and columns count from 1; `end_column` is the one after the last
    character. Texts are ASCII with escapes, so that they survive every pipe.
    """
    summary = {f"{severity.value}s": report.count(severity) for severity in Severity}
    document = {
        "version": VERSION,
        "as_of": report.as_of.isoformat(),
        "summary": {**summary, "records": dict(report.records)},
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                **_place(finding.spot),
                "help": harmless(finding.help),
                "see": [_see(see) for see in finding.see],
            }
            for finding in report.findings
        ],
    }
    return as_json(document)


def as_json(document: dict[str, Any]) -> str:
    """A JSON object in ASCII, without what a forge would obey."""
    return _COMMAND.sub(r"\\u0023", json.dumps(document, indent=2)) + "\n"


def _place(spot: Spot) -> dict[str, Any]:
    return {
        "message": harmless(spot.message),
        "file": harmless(spot.file),
        "line": spot.span.line,
        "column": spot.span.column,
        "end_line": spot.span.end_line,
        "end_column": spot.span.end_column,
    }


def _see(spot: Spot) -> dict[str, Any]:
    place = _place(spot)
    return {key: place[key] for key in ("message", "file", "line", "column")}
