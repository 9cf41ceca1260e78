"""What several tests share: groups made of texts, and the cast that rule examples are laid over."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from refertext.check import check
from refertext.disk import read_group
from refertext.group import Group, load
from refertext.reports.located import Report, report
from refertext.text import Source

HERE = Path(__file__).parent
CAST = HERE / "cast"
_TOLD = "told"

settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=500, deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def texts_of(folder: Path) -> dict[str, str]:
    """The files of a group's folder."""
    return {source.file: source.data.decode() for source in read_group(folder)}


def group_of(texts: Mapping[str, str], as_of: date | None = None) -> Group:
    """The group in some texts, by file."""
    sources = (Source(file, text.encode()) for file, text in sorted(texts.items()))
    return load(sources, lambda _: date(2026, 3, 11), as_of)


def report_of(texts: Mapping[str, str], as_of: date | None = None) -> Report:
    """What all rules together say of some texts."""
    group = group_of(texts, as_of)
    return report(group, check(group), texts.get)


def found_in(texts: Mapping[str, str], as_of: date | None = None) -> set[tuple[str, int, str]]:
    """File, line and rule of everything found in some texts."""
    return {(f.spot.file, f.spot.span.line, f.rule) for f in report_of(texts, as_of).findings}


@pytest.fixture(scope="session")
def cast() -> dict[str, str]:
    """The small group that rule examples are laid over."""
    return texts_of(CAST)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says something at the end of all tests: how much was tried, and what came of it."""
    return lambda text: record_property(_TOLD, text)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Writes what passed tests had to tell."""
    passed = terminalreporter.getreports("passed")
    told = [str(text) for report in passed for name, text in report.user_properties if name == _TOLD]
    if told:
        terminalreporter.section("what was tried")
        terminalreporter.write("\n".join(sorted(told)) + "\n")
