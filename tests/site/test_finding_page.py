"""Findings: for members alone, in order, with the marked words, and never more than a page can bear."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import html_of, pages_of, sample, site_of

from refertext.problem import Severity
from refertext.site.audience import Audience
from refertext.site.excerpts import BESIDE, MARKED, Excerpt, excerpt
from refertext.site.pages.findings import MOST, Findings
from refertext.site.site import Site
from refertext.text import Span

DAY = "2026-03-11"


def _view(site: Site) -> Findings:
    view = pages_of(site)["findings"].view
    assert isinstance(view, Findings)
    return view


def test_the_public_has_no_such_page() -> None:
    assert "findings" not in pages_of(sample(Audience.PUBLIC))


def test_all_findings_are_counted_and_led_to_the_forge() -> None:
    site = sample()
    view, shown = _view(site), html_of(site, "findings")
    assert {group.severity: group.count for group in view.groups} == {
        severity.value: site.report.count(severity) for severity in Severity
    }
    files = [file for group in view.groups for file in group.files]
    assert all(file.correction.endswith(file.file) for file in files)
    assert sum(len(file.findings) for file in files) == len(site.report.findings)
    assert all(shown.count(f'id="rule-{rule.name}"') == 1 for rule in view.rules)


def test_hostile_values_in_findings(tmp_path: Path) -> None:
    text = 'name: Kit\nbusiness: B\njoined: "<script>alert(1)</script>{{ 7 * 7 }}"\n'
    shown = html_of(site_of(tmp_path, {"members/kit.yml": text}, DAY), "findings")
    assert "<mark>" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in shown
    assert "<script" not in shown


def test_thousands_of_findings_stay_on_a_bounded_page(tmp_path: Path) -> None:
    person = "name: Kit\nbusiness: B\nseat: {category: x}\njoined: 2025-01-09\nsigned:\n"
    signed = "".join(f"  nowhere-{number}: 2026-01-01\n" for number in range(1500))
    site = site_of(tmp_path, {"members/kit.yml": person + signed}, DAY)
    errors = _view(site).groups[0]
    assert errors.count >= 1500
    assert sum(len(file.findings) for file in errors.files) == MOST
    assert errors.more == errors.count - MOST
    assert f"<strong>{errors.more}</strong> more errors" in html_of(site, "findings")


def test_all_in_order(tmp_path: Path) -> None:
    site = site_of(tmp_path, {}, DAY)
    assert not site.report.findings
    assert "All in order: 0 records" in html_of(site, "findings")


@pytest.mark.parametrize(
    ("line", "columns", "parts"),
    [
        ("status: absent", (9, 15), Excerpt("status: ", "absent", "")),
        ("  a: b  # c", (6, 7), Excerpt("a: ", "b", "  # c")),
        ("a\tb\x1bc", (3, 4), Excerpt("a ", "b", "\\x1bc")),
        ("", (1, 1), Excerpt("", "", "")),
        ("x" * 300, (151, 152), Excerpt("…" + "x" * BESIDE, "x", "x" * BESIDE + "…")),
        ("x" * 300, (1, 301), Excerpt("", "x" * MARKED + "…", "")),
    ],
)
def test_excerpts(line: str, columns: tuple[int, int], parts: Excerpt) -> None:
    assert excerpt(Span(1, columns[0], 1, columns[1], line)) == parts
