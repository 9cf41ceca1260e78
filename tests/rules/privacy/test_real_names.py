from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.privacy.name_in_alias import name_in_alias
from refertext.rules.privacy.name_in_id import name_in_id
from refertext.rules.privacy.names import real_name_in

MEMBER = "{name: Brian Cho, business: Northwind Staffing, seat: {category: c, clients: [brewers], territory: [Boise]}}"


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("A mid-size haulier in Nampa", "Acme Logistics"),
        ("A logistics company", "Acme Logistics"),
        ("The best bakery in the valley", "Best Valley Bakeries"),
        ("A friend of Brian", "Brian Lopez"),
        ("A mill in Boise", "Boise Cascade"),
        ("A brewer with two sites", "Slow Brewer"),
        ("A grower near Emmett", "Emmett Sunrise Packing"),
        ("An IT firm", "ITX"),
        ("Three people who sew", "Sew 24"),
    ],
)
def test_aliases_that_tell_nothing(alias: str, name: str) -> None:
    text = f"{{alias: {alias}, name: {name}, place: Emmett}}"
    assert check(group_of({"members/b.yml": MEMBER, "prospects/p.yml": text}), [name_in_alias]) == []


@pytest.mark.parametrize(
    ("alias", "name", "piece"),
    [
        ("Acme, a haulier", "Acme Logistics", "Acme"),
        ("The ACME warehouse", "acme logistics", "acme"),
        ("Kestrels of Nampa", "Kestrel Holding", "Kestrel"),
        ("Jo Reed's shop", "Jo Reed", "Jo Reed"),
        ("The Family Bakery in Kuna", "Family Bakery", "Family Bakery"),
        ("A Moller dealer", "Møller & Söhne", None),
        ("The Sohne works", "Møller & Söhne", "Söhne"),
    ],
)
def test_what_an_alias_tells(alias: str, name: str, piece: str | None) -> None:
    text = f'{{alias: "{alias}", name: "{name}"}}'
    found = check(group_of({"members/b.yml": MEMBER, "prospects/p.yml": text}), [name_in_alias])
    assert [finding.problem.place.piece for finding in found] == ([piece] if piece else [])


@pytest.mark.parametrize(
    ("id_", "count"),
    [("haulier-nampa", 0), ("logistics", 0), ("acme", 1), ("acme-logistics", 1), ("haulier-acme-nampa", 1)],
)
def test_ids(id_: str, count: int) -> None:
    text = "{alias: A haulier, name: Acme Logistics, industry: logistics}"
    assert len(check(group_of({f"prospects/{id_}.yml": text}), [name_in_id])) == count


def test_short_names_are_nobodys() -> None:
    assert real_name_in("a bit of it", "It", frozenset()) is None
