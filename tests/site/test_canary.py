"""Nothing above the audience leaves: each field of each kind has a canary, and no byte of the site holds one."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

import pytest
from canaries import group
from sowing import Canary
from visible import TABLE, Seen, leaves

from refertext.mkdocs_plugin import Asked, build, build_single
from refertext.records.schema import KINDS
from refertext.site.audience import Audience

MEANT = {"kit": "a member", "gone": "one who left", "coming": "a candidate", "": "nobody known"}
"""Whom all references to people mean, in one group each."""
MAY_SEE = {Audience.PUBLIC: Seen.PUBLIC, Audience.MEMBERS: Seen.MEMBERS}
SHOWN_NOWHERE = re.compile(r"settings: breaks|an agreement with every key: commitments\.(promise|from|until)")
"""What everybody might see, but nobody does: a commitment is shown by the first thing that it says."""
_WORD = re.compile(r"zq\d{3}x", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.])\d{5,7}(?!\d)")
_SEPARATOR = re.compile("(?<=\\d)[,'\u00a0\u2009\u202f ](?=\\d{3})")
_DAYS = {
    "%Y-%m-%d": re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)"),
    "%Y%m%d": re.compile(r"(?<!\d)20\d{6}(?!\d)"),
    "%d %b %Y": re.compile(r"(?<!\d)\d{1,2} [A-Z][a-z]{2} \d{4}"),
    "%d %B %Y": re.compile(r"(?<!\d)\d{1,2} [A-Z][a-z]{2,8} \d{4}"),
}


@pytest.fixture(scope="module", params=MEANT, ids=MEANT.get)
def sown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Canary]]:
    """A group full of canaries."""
    folder = tmp_path_factory.mktemp("group")
    return folder, group(folder, request.param)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_who_may_see_it(kind: str) -> None:
    """Whoever adds a field to a record puts it into the table in visible.py."""
    listed = [path for paths in TABLE[kind].values() for path in paths.split()]
    assert sorted(listed) == sorted(leaf.path for leaf in leaves(KINDS[kind]))


@pytest.mark.parametrize("audience", Audience)
def test_no_canary_above_the_audience_is_in_any_byte(
    audience: Audience, sown: tuple[Path, list[Canary]], tmp_path: Path
) -> None:
    folder, canaries = sown
    build(folder, tmp_path / "site", Asked(audience))
    told = [*_all_bytes(tmp_path / "site"), ("one file", build_single(folder, Asked(audience)))]
    assert _leaks(canaries, dict(told), MAY_SEE[audience]) == []
    assert _sums(canaries, dict(told)) == []


def test_a_safe_site_for_everybody_holds_none_either(tmp_path: Path) -> None:
    canaries = group(tmp_path / "group")
    build(tmp_path / "group", tmp_path / "site", Asked(safe=True))
    assert _leaks(canaries, dict(_all_bytes(tmp_path / "site")), Seen.PUBLIC) == []


def test_what_everybody_may_see_is_found_so_that_the_search_works(tmp_path: Path) -> None:
    canaries = group(tmp_path / "group")
    build(tmp_path / "group", tmp_path / "site", Asked(Audience.PUBLIC))
    seen = _values("\n".join(text for _, text in _all_bytes(tmp_path / "site")))
    unseen = [canary.where for canary in canaries if canary.seen is Seen.PUBLIC and canary.value not in seen]
    assert [where for where in unseen if not SHOWN_NOWHERE.match(where)] == []


def test_canaries_of_members_are_found_where_members_look(tmp_path: Path) -> None:
    canaries = group(tmp_path / "group")
    build(tmp_path / "group", tmp_path / "site", Asked(Audience.MEMBERS))
    seen = _values("\n".join(text for _, text in _all_bytes(tmp_path / "site")))
    theirs = [canary for canary in canaries if canary.seen is Seen.MEMBERS]
    assert sum(canary.value in seen for canary in theirs) > len(theirs) / 2


@pytest.mark.parametrize("told", ["zq017x", "ZQ017X", "71,234", "71 234", "20260305", "5 Mar 2026", "5 March 2026"])
def test_values_are_found_however_they_are_written(told: str) -> None:
    assert _values(f"<p>{told}.</p>") & {"zq017x", "71234", "2026-03-05"}


def _leaks(canaries: list[Canary], told: Mapping[str, str], limit: Seen) -> list[str]:
    seen = {name: _values(text) for name, text in told.items()}
    return [
        f"{canary.where} ({canary.value}) in {name}"
        for canary in canaries
        for name, values in seen.items()
        if canary.seen > limit and canary.value in values
    ]


def _sums(canaries: list[Canary], told: Mapping[str, str]) -> list[str]:
    """Sums of money, by which what one of them was could be found out: nobody may see them in this group."""
    money = [int(one.value) for one in canaries if one.where.endswith("history.value")]
    sums = {str(sum(some)) for size in (2, 3, len(money)) for some in combinations(money, size)}
    return [name for name, text in told.items() if sums & _values(text)]


def _all_bytes(site: Path) -> Iterator[tuple[str, str]]:
    """The files of a site as text, with their names in it."""
    for file in sorted(site.rglob("*")):
        if file.is_file():
            data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            name = str(file.relative_to(site))
            yield name, f"{name}\n{data.decode(errors='replace')}"


def _values(text: str) -> set[str]:
    """The words, numbers and days in a text that may be those of canaries."""
    found = {word.lower() for word in _WORD.findall(text)} | set(_NUMBER.findall(_SEPARATOR.sub("", text)))
    return found | {day for form, pattern in _DAYS.items() for day in _days(form, pattern.findall(text))}


def _days(form: str, written: list[str]) -> Iterator[str]:
    for day in set(written):
        try:
            found: date = datetime.strptime(day, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
        yield found.isoformat()
