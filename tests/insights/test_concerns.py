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


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ("", "concern 2026-02-01"),
        (", {raised: 2026-02-02, by: kit, note: noise}", "concern 2026-02-01"),
        (", {raised: 2026-02-01, by: kit, note: noise at lunch}", "concern 'drinks before we meet'"),
    ],
)
def test_its_words_stay_in_the_record_where_the_day_tells_which_one_it_is(others: str, said: str) -> None:
    """Sheets are printed, and what is due is mailed to all."""
    concern = "{raised: 2026-02-01, by: kit, about: lee, note: drinks before we meet}"
    text = f"{{title: T, adopted: 2026-01-08, concerns: [{concern}{others}]}}"
    first = concerns(small(PEOPLE, SETTINGS, {"agreements/x.yml": text}, as_of="03-11").group)[0]
    assert first.do == "Talk with Kit about the concern of 2026-02-01"
    assert first.command == f'refertext resolve {said} --in x --outcome "TEXT"'
