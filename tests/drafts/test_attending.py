"""Attendance, written into the cast's meeting of Thursday 2026-03-05."""

from __future__ import annotations

from datetime import date

import pytest
from drafted import lines, refused, written

from conftest import found_in, group_of
from refertext.drafts.attending import attend, meeting_called

MEETING = "meetings/2026/2026-03-05-group.md"
NOBODY = {
    MEETING: "---\nkind: group\ndate: 2026-03-05\nnext: 2026-03-12\n# who came\nattendance:\n"
    "  kit-larsen: present   # early\npresented: [kit-larsen]\n---\n"
}


def said(texts: dict[str, str], rest: str | None = None, meeting: str = "last", **words: str) -> list[str]:
    by_id = {id_.replace("_", "-"): word for id_, word in words.items()}
    return lines(texts, attend(group_of(texts), meeting, by_id, rest))


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("late", ["+   brian-cho: late"]),
        (" Late ", ["+   brian-cho: late"]),
        ("absent", ["+   brian-cho: absent"]),
        ("absent:2026-03-04", ["+   brian-cho:", "+     status: absent", "+     notice: 2026-03-04"]),
        ("absent: 03-04", ["+   brian-cho:", "+     status: absent", "+     notice: 2026-03-04"]),
        ("absent:12-30", ["+   brian-cho:", "+     status: absent", "+     notice: 2025-12-30"]),
        ("excused:2026-03-05", ["+   brian-cho:", "+     status: excused", "+     notice: 2026-03-05"]),
        ("substitute", ["+   brian-cho: substitute"]),
        ("substitute:Jo Reed", ["+   brian-cho:", "+     status: substitute", "+     name: Jo Reed"]),
        (
            "substitute:Jo Reed, people/Payroll",
            ["+   brian-cho:", "+     status: substitute", "+     name: Jo Reed", "+     category: people/payroll"],
        ),
        (
            "substitute: Jo  Reed , Reed Payroll , people/payroll",
            [
                "+   brian-cho:",
                "+     status: substitute",
                "+     name: Jo Reed",
                "+     business: Reed Payroll",
                "+     category: people/payroll",
            ],
        ),
    ],
)
def test_what_is_said_of_one_member(cast: dict[str, str], words: str, entry: list[str]) -> None:
    assert said(cast | NOBODY, brian_cho=words) == entry


def test_everything_else_in_the_file_stays(cast: dict[str, str]) -> None:
    texts = cast | NOBODY
    after = written(texts, attend(group_of(texts), "last", {"lee-ortiz": "late"}))[MEETING]
    assert after == NOBODY[MEETING].replace("# early\n", "# early\n  lee-ortiz: late\n")


def test_the_rest_are_those_of_whom_nothing_is_said(cast: dict[str, str]) -> None:
    texts = cast | NOBODY
    draft = attend(group_of(texts), "2026-03-05", {"lee-ortiz": "absent:2026-03-04"}, "present")
    assert lines(texts, draft) == [
        "+   lee-ortiz:",
        "+     status: absent",
        "+     notice: 2026-03-04",
        "+   brian-cho: present",
    ]
    assert draft.said == (
        "Recorded for the meeting of 2026-03-05: Brian Cho present; Lee Ortiz (told on 2026-03-04) absent."
    )
    assert draft.subject == "Record who attended on 2026-03-05"
    assert draft.remarks == ()


def test_who_presented_was_there_and_is_one_of_the_rest(cast: dict[str, str]) -> None:
    texts = cast | {MEETING: NOBODY[MEETING].replace("attendance:\n  kit-larsen: present   # early\n", "attendance:\n")}
    assert said(texts, "present") == [
        "+   brian-cho: present",
        "+   kit-larsen: present",
        "+   lee-ortiz: present",
    ]


def test_the_rest_are_members_of_that_day_who_are_not_on_leave(cast: dict[str, str]) -> None:
    lee = cast["members/lee-ortiz.md"].replace("signed:", "leave: [{from: 2026-03-01, until: 2026-03-08}]\nsigned:")
    brian = cast["members/brian-cho.md"].replace("joined: 2025-02-06", "joined: 2026-03-06")
    texts = cast | NOBODY | {"members/lee-ortiz.md": lee, "members/brian-cho.md": brian}
    draft = attend(group_of(texts), "last", {}, "present")
    assert draft.parts == ()
    assert draft.said == f"Nothing to do: {MEETING} says of everybody whether they attended."


def test_one_of_two_who_share_a_seat_is_enough(cast: dict[str, str]) -> None:
    brian = cast["members/brian-cho.md"].replace("  services:", "  shared_with: [kit-larsen]\n  services:")
    assert said(cast | NOBODY | {"members/brian-cho.md": brian}, "present") == ["+   lee-ortiz: present"]


