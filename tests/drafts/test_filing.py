"""Filing: slips become records and edits, each once, in whatever portions they are filed."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import found_in, group_of
from refertext.drafts import Draft, Edit, New, RefusedError
from refertext.drafts.filing import filing
from refertext.slips import Unclear, readings
from refertext.text import Source
from refertext.text.edits import ReplaceLine
from refertext.writing import planned

MEETING = "meetings/2026/2026-03-05-group.md"
LOG = "log/2026/2026-03-09-kit-larsen.md"


def filed(texts: Mapping[str, str], file: str) -> tuple[dict[str, str], Draft]:
    """The files after the slips of one were filed."""
    draft = filing(group_of(texts), file)
    plan = planned(draft, lambda name: Source(name, texts[name].encode()))
    return {**texts, **{name: data.decode() for name, data in plan.texts.items() if data is not None}}, draft


def new_in(after: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """The files that are new or different."""
    return {file: text for file, text in after.items() if before.get(file) != text}


# The Thursday of 14 people

PEOPLE = {
    "ann-abe": "Ann Abe", "bo-bell": "Bo Bell", "cy-cole": "Cy Cole", "dee-dunn": "Dee Dunn", "eli-east": "Eli East",
    "fay-fox": "Fay Fox", "gus-gray": "Gus Gray", "hal-hart": "Hal Hart", "ida-ito": "Ida Ito", "jo-jung": "Jo Jung",
    "kit-kane": "Kit Kane", "lee-lund": "Lee Lund", "mia-moss": "Mia Moss", "ned-nash": "Ned Nash",
}  # fmt: skip
EARLIER = {
    "2026-02-05-bo-bell-ann-abe-a001": "Delta wants a pension plan",
    "2026-02-12-cy-cole-dee-dunn-a002": "the brewery needs a webshop",
    "2026-02-19-eli-east-fay-fox-a003": "a dental practice in Nampa",
}
SLIPS = """- late Ida
- substitute Jo: Pat Roe, Roe Roofing
- substitute Lee: Sue Roe, Roe Payroll, people/payroll
- present everyone else
- visitor Dana Wolfe, Wolfe Training, by Kit
- lead Kit: River bakery opens a second shop
- lead Ann > Bo: a school that moves
- lead Bo > Cy: the new dentist on Main Street
- lead Cy > Dee: a choir without a web page
- lead Dee > Eli: a farm shop
- lead Eli > Fay: a bike maker
- lead Fay > Gus: a hotel with forty rooms
- lead Gus > Hal: a printer who retires
- lead Hal > Ida: a museum café
- referral Kit > Bo: Acme, pension talk; phone 03-04; level 4
- referral Mia > Ned: a law firm with nine people; mail 03-02; level 3
- referral Ned > Mia: the harbour office; in person 02-27; level 5
- referral Ann > Kit: a bakery; yes 03-03
- referral Bo > Ann: a garage; phone 03-05; level 2
- referral Ida > Hal: a theatre; phone 12-30; level 4
- thanks Ann > Bo: Delta signed; won 12500
- thanks Dee > Cy: the webshop of the brewery is open; won 4800.50
- thanks Fay > Eli: the dental practice, at last
- one-to-one Kit + Dee 03-02
- one-to-one Mia + Gus 03-03: she showed him the warehouse
"""


def thursday() -> dict[str, str]:
    texts = {
        "refertext.yml": "group: Thursday\ntimezone: UTC\ncurrency: USD\ncategories:\n  people:\n    payroll:\n",
        MEETING: f"---\nkind: group\ndate: 2026-03-05\nnext: 2026-03-12\n---\n\nA good morning.\n\n## Log\n\n{SLIPS}",
    }
    for id_, name in PEOPLE.items():
        texts[f"members/{id_}.yml"] = f"name: {name}\nbusiness: {name}'s\njoined: 2025-01-09\n"
    for id_, about in EARLIER.items():
        giver, receiver = re.findall(r"[a-z]+-[a-z]+(?=-)", id_)
        texts[f"referrals/2026/{id_}.yml"] = (
            f"kind: lead\ndate: {id_[:10]}\nfrom: {giver}\nto: {receiver}\nabout: {about}\n"
        )
    return texts


def gift(kind: str, giver: str, receiver: str, about: str, consent: str = "", level: int = 0) -> str:
    day, _, how = consent.partition(" ")
    return (
        f"kind: {kind}\ndate: 2026-03-05\nfrom: {giver}\nto: {receiver}\nabout: {about}\n"
        + (f"level: {level}\n" if level else "")
        + (f"consent:\n  date: {day}\n" if day else "")
        + (f"  how: {how}\n" if how else "")
    )


NEW_REFERRALS = {
    "kit-kane-everyone": gift("lead", "kit-kane", "everyone", "River bakery opens a second shop"),
    "ann-abe-bo-bell": gift("lead", "ann-abe", "bo-bell", "a school that moves"),
    "bo-bell-cy-cole": gift("lead", "bo-bell", "cy-cole", "the new dentist on Main Street"),
    "cy-cole-dee-dunn": gift("lead", "cy-cole", "dee-dunn", "a choir without a web page"),
    "dee-dunn-eli-east": gift("lead", "dee-dunn", "eli-east", "a farm shop"),
    "eli-east-fay-fox": gift("lead", "eli-east", "fay-fox", "a bike maker"),
    "fay-fox-gus-gray": gift("lead", "fay-fox", "gus-gray", "a hotel with forty rooms"),
    "gus-gray-hal-hart": gift("lead", "gus-gray", "hal-hart", "a printer who retires"),
    "hal-hart-ida-ito": gift("lead", "hal-hart", "ida-ito", "a museum café"),
    "kit-kane-bo-bell": gift("referral", "kit-kane", "bo-bell", "Acme, pension talk", "2026-03-04 phone", 4),
    "mia-moss-ned-nash": gift("referral", "mia-moss", "ned-nash", "a law firm with nine people", "2026-03-02 mail", 3),
    "ned-nash-mia-moss": gift("referral", "ned-nash", "mia-moss", "the harbour office", "2026-02-27 in person", 5),
    "ann-abe-kit-kane": gift("referral", "ann-abe", "kit-kane", "a bakery", "2026-03-03"),
    "bo-bell-ann-abe": gift("referral", "bo-bell", "ann-abe", "a garage", "2026-03-05 phone", 2),
    "ida-ito-hal-hart": gift("referral", "ida-ito", "hal-hart", "a theatre", "2025-12-30 phone", 4),
}
NEW_ONE_TO_ONES = {
    "2026-03-02-dee-dunn-kit-kane": ("---\nkind: one-to-one\ndate: 2026-03-02\nbetween: [dee-dunn, kit-kane]\n---\n"),
    "2026-03-03-gus-gray-mia-moss": (
        "---\nkind: one-to-one\ndate: 2026-03-03\nbetween: [gus-gray, mia-moss]\n---\n\nshe showed him the warehouse\n"
    ),
}
SHEET = """---
kind: group
date: 2026-03-05
next: 2026-03-12
attendance:
  ida-ito: late
  jo-jung:
    status: substitute
    name: Pat Roe
    business: Roe Roofing
  lee-lund:
    status: substitute
    name: Sue Roe
    business: Roe Payroll
    category: people/payroll
  ann-abe: present
  bo-bell: present
  cy-cole: present
  dee-dunn: present
  eli-east: present
  fay-fox: present
  gus-gray: present
  hal-hart: present
  kit-kane: present
  mia-moss: present
  ned-nash: present
