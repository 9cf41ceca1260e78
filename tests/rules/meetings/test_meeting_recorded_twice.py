from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.meeting_recorded_twice import meeting_recorded_twice
from small import Files, meeting, member, members, talk

MEMBERS = members("kit", "lee", "pat")
OLD = member("kit", former=["kitty"]) | members("lee", "pat")
GROUP = meeting("2026-03-05-group", "03-05")
TALK = talk("2026-03-05-kit-lee-aaaa", "03-05", "kit", "lee")


def twice(*files: Files) -> list[str]:
    """The files of meetings that are found to stand in another one already."""
    group = group_of({name: text for one in files for name, text in one.items()})
    return [found.problem.place.file.split("/")[-1] for found in check(group, [meeting_recorded_twice])]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([GROUP], []),
        ([GROUP, meeting("2026-03-05-group-2", "03-05")], ["2026-03-05-group-2.yml"]),
        ([GROUP, meeting("2026-03-05-again", "03-05")], ["2026-03-05-group.yml"]),  # the later name
        ([GROUP, meeting("2026-03-05-b", "03-05"), meeting("a", "03-05")], ["2026-03-05-group.yml", "a.yml"]),
        ([GROUP, meeting("2026-03-05-group-2", "03-05", cancelled="yes")], []),
        ([GROUP, meeting("2026-03-12-group", "03-05")], []),  # told by name-and-record-differ
        ([GROUP, TALK], []),
        ([TALK, talk("2026-03-05-lee-kit-bbbb", "03-05", "lee", "kit")], ["2026-03-05-lee-kit-bbbb.yml"]),
        ([TALK, talk("2026-03-05-kit-pat-bbbb", "03-05", "kit", "pat")], []),
        ([TALK, talk("2026-03-06-kit-lee-bbbb", "03-06", "kit", "lee")], []),
        ([TALK, talk("2026-03-05-kit-lee-bbbb", "03-05", "kit", "lee", kind="review")], []),
        ([TALK, talk("2026-03-05-kit-lee-bbbb", "03-05", "kit", "lee", cancelled="yes")], []),
        ([TALK, OLD, talk("2026-03-05-kitty-lee", "03-05", "kitty", "lee")], ["2026-03-05-kitty-lee.yml"]),
        ([talk("a", "03-05", "kit"), talk("b", "03-05", "kit")], []),  # told by between-two
        ([talk("a", "03-05", kind="visit"), talk("b", "03-05", kind="visit")], []),
    ],
)
def test_what_stands_in_two_files(files: list[Files], expected: list[str]) -> None:
    assert sorted(twice(MEMBERS, *files)) == sorted(expected)


def test_where_it_is_to_be_moved() -> None:
    group = group_of(MEMBERS | TALK | talk("2026-03-05-lee-kit-bbbb", "03-05", "lee", "kit"))
    [found] = check(group, [meeting_recorded_twice])
    file = "meetings/2026/2026-03-05-kit-lee-aaaa.yml"
    assert found.problem.message == f"The one-to-one of Kit and Lee on 2026-03-05 stands in {file} already"
    assert found.problem.mend == f"move what is new to {file}, and remove this file"
    assert found.problem.see[0].place.file == file