@pytest.mark.parametrize(
    ("before", "words", "changes"),
    [
        ("{status: absent, notice: 2026-03-04}", "excused", "{status: excused, notice: 2026-03-04}"),
        ("{status: absent, notice: 2026-03-04}", "absent:2026-03-03", "{status: absent, notice: 2026-03-03}"),
        ("{status: absent, notice: 2026-03-04}", "present", "present"),
        ("{status: substitute, name: Jo Reed}", "substitute", None),
        ("{status: substitute, name: Jo Reed}", "late", "late"),
        (
            "{status: substitute, name: Jo Reed, category: people/payroll}",
            "substitute:jo reed, Reed Payroll",
            "{status: substitute, name: jo reed, business: Reed Payroll, category: people/payroll}",
        ),
        (
            "{status: substitute, name: Jo Reed, category: people/payroll}",
            "substitute:Pat Roe",
            "{status: substitute, name: Pat Roe}",
        ),
        ("present", "present", None),
        ("{status: late, notice: 2026-03-04}", "late", None),
    ],
)
def test_keys_that_still_fit_are_kept(cast: dict[str, str], before: str, words: str, changes: str | None) -> None:
    texts = cast | {MEETING: cast[MEETING].replace("lee-ortiz: late", f"lee-ortiz: {before}")}
    after = written(texts, attend(group_of(texts), "last", {"lee-ortiz": words}))[MEETING]
    assert after == texts[MEETING].replace(before, changes or before)


def test_an_entry_under_a_former_id_is_the_member_s(cast: dict[str, str]) -> None:
    lee = cast["members/lee-ortiz.md"].replace("manager: none", "manager: none\nformer_ids: [lee]")
    texts = cast | {MEETING: cast[MEETING].replace("lee-ortiz: late", "lee: late"), "members/lee-ortiz.md": lee}
    assert said(texts, lee_ortiz="present") == ["-   lee: late", "+   lee: present"]


def test_what_stands_there_already_is_not_written(cast: dict[str, str]) -> None:
    draft = attend(group_of(cast), "last", {"lee-ortiz": "late"})
    assert draft.parts == ()
    assert draft.said == f"Nothing to do: {MEETING} says so already: Lee Ortiz late."


def test_remarks_on_what_is_missing_still(cast: dict[str, str]) -> None:
    lee = cast["members/lee-ortiz.md"].replace("signed:", "leave: [{from: 2026-03-01, until: 2026-03-08}]\nsigned:")
    texts = cast | NOBODY | {"members/lee-ortiz.md": lee}
    assert attend(group_of(texts), "last", {"lee-ortiz": "substitute"}).remarks == (
        "Nobody knows who stood in for Lee Ortiz: write lee-ortiz=substitute: and the name.",
        (
            "Lee Ortiz is on leave from 2026-03-01 until 2026-03-08, so the meeting does not count for them; correct "
            "the leave if it was shorter."
        ),
        "Nothing is said yet of Brian Cho.",
    )


@pytest.mark.parametrize(
    ("id_", "words", "why"),
    [
        ("lee-ortiz", "lat", "“lat” is no way to attend. Did you mean late?"),
        ("lee-ortiz", "sub:Jo", "“sub” is no way to attend. Did you mean substitute?"),
        (
            "lee-ortiz",
            "xyzzy",
            "“xyzzy” is no way to attend. Write present, late, substitute, excused or absent.",
        ),
        (
            "lee-ortiz",
            "present:2026-03-04",
            (
                "“lee-ortiz=present:2026-03-04”: nothing more can be said of present. After a colon stands the day "
                "an absence was announced, lee-ortiz=absent:2026-03-05, or a substitute's name, "
                "lee-ortiz=substitute:Jo Reed."
            ),
        ),
        (
            "lee-ortiz",
            "absent:4 March",
            "The day of a notice: “4 March” is not a date; write the date as YYYY-MM-DD, for example 2026-03-05.",
        ),
        (
            "lee-ortiz",
            "absent:03-06",
            "The day of a notice: “03-06” would be 2025-03-06; write 2025-03-06 if that is meant, or correct the day.",
        ),
        (
            "lee-ortiz",
            "absent:2026-03-06",
            (
                "The notice of 2026-03-06 came after the meeting of 2026-03-05. A notice is given before: write the "
                "day, or only the status where nothing was said before."
            ),
        ),
        (
            "lee-ortiz",
            "substitute:Jo Reed, people/pay-roll",
            "There is no category “people/pay-roll”. Did you mean people/payroll?",
        ),
        (
            "lee-ortiz",
            "substitute:Jo, Reed, Payroll",
            (
                "“Jo, Reed, Payroll”: of a substitute one can say the name, the business and the category, for example "
                "lee-ortiz=substitute:Jo Reed, Reed Payroll, people/payroll."
            ),
        ),
        (
            "dana-wolfe",
            "present",
            (
                "Dana Wolfe was no member on 2026-03-05 (has not joined yet). Write candidates and former members "
                "under visitors: as name: Dana Wolfe, or correct the days in members/dana-wolfe.md."
            ),
        ),
    ],
)
def test_what_is_refused(cast: dict[str, str], id_: str, words: str, why: str) -> None:
    assert refused(lambda: attend(group_of(cast), "last", {id_: words})) == why


