"""Private files over records: what wins, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from refertext.group import Group, load
from refertext.problem import Path, Place
from refertext.text import Source

GIFT = "referrals/2026/gift.yml"
FILES = {
    "refertext.yml": "group: A\ntimezone: UTC\ncurrency: USD\n",
    GIFT: "kind: lead\ndate: 2026-03-02\nfrom: kit\nto: lee\nabout: a brewery\n"
    "thanked: {date: 2026-03-09, where: meeting}\nhistory: [{date: 2026-03-03, status: accepted}]\n",
    "prospects/acme.yml": "alias: A haulier\nplace: Nampa\n",
}


def sources(files: Mapping[str, str]) -> list[Source]:
    return [Source(file, text.encode()) for file, text in files.items()]


def with_private(private: Mapping[str, str]) -> Group:
    overlays = {f"private/{file}": text for file, text in private.items()}
    return load(sources(FILES), lambda _: date(2026, 3, 11), private=sources(overlays))


@pytest.mark.parametrize(
    ("path", "is_private"),
    [
        (("date",), False),
        ((), False),
        (("about",), True),
        (("history", 0), True),
        (("history", 1, "status"), True),  # a list stands for the whole list
        (("thanked", "where"), True),
        (("thanked", "date"), False),  # blocks are laid over each other key by key
        (("useful",), False),
    ],
)
def test_a_place_is_where_it_is_written(path: Path, is_private: bool) -> None:
    said = "about: a mill\nthanked: {where: a card}\nhistory: [{date: 2026-03-04, status: accepted}]\n"
    group = with_private({"referrals/2026/gift.md": f"---\n{said}---\n"})
    assert group.referrals["gift"].about == "a mill"
    found = group.private.written_at(Place(GIFT, path))
    assert found == Place("private/referrals/2026/gift.md" if is_private else GIFT, path)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("referrals/gift.yml", "about: a mill\n", f"no record referrals/gift, but {GIFT}, so it belongs into"),
        ("referrals/2025/gift.yml", "about: a mill\n", "no record referrals/2025/gift, but"),
        ("members/gift.yml", "about: a mill\n", "is not used: there is no record members/gift"),
        (GIFT, "abuot: a mill\n", "is not used: unknown-key"),
        (GIFT, "", "is not used: not-a-record"),
        (GIFT, "about: a mill #3\n", "may be misread: cut-by-hash"),
    ],
)
def test_what_cannot_be_used_is_remarked_and_is_no_flaw_of_the_group(file: str, text: str, said: str) -> None:
    group = with_private({file: text})
    [remark] = group.private.remarks
    assert said in remark.said
    assert file != "members/gift.yml" or remark.said.endswith(said)
    assert remark.place.file == f"private/{file}"
    assert not any(group.flaws.values())
    assert group.referrals["gift"].about == ("a mill" if "misread" in said else "a brewery")


def test_a_wish_not_to_be_contacted_holds_without_the_rest() -> None:
    group = with_private({"prospects/acme.yml": "phone: 1\nplace: Boise\ndo_not_contact: yes\n"})
    assert (group.prospects["acme"].do_not_contact, group.prospects["acme"].place) == ("yes", "Nampa")
    assert [remark.said.split(":")[0] for remark in group.private.remarks] == ["is used for do_not_contact only"]
