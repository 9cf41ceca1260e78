"""The report for programs reads back, with documented keys and nothing else."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import report_of
from refertext.problem import Severity
from refertext.reports.escape import harmless
from refertext.reports.json_object import render
from refertext.reports.located import Located, Report, Spot
from refertext.text import Span

FINDING = {"rule", "severity", "message", "file", "line", "column", "end_line", "end_column", "help", "see"}
SEE = {"message", "file", "line", "column"}


def test_nothing_found(cast: dict[str, str]) -> None:
    read = json.loads(render(report_of(cast)))
    assert read == {
        "version": 1,
        "as_of": "2026-03-11",
        "summary": {
            "errors": 0,
            "warnings": 0,
            "notes": 0,
            "records": {
                "members": 4,
                "agreements": 1,
                "partnerships": 1,
                "prospects": 1,
                "referrals": 1,
                "meetings": 3,
                "profiles": 1,
            },
        },
        "findings": [],
    }


def test_findings(cast: dict[str, str]) -> None:
    broken = {
        "prospects/a.yml": "alias: A bakery\nplace: Boise\r\nplace: Nampa\n",
        "prospects/b.yml": "alias: 😀 café\nknown_by: [kit-larsem]\n",
        "members/notes.txt": "",
    }
    read = json.loads(render(report_of(cast | broken)))
    assert read["summary"]["errors"] == 2
    assert read["summary"]["warnings"] == 1
    stray, twice, unknown = read["findings"]
    assert all(finding.keys() == FINDING for finding in (stray, twice, unknown))
    assert all(type(finding[key]) is int for finding in (stray, twice) for key in ("line", "column", "end_line"))
    assert (stray["rule"], stray["severity"], stray["file"]) == ("stray-file", "warning", "members/notes.txt")
    assert (stray["line"], stray["column"], stray["end_line"], stray["end_column"], stray["see"]) == (1, 1, 1, 1, [])
    assert (twice["rule"], twice["severity"], twice["file"]) == ("duplicate-key", "error", "prospects/a.yml")
    assert (twice["line"], twice["column"], twice["end_line"], twice["end_column"]) == (3, 1, 3, 6)
    assert twice["see"] == [
        {"message": "it stands here first", "file": "prospects/a.yml", "line": 2, "column": 1},
    ]
    assert twice["help"] == "keep the line that is right and remove the other"
    assert (unknown["line"], unknown["column"], unknown["end_column"]) == (2, 12, 22)
    assert "“kit-larsem”" in unknown["message"]


def test_order_is_file_line_column_rule(cast: dict[str, str]) -> None:
    broken = {
        "prospects/b.yml": "alias: A bakery\nx: y\nknown_by: [nobody, someone]\nb: c\n",
        "prospects/a.yml": "alias: A bakery\nknown_by: [nobody]\ndo_not_contact: maybe\n",
    }
    findings = json.loads(render(report_of(cast | broken)))["findings"]
    keys = [(finding["file"], finding["line"], finding["column"], finding["rule"]) for finding in findings]
    assert len(keys) == 3
    assert keys == sorted(keys)


ANY = st.text(max_size=40)
NUMBERS = st.integers(1, 10**6)
SPOTS = st.builds(Spot, ANY, ANY, st.builds(Span, NUMBERS, NUMBERS, NUMBERS, NUMBERS, ANY))
FOUND = st.builds(Located, ANY, st.sampled_from(Severity), SPOTS, ANY, st.lists(SPOTS, max_size=2).map(tuple))


@given(st.lists(FOUND, max_size=3))
def test_any_value_reads_back(findings: list[Located]) -> None:
    output = render(Report(tuple(findings), date(2026, 3, 11), {"members": 1}))
    assert output.isascii()
    assert output.endswith("}\n")
    assert re.fullmatch(r"[ -~\n]*", output)
    read = json.loads(output)
    assert sum(read["summary"][f"{severity.value}s"] for severity in Severity) == len(findings)
    for finding, there in zip(findings, read["findings"], strict=True):
        assert there.keys() == FINDING
        assert all(see.keys() == SEE for see in there["see"])
        assert (there["rule"], there["severity"]) == (finding.rule, finding.severity.value)
        assert (there["message"], there["help"]) == (harmless(finding.spot.message), harmless(finding.help))
        assert (there["file"], there["line"]) == (harmless(finding.spot.file), finding.spot.span.line)


@pytest.mark.parametrize("value", ["##[error]x", "a ##[set-output name=x]y", "###[error]", "##vso[task.complete]x"])
def test_no_value_becomes_a_command_of_a_forge(value: str) -> None:
    spot = Spot(value, value, Span(1, 1, 1, 1, value))
    output = render(Report((Located("rule", Severity.ERROR, spot, value, ()),), date(2026, 3, 11), {}))
    assert not re.search(r"##\w*\[", output)
    assert json.loads(output)["findings"][0]["message"] == value