def test_nothing_is_no_request(cast: dict[str, str]) -> None:
    assert refused(lambda: attend(group_of(cast), "last", {})).startswith("Say who attended")
    assert refused(lambda: attend(group_of(cast), "last", {}, "substitute")).startswith("Substitutes have names")


def test_of_an_unknown_id_the_rest_cannot_be_told(cast: dict[str, str]) -> None:
    texts = cast | {MEETING: cast[MEETING].replace("lee-ortiz: late", "lee-ortis: late")}
    assert refused(lambda: attend(group_of(texts), "last", {}, "present")).startswith(
        f"Under attendance: in {MEETING} stands “lee-ortis”, who is no member"
    )


def test_of_a_meeting_to_come_only_absences_are_known(cast: dict[str, str]) -> None:
    file = "meetings/2026/2026-03-12-group.md"
    texts = cast | {file: "---\nkind: group\ndate: 2026-03-12\n---\n"}
    draft = attend(group_of(texts), "2026-03-12", {"lee-ortiz": "absent:2026-03-10"})
    assert lines(texts, draft) == [
        "+ attendance:",
        "+   lee-ortiz:",
        "+     status: absent",
        "+     notice: 2026-03-10",
    ]
    assert draft.remarks == ()
    assert not {found for found in found_in(written(texts, draft)) if found[0] == file}
    assert refused(lambda: attend(group_of(texts), "2026-03-12", {"lee-ortiz": "late"})).startswith(
        "The meeting of 2026-03-12 has not taken place yet (as of 2026-03-11)"
    )
    assert "has not been given yet" in refused(
        lambda: attend(group_of(texts), "2026-03-12", {"lee-ortiz": "absent:2026-03-12"})
    )


# Which meeting


@pytest.mark.parametrize("text", ["last", "LAST", "2026-03-05", "2026-03-05-group", MEETING])
def test_ways_to_call_a_meeting(cast: dict[str, str], text: str) -> None:
    assert meeting_called(group_of(cast), text).file == MEETING


def test_the_last_meeting_is_the_last_one_up_to_the_day(cast: dict[str, str]) -> None:
    texts = cast | {"meetings/2026/2026-02-26-group.md": "---\nkind: group\ndate: 2026-02-26\n---\n"}
    assert meeting_called(group_of(texts, date(2026, 3, 4)), "last").id == "2026-02-26-group"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-03-06", "There is no group meeting “2026-03-06”. Did you mean 2026-03-05?"),
        ("yesterday", "There is no group meeting “yesterday”. The last ones were on 2026-03-05."),
        (
            "2026-02-19-brian-cho-lee-ortiz-q2w8",
            (
                "“2026-02-19-brian-cho-lee-ortiz-q2w8” is a one-to-one: attendance is written down for group meetings. "
                "Who met is under between: there."
            ),
        ),
        ("2026-01-08", "The meeting of 2026-01-08 was cancelled, so nobody attended it."),
        (
            "2026-01-15",
            "There are 2 group meetings on 2026-01-15. Name one by its id: 2026-01-15-group or 2026-01-15-more.",
        ),
        (
            "2026-01-22",
            "The file of “2026-01-22-group” in meetings/ cannot be read: “refertext check” says why.",
        ),
    ],
)
def test_meetings_that_are_not_meant(cast: dict[str, str], text: str, why: str) -> None:
    texts = cast | {
        "meetings/2026/2026-01-08-group.yml": "kind: group\ndate: 2026-01-08\ncancelled: yes\n",
        "meetings/2026/2026-01-15-group.yml": "kind: group\ndate: 2026-01-15\n",
        "meetings/2026/2026-01-15-more.yml": "kind: group\ndate: 2026-01-15\n",
        "meetings/2026/2026-01-22-group.yml": "kind: [\n",
    }
    if text == "yesterday":
        texts = cast
    assert refused(lambda: meeting_called(group_of(texts), text)) == why


def test_without_a_meeting_there_is_no_last_one(cast: dict[str, str]) -> None:
    assert refused(lambda: meeting_called(group_of(cast, date(2025, 1, 1)), "last")) == (
        "There is no group meeting up to 2025-01-01. Record one: refertext new meeting --on DAY"
    )
