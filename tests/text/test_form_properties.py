"""Canonical form of records in any style: it is its own canonical form, says the same, and loses no remark."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path as Folder
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from styled import KEYS, mistyped, styled, styled_as
from test_edit_properties import read

from conftest import CAST, texts_of
from refertext.problem import Path
from refertext.records import decode
from refertext.records.form import order_of, record_in_form
from refertext.records.schema import kind_of
from refertext.text import Source, parse
from refertext.text.canonical import recognise
from refertext.text.document import Region, find_region
from refertext.text.edits import Edited, Order, SetValue, edit
from refertext.text.formatting import Formatted, NotFormatted, form, formatted
from refertext.text.formatting.quick import is_plainly_in_form

MANY = settings(max_examples=2000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 100)
SAMPLE = Folder(__file__).parents[2]
YML, MD = "referrals/a.yml", "meetings/a.md"
REMARK = re.compile(r"# remark \d+: [^\r\n]*")
REAL = {
    f"{folder.name}/{file}": (file, text)
    for folder in (CAST, SAMPLE)
    for file, text in texts_of(folder).items()
    if not file.startswith("referrals/") or "2026-03" in file
}

seeds = st.integers(0, 2**32)


def free(_: Path) -> list[str]:
    return []


def by_keys(_: Path) -> list[str]:
    return KEYS


def in_form(text: str, file: str = YML, order: Order = by_keys) -> str:
    new = formatted(text, file, order)
    assert isinstance(new, Formatted), new
    return new.text


def remarks_in(text: str) -> Counter[str]:
    return Counter(remark.rstrip() for remark in REMARK.findall(text))


def slowly(text: str, file: str, order: Order) -> str:
    """The canonical form as it is without the quick look."""
    new = form._rewritten(text, parse(Source(file, text.encode())), order)
    assert isinstance(new, Formatted)
    return new.text


@MANY
@given(seeds, st.booleans())
def test_yaml(seed: int, marked: bool) -> None:
    record = styled(seed)
    text = in_form("\ufeff" * marked + record.text)
    assert in_form(text) == text == slowly(text, YML, by_keys)
    assert read(text) == record.data
    assert remarks_in(text) == remarks_in(record.text)
    assert text.endswith("\n")
    assert not re.search(r"\r|\ufeff|\n\n\Z", text)


@MANY
@given(seeds)
def test_markdown(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    end = "\r\n" if "\r\n" in record.text else "\n"
    bodies = ["", "Hello", "\nHello  \n\tyou\n---\n# remark 0: a\n", "\n\n# a\n\n"]
    body = rng.choice(bodies).replace("\n", end)
    before = f"---{end}{record.text.rstrip(end)}{end}---{end}{body}"
    document = parse(Source(MD, before.encode()))
    assert document.flaws == ()
    text = in_form(before, MD)
    assert in_form(text, MD) == text
    assert read(text, MD) == all_unbroken(document.data)
    assert remarks_in(text) == remarks_in(before)
    assert text.endswith(body.replace("\r\n", "\n").rstrip() + "\n")


def all_unbroken(data: Any) -> dict[str, Any]:
    """The data of a record, its body with line ends of one kind."""
    assert isinstance(data, dict)
    text = data.get("text")
    return {**data, "text": re.sub(r"\r+\n", "\n", text)} if isinstance(text, str) else data


@MANY
@given(seeds, st.sampled_from(sorted(REAL)))
def test_real_records_in_any_style(seed: int, name: str) -> None:
    """The record is the same after it was written in some style with its keys in any order, and canonically again."""
    rng = Random(seed)
    file, text = REAL[name]
    file = file.removesuffix(".md").removesuffix(".yml") + ".yml"
    data = read(text, REAL[name][0])
    data["text"] = (data.get("text") or "A text.").partition("\n")[0]
    record = styled_as(shuffled(data, rng), rng)
    new = record_in_form(Source(file, record.text.encode()))
    assert isinstance(new, Formatted), new
    before, after = (decode(kind_of(file), read(each, file), file) for each in (record.text, new.text))
    assert before == after
    assert before[0] is not None
    assert remarks_in(new.text) == remarks_in(record.text)
    assert record_in_form(Source(file, new.text.encode())) == new
    assert list(read(new.text, file)) == [key for key in order_of(file)(()) if key in data]


def shuffled(value: Any, rng: Random) -> Any:
    if isinstance(value, list):
        return [shuffled(entry, rng) for entry in value]
    if not isinstance(value, dict):
        return value
    keys = rng.sample(list(value), len(value))
    return {key: shuffled(value[key], rng) for key in keys}


@MANY
@given(seeds, st.booleans())
def test_typos(seed: int, is_markdown: bool) -> None:
    """Whatever stands in the file: it comes into canonical form with all that it says, or is left as it is."""
    text = mistyped(styled(seed), Random(seed + 1), is_markdown=is_markdown)
    check_any(text, MD if is_markdown else YML)


@MANY
@given(
    st.text(st.sampled_from("ab:#-? ,[]{}'\"|>\n\r\t\\~%&*!é\ufeff"), max_size=40) | st.text(max_size=40),
    st.sampled_from([YML, MD, "log/2026/a.md"]),
)
@example("{b: [ # a\n]}", YML)
@example("a: |+\n  b\n\n# c\n", YML)
@example("---\n---\nb", "log/2026/a.md")
def test_any_text(text: str, file: str) -> None:
    check_any(text, file)
    check_any(f"---\n{text}\n---\nb", MD)


def check_any(text: str, file: str) -> None:
    new = formatted(text, file, by_keys)
    before = parse(Source(file, text.encode("utf-8", "surrogatepass")))
    if isinstance(new, NotFormatted):
        assert before.flaws
        return
    after = parse(Source(file, new.text.encode()))
    assert after.flaws == ()
    assert all_unbroken(after.data) == all_unbroken(before.data)
    assert formatted(new.text, file, by_keys) == new


@MANY
@given(seeds)
def test_edits_keep_the_form(seed: int) -> None:
    """A value that is set in a text in canonical form is written canonically, too."""
    record, rng = styled(seed), Random(seed + 1)
    text = in_form(record.text)
    key = rng.choice(KEYS)
    after = edit(text, YML, [SetValue((key,), "a b")], by_keys)
    assert isinstance(after, Edited)
    if key not in record.data and not remarks_in(text):
        assert in_form(after.text) == after.text


@pytest.mark.parametrize("name", sorted(REAL))
def test_what_the_quick_look_passes(name: str) -> None:
    """What is passed without a closer look would stay as it is; of ordinary records that is nearly every one."""
    file, text = REAL[name]
    region = find_region(file, text)
    assert isinstance(region, Region)
    keys = text[region.start : region.end]
    if is_plainly_in_form(keys, order_of(file)):
        assert slowly(text, file, order_of(file)) == text


def test_referrals_are_recognised() -> None:
    """The canonical form of ordinary referrals is what the quick reader reads."""
    referrals = [text for file, text in texts_of(SAMPLE).items() if file.startswith("referrals/")]
    forms = [in_form(text, YML, order_of(YML)) for text in referrals]
    quick = [text for text in forms if recognise(text)]
    assert len(quick) > 0.9 * len(referrals)
    assert all(is_plainly_in_form(text, order_of(YML)) for text in quick)
