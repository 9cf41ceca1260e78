"""The page about profiles is made from the tables that come with refertext, and its own example is in order."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from conftest import HERE, found_in, group_of
from refertext.disk import packaged_profiles
from refertext.insights.scores.profiles import known_profiles
from refertext.records import PACKAGED

ROOT = HERE.parent
PAGE = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
SETTINGS = "group: Own\ntimezone: UTC\ncurrency: USD\nprofile: our-half-year\n"


def test_the_page_is_made_from_the_tables() -> None:
    assert runpy.run_path(str(ROOT / "tools" / "profile_pages.py"))["page"]() == PAGE, "run: make docs"


def test_every_table_and_every_part_is_on_it() -> None:
    assert re.findall(r"^### (.*)$", PAGE, re.MULTILINE) == list(PACKAGED)
    for profile in known_profiles(group_of({}), packaged_profiles()).values():
        assert all(f"| {part.title} |" in PAGE for part in profile.parts)


def test_the_files_are_those_that_are_named() -> None:
    folder = Path(ROOT / "src" / "refertext" / "profiles")
    assert {file.name for file in folder.iterdir()} == {f"{name}.yml" for name in PACKAGED}


def test_the_example_is_in_order() -> None:
    example = re.search(r"```yaml\n(# profiles/our-half-year.yml\n.*?)```", PAGE, re.DOTALL)
    assert example
    assert found_in({"refertext.yml": SETTINGS, "profiles/our-half-year.yml": example[1]}) == set()
