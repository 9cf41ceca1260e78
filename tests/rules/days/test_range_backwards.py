from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.group import Group
from refertext.problem import Problem
from refertext.rules.days.range_backwards import range_backwards
from refertext.rules.rule import Rule

DAYS = "from: 2026-02-02, until: 2026-02-01"
RAISED = "by: lee-ortiz, raised: 2026-02-02"
EVALUATED = "from: 2026-02-01, until: 2026-02-08, evaluated: {date: 2026-"
CONSENT = "by: kit-larsen, date: 2026-02-02"


def problems_of(group: Group, rule: Rule) -> list[Problem]:
    return [finding.problem for finding in check(group, [rule])]


@pytest.mark.parametrize(
    ("file", "above", "lines", "said"),
    [
        ("refertext.yml", "timezone:", "breaks: [{from: 2026-02-01, until: 2026-02-01}]", None),
        ("refertext.yml", "timezone:", f"breaks: [{{{DAYS}}}]", "The break"),
        (
            "refertext.yml",
            "timezone:",
            "seats: [{category: people/training, status: wanted, since: 2026-02-02, until: 2026-02-01}]",
            "The notice about people/training",
        ),
        ("members/lee-ortiz.md", "business:", f"leave: [{{{DAYS}}}]", "Lee Ortiz's leave"),
        ("agreements/show-up.md", "title:", "ended: 2024-01-01", "“"),
        ("agreements/show-up.md", "title:", "changed: 2024-01-01", "“"),
        ("agreements/show-up.md", "title:", f"concerns: [{{{RAISED}, settled: 2026-02-02}}]", None),
        (
            "agreements/show-up.md",
            "title:",
            f"concerns: [{{{RAISED}, settled: 2026-02-01}}]",
            "This concern was raised on",
        ),
        ("partnerships/brian-cho--kit-larsen.md", "  - from: 2026-02-10", f"  - {{{DAYS}}}", "The cycle"),
        ("partnerships/brian-cho--kit-larsen.md", "  - from: 2026-02-10", f"  - {{{EVALUATED}02-01}}}}", None),
        (
            "partnerships/brian-cho--kit-larsen.md",
            "  - from: 2026-02-10",
            f"  - {{{EVALUATED}01-31}}}}",
            "The cycle begins on 2026-02-01, but was evaluated on 2026-01-31",
        ),
        (
            "partnerships/brian-cho--kit-larsen.md",
            "between:",
            f"concerns: [{{{RAISED}, settled: 2026-02-01}}]",
            "This concern was raised on",
        ),
        ("members/lee-ortiz.md", "  territory:", f"  consents: [{{{CONSENT}, until: 2026-02-02}}]", None),
        (
            "members/lee-ortiz.md",
            "  territory:",
            f"  consents: [{{{CONSENT}, until: 2026-02-01}}]",
            "This consent was given on 2026-02-02, but ends on",
        ),
    ],
)
def test_what_begins(cast: dict[str, str], file: str, above: str, lines: str, said: str | None) -> None:
    group = group_of(cast | {file: cast[file].replace(above, f"{lines}\n{above}", 1)})
    assert not [flaw for flaws in group.flaws.values() for flaw in flaws]
    problems = problems_of(group, range_backwards)
    assert len(problems) == bool(said)
    assert all(said and problem.message.startswith(said) for problem in problems)
