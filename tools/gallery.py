"""Writes docs/error-gallery.md: what `refertext check` says of the wrong files in tests/groups/broken.

With `--accept` the same report becomes the golden file that the tests compare with; read the difference first.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from refertext.check import check
from refertext.disk import materials, read_group, read_text
from refertext.group import load
from refertext.reports.located import Report, report
from refertext.reports.paper import Paper, unpainted
from refertext.reports.plain import finding_lines, render
from refertext.rules.registry import all_rules

ROOT = Path(__file__).parent.parent
BROKEN = ROOT / "tests" / "groups" / "broken"
PAPER = Paper(100, unpainted)

HEAD = """# Error gallery

Every message below is what `refertext check` really says of a wrong file in `tests/groups/broken`; this page is made
from that run (`make docs`), so it cannot be out of date. The rules' own pages are in [Rules](rules/index.md).
"""


def broken_report() -> Report:
    """What check says of the broken group, whose settings pin its day."""
    group = load(read_group(BROKEN), lambda _: date(2026, 3, 11), materials=materials(BROKEN))
    return report(group, check(group), partial(read_text, BROKEN))


def golden() -> str:
    """The whole report as a terminal of 100 columns shows it."""
    return render(broken_report(), PAPER)


def page() -> str:
    """The gallery in Markdown, by family and rule."""
    rules = all_rules()
    found = sorted(broken_report().findings, key=lambda finding: (rules[finding.rule].family, finding.rule))
    parts = [HEAD]
    for family, of_family in groupby(found, key=lambda finding: rules[finding.rule].family):
        parts.append(f"\n## {family.capitalize()}\n")
        for rule, findings in groupby(of_family, key=lambda finding: finding.rule):
            parts.append(f"\n### [{rule}](rules/{family}.md#{rule})\n")
            shown = "\n\n".join("\n".join(finding_lines(finding, PAPER)) for finding in findings)
            parts.append(f"\n````text\n{shown}\n````\n")
    return "".join(parts)


if __name__ == "__main__":
    (ROOT / "docs" / "error-gallery.md").write_text(page(), encoding="utf-8", newline="\n")
    if "--accept" in sys.argv:
        (ROOT / "tests" / "groups" / "broken.txt").write_text(golden(), encoding="utf-8", newline="\n")
