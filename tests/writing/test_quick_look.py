"""The quick look at one file says the same of errors as a look at the whole group."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CAST, texts_of
from refertext.disk import read_as
from refertext.drafts import Draft, Edit
from refertext.drafts.draft import RefusedError
from refertext.problem import Path as Place
from refertext.records.keys import keys_at
from refertext.records.schema import KINDS, kind_of
from refertext.text import Source, parse
from refertext.text.edits import SetValue
from refertext.writing import Planned, Surroundings, judged, planned

FILES = sorted(file for file in texts_of(CAST) if file != "refertext.yml")
_WORDS = (
    "kit-larsen kit-larson haulier-nampa haulier show-up everyone 2026-03-05 2027-01-01 12,5 yes referral won 9 people "
    "2026-03-02-kit-larsen-brian-cho-7f3a 2026-03-05-group brian-cho--kit-larsen finance/planning"
)
VALUES: list[Any] = [
    *_WORDS.split(),
    *("", None, [], {}),
    *(["kit-larsen", "brian-cho"], ["nobody"], {"date": "2026-03-05"}, {"kit-larsen": "late"}, [{"date": "x"}]),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    group = Path(shutil.copytree(CAST, tmp_path_factory.mktemp("group") / "cast"))
    prospect = group / "prospects/haulier-nampa.yml"
    prospect.write_text(prospect.read_text() + "former_ids: [haulier]\n")
    return group


def places(value: Any, above: Place = ()) -> Iterator[Place]:
    """Every path in some data."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in entries:
        yield (*above, key)
        yield from places(below, (*above, key))


def found(plan: Planned, around: Surroundings, read: Any) -> set[tuple[str, str, str]]:
    report = judged(plan, around.seen(read)).report
    return {(one.rule, one.spot.file, one.spot.message) for one in report.findings}


@given(st.data())
def test_both_find_the_same_errors(root: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    read = partial(_read, root)
    written = parse(read(file)).data or {}
    keys = [(key,) for key in keys_at(kind_of(file), ())]
    place = data.draw(st.sampled_from([*places(written), *keys]))
    draft = Draft("", "", (Edit(file, (SetValue(place, data.draw(st.sampled_from(VALUES))),)),))
    try:
        plan = planned(draft, read)
    except RefusedError:
        return
    assert found(plan, Surroundings(root, None, [file]), read) == found(plan, Surroundings(root), read)


def _read(root: Path, file: str) -> Source:
    return read_as(root / file, file)


def test_every_kind_is_tried() -> None:
    assert {file.partition("/")[0] for file in FILES} == {f"{kind}s" for kind in KINDS if kind != "group"}
