"""How commitments stand, in the lines of `status`: everybody is counted once, aims are shown, and nobody is accused."""

from __future__ import annotations

import pytest

from agreed import agreement, waiver
from conftest import group_of
from refertext.commitments import rule_verdicts, verdicts
from refertext.group import Group
from refertext.insights.overview import verdicts_of
from refertext.reports.paper import Paper, unpainted
from refertext.reports.verdicts import by_agreement, of_member
from small import Files, day, gift, meetings, member, members, small

WIDE = Paper(120, unpainted)


def lines(known: Group) -> list[str]:
    return [line.strip() for line in by_agreement(known, verdicts(known), WIDE)][1:]


def lines_of(known: Group, member_: str) -> list[str]:
    return list(of_member(known, member_, verdicts_of(verdicts(known), member_), WIDE))


def gave(many: int) -> Files:
    """So many gifts of Kit's."""
    gifts = [gift(f"g{number}", "04-05", "kit", "lee") for number in range(many)]
    return {name: text for one in gifts for name, text in one.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (members("kit", "lee"), "0 of 2 reach it"),
        (members("kit", "lee") | gave(3), "1 of 2 reach it"),
        (members("kit", "lee") | waiver("members/kit.yml", "12-31"), "0 of 1 reach it, 1 waived"),
        (members("kit", "lee") | member("zoe", "06-20"), "0 of 2 reach it, 1 too early"),
        (members("kit") | waiver("members/kit.yml", "12-31"), "1 waived"),
        (members("kit") | waiver("members/kit.yml", "12-31") | member("zoe", "06-20"), "1 waived, 1 too early"),
    ],
)
def test_of_an_aim_everybody_is_counted_once(files: Files, expected: str) -> None:
    for written in ("at_least: 0, target: 1", "target: 1"):
        rule = agreement(f"measure: contributions, {written}, per: month, over: 3 months")
        found = lines(small(files, rule, as_of="06-30").group)
        assert found == [f"an aim of 1 contribution per month over 3 months: {expected}"]


def test_a_member_sees_an_aim() -> None:
    rule = agreement("measure: contributions, target: 1, per: month, over: 3 months")
    known = small(members("kit", "lee"), rule, gave(3), as_of="06-30").group
    assert lines_of(known, "kit") == ["  reached    3 contributions, aim 3, 2026-04-01 to 2026-06-30"]
    assert lines_of(known, "lee") == ["  not yet    0 contributions, aim 3, 2026-04-01 to 2026-06-30"]


def test_why_it_is_too_early_for_several_is_said_with_the_days() -> None:
    """Lee joined with Kit, so that grace ends on 1 March for the two; Mia and Ned later."""
    people = members("kit", "lee") | member("mia", "02-01") | member("ned", "02-20")
    rule = agreement("measure: one-to-ones, at_least: 1, over: 6 months, with: each member, grace: 60 days")
    known = small(people, rule, as_of="02-25").group
    text = " ".join(" ".join(lines_of(known, "kit")).split())
    assert text == (
        "too early at least 1 one-to-one over 6 months with each member, 3 of them: in grace until 2026-03-01 (1), "
        "in grace until 2026-04-01 (1) and in grace until 2026-04-20 (1)"
    )
    known = small(members("kit", "lee", "mia"), rule, as_of="02-25").group
    assert " ".join(" ".join(lines_of(known, "kit")).split()).endswith("with each member: in grace until 2026-03-01")


def test_what_a_rule_is_about_is_said() -> None:
    rule = agreement("rule: no-guide")
    known = small(members("kit", "lee"), rule, as_of="06-30").group
    judged = rule_verdicts(known, {"no-guide": frozenset({"lee"})})
    kit, lee = (" ".join(of_member(known, one, verdicts_of(judged, one), WIDE)).split() for one in ("kit", "lee"))
    assert " ".join(kit) == "kept nothing found of this: “A member's guide lacks a part”"
    assert " ".join(lee) == (
        "missed found among what is to be mended: “A member's guide lacks a part”; "
        "see “refertext check --rule no-guide”"
    )


def test_nobody_is_accused_of_what_may_stand_in_a_file_that_cannot_be_read() -> None:
    rule = agreement("measure: attendance, at_least: 75%, over: 8 weeks")
    settings = {"refertext.yml": "group: Small\ntimezone: UTC\ncurrency: USD\n"}
    texts = settings | members("kit", "lee") | rule | meetings(kit="PPAAPPAA", lee="PPPPPPPP")
    broken = {"meetings/2026/2026-02-27-group.md": "a: ["}
    read, unread = (group_of(texts | more, day("03-01")) for more in ({}, broken))
    assert lines(read) == ["attendance of at least 75% over 8 weeks: 1 kept, 1 missed (Kit)"]
    assert lines(unread) == ["attendance of at least 75% over 8 weeks: 1 kept, 1 uncertain"]
    assert " ".join(" ".join(lines_of(unread, "kit")).split()) == (
        "uncertain 3 of 7 meetings in person (42.9%), at least 75%, 2026-01-05 to 2026-03-01; "
        "first mend the files that cannot be read, what is missing may stand there"
    )
