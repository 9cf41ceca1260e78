from __future__ import annotations

import pytest

from refertext.insights.debts.concerns import concerns
from small import members, small

PEOPLE = members("kit", "lee", "pat")
SETTINGS = {"refertext.yml": "{group: G, timezone: UTC, currency: USD, coordinator: pat}"}


@pytest.mark.parametrize(
    ("file", "concern", "expected"),
    [
        ("agreements", "by: kit, about: lee", ("lee", "kit")),
        ("agreements", "by: kit", ("pat", "kit")),
        ("agreements", "by: kit, about: nobody-known", ("pat", "kit")),
        ("agreements", "by: pat", ("", "pat")),
        ("agreements", "by: pat, about: kit", ("kit", "pat")),
        ("partnerships", "by: kit", ("lee", "kit")),
        ("partnerships", "by: lee", ("kit", "lee")),
        ("partnerships", "by: pat, about: lee", ("lee", "pat")),
        ("partnerships", "by: nobody-known, about: lee", ("lee", "")),
    ],
)
def test_who_answers(file: str, concern: str, expected: tuple[str, str]) -> None:
    head = "title: T, adopted: 2026-01-08" if file == "agreements" else "between: [kit, lee], since: 2026-01-08"
    text = f"{{{head}, concerns: [{{raised: 2026-02-01, note: late, {concern}}}]}}"
    (one,) = concerns(small(PEOPLE, SETTINGS, {f"{file}/x.yml": text}, as_of="03-11").group)
    assert (" ".join(one.by), " ".join(one.to)) == expected
    assert (str(one.since), str(one.due)) == ("2026-02-01", "2026-02-15")
