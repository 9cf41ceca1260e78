"""Members sign agreements."""

from __future__ import annotations

from datetime import date

import pytest
from drafted import lines, refused, written

from conftest import found_in, group_of
from refertext.drafts import Draft
from refertext.drafts.signing import agreement_called, sign

AGREEMENT = "agreements/show-up.md"
KIT = "members/kit-larsen.md"
CHANGED = date(2026, 3, 5)


def signed(texts: dict[str, str], id_: str = "kit-larsen", day: date | None = None) -> Draft:
    group = group_of(texts)
    return sign(group, agreement_called(group, "show-up"), id_, day)


@pytest.fixture
def changed(cast: dict[str, str]) -> dict[str, str]:
    """The cast after the agreement was changed."""
    return cast | {AGREEMENT: cast[AGREEMENT].replace("commitments:", f"changed: {CHANGED}\ncommitments:")}


def terms_of(texts: dict[str, str]) -> str:
    return group_of(texts).agreements["show-up"].written_terms


def test_a_first_signature(cast: dict[str, str]) -> None:
    texts = cast | {KIT: cast[KIT].replace("signed:\n  show-up: 2025-01-09\n", "")}
    draft = signed(texts, day=date(2026, 3, 10))
    assert lines(texts, draft) == [f"+ terms: {terms_of(texts)}", "+ signed:", "+   show-up: 2026-03-10"]
    assert draft.said == "Kit Larsen signed “We show up” on 2026-03-10."
    assert draft.subject == "Kit Larsen signs We show up"
    assert draft.remarks == (
        "The terms of “We show up” are written down now, so that a later change of it is noticed.",
    )
    after = written(texts, draft)
    assert not {found for found in found_in(after) if found[2] in ("terms-changed-silently", "unsigned")}


def test_again_after_a_change(changed: dict[str, str]) -> None:
    texts = changed | {
        AGREEMENT: changed[AGREEMENT].replace("commitments:", f"terms: {terms_of(changed)}\ncommitments:")
    }
    draft = signed(texts)
    assert lines(texts, draft) == ["-   show-up: 2025-01-09", "+   show-up: 2026-03-11"]
    assert draft.said == "Kit Larsen signed “We show up” again on 2026-03-11."
    assert draft.remarks == ()
    assert signed(texts, day=CHANGED).parts


def test_a_signature_under_a_former_id_keeps_its_key(changed: dict[str, str]) -> None:
    texts = changed | {
        AGREEMENT: changed[AGREEMENT].replace(
            "commitments:", f"former_ids: [be-there]\nterms: {terms_of(changed)}\ncommitments:"
        ),
        KIT: changed[KIT].replace("show-up: 2025-01-09", "be-there: 2025-01-09"),
    }
    assert lines(texts, signed(texts)) == ["-   be-there: 2025-01-09", "+   be-there: 2026-03-11"]


def test_a_signature_before_the_adoption_holds_for_nothing(cast: dict[str, str]) -> None:
    texts = cast | {KIT: cast[KIT].replace("show-up: 2025-01-09", "show-up: 2024-01-09")}
    assert "+   show-up: 2026-03-11" in lines(texts, signed(texts))


@pytest.mark.parametrize("change", ["2025-01-09", "2026-03-12"])
def test_a_signature_that_holds_is_not_written_again(cast: dict[str, str], change: str) -> None:
    texts = cast | {AGREEMENT: cast[AGREEMENT].replace("commitments:", f"changed: {change}\ncommitments:")}
    draft = signed(texts)
    assert draft.parts == ()
    assert draft.said == (
        "Nothing to do: Kit Larsen signed “We show up” on 2025-01-09, and it has not been changed since."
    )


def test_words_that_nobody_agreed_to_are_not_signed(changed: dict[str, str]) -> None:
    texts = changed | {AGREEMENT: changed[AGREEMENT].replace("commitments:", "terms: 0123abcd\ncommitments:")}
    now = terms_of(texts)
    assert refused(lambda: signed(texts)) == (
        f"“We show up” is not what was agreed: its terms are {now} now, not 0123abcd. Nobody can say yes to that "
        f"before it is settled: bring the old words back; or, if the group agreed to the new ones, write terms: {now} "
        "and changed: 2026-03-11 (the day it agreed)."
    )


@pytest.mark.parametrize(
    ("id_", "day", "why"),
    [
        (
            "dana-wolfe",
            None,
            (
                "Only members sign, and Dana Wolfe was none on 2026-03-11 (has not joined yet). Write joined: with "
                "the day in members/dana-wolfe.md first."
            ),
        ),
        ("lee-ortiz", None, "Only members sign, and Lee Ortiz was none on 2026-03-11 (left on 2026-03-10)."),
        (
            "kit-larsen",
            date(2026, 3, 12),
            "2026-03-12 has not come yet (as of 2026-03-11), so nobody signs on it. Correct the day.",
        ),
        (
            "kit-larsen",
            date(2025, 1, 8),
            "“We show up” was adopted only on 2025-01-09, so nobody can have signed it on 2025-01-08.",
        ),
        (
            "kit-larsen",
            date(2026, 3, 4),
            (
                "“We show up” was changed on 2026-03-05: a yes of 2026-03-04 is to the old words. Write 2026-03-05 "
                "or a later day."
            ),
        ),
    ],
)
def test_who_and_when_cannot_sign(changed: dict[str, str], id_: str, day: date | None, why: str) -> None:
    lee = changed["members/lee-ortiz.md"].replace("manager: none", "left: {date: 2026-03-10}\nmanager: none")
    assert refused(lambda: signed(changed | {"members/lee-ortiz.md": lee}, id_, day)) == why


def test_what_ended_is_not_signed(changed: dict[str, str]) -> None:
    texts = changed | {AGREEMENT: changed[AGREEMENT].replace("commitments:", "ended: 2026-03-10\ncommitments:")}
    assert refused(lambda: signed(texts)) == "“We show up” ended on 2026-03-10, so it is not signed any more."


MORE = {
    "agreements/show-respect.yml": "title: We listen\nadopted: 2026-01-01\nformer_ids: [listen]\n",
    "agreements/broken.yml": "title: [\n",
}


@pytest.mark.parametrize(
    "text", ["show-respect", "listen", "We listen", "we LISTEN", "show-r", "agreements/listen.yml"]
)
def test_ways_to_call_an_agreement(cast: dict[str, str], text: str) -> None:
    assert agreement_called(group_of(cast | MORE), text).id == "show-respect"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("show", "“show” may be show-respect or show-up. Write more of it."),
        ("we", "“we” may be show-respect or show-up. Write more of it."),
        ("show-upp", "There is no agreement “show-upp”. Did you mean show-up?"),
        ("xyz", "There is no agreement “xyz”. The agreements are show-respect and show-up."),
        ("broken", "The file of “broken” in agreements/ cannot be read: “refertext check” says why."),
    ],
)
def test_agreements_that_nobody_can_tell(cast: dict[str, str], text: str, why: str) -> None:
    assert refused(lambda: agreement_called(group_of(cast | MORE), text)) == why


def test_without_agreements_there_is_nothing_to_sign(cast: dict[str, str]) -> None:
    texts = {file: text for file, text in cast.items() if not file.startswith("agreements/")}
    assert refused(lambda: agreement_called(group_of(texts), "xyz")) == (
        "There is no agreement “xyz”. There is none yet: refertext new agreement"
    )
