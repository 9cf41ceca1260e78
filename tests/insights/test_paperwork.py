from __future__ import annotations

import pytest

from refertext.insights.debts.paperwork import paperwork
from small import member, small

CALLS = {"agreements/calls.yml": "{title: We call, adopted: 2026-01-08}"}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (member("kit", "2025-01-09", manager="none"), ["Read 2026-01-22"]),
        (member("kit", "02-01", manager="none"), ["Read 2026-02-15"]),
        (member("kit", "02-01", manager="none", leave=[("02-05", "02-07")]), ["Read 2026-02-18"]),
        (member("kit", "02-01", manager="none", leave=[("03-05", "03-11")]), []),
        (member("kit", "02-01", manager="none", signed={"calls": "2026-02-02"}), []),
        (member("kit", "02-01", signed={"calls": "2026-02-02"}), ["Tell 2026-03-03"]),
        (member("kit", "02-01", signed={"calls": "2026-02-02"}, manager={"informed": "2026-03-02"}), []),
        (member("kit", "03-05"), ["Read 2026-03-19", "Tell 2026-04-04"]),
        (member("kit", None), []),
        (member("kit", left="03-10"), []),
    ],
)
def test_paperwork_that_is_owed(person: dict[str, str], expected: list[str]) -> None:
    found = paperwork(small(person, CALLS, as_of="03-11").group)
    assert [f"{one.do.split()[0]} {one.due}" for one in found] == expected


CHANGED = {"agreements/calls.yml": "{title: We call, adopted: 2025-01-08, changed: 2026-02-19, former_ids: [phone]}"}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (member("kit", "2025-01-09", manager="none", signed={"calls": "2025-01-09"}), ["Read 2026-02-19"]),
        (member("kit", "2025-01-09", manager="none", signed={"phone": "2025-01-09"}), ["Read 2026-02-19"]),
        (member("kit", "2025-01-09", manager="none", signed={"calls": "2026-02-19"}), []),
        (
            member("kit", "2025-01-09", manager="none", signed={"calls": "2025-01-09"}, leave=[("03-01", "03-20")]),
            [],
        ),
    ],
)
def test_what_was_changed_is_signed_again(person: dict[str, str], expected: list[str]) -> None:
    found = paperwork(small(person, CHANGED, as_of="03-11").group)
    assert [f"{one.do.split()[0]} {one.due}" for one in found] == expected
    assert all(one.do == "Read what was changed in “We call” on 2026-02-19, and sign it again" for one in found)
