"""The gallery of wrong files: what check says of them was read line by line before it was accepted."""

from __future__ import annotations

import runpy
from pathlib import Path

from conftest import HERE
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
