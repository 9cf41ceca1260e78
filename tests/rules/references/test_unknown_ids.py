from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Part
from refertext.rules.references.former_id import former_id
from refertext.rules.references.unknown_agreement import unknown_agreement
from refertext.rules.references.unknown_member import unknown_member
from refertext.rules.references.unknown_prospect import unknown_prospect
from refertext.rules.references.unknown_referral import unknown_referral
from refertext.rules.rule import Rule

LEAD = "kind: lead\ndate: 2026-03-04\nfrom: kit-larsen\nto: brian-cho\nabout: a bakery\n"
HOW = "write the member's id: the name of a file in members/ without its ending, such as brian-cho"
HOW_PROSPECTS = (
    "write the prospect's id: the name of a file in prospects/ without its ending, such as haulier-nampa, "
    "or say it in words as about: instead"
)


def mends(cast: dict[str, str], rule: Rule, line: str) -> list[str]:
    """What a rule wants written instead, of one line laid over a lead."""
    key = line.split(":", maxsplit=1)[0]
    kept = "".join(f"{one}\n" for one in LEAD.splitlines() if not one.startswith(f"{key}:"))
    group = group_of(cast | {"referrals/2026/x.yml": f"{kept}{line}\n"})
    return [finding.problem.mend for finding in check(group, [rule])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("to: everyone", []),
        ('from: "outside: a client of Kit"', []),
        ("taken_by: [lee-ortiz]", []),
        ("to: kit", ["write kit-larsen"]),
        ("to: Kit Larsen", ["write kit-larsen"]),
        ("to: KIT  LARSEN", ["write kit-larsen"]),
        ("to: kit-larson", ["write kit-larsen"]),
        ("to: xyz-unheard", [f"{HOW}, or everyone for a lead to the whole group"]),
        ("from: xyz", [f'{HOW}, or for somebody from outside the group, in quotes: "outside: a client of ours"']),
        ("taken_by: [lee, xyz]", ["write lee-ortiz", HOW]),
    ],
)
def test_members(cast: dict[str, str], line: str, expected: list[str]) -> None:
    assert mends(cast, unknown_member, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("prospect: haulier-nampa", []),
        ("prospect: haulier", ["write haulier-nampa"]),
        ("prospect: Acme Logistics", ["write haulier-nampa"]),
        ("prospect: a mid-size haulier in nampa", ["write haulier-nampa"]),
        ("prospect: xyz", [HOW_PROSPECTS]),
    ],
)
def test_prospects(cast: dict[str, str], line: str, expected: list[str]) -> None:
    assert mends(cast, unknown_prospect, line) == expected


@pytest.mark.parametrize(
    ("parent", "near"),
    [
        ("2026-03-02-kit-larsen-brian-cho", True),
        ("2026-03-02-kit-larsen-brian-cho-7f3b", True),
        ("2026-03-03-kit-larsen-brian-cho-7f3a", True),
        ("2026-03-03-kit-larsen-brian-cho-7f3b", False),
    ],
)
def test_referrals(cast: dict[str, str], parent: str, near: bool) -> None:
    [mend] = mends(cast, unknown_referral, f"parent: {parent}")
    assert (mend == "write 2026-03-02-kit-larsen-brian-cho-7f3a") is near


def test_a_name_that_two_have_suggests_nobody(cast: dict[str, str]) -> None:
    two = {f"members/{id_}.yml": "name: Zoe Quist\nbusiness: Quist Roofing\n" for id_ in ("a-b", "c-d")}
    assert mends(cast | two, unknown_member, "taken_by: [Zoe Quist]") == [HOW.replace("brian-cho", "a-b")]


def test_a_file_that_cannot_be_read_is_known(cast: dict[str, str]) -> None:
    assert mends(cast | {"members/pat-roe.yml": "name: ["}, unknown_member, "to: pat-roe") == []


def test_the_key_is_meant_where_the_id_is_a_key(cast: dict[str, str]) -> None:
    kit = cast["members/kit-larsen.md"].replace("show-up:", "show-upp:")
    [finding] = check(group_of(cast | {"members/kit-larsen.md": kit}), [unknown_agreement])
    assert (finding.problem.place.path, finding.problem.place.part) == (("signed", "show-upp"), Part.KEY)
    assert finding.problem.mend == "write show-up"


def test_former_ids_are_known(cast: dict[str, str]) -> None:
    kit = cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1)
    texts = cast | {"members/kit-larsen.md": kit}
    assert mends(texts, unknown_member, "from: kit") == []
    assert mends(texts, former_id, "from: kit") == ["write kit-larsen"]


def test_many_unknown_ids_are_all_told(cast: dict[str, str]) -> None:
    takers = ", ".join(f"kit-larsen-{number}" for number in range(300))
    assert len(mends(cast, unknown_member, f"taken_by: [{takers}]")) == 300
