"""Edits of records in any style: what is meant is there, everything else is as it was, byte for byte."""

from __future__ import annotations

import os
from copy import deepcopy
from pathlib import Path as Folder
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from styled import KEYS, Styled, mistyped, some_block, some_text, some_value, styled

from conftest import CAST, texts_of
from refertext.problem import Path
from refertext.text import Source, parse
from refertext.text.edits import (
    Append,
    AppendText,
    Edited,
    InsertByDay,
    Intent,
    Order,
    Remove,
    RenameKey,
    ReplaceEntry,
    SetValue,
    edit,
)

MANY = settings(max_examples=2000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 100)
SAMPLE = Folder(__file__).parents[2]
YML, MD = "referrals/a.yml", "meetings/a.md"

seeds = st.integers(0, 2**32)
LETTERS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co"],
        exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0",
    ),
    max_size=9,
)


def ordered(_: Path) -> list[str]:
    return KEYS


def edited(text: str, *intents: Intent, file: str = YML, order: Order = ordered) -> str:
    """The text after intents; what it holds is compared with a second reading here too."""
    after = edit(text, file, intents, order)
    assert isinstance(after, Edited), after
    assert after.text.startswith("\ufeff") == text.startswith("\ufeff")
    check_changed(text, after)
    return after.text


def check_changed(before: str, after: Edited) -> None:
    """Lines outside of the changed ones stand in the old text in the same order."""
    changed = {line for first, last in after.changed for line in range(first, last + 1)}
    rest = iter(lines(before))
    kept = [line for number, line in enumerate(lines(after.text), 1) if number not in changed]
    assert all(any(line == old for old in rest) for line in kept)


def lines(text: str) -> list[str]:
    return text.replace("\r", "").removeprefix("\ufeff").removesuffix("\n").split("\n")


def read(text: str, file: str = YML) -> Any:
    document = parse(Source(file, text.encode()))
    assert document.flaws == ()
    return document.data


def paths(data: Any, path: Path = ()) -> list[Path]:
    found = [path] if path else []
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    return [*found, *(inner for step in steps for inner in paths(data[step], (*path, step)))]


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def check_outside(record: Styled, after: str, path: Path) -> None:
    """The lines before and after the entry at a path, or around the braces it stands in, are as they were."""
    while path in record.flowing:
        path = path[:-1]
    if not path:
        return
    first, last = record.spans[path]
    before, now = record.text.split("\n"), after.split("\n")
    assert now[:first] == before[:first]
    tail = before[past_remarks(before, last + 1) if path in record.in_lines else last + 1 :]
    assert now[len(now) - len(tail) :] == tail
    assert len(now) >= first + len(tail)


def past_remarks(texts: list[str], number: int) -> int:
    """The line after all remarks from a line on, which may have gone with the entry before them."""
    for at in range(number, len(texts)):
        if texts[at].lstrip().startswith("#"):
            number = at + 1
        elif texts[at].strip():
            break
    return number


def check_added(before: str, after: str) -> int:
    """Only lines in one place are new; how many."""
    olds, news = before.split("\n"), after.split("\n")
    if len(before) and not before.endswith("\n"):
        end = "\r" if "\r\n" in before else ""
        assert not after.endswith("\n")
        olds[-1], news[-1] = olds[-1] + end, news[-1] + end
    count = len(news) - len(olds)
    assert any(news[:first] + news[first + count :] == olds for first in range(len(olds) + 1))
    return count


@MANY
@given(seeds)
def test_the_same_value_leaves_every_byte(seed: int) -> None:
    record = styled(seed)
    for path in paths(record.data):
        assert edited(record.text, SetValue(path, deepcopy(at(record.data, path)))) == record.text


@MANY
@given(seeds, st.booleans())
def test_set(seed: int, marked: bool) -> None:
    record, rng = styled(seed), Random(seed + 1)
    mark = "\ufeff" if marked else ""
    path = rng.choice(paths(record.data))
    value = some_text(rng) if rng.random() < 0.6 else some_value(rng, 2)
    after = edited(mark + record.text, SetValue(path, value)).removeprefix(mark)
    meant = deepcopy(record.data)
    at(meant, path[:-1])[path[-1]] = value
    assert read(after) == meant
    check_outside(record, after, path)


