"""Who sat down with whom: one definition for measures, slips, commands and rules."""

from __future__ import annotations

import pytest

from refertext.group.talks import talk_on, talks
from small import Files, day, member, members, small, talk

PEOPLE = members("lee", "pat") | member("kit", former=["old-kit"])


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (talk("t", "03-02", "lee", "kit"), ["kit lee"]),
        (talk("t", "03-02", "lee", "old-kit", kind="review"), ["kit lee"]),
        (talk("t", "12-24", "lee", "kit"), ["kit lee"]),
        (talk("t", "03-02", "lee", "kit", cancelled="yes"), []),
        (talk("t", "03-02", "lee", "kit", kind="visit"), []),
        (talk("t", "03-02", "lee", "kit", "pat"), []),
        (talk("t", "03-02", "lee"), []),
        (talk("t", "03-02", "kit", "old-kit"), []),
    ],
)
def test_talks(files: Files, found: list[str]) -> None:
    group = small(PEOPLE, files, as_of="03-11").group
    assert [" ".join(two) for two, _ in talks(group)] == found


def test_of_several_on_a_day_the_first_one_counts() -> None:
    files = talk("b", "03-02", "lee", "kit"), talk("a", "03-02", "kit", "lee", cancelled="yes")
    group = small(PEOPLE, *files, talk("c", "03-02", "old-kit", "lee"), talk("d", "03-03", "lee", "pat")).group
    asked = [(("kit", "lee"), "03-02"), (("kit", "lee"), "03-03"), (("lee", "pat"), "03-03")]
    assert [talk_on(group, two, day(on)) for two, on in asked] == [group.meetings["b"], None, group.meetings["d"]]
