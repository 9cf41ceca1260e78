"""What is read of a folder, what is not, and that nothing that exists is ever written over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from conftest import CAST
from refertext.disk import append, create, find_root, materials, read_group, read_text
from refertext.text import MOST_BYTES


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The cast, in a folder of its own."""
    return Path(shutil.copytree(CAST, tmp_path / "group"))


def flaws(group: Path) -> dict[str, str]:
    return {source.file: source.flaw.kind.value for source in read_group(group) if source.flaw}


def test_the_cast_is_read_in_order_of_name(group: Path) -> None:
    files = [source.file for source in read_group(group)]
    assert files[0] == "refertext.yml"
    assert files[1:] == sorted(files[1:])
    assert flaws(group) == {}


@pytest.mark.parametrize(
    "file",
    [
        "members/README.md",
        "members/readme.md",
        "members/.kit-larsen.md.swp",
        "members/.DS_Store",
        "private/prospects/haulier-nampa.yml",
        "docs/notes.yml",
        "site/index.html",
        "src/members/x.md",
        "notes.md",
    ],
)
def test_not_read(group: Path, file: str) -> None:
    before = [source.file for source in read_group(group)]
    (group / file).parent.mkdir(parents=True, exist_ok=True)
    (group / file).write_text("x")
    assert [source.file for source in read_group(group)] == before


@pytest.mark.parametrize("folder", ["member", "Members", "referal", "refferals", "meeting", "prospect"])
def test_a_misspelt_folder_is_stray(group: Path, folder: str) -> None:
    (group / folder).mkdir()
    assert flaws(group) == {f"{folder}/": "stray-file"}


@pytest.mark.parametrize("file", ["2026-03-05-kit-lee-7f3a.yml", "2026-03-05-group.md", "2026-03-05.yaml"])
def test_a_record_beside_the_settings_is_stray_and_not_opened(group: Path, file: str) -> None:
    (group / file).symlink_to("nowhere")
    assert flaws(group) == {file: "stray-file"}


@pytest.mark.parametrize("file", ["2026-plan.md", "2026-03-05.txt", "20260305-x.yml", "kit.yml"])
def test_other_files_beside_the_settings_are_left_alone(group: Path, file: str) -> None:
    (group / file).write_text("x")
    assert not flaws(group)


def test_links_are_never_followed(group: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("alias: outside\n")
    (group / "prospects" / "link.yml").symlink_to(tmp_path / "outside.yml")
    (group / "prospects" / "loop.yml").symlink_to("loop.yml")
    (group / "meetings" / "2024").symlink_to(tmp_path, target_is_directory=True)
    shutil.rmtree(group / "partnerships")
    (group / "partnerships").symlink_to(tmp_path, target_is_directory=True)
    expected = {"prospects/link.yml", "prospects/loop.yml", "meetings/2024", "partnerships"}
    assert flaws(group) == dict.fromkeys(expected, "symlink")
    assert all(b"alias: outside" not in source.data for source in read_group(group))


def test_linked_settings_are_not_followed(group: Path, tmp_path: Path) -> None:
    shutil.move(group / "refertext.yml", tmp_path / "elsewhere.yml")
    (group / "refertext.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert find_root(group) == group.resolve()
    assert flaws(group) == {"refertext.yml": "symlink"}


def test_what_is_no_plain_file_is_not_opened(group: Path) -> None:
    os.mkfifo(group / "prospects" / "pipe.yml")
    assert flaws(group) == {"prospects/pipe.yml": "file-unreadable"}


def test_a_folder_called_like_a_record_holds_strays(group: Path) -> None:
    (group / "prospects" / "folder.yml").mkdir()
    (group / "prospects" / "folder.yml" / "x.txt").write_text("x")
    assert flaws(group) == {"prospects/folder.yml/x.txt": "stray-file"}


@pytest.mark.parametrize(
    ("size", "kind"), [(MOST_BYTES, None), (MOST_BYTES + 1, "too-large"), (10 * MOST_BYTES, "too-large")]
)
def test_the_largest_file(group: Path, size: int, kind: str | None) -> None:
    (group / "prospects" / "large.yml").write_bytes(b"#" * size)
    assert flaws(group).get("prospects/large.yml") == kind


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_the_right_to_read_it(group: Path) -> None:
    (group / "prospects" / "closed.yml").write_text("alias: x\n")
    (group / "prospects" / "closed.yml").chmod(0)
    assert flaws(group) == {"prospects/closed.yml": "file-unreadable"}


def test_a_file_that_has_vanished_since(group: Path) -> None:
    assert read_text(group, "prospects/gone.yml") is None


def test_names_that_are_no_text(group: Path) -> None:
    name = os.fsencode(group / "prospects") + b"/caf\xe9.yml"
    try:
        Path(os.fsdecode(name)).write_text("alias: x\n")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert [source.file for source in read_group(group) if "caf" in source.file] == ["prospects/caf\udce9.yml"]


def test_materials_are_names_in_docs(group: Path, tmp_path: Path) -> None:
    (group / "docs" / "tips").mkdir(parents=True)
    (group / "docs" / "tips" / "kit.md").write_text("x")
    assert list(materials(group)) == ["docs/tips/kit.md"]
    shutil.rmtree(group / "docs")
    (group / "docs").symlink_to(tmp_path, target_is_directory=True)
    assert list(materials(group)) == []


def test_materials_may_stand_deeper_than_python_counts(group: Path) -> None:
    levels, top = 1200, group / "docs"
    top.mkdir()
    descriptor = os.open(top, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("a", dir_fd=descriptor)
        above, descriptor = descriptor, os.open("a", os.O_RDONLY, dir_fd=descriptor)
        os.close(above)
    os.close(os.open("tips.md", os.O_CREAT, dir_fd=descriptor))
    os.close(descriptor)
    try:
        assert list(materials(group)) == [f"docs{'/a' * levels}/tips.md"]
    finally:
        while (top / "a" / "a").exists():  # shutil.rmtree counts levels too
            (top / "a" / "a").rename(top / "b")
            (top / "a").rmdir()
            (top / "b").rename(top / "a")


@pytest.mark.parametrize("levels", [1, 8, 9, 300])
def test_folders_in_folders_of_records_end_somewhere(group: Path, levels: int) -> None:
    deep = group / "prospects" / "/".join(["a"] * levels)
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x")
    assert (f"prospects{'/a' * levels}/x.txt" in flaws(group)) is (levels <= 8)


def test_create_writes_all_or_nothing_that_exists(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("mine\n")
    with pytest.raises(FileExistsError):
        create(tmp_path, {"a.yml": "new\n", "b.yml": "new\n"})
    assert (tmp_path / "b.yml").read_text() == "mine\n"
    assert not (tmp_path / "a.yml").exists()
    create(tmp_path, {"c/d/e.yml": "é\n"})
    assert (tmp_path / "c" / "d" / "e.yml").read_bytes() == "é\n".encode()


def test_create_does_not_write_through_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(FileExistsError):
        create(tmp_path, {"a.yml": "new\n"})
    assert not (tmp_path / "elsewhere.yml").exists()


def test_append_adds_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_text("before\n")
    append(str(tmp_path / "summary.md"), "after\n")
    assert (tmp_path / "summary.md").read_text() == "before\nafter\n"
