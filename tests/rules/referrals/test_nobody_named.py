from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.referrals.nobody_named import nobody_named


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("about: a bakery", 0),
        ("prospect: haulier-nampa", 0),
        ("text: A bakery in Nampa opens a second shop.", 0),
        ("parent: 2026-03-02-kit-larsen-brian-cho-7f3a", 0),
        ("", 1),
        ("about:\nprospect: ", 1),
    ],
)
def test_whom_to_call(cast: dict[str, str], more: str, count: int) -> None:
    text = f"kind: lead\ndate: 2026-03-02\nfrom: kit-larsen\nto: lee-ortiz\n{more}\n"
    assert len(check(group_of(cast | {"referrals/2026/x.yml": text}), [nobody_named])) == count
