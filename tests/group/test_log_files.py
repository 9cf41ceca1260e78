"""Files of members' own lines: which are read, which are stray, and where their words stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import found_in, group_of
from refertext.disk import read_group
from refertext.problem import FlawKind, Place
from refertext.text import locate

SETTINGS = {"refertext.yml": "group: Harbour\ntimezone: UTC\ncurrency: USD\n"}


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("log/2026/2026-03-05-kit-larsen-x1y2.md", date(2026, 3, 5)),
        ("log/2026-03-05.md", date(2026, 3, 5)),
        ("log/2026/2026-03-05-Kit Larsen.md", date(2026, 3, 5)),
        ("log/2026/2026-02-30-kit.md", None),
        ("log/2026/kit.md", None),
        ("log/2026/2026-03-05-kit.yml", None),
        ("log/2026/2026-03-05-kit.txt", None),
        ("log/2026/03/2026-03-05-kit.md", None),
    ],
)
def test_which_files_are_read(file: str, day: date | None) -> None:
    group = group_of(SETTINGS | {file: "late Ida\n"})
    assert [(log.file, log.date, log.text) for log in group.logs.values()] == ([(file, day, "late Ida")] if day else [])
    assert [flaw.place.file for flaw in group.flaws[FlawKind.STRAY_FILE]] == ([] if day else [file])


@pytest.mark.parametrize("text", ["", "\n", "---\n---\n", "\ufeff"])
def test_an_empty_file_says_nothing(text: str) -> None:
    texts = SETTINGS | {"log/2026/2026-03-05-kit.md": text}
    assert group_of(texts).logs == {}
    assert {file for file, *_ in found_in(texts)} == set()


def test_what_is_wrong_with_characters_is_found() -> None:
    group = group_of(SETTINGS | {"log/2026/2026-03-05-kit.md": "late\u200b Ida\n"})
    assert len(group.flaws[FlawKind.HIDDEN_CHARACTER]) == 1
    assert group.logs == {}


def test_what_the_disk_gives(tmp_path: Path) -> None:
    (tmp_path / "refertext.yml").write_text(SETTINGS["refertext.yml"])
    year = tmp_path / "log" / "2026"
    year.mkdir(parents=True)
    for name in ("2026-03-05-kit.md", "notes.txt", "README.md", ".hidden.md"):
        (year / name).write_text("late Ida\n")
    (year / "2026-03-06-link.md").symlink_to(year / "2026-03-05-kit.md")
    found = {source.file: source.flaw and source.flaw.kind for source in read_group(tmp_path)}
    assert found == {
        "refertext.yml": None,
        "log/2026/2026-03-05-kit.md": None,
        "log/2026/2026-03-06-link.md": FlawKind.SYMLINK,
        "log/2026/notes.txt": FlawKind.STRAY_FILE,
    }


@pytest.mark.parametrize(
    ("file", "text", "inside", "line", "columns"),
    [
        ("log/2026/2026-03-05-kit.md", "\n\n- late Ida\n- late Kit\n", (13, 20), 4, (3, 10)),
        ("meetings/2026/a.md", "---\nkind: group\n---\n\nHi\n\n- late Kit\r\n", (6, 10), 7, (3, 7)),
        ("meetings/2026/a.yml", "kind: group\ntext: |\n  Hi\n\n  - late Kit\ndate: x\n", (6, 10), 5, (5, 9)),
        ("meetings/2026/a.yml", "kind: group\ntext: |- # mine\n    Hi\n    - late Kit", (5, 9), 4, (7, 11)),
        ("meetings/2026/a.yml", 'kind: group\ntext: "Hi\\n\\n- late Kit"\n', (6, 10), 2, (7, 25)),
    ],
)
def test_where_words_of_a_text_stand(
    file: str, text: str, inside: tuple[int, int], line: int, columns: tuple[int, int]
) -> None:
    span = locate(text, Place(file, ("text",), inside=inside))
    assert (span.line, span.end_line, (span.column, span.end_column)) == (line, line, columns)
