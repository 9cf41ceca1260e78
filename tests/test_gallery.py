"""The gallery of wrong files: what check says of them was read line by line before it was accepted."""

from __future__ import annotations

import runpy
import shutil
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from conftest import HERE
from refertext.check import check
from refertext.disk import materials, read_group, read_text
from refertext.group import load
from refertext.reports.located import report
from refertext.rules.registry import all_rules

GALLERY = runpy.run_path(str(HERE.parent / "tools" / "gallery.py"))
BROKEN = HERE / "groups" / "broken"
NOT_SHOWN = {"file-unreadable", "symlink", "too-large"}
"""Rules whose fault cannot be kept in a repository; tests/test_disk.py shows them."""


def test_the_report_is_the_accepted_one() -> None:
    accepted = (HERE / "groups" / "broken.txt").read_text(encoding="utf-8")
    assert GALLERY["golden"]() == accepted, "read the difference, then: .venv/bin/python tools/gallery.py --accept"


def test_the_page_in_the_manual_is_made_from_this_run() -> None:
    assert GALLERY["page"]() == (HERE.parent / "docs" / "error-gallery.md").read_text(encoding="utf-8")


def test_many_files_are_wrong_and_every_rule_is_shown() -> None:
    findings = GALLERY["broken_report"]().findings
    assert len({finding.spot.file for finding in findings}) >= 60
    assert {finding.rule for finding in findings} == set(all_rules()) - NOT_SHOWN


def test_a_broken_file_sets_off_nothing_else() -> None:
    """A file that cannot be read has findings of one rule, and no other file complains of it."""
    unreadable = {"yaml-error", "no-front-matter", "not-utf-8", "conflict-marker", "yaml-anchor", "tab-in-yaml"}
    findings = GALLERY["broken_report"]().findings
    for finding in findings:
        if finding.rule in unreadable:
            own = Path(finding.spot.file)
            assert {f.rule for f in findings if f.spot.file == finding.spot.file} == {finding.rule}
            assert not [f for f in findings if f.rule.startswith("unknown-") and own.stem in f.spot.message]


def places(root: Path) -> Counter[tuple[str, str, int]]:
    """Rule, file and line of every place that the findings in a group's folder show."""
    group = load(read_group(root), lambda _: date(2026, 3, 11), materials=materials(root))
    findings = report(group, check(group), partial(read_text, root)).findings
    return Counter((found.rule, spot.file, spot.span.line) for found in findings for spot in (found.spot, *found.see))


@pytest.mark.parametrize("key", ["breaks", "same_words", "seats", "waivers"])
def test_a_faulty_entry_of_the_settings_moves_no_other_place(key: str, tmp_path: Path) -> None:
    root = tmp_path / "broken"
    shutil.copytree(BROKEN, root)
    settings = root / "refertext.yml"
    above, below = settings.read_text(encoding="utf-8").split(f"\n{key}:\n")
    line = above.count("\n") + 3
    expected = Counter({("wrong-shape", "refertext.yml", line): 1})
    for (rule, file, old), times in places(root).items():
        expected[rule, file, old + 1 if file == "refertext.yml" and old >= line else old] += times
    settings.write_text(f"{above}\n{key}:\n  - no entry\n{below}", encoding="utf-8", newline="\n")
    assert places(root) == expected