visitors:
  - name: Dana Wolfe
    business: Wolfe Training
    invited_by: kit-kane
---

A good morning.

## Log

"""
THANKS = {
    "2026-02-05-bo-bell-ann-abe-a001": (
        "history:\n  - date: 2026-03-05\n    status: won\n    by: ann-abe\n    value: 12500\n"
        "thanked:\n  date: 2026-03-05\n  where: meeting\n  words: Delta signed\n"
    ),
    "2026-02-12-cy-cole-dee-dunn-a002": (
        "history:\n  - date: 2026-03-05\n    status: won\n    by: dee-dunn\n    value: 4800.50\n"
        "thanked:\n  date: 2026-03-05\n  where: meeting\n  words: the webshop of the brewery is open\n"
    ),
    "2026-02-19-eli-east-fay-fox-a003": (
        "thanked:\n  date: 2026-03-05\n  where: meeting\n  words: the dental practice, at last\n"
    ),
}


def test_a_thursday_of_fourteen_people_in_25_lines() -> None:
    """11 present, one late, two substitutes, a visitor, 9 leads, 6 referrals, 3 thanks, two one-to-ones."""
    before = thursday()
    assert len(SLIPS.splitlines()) == 25
    after, draft = filed(before, MEETING)
    new = {file: text for file, text in after.items() if file not in before}
    assert len(new) == 17
    assert {re.fullmatch(r"referrals/2026/2026-03-05-(.+)-[0-9a-f]{4}\.yml", file)[1]: text  # type: ignore[index]
            for file, text in new.items() if file.startswith("referrals")} == NEW_REFERRALS  # fmt: skip
    assert {re.fullmatch(r"meetings/2026/(.+)-[0-9a-f]{4}\.md", file)[1]: text  # type: ignore[index]
            for file, text in new.items() if file.startswith("meetings")} == NEW_ONE_TO_ONES  # fmt: skip
    changed = new_in(after, before).keys() - new.keys()
    assert changed == {MEETING, *(f"referrals/2026/{id_}.yml" for id_ in THANKS)}
    for id_, more in THANKS.items():
        assert after[f"referrals/2026/{id_}.yml"] == before[f"referrals/2026/{id_}.yml"] + more
    assert after[MEETING].startswith(SHEET)
    assert draft.remarks == ()
    assert draft.said == (
        f"Filed 25 lines of {MEETING}: 14 entries of the attendance, 1 visitor, 9 new leads, 6 new referrals, "
        "3 thanks, 2 entries in histories and 2 one-to-ones."
    )


def test_each_line_of_that_thursday_leads_to_its_record() -> None:
    after, _ = filed(thursday(), MEETING)
    lines = after[MEETING].removeprefix(SHEET).splitlines()
    links = [re.fullmatch(r"- \[(.+)\]\((.+)\)", line) for line in lines]
    assert [f"- {link[1]}" for link in links if link] == SLIPS.splitlines()
    targets = [link[2] for link in links if link]
    assert targets[:5] == ["2026-03-05-group.md"] * 5
    assert all(target.startswith("../../referrals/2026/2026-03-05-") for target in targets[5:20])
    assert targets[20:23] == [f"../../referrals/2026/{id_}.yml" for id_ in EARLIER]
    assert all(f"meetings/2026/{target}" in after for target in targets[23:])


def test_nothing_that_thursday_is_wrong_with_what_was_written() -> None:
    before = {rule for *_, rule in found_in(thursday())}
    after, _ = filed(thursday(), MEETING)
    assert "slip-not-filed" in before
    expected = {"member-unaccounted-for", "slip-not-filed"}
    assert {rule for *_, rule in found_in(after)} <= (before - expected) | {
        "no-next-presenter",
        "no-presenter",
        "open-without-news",
    }


def test_that_thursday_is_filed_once() -> None:
    after, _ = filed(thursday(), MEETING)
    again, draft = filed(after, MEETING)
    assert again == after
    assert draft.parts == ()


# Single lines, laid over the cast


def on_thursday(cast: Mapping[str, str], *lines: str, without: str = "") -> dict[str, str]:
    text = cast[MEETING].replace(without, "") if without else cast[MEETING]
    log = "".join(f"{line}\n" for line in lines)
    return {**cast, MEETING: f"{text}\n## Log\n\n{log}"}


KNOWN = "referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"


@pytest.mark.parametrize(
    ("line", "file", "written"),
    [
        ("- absent Lee, told 03-04", MEETING, "  lee-ortiz:\n    status: absent\n    notice: 2026-03-04\n"),
        ("- excused Lee", MEETING, "  lee-ortiz: excused\n"),
        ("- visitor Dana Wolfe", MEETING, "visitors:\n  - name: Dana Wolfe\n"),
        ("- presented Brian", MEETING, "presented: [kit-larsen, brian-cho]\n"),
        ("- action Brian: call the vet; by 03-19", MEETING, "    what: call the vet\n    due: 2026-03-19\n"),
        ("- excused Lee: a graduation; told 03-04", MEETING, "    status: excused\n    notice: 2026-03-04\n"),
        ("- visitor Dana Wolfe - Wolfe Training (by Kit) <!-- new -->", MEETING,
         "group.md) <!-- new -->"),
        ("- won Brian > Kit: the haulier; 1200 EUR", KNOWN, ""),
        ("- ask Brian > Kit: may I name you to the haulier?", KNOWN, "    ask: may I name you to the haulier?\n"),
        ("- answer Kit > Brian #7f3a: yes", KNOWN, "  - date: 2026-03-05\n    by: kit-larsen\n    answer: yes\n"),
        ("- stalled Brian > Kit #7f3a: they decide in May", KNOWN, "    note: they decide in May\n"),
        ("- thanks Brian > Kit: Haulier in Nampa", KNOWN, "  words: Haulier in Nampa\n"),
    ],
)  # fmt: skip
def test_what_one_line_writes(cast: dict[str, str], line: str, file: str, written: str) -> None:
    before = on_thursday(cast, line, without="  lee-ortiz: late\n")
    after, draft = filed(before, file=MEETING)
    if written:
        assert written in after[file]
        assert draft.remarks == ()
    else:  # the haulier was contacted on March 6, so nothing was won the day before
        assert after == before
        assert draft.remarks


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("- absent Lee", "Of Lee Ortiz it is written already “late”, and this says “absent”"),
        ("- late Dana", "Dana Wolfe has not joined yet, so was no member on 2026-03-05"),
        ("- late Zed", "There is no member “Zed”"),
        ("- next 03-19", "next: is “2026-03-12” already, and this says “2026-03-19”"),
        ("- next presenter Kit", "next_presenter: is “brian-cho” already, and this says “kit-larsen”"),
        ("- visitor Zoe, people/trainig", "There is no category “people/trainig”"),
        ("- lead Kit > Kit: a bakery", "Kit Larsen is both giver and receiver"),
        ("- one-to-one Kit + kit-larsen 03-02", "Both names mean Kit Larsen"),
        ("- one-to-one Kit + Lee 2026-03-06", "2026-03-06 is after 2026-03-05, the day of this log"),
        ("- one-to-one Kit + Lee 02-30", "There is no day 02-30 in the calendar"),
        ("- thanks Kit > Brian: the haulier", "Nothing from Brian Cho to Kit Larsen is recorded, but Kit Larsen gave"),
        (
            "- thanks Brian > Kit: a bakery",
            "No referral from Kit Larsen to Brian Cho has a word in common with “a bakery”",
        ),
        ("- thanks Brian > Kit #ffff: it", "There is no referral “#ffff”"),
        ("- thanks Lee > Kit #7f3a: it", "“#7f3a” is from Kit Larsen to Brian Cho: A mid-size haulier in Nampa"),
        (
            "- returned Brian > Kit #7f3a: too small",
            "This referral is “accepted” since 2026-03-03, so it cannot become “returned”",
        ),
        ("- won Brian > Kit #7f3a; 03-01", "2026-03-01 is before 2026-03-02, when it was handed over"),
        ("- won Brian > Kit #7f3a: 900", "“won” on 2026-03-05 does not fit before “contacted” of 2026-03-06"),
        (
            "- accepted Brian > Kit #7f3a",
            "This referral is “accepted” since 2026-03-03 already",
        ),
        ("- referral Kit > Brian: Acme; phone 03-06", "“03-06” would be 2025-03-06"),
        ("- absent Lee, told 03-06", "“03-06” would be 2025-03-06"),
        ("- action Brian: call the vet; by 03-04", "“03-04” would be 2027-03-04"),
        ("- next 03-05", "“03-05” would be 2027-03-05"),
        ("- next yesterday", "2026-03-04 is before 2026-03-05, the day of this log"),
        ("- late Lee 10 min", "There is no member “Lee 10 min”"),
        ("- visitor Zoe, Zoe Books (Kit)", "“Kit” may be Kit Larsen, who is no business"),
        ("- visitor Zoe, Kit Larsen", "“Kit Larsen” may be Kit Larsen, who is no business"),
        ("- visitor Zoe, Zoe Books, a shop", "“a shop” is neither a business nor a category"),
        ("- visitor Zoe, people/training, people/payroll", "“people/payroll” is a second category"),
        ("- late Kit - and Lee", "“and Lee” may be a remark, or tell of Lee Ortiz, too"),
        ("- absent Kit: Lee", "“Lee” may be a remark, or tell of Lee Ortiz, too"),
        ("- late Kit: Lee, Brian", "“Lee, Brian” may be a remark, or tell of Lee Ortiz, too"),
        ("- late Kit - Lee absent", "“Lee absent” may be a remark, or tell of Lee Ortiz, too"),
        ("- late Kit (and brian cho)", "“and brian cho” may be a remark, or tell of Brian Cho, too"),
        ("- substitute Lee: Pat Roe, by Kit", "“by Kit” is no business: a substitute comes in Lee's place"),
        ("- substitute Lee: Pat Roe by Kit", "“by Kit” is no business: a substitute comes in Lee's place"),
        ("- substitute Pat Roe, brought by Kit, for Lee", "“brought by Kit” is no business: a substitute"),
        ("- substitute Lee: Kit", "“Kit” may be Kit Larsen, who is a member and no guest"),
        ("- visitor Kit Larsen", "“Kit Larsen” may be Kit Larsen, who is a member and no guest"),
        ("- [late Lee]()", "This line leads to nothing, which is no record"),
        ("- [late Lee](https://x.example)", "This line leads to “https://x.example”, which is no record"),
        ("- [late Lee](../../members/lee-ortiz.md)", "This line leads to “../../members/lee-ortiz.md”, which is no"),
        ("- late Lee <!-- not yet:", "A remark is opened here, and not closed"),
        ("- lead Kit > Brian: a shop; spin-off #zzzz", "There is no referral “#zzzz”"),
    ],
)
def test_what_cannot_be_filed(cast: dict[str, str], line: str, fault: str) -> None:
    texts = on_thursday(cast, line)
    (reading,) = readings(group_of(texts), MEETING)
    assert isinstance(reading, Unclear)
    assert reading.fault.said.startswith(fault)
    assert filed(texts, MEETING)[0] == texts


def test_a_remark_stays_behind_the_link(cast: dict[str, str]) -> None:
    lines = [
        "- late Lee <!-- ask her -->",
        "- lead Kit > Brian: a bakery <!-- not yet:",
        "- lead Kit > Lee: hidden",
        "-->",
    ]
    once, draft = filed(on_thursday(cast, *lines), MEETING)
    assert once[MEETING].endswith(
        "- [late Lee](2026-03-05-group.md) <!-- ask her -->\n"
        "- lead Kit > Brian: a bakery <!-- not yet:\n- lead Kit > Lee: hidden\n-->\n"
    )
    assert draft.remarks == (f"1 line of {MEETING} cannot be understood yet, and stayed as it is.",)
    assert filed(once, MEETING)[0] == once


def test_nobody_is_made_present_while_an_id_is_misspelt(cast: dict[str, str]) -> None:
    text = cast[MEETING].replace("  kit-larsen: present\n", "  kit-larson: absent\n")
    before = on_thursday({**cast, MEETING: text}, "- present everyone else")
    (reading,) = readings(group_of(before), MEETING)
    assert isinstance(reading, Unclear)
    assert reading.fault.said == (
        "Nobody can tell who the others are while “kit-larson”, who is no member, stands under attendance:"
    )
    assert filed(before, MEETING)[0] == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- present everyone else", "2026-03-19 is still to come (as of 2026-03-11), so nobody knows this yet"),
        ("- late Lee", "2026-03-19 is still to come"),
        ("- visitor Zoe", "2026-03-19 is still to come"),
        ("- next 03-26", "2026-03-19 is still to come"),
        ("- lead Kit > Brian: a shop", "2026-03-19 is still to come"),
        ("- won Brian > Kit #7f3a; 500", "2026-03-19 is still to come"),
        ("- one-to-one Kit + Lee 03-10", "2026-03-19 is still to come"),
        ("- absent Lee, told 2026-03-12", "2026-03-12 is after 2026-03-11"),
        ("- absent Lee, told 03-10", ""),
        ("- excused Lee", ""),
        ("- action Kit: bring cups; by 03-19", ""),
    ],
)
def test_of_a_day_to_come_only_absences_and_actions_are_filed(cast: dict[str, str], line: str, said: str) -> None:
    to_come = "meetings/2026/2026-03-19-group.md"
    before = {**cast, to_come: f"---\nkind: group\ndate: 2026-03-19\n---\n\n## Log\n\n{line}\n"}
    (reading,) = readings(group_of(before), to_come)
    after, _ = filed(before, to_come)
    if said:
        assert isinstance(reading, Unclear)
        assert reading.fault.said.startswith(said)
        assert after == before
    else:
        assert f"[{line[2:]}](2026-03-19-group.md)" in after[to_come]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"meetings/2026/2026-03-05-other.md": "---\nkind: group\ndate: 2026-03-05\n---\n"},
         "There are 2 group meetings on 2026-03-05"),
        ({MEETING: "---\nkind: group\ndate: 2026-03-05\ncancelled: yes\n---\n"},
         "The meeting of 2026-03-05 was cancelled, so nothing can be said of it"),
    ],
)  # fmt: skip
def test_why_a_log_has_no_meeting(cast: dict[str, str], more: dict[str, str], said: str) -> None:
    log = "log/2026-03-05.md"
    (reading,) = readings(group_of({**cast, **more, log: "late Lee\n"}), log)
    assert isinstance(reading, Unclear)
    assert reading.fault.said == said


@pytest.mark.parametrize("line", ["late Lee: will be here at 8", "late Lee - Lee's car", "late Lee (and a bus)"])
def test_a_remark_without_a_name_is_a_remark(cast: dict[str, str], line: str) -> None:
    after, _ = filed(on_thursday(cast, f"- {line}", without="  lee-ortiz: late\n"), MEETING)
    assert "  lee-ortiz: late\n" in after[MEETING]


def test_everyone_else_is_nobody_where_nobody_was_a_member(cast: dict[str, str]) -> None:
    file = "meetings/2023/2023-03-02-group.md"
    text = "---\nkind: group\ndate: 2023-03-02\n---\n\n## Log\n\n- present everyone else\n"
    (reading,) = readings(group_of({**cast, file: text}), file)
    assert isinstance(reading, Unclear)
    assert reading.fault.said == "Nobody was a member on 2023-03-02"
    assert reading.fault.mend == "correct joined: in members/ first"


def test_a_tag_that_two_leads_share_by_chance_is_told(cast: dict[str, str]) -> None:
    """Both give 6a26; the record of the first was not corrected, so the second is another lead."""
    lines = ["- lead Kit > Brian: shop number 75", "- lead Kit > Brian: shop number 334"]
    after, draft = filed(on_thursday(cast, *lines), MEETING)
    assert "- lead Kit > Brian: shop number 334\n" in after[MEETING]
    assert draft.remarks


def test_a_record_that_was_corrected_is_still_the_same(cast: dict[str, str]) -> None:
    after, _ = filed(on_thursday(cast, "- lead Kit > Brian: River bakery"), MEETING)
    (new,) = [file for file in after if file not in cast and file.startswith("referrals/")]
    corrected = {**after, new: after[new].replace("River bakery", "The Riverside mill")}
    log = "log/2026-03-05.md"
    again, draft = filed({**corrected, log: "lead Kit > Brian: River bakery\n"}, log)
    assert again[log] == f"- [lead Kit > Brian: River bakery](../{new})\n"
    assert not any(isinstance(part, New) for part in draft.parts)


def test_the_most_words_in_common_tell_which(cast: dict[str, str]) -> None:
    lines = ["- lead Kit > Lee: a bakery in Nampa", "- lead Kit > Lee: a bakery and a mill in Nampa"]
    after, draft = filed(
        on_thursday(cast, *lines, "- thanks Lee > Kit: bakery and mill", "- won Lee > Kit: bakery"), MEETING
    )
    assert "thanks Lee > Kit: bakery and mill](" in after[MEETING]
    assert after[MEETING].endswith("\n- won Lee > Kit: bakery\n")
    assert draft.remarks


@pytest.mark.parametrize(("one", "other"), [("Dana", "Dana Wolfe"), ("Dana Wolfe", "Dana")])
def test_a_visitor_by_the_first_name_is_asked_about(cast: dict[str, str], one: str, other: str) -> None:
    after, draft = filed(on_thursday(cast, f"- visitor {one}", f"- guest {other}"), MEETING)
    assert f"visitors:\n  - name: {one}\n" in after[MEETING]
    assert after[MEETING].count("- name: ") == 1
    assert draft.remarks


def test_a_lead_to_everyone_and_one_to_a_member_are_two(cast: dict[str, str]) -> None:
    after, _ = filed(on_thursday(cast, "- lead Kit: a farm", "- lead Kit > Lee: a farm"), MEETING)
    assert len([file for file in after if file not in cast and file.startswith("referrals/")]) == 2


@pytest.mark.parametrize("line", ["lead Kit > Brian: shop {}", "ask Brian > Kit #7f3a: why {}?", "visitor Pat{} Roe"])
def test_a_long_log_is_read_quickly(cast: dict[str, str], line: str) -> None:
    log = "log/2026-03-05.md"
    group = group_of({**cast, log: "".join(f"{line.format(number)}\n" for number in range(4000))})
    before = time.process_time()
    assert len(readings(group, log)) == 4000
    assert time.process_time() - before < 4  # a loop over all lines for each would take longer by far


def test_what_is_said_where_no_line_is_understood(cast: dict[str, str]) -> None:
    _, draft = filed(on_thursday(cast, "- leed Kit: a farm"), MEETING)
    assert draft.said == f"Nothing to file in {MEETING}: no line of it can be understood yet."
    _, draft = filed(on_thursday(cast, "- leed Kit: a farm", "- [late Lee](2026-03-05-group.md)"), MEETING)
    assert draft.said == f"Nothing to file in {MEETING}: every line that can be understood is filed already."


def test_a_log_that_cannot_be_read(cast: dict[str, str]) -> None:
    for file, text in ((LOG, "late \u202eLee\n"), (MEETING, "---\nkind: [\n---\n\n## Log\n\n- late Lee\n")):
        with pytest.raises(RefusedError, match=f"{re.escape(file)} cannot be read"):
            filing(group_of({**cast, file: text}), file)


def test_what_is_recorded_already_only_gets_its_link(cast: dict[str, str]) -> None:
    lines = ["- late Lee", "- presented Kit", "- one-to-one Lee + Brian 02-19", "- action Kit: Send the case study"]
    after, draft = filed(on_thursday(cast, *lines, "- accepted Brian > Kit #7f3a; 03-03", "- present all"), MEETING)
    assert new_in(after, cast).keys() == {MEETING}
    assert all(
        isinstance(part, Edit) and all(isinstance(one, ReplaceLine) for one in part.intents) for part in draft.parts
    )
    assert after[MEETING].endswith(
        "- [late Lee](2026-03-05-group.md)\n"
        "- [presented Kit](2026-03-05-group.md)\n"
        "- [one-to-one Lee + Brian 02-19](2026-02-19-brian-cho-lee-ortiz-q2w8.md)\n"
        "- [action Kit: Send the case study](2026-03-05-group.md)\n"
        "- [accepted Brian > Kit #7f3a; 03-03](../../referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml)\n"
        "- [present all](2026-03-05-group.md)\n"
    )


def test_the_same_slip_twice_is_one_record(cast: dict[str, str]) -> None:
    after, _ = filed(on_thursday(cast, "- lead Kit > Lee: a farm", "LEAD kit > lee:  A farm."), MEETING)
    after, draft = filed(
        {**after, "log/2026/2026-03-05-lee-ortiz.md": "lead Kit > Lee: a farm"}, "log/2026/2026-03-05-lee-ortiz.md"
    )
    (new,) = [file for file in after if file not in cast and file.startswith("referrals/")]
    assert after[MEETING].count(new) == 2
    assert new in after["log/2026/2026-03-05-lee-ortiz.md"]
    assert not any(isinstance(part, New) for part in draft.parts)


def test_what_was_won_is_not_won_again_by_thanks(cast: dict[str, str]) -> None:
    lines = ["- lead Kit > Lee: a farm", "- won Lee > Kit: the farm; 900", "- thanks Lee > Kit: the farm; won 900"]
    after, _ = filed(on_thursday(cast, *lines), MEETING)
    (new,) = [file for file in after if file not in cast and file.startswith("referrals/")]
    assert after[new].count("status: won") == 1
    assert "thanked:\n  date: 2026-03-05" in after[new]


def test_who_takes_up_a_lead_to_everyone_is_named(cast: dict[str, str]) -> None:
    after, _ = filed(on_thursday(cast, "- lead Kit: a farm", "- accepted Lee > Kit: the farm"), MEETING)
    (new,) = [file for file in after if file not in cast and file.startswith("referrals/")]
    assert "to: everyone\ntaken_by: [lee-ortiz]\n" in after[new]


def test_a_prospect_is_known_by_its_alias_or_its_id(cast: dict[str, str]) -> None:
    lines = ["- lead Kit > Lee: a mid-size haulier in nampa", "- lead Brian > Lee: haulier-nampa"]
    after, _ = filed(on_thursday(cast, *lines), MEETING)
    new = [text for file, text in after.items() if file not in cast and file.startswith("referrals/")]
    assert [text.count("prospect: haulier-nampa\n") for text in new] == [1, 1]


def test_thanks_do_not_see_what_is_handed_over_below(cast: dict[str, str]) -> None:
    lines = ["- thanks Lee > Kit: the farm", "- lead Kit > Lee: a farm"]
    after, draft = filed(on_thursday(cast, *lines), MEETING)
    assert draft.remarks == (f"1 line of {MEETING} cannot be understood yet, and stayed as it is.",)
    assert filed(after, MEETING)[0] == after


def test_a_log_of_a_member(cast: dict[str, str]) -> None:
    text = "late Lee\n* lead Kit: a farm\n\n1-2-1 Kit & Lee 03-06\n"
    after, draft = filed({**cast, LOG: text}, LOG)
    assert draft.said == f"Filed 2 lines of {LOG}: 1 new lead and 1 one-to-one."
    assert re.sub(r"-[0-9a-f]{4}\.", ".", after[LOG]) == (
        "late Lee\n* [lead Kit: a farm](../../referrals/2026/2026-03-09-kit-larsen-everyone.yml)\n\n"
        "- [1-2-1 Kit & Lee 03-06](../../meetings/2026/2026-03-06-kit-larsen-lee-ortiz.md)\n"
    )


def test_a_log_of_the_day_of_a_meeting_speaks_of_it(cast: dict[str, str]) -> None:
    log = "log/2026-03-05.md"
    after, _ = filed({**cast, MEETING: cast[MEETING].replace("  lee-ortiz: late\n", ""), log: "late Lee\r\n"}, log)
    assert after[log] == "- [late Lee](../meetings/2026/2026-03-05-group.md)\r\n"
    assert "  lee-ortiz: late\n" in after[MEETING]


def test_only_the_line_in_the_log_becomes_a_link(cast: dict[str, str]) -> None:
    text = cast[MEETING] + "\n- late Lee\n\n## Log\n\n- late Lee\n\n## After\n\n- late Lee\n"
    after, _ = filed({**cast, MEETING: text}, MEETING)
    assert after[MEETING].endswith(
        "\n- late Lee\n\n## Log\n\n- [late Lee](2026-03-05-group.md)\n\n## After\n\n- late Lee\n"
    )


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("meetings/2026/2026-03-05-group.md", "There are no slips in meetings/2026/2026-03-05-group.md."),
        ("meetings/2026/2026-03-06-group.md", "There is no file “meetings/2026/2026-03-06-group.md” in this group"),
    ],
)
def test_where_there_is_nothing_to_file(cast: dict[str, str], file: str, said: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(said)):
        filing(group_of(cast), file)


# Properties

MANY = settings(max_examples=2000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 50)
NAMES = st.sampled_from(["Brian", "Kit", "Lee", "kit-larsen", "LEE ORTIZ", "Dana", "Zed"])
THINGS = st.sampled_from(
    ["a farm", "farm", "A Farm.", "the farm shop", "a haulier", "Nampa", "the bike maker", "bikes"]
)
DAYS = st.sampled_from(["03-04", "02-19", "03-05", "3/4", "March 2"])
SLIP = st.one_of(
    st.builds("- {} {}".format, st.sampled_from(["late", "absent", "excused", "present", "presented"]), NAMES),
    st.just("- present everyone else"),
    st.builds("- absent {}, told {}".format, NAMES, DAYS),
    st.builds("- late {}{}{}".format, NAMES, st.sampled_from([": ", " - ", " - and "]), NAMES),
    st.builds("- substitute {}: Pat {}".format, NAMES, NAMES),
    st.builds("- visitor Pat {}, by {}".format, NAMES, NAMES),
    st.builds("- visitor {}".format, NAMES),
    st.builds("- lead {}: {}".format, NAMES, THINGS),
    st.builds("- {} {} > {}: {}".format, st.sampled_from(["lead", "introduction"]), NAMES, NAMES, THINGS),
    st.builds("- referral {} > {}: {}; phone {}; level 4".format, NAMES, NAMES, THINGS, DAYS),
    st.builds("- thanks {} > {}: {}{}".format, NAMES, NAMES, THINGS, st.sampled_from(["", "; won 900", "; won 9,00"])),
    st.builds("- thanks {} > {} #7f3a: {}".format, NAMES, NAMES, THINGS),
    st.builds(
        "- {} {} > {}: {}{}".format,
        st.sampled_from(["accepted", "contacted", "met", "proposed", "won", "lost", "returned", "stalled"]),
        NAMES, NAMES, THINGS, st.sampled_from(["", "; 900", "; 03-04", "; too small", " 03-04", ", won"]),
    ),
    st.builds("- one-to-one {} + {} {}".format, NAMES, NAMES, DAYS),
    st.builds("- {} {} > {}: {}".format, st.sampled_from(["ask", "answer"]), NAMES, NAMES, THINGS),
    st.builds("- action {}: buy {}; by {}".format, NAMES, THINGS, DAYS),
    st.builds("- next {}".format, st.one_of(NAMES, DAYS)),
    st.sampled_from(
        ["- late Lee <!-- c -->", "<!--", "-->", "- late Kit <!-- not yet", "- lead Kit > Lee: a farm <!-- c --> shop",
         "Kit late", "all present", "## **Log**", "- [late Lee]()", "- [lead Kit: a farm](../../referrals/x.yml)"]
    ),
    st.sampled_from(["", "- some words", "- leed Kit: x", "### More", "<!-- - late Lee -->", "- [late Lee](x.md)"]),
)  # fmt: skip
SHEETS = st.lists(SLIP, max_size=12)
END = st.sampled_from(["\n", "\r\n"])
TO_COME = "meetings/2026/2026-03-19-group.md"
FILES = st.sampled_from([MEETING, LOG, TO_COME])


def laid(cast: Mapping[str, str], lines: Sequence[str], end: str, file: str) -> dict[str, str]:
    body = "".join(f"{line}{end}" for line in lines)
    if file == LOG:
        return {**cast, LOG: body}
    if file == TO_COME:
        return {**cast, TO_COME: "---\nkind: group\ndate: 2026-03-19\n---\n\n## Log\n\n".replace("\n", end) + body}
    bare = re.sub(r"attendance:\n(  .*\n)+", "", cast[MEETING])
    return {**cast, MEETING: f"{bare}\n## Log\n\n".replace("\n", end) + body}


@MANY
@given(lines=SHEETS, end=END, file=FILES)
def test_filing_twice_changes_nothing(cast: dict[str, str], lines: list[str], end: str, file: str) -> None:
    before = laid(cast, ["- excused Brian", *lines], end, file)
    once, _ = filed(before, file)
    twice, draft = filed(once, file)
    assert twice == once
    assert draft.parts == ()


@MANY
@given(lines=SHEETS, end=END, file=FILES)
def test_filing_line_by_line_equals_filing_at_once(cast: dict[str, str], lines: list[str], end: str, file: str) -> None:
    lines = ["- excused Brian", *lines]
    at_once, _ = filed(laid(cast, lines, end, file), file)
    texts = laid(cast, [], end, file)
    texts.setdefault(file, "")
    for line in lines:
        texts, _ = filed({**texts, file: f"{texts[file]}{line}{end}"}, file)
    assert texts == at_once


@MANY
@given(lines=SHEETS)
def test_what_is_filed_is_no_error(cast: dict[str, str], lines: list[str]) -> None:
    from refertext.check import check
    from refertext.problem import Severity

    after, _ = filed(laid(cast, ["- late Brian", *lines], "\n", MEETING), MEETING)
    wrong = [finding for finding in check(group_of(after)) if finding.severity is Severity.ERROR]
    assert wrong == []


CANCELLED = "---\nkind: one-to-one\ndate: 2026-03-02\nbetween: [kit-larsen, lee-ortiz]\ncancelled: yes\n---\n"


def test_a_one_to_one_after_a_cancelled_one_of_the_day_is_a_new_record(cast: dict[str, str]) -> None:
    """Though the cancelled one was filed from the same line, so that it has the line's tag."""
    texts = {**cast, LOG: "- one-to-one Kit + Lee 03-02\n"}
    first, _ = filed(texts, LOG)
    (morning,) = new_in(first, texts).keys() - {LOG}
    assert morning.startswith("meetings/2026/2026-03-02-kit-larsen-lee-ortiz-")
    texts[morning] = CANCELLED
    then, _ = filed(texts, LOG)
    (evening,) = new_in(then, texts).keys() - {LOG}
    assert evening != morning
    assert then[morning] == CANCELLED
    then[LOG] += texts[LOG]
    assert new_in(filed(then, LOG)[0], then).keys() == {LOG}
