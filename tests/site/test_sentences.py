"""Sentences: days and trades as people say them, and what is to be written as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import site_of

from refertext.site.days import in_days
from refertext.site.sentences import plainly


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Report on the lead of 2026-03-05 (a bakery)", "Report on the lead of 5 Mar 2026 (a bakery)"),
        ("from 2025-11-21 to 2026-11-20", "from 21 Nov 2025 to 20 Nov 2026"),
        ("2026-05-23 to 2026-11-20", "23 May to 20 Nov 2026"),
        ("asleep since 2026-08-13, 2026-08-14", "asleep since 13 Aug 2026, 14 Aug 2026"),
        ("write done: 2026-11-20 (the day it was done)", "write done: 2026-11-20 (the day it was done)"),
        ("in meetings/2026/2026-11-12-group.md, 2026-13-01", "in meetings/2026/2026-11-12-group.md, 2026-13-01"),
        ("2026-02-30 to 2026-03-01", "2026-02-30 to 2026-03-01"),
        ("the telephone 2026-03-051", "the telephone 2026-03-051"),
        ("", ""),
    ],
)
def test_days(sentence: str, said: str) -> None:
    assert in_days(sentence) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Decide whether home/real-estate stays so", "Decide whether “Real estate, in home” stays so"),
        ("home/real-estate is free", "“Real estate, in home” is free"),
        ("Ask him and/or her about home", "Ask him and/or her about home"),
        ("Look into members/home/real-estate.md", "Look into members/home/real-estate.md"),
    ],
)
def test_trades(sentence: str, said: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"refertext.yml": "group: Us\ncategories: {home: {real-estate: null}}\n"}, "2026-03-11")
    assert plainly(site, sentence) == said