@MANY
@given(seeds, LETTERS.filter(str.strip))
def test_set_to_any_letters_and_back(seed: int, text: str) -> None:
    record = styled(seed)
    path = Random(seed + 1).choice(paths(record.data))
    old = at(record.data, path)
    after = edited(record.text, SetValue(path, text))
    assert at(read(after), path) == text
    check_outside(record, after, path)
    assert read(edited(after, SetValue(path, old))) == record.data


@MANY
@given(seeds)
def test_add_a_key(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    blocks = [path for path in [(), *paths(record.data)] if isinstance(at(record.data, path), dict)]
    path = rng.choice(blocks)
    key = rng.choice([key for key in KEYS if key not in at(record.data, path)])
    value = some_value(rng, 2)
    after = edited(record.text, SetValue((*path, key), value))
    meant = deepcopy(record.data)
    at(meant, path)[key] = value
    assert read(after) == meant
    if path in record.in_lines:
        assert check_added(record.text, after) > 0
    else:
        check_outside(record, after, path)


def lists(record: Styled) -> list[Path]:
    return [path for path in paths(record.data) if isinstance(at(record.data, path), list)]


@MANY
@given(seeds)
def test_append(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    value = some_value(rng, 2)
    for path in lists(record)[:3]:
        after = edited(record.text, Append(path, value))
        meant = deepcopy(record.data)
        at(meant, path).append(value)
        assert read(after) == meant
        if path in record.in_lines:
            assert check_added(record.text, after) > 0
        else:
            check_outside(record, after, path)


def is_by_day(entries: list[Any]) -> bool:
    days = [entry["date"] for entry in entries if isinstance(entry, dict) and entry.get("date")]
    return all(isinstance(day, str) for day in days) and days == sorted(days)


@MANY
@given(seeds)
def test_insert_by_day(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    day = f"2026-0{rng.randint(1, 4)}-{rng.randint(10, 28)}"
    entry = {"date": day} | some_block(rng, 1) | {"date": day}
    for path in lists(record)[:3]:
        after = edited(record.text, InsertByDay(path, entry))
        old, new = at(record.data, path), at(read(after), path)
        place = new.index(entry)
        assert new[:place] + new[place + 1 :] == old
        assert not is_by_day(old) or is_by_day(new)
        if path in record.in_lines and not (place == 0 and is_beside_dash(record, (*path, 0))):
            assert check_added(record.text, after) > 0
        else:
            check_outside(record, after, path)


@MANY
@given(seeds)
def test_remove(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    path = rng.choice(paths(record.data))
    if len(path) == 1 and len(record.data) == 1:
        assert not isinstance(edit(record.text, YML, [Remove(path)]), Edited)
        return
    after = edited(record.text, Remove(path))
    meant = deepcopy(record.data)
    del at(meant, path[:-1])[path[-1]]
    assert read(after) == meant
    if path[:-1] in record.in_lines and len(at(record.data, path[:-1])) > 1 and not is_beside_dash(record, path):
        check_outside_removed(record, after, path)
    else:
        check_outside(record, after, path[:-1])


def is_beside_dash(record: Styled, path: Path) -> bool:
    """Whether an entry begins in the line of a dash before it."""
    return path[:-1] in record.spans and record.spans[path][0] == record.spans[path[:-1]][0]


def check_outside_removed(record: Styled, after: str, path: Path) -> None:
    """Lines before the entry stay, and those after it but for remarks that were set further in."""
    first, last = record.spans[path]
    before, now = record.text.split("\n"), after.split("\n")
    if record.text.endswith("\n"):
        assert now[:first] == before[:first]
    rest = before[past_remarks(before, last + 1) :]
    assert now[len(now) - len(rest) :] == rest


@MANY
@given(seeds)
def test_rename(seed: int) -> None:
    record, rng = styled(seed), Random(seed + 1)
    path = rng.choice([path for path in paths(record.data) if isinstance(path[-1], str)])
    block = at(record.data, path[:-1])
    name = rng.choice([key for key in KEYS if key not in block])
    after = edited(record.text, RenameKey(path, name))
    renamed = {name if key == path[-1] else key: value for key, value in block.items()}
    assert at(read(after), path[:-1]) == renamed
    assert list(at(read(after), path[:-1])) == list(renamed)
    check_outside(record, after, path)
    assert len(after.split("\n")) == len(record.text.split("\n"))
    assert read(edited(after, RenameKey((*path[:-1], name), str(path[-1])))) == record.data


@MANY
@given(seeds)
def test_replace_entries(seed: int) -> None:
    record = styled(seed)
    for path in lists(record):
        entries = at(record.data, path)
        texts = [entry for entry in entries if isinstance(entry, str)]
        if texts:
            after = edited(record.text, ReplaceEntry(path, texts[0], "kim-ray"))
            assert at(read(after), path) == ["kim-ray" if entry == texts[0] else entry for entry in entries]
            check_outside(record, after, path)


@MANY
@given(seeds)
def test_several(seed: int) -> None:
    """Intents one after the other, each at a place of its own."""
    record, rng = styled(seed), Random(seed + 1)
    meant, intents = deepcopy(record.data), []
    for _ in range(3):
        path = rng.choice(paths(meant))
        value = some_value(rng, 2)
        intents.append(SetValue(path, value))
        at(meant, path[:-1])[path[-1]] = deepcopy(value)
    assert read(edited(record.text, *intents)) == meant


@MANY
@given(seeds, st.booleans())
def test_markdown(seed: int, apart: bool) -> None:
    record, rng = styled(seed), Random(seed + 1)
    end = "\r\n" if "\r\n" in record.text else "\n"
    keys = record.text if record.text.endswith("\n") else record.text + end
    body = rng.choice(
        ["", f"{end}Hello{end}", f"{end}Hello  {end}\tyou{end}---{end}- a: b", f"{end}{end}# a{end}{end}"]
    )
    text = f"---{end}{keys}---{end}{body}"
    before = read(text, MD)
    path = rng.choice(paths(record.data))
    after = edited(text, SetValue(path, "x"), file=MD)
    assert after.endswith(f"---{end}{body}")
    after = edited(text, AppendText("- late Ida", apart), file=MD)
    assert after.startswith(text.rstrip(" \r\n"))
    assert {**read(after, MD), "text": ""} == {**before, "text": ""}
    old = before.get("text")
    gap = end * (2 if apart else 1)
    assert read(after, MD)["text"].replace("  ", "") == (f"{old}{gap}- late Ida" if old else "- late Ida").replace(
        "  ", ""
    )
    assert after.endswith("\n") == text.endswith("\n")


@MANY
@given(seeds, st.booleans())
def test_typos(seed: int, is_markdown: bool) -> None:
    """Whatever stands in the file: an edit is what is meant, or it is refused, and nothing is raised."""
    record, rng = styled(seed), Random(seed + 1)
    text, file = mistyped(record, rng, is_markdown=is_markdown), MD if is_markdown else YML
    data = parse(Source(file, text.encode())).data or record.data
    for intent in some_intents(rng, data):
        after = edit(text, file, [intent], ordered)
        if isinstance(after, Edited):
            assert parse(Source(file, after.text.encode())).data == after.data
            check_changed(text, after)


def some_intents(rng: Random, data: Any) -> list[Intent]:
    path, other = rng.choice(paths(data) or [("to",)]), rng.choice(KEYS)
    value = some_value(rng, 2)
    return [
        SetValue(path, value),
        SetValue((*path, other), value),
        SetValue((*path, 1), value),
        Append(path, value),
        InsertByDay(path, {"date": "2026-02-20", **some_block(rng, 1)}),
        Remove(path),
        RenameKey(path, other),
        ReplaceEntry(path, "yes", "no"),
        AppendText("- late Ida"),
    ]


@pytest.mark.parametrize("folder", [CAST, SAMPLE], ids=["cast", "sample"])
def test_real_records(folder: Folder) -> None:
    """Each value set to itself, or to another and back, leaves the file byte for byte as it was."""
    for file, text in texts_of(folder).items():
        for path in paths(read(text, file)):
            check_back(file, text, path)


def check_back(file: str, text: str, path: Path) -> None:
    old = at(read(text, file), path)
    if old is not None and not isinstance(old, str):
        return
    assert edited(text, SetValue(path, old), file=file) == text
    other = edited(text, SetValue(path, "another" if old and "\n" not in old else "x\n\ny"), file=file)
    assert other != text
    assert edited(other, SetValue(path, old), file=file) == text
