from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from conftest import found_in, group_of
from refertext.drafts import Draft, New, RefusedError
from refertext.drafts.beginnings import Skeleton
from refertext.drafts.beginnings.agreement import NewAgreement, agreement
from refertext.drafts.beginnings.edited import edited
from refertext.drafts.beginnings.meeting import NewMeeting, day_to_record, meeting
from refertext.drafts.beginnings.member import NewMember, member
from refertext.drafts.beginnings.partnership import NewPartnership, partnership
from refertext.drafts.beginnings.prospect import NewProspect, prospect
from refertext.drafts.beginnings.referral import NewReferral, about_meant, referral
from refertext.drafts.beginnings.talk import NewTalk, one_to_one, review
from refertext.group import Group
from refertext.problem import Severity
from refertext.rules.registry import all_rules

TODAY = date(2026, 3, 11)
TAGS = ("0a1b", "2c3d")
DANA = NewMember(name="Zoë Ås", business="Ås & Co: signs", category="people/training", joined=TODAY)
LEAD = NewReferral(kind="lead", from_="kit-larsen", to="brian-cho", about="A brewery, that hires: 12", on=TODAY)


def packaged(kind: str) -> Skeleton:
    folder = resources.files("refertext") / "skeletons" / "new"
    file = next(file for file in folder.iterdir() if file.name.rpartition(".")[0] == kind)
    return Skeleton(file.name, file.read_text(encoding="utf-8"))


def new_of(draft: Draft) -> New:
    (new,) = draft.parts
    assert isinstance(new, New)
    return new


def added(texts: Mapping[str, str], draft: Draft) -> Group:
    new = new_of(draft)
    assert new.file not in texts
    return group_of({**texts, new.file: new.text})


def errors(texts: Mapping[str, str]) -> set[str]:
    return {rule for _, _, rule in found_in(texts) if all_rules()[rule].severity is Severity.ERROR}


def drafts(group: Group) -> dict[str, Draft]:
    """One of each kind, as sparing as it may be."""
    return {
        "member": member(group, packaged("member"), DANA),
        "candidate": member(group, packaged("candidate"), NewMember(name="Pat Roe", business="Roe Roofing")),
        "agreement": agreement(group, packaged("agreement"), NewAgreement(title="We answer", adopted=TODAY)),
        "partnership": partnership(
            group, packaged("partnership"), NewPartnership(between=("lee-ortiz", "kit-larsen"), since=TODAY)
        ),
        "prospect": prospect(group, packaged("prospect"), NewProspect(alias="A bakery with three shops")),
        "referral": referral(group, packaged("referral"), LEAD, TAGS),
        "one-to-one": one_to_one(
            group, packaged("one-to-one"), NewTalk(between=("lee-ortiz", "kit-larsen"), on=TODAY), TAGS
        ),
        "review": review(group, packaged("review"), NewTalk(between=("kit-larsen", "brian-cho"), on=TODAY), TAGS),
        "meeting": meeting(group, packaged("meeting"), NewMeeting(on=TODAY)),
    }


FILES = {
    "member": "members/zoe-as.md",
    "candidate": "members/pat-roe.md",
    "agreement": "agreements/we-answer.md",
    "partnership": "partnerships/kit-larsen--lee-ortiz.md",
    "prospect": "prospects/a-bakery-with-three-shops.yml",
    "referral": "referrals/2026/2026-03-11-kit-larsen-brian-cho-0a1b.yml",
    "one-to-one": "meetings/2026/2026-03-11-kit-larsen-lee-ortiz-0a1b.md",
    "review": "meetings/2026/2026-03-11-brian-cho-kit-larsen-0a1b.md",
    "meeting": "meetings/2026/2026-03-11-group.md",
}


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_has_its_file_and_passes_check(cast: dict[str, str], kind: str) -> None:
    new = new_of(drafts(group_of(cast))[kind])
    assert new.file == FILES[kind]
    assert not errors({**cast, new.file: new.text}) - errors(cast)


def test_answers_stand_at_their_keys_and_the_rest_stays_as_in_the_skeleton(cast: dict[str, str]) -> None:
    text = new_of(referral(group_of(cast), packaged("referral"), LEAD, TAGS)).text
    assert text.startswith(
        "kind: lead\ndate: 2026-03-11\nfrom: kit-larsen\nto: brian-cho\n"
        'about: "A brewery, that hires: 12"\n\n# What becomes of it'
    )
    assert text.endswith("history: []\n")


def test_a_prospects_id_is_told_from_words(cast: dict[str, str]) -> None:
    asked = NewReferral(kind="lead", from_="outside: a client of Kit", to="everyone", about="haulier-nampa", on=TODAY)
    draft = referral(group_of(cast), packaged("referral"), asked, TAGS)
    record = added(cast, draft).referrals["2026-03-11-outside-everyone-0a1b"]
    assert (record.prospect, record.about) == ("haulier-nampa", None)
    assert draft.said == "a client of Kit gave the group a lead on 2026-03-11: A mid-size haulier in Nampa."


def test_consent_has_a_day_and_a_way(cast: dict[str, str]) -> None:
    asked = NewReferral(
        kind="referral", from_="kit-larsen", to="lee-ortiz", about="a mill", on=TODAY, level=4, consent="phone"
    )
    draft = referral(group_of(cast), packaged("referral"), asked, TAGS)
    record = added(cast, draft).referrals["2026-03-11-kit-larsen-lee-ortiz-0a1b"]
    assert record.consent
    assert (record.consent.date, record.consent.how, record.level) == (TODAY, "phone", 4)


def test_a_tag_that_is_taken_is_passed_over(cast: dict[str, str]) -> None:
    first = new_of(referral(group_of(cast), packaged("referral"), LEAD, TAGS))
    second = new_of(referral(group_of({**cast, first.file: first.text}), packaged("referral"), LEAD, TAGS))
    assert second.file.endswith("-2c3d.yml")


def test_a_name_too_long_for_a_file_leaves_the_names_out(cast: dict[str, str]) -> None:
    long = "x" * 100
    texts = {**cast, f"members/{long}.md": cast["members/lee-ortiz.md"]}
    asked = NewReferral(kind="lead", from_=long, to="brian-cho", about="a mill", on=TODAY)
    assert new_of(referral(group_of(texts), packaged("referral"), asked, TAGS)).file.endswith("/2026-03-11-0a1b.yml")


@pytest.mark.parametrize(
    ("name", "id_", "said"),
    [
        ("Kit Larsen", None, "members/kit-larsen.md has it. If this is another one, give it an id: --id kit-larsen-2"),
        ("Kit Larsen", "Kit", "write kit"),
        ("Everyone", None, "a word with a meaning of its own"),
        ("Readme", None, "tells people about its folder"),
        ("李", None, "Give one with --id"),
    ],
)
def test_ids_that_cannot_be(cast: dict[str, str], name: str, id_: str | None, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        member(group_of(cast), packaged("member"), NewMember(name=name, business="x", id=id_))


def test_two_are_two_and_partners_once(cast: dict[str, str]) -> None:
    group = group_of(cast)
    with pytest.raises(RefusedError, match="between two"):
        partnership(group, packaged("partnership"), NewPartnership(between=("kit-larsen",) * 2, since=TODAY))
    both = ("kit-larsen", "brian-cho")
    with pytest.raises(RefusedError, match="have a partnership already"):
        partnership(group, packaged("partnership"), NewPartnership(between=both, since=TODAY))
    with pytest.raises(RefusedError, match="It takes two"):
        one_to_one(group, packaged("one-to-one"), NewTalk(between=("kit-larsen",) * 2, on=TODAY), TAGS)
    with pytest.raises(RefusedError, match="are no partners yet"):
        review(group, packaged("review"), NewTalk(between=("kit-larsen", "lee-ortiz"), on=TODAY), TAGS)


@pytest.mark.parametrize(
    ("kind", "cancelled", "is_recorded"),
    [("one-to-one", "no", True), ("one-to-one", "yes", False), ("review", "no", False), ("visit", "no", False)],
)
def test_two_have_one_one_to_one_a_day(cast: dict[str, str], kind: str, cancelled: str, is_recorded: bool) -> None:
    texts = cast | {"meetings/2026/2026-03-11-x.yml": talk(kind, cancelled)}
    asked = NewTalk(between=("lee-ortiz", "kit-larsen"), on=TODAY)
    with pytest.raises(RefusedError, match="recorded already, in meetings") if is_recorded else nullcontext():
        added(texts, one_to_one(group_of(texts), packaged("one-to-one"), asked, TAGS))


@pytest.mark.parametrize(("kind", "is_recorded"), [("review", True), ("one-to-one", False)])
def test_partners_have_one_review_a_day(cast: dict[str, str], kind: str, is_recorded: bool) -> None:
    texts = cast | {"meetings/2026/2026-03-11-x.yml": talk(kind, "no", "brian-cho")}
    asked = NewTalk(between=("kit-larsen", "brian-cho"), on=TODAY)
    with pytest.raises(RefusedError, match=r"The review of .* is recorded") if is_recorded else nullcontext():
        added(texts, review(group_of(texts), packaged("review"), asked, TAGS))


def talk(kind: str, cancelled: str, other: str = "lee-ortiz") -> str:
    return f"{{kind: {kind}, date: {TODAY}, between: [kit-larsen, {other}], cancelled: {cancelled}}}"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("haulier-nampa", "haulier-nampa"),
        ("haulier  Nampa", "haulier-nampa"),
        ("a mid-size HAULIER in  Nampa", "haulier-nampa"),
        ("acme logistics", "haulier-nampa"),
        ("a  mill that hires", "a mill that hires"),
        ("A mid-size bakery in Boise", "A mid-size bakery in Boise"),
        ("ha", "ha"),
        ("x" * 5000, "x" * 5000),
    ],
)
def test_what_a_referral_is_about(cast: dict[str, str], text: str, about: str) -> None:
    assert about_meant(group_of(cast), text) == about


@pytest.mark.parametrize("text", ["haulier", "haulier-namp", "hauler-nampa", "A midsize haulier in Nampa"])
def test_nobody_passes_by_a_prospect_by_typing_it_wrongly(cast: dict[str, str], text: str) -> None:
    with pytest.raises(RefusedError, match=r"may be the prospect haulier-nampa \(A mid-size haulier in Nampa\)"):
        about_meant(group_of(cast), text)


def test_nobody_gives_to_oneself(cast: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match="Kit Larsen cannot be giver and receiver"):
        referral(group_of(cast), packaged("referral"), replace(LEAD, to="kit-larsen"), TAGS)


# After the editor


def test_a_sentence_that_still_holds_stays(cast: dict[str, str]) -> None:
    draft = agreement(group_of(cast), packaged("agreement"), NewAgreement(title="We answer", adopted=TODAY))
    text = new_of(draft).text + "\nWithin a week.\n"
    after = edited(draft, text, ("title",))
    assert (after.said, after.subject, after.remarks) == (draft.said, draft.subject, draft.remarks)
    assert new_of(after) == New(new_of(draft).file, text)


def test_a_sentence_about_other_answers_is_left_out(cast: dict[str, str]) -> None:
    draft = agreement(group_of(cast), packaged("agreement"), NewAgreement(title="We answer", adopted=TODAY))
    text = new_of(draft).text.replace(f"adopted: {TODAY}", "adopted: 2026-01-08")
    after = edited(draft, text, ("title",))
    assert after.said == "“agreements/we-answer.md” is written as it came back from the editor."
    assert after.subject == "Add agreements/we-answer.md"


@pytest.mark.parametrize(("key", "told"), [("title", "“We answer”"), ("adopted", "“2026-03-11”")])
def test_what_a_record_is_named_after_stays(cast: dict[str, str], key: str, told: str) -> None:
    draft = agreement(group_of(cast), packaged("agreement"), NewAgreement(title="We answer", adopted=TODAY))
    text = new_of(draft).text.replace(f"{key}: ", f"{key}: 2")
    with pytest.raises(RefusedError, match=f"“{key}” was {told} when the editor opened.* --{key}$"):
        edited(draft, text, (key,))


def test_what_cannot_be_read_is_left_to_check(cast: dict[str, str]) -> None:
    draft = member(group_of(cast), packaged("member"), DANA)
    assert new_of(edited(draft, "name: [", ("name",))).text == "name: ["


def test_only_leads_go_to_everyone(cast: dict[str, str]) -> None:
    asked = NewReferral(kind="introduction", from_="kit-larsen", to="everyone", about="a mill", on=TODAY)
    with pytest.raises(RefusedError, match="Only a lead goes to everyone"):
        referral(group_of(cast), packaged("referral"), asked, TAGS)


# A group's own skeletons


def test_a_groups_own_skeleton_says_how_the_file_ends_and_what_else_stands_in_it(cast: dict[str, str]) -> None:
    own = Skeleton("templates/new-referral.md", "---\n# Ours {{ not rendered }}\nlevel: 1\n---\n\nTell the story.\n")
    new = new_of(referral(group_of(cast), own, LEAD, TAGS))
    assert new.file.endswith(".md")
    record = added(cast, referral(group_of(cast), own, LEAD, TAGS)).referrals["2026-03-11-kit-larsen-brian-cho-0a1b"]
    assert (record.level, record.text) == (1, "Tell the story.")
    assert "# Ours {{ not rendered }}" in new.text


def test_a_skeleton_that_is_no_record_is_named(cast: dict[str, str]) -> None:
    own = Skeleton("templates/new-referral.yml", "kind: [\n")
    with pytest.raises(RefusedError, match=r"No record can be made from templates/new-referral\.yml"):
        referral(group_of(cast), own, LEAD, TAGS)


# The sheet of a meeting


def test_the_sheet_starts_from_what_is_known(cast: dict[str, str]) -> None:
    texts = {
        **cast,
        "refertext.yml": cast["refertext.yml"].replace("as_of: 2026-03-11", "as_of: 2026-03-12"),
        "members/lee-ortiz.md": cast["members/lee-ortiz.md"].replace(
            "joined:", "leave: [{from: 2026-03-10, until: 2026-03-20}]\njoined:"
        ),
    }
    draft = meeting(group_of(texts), packaged("meeting"), NewMeeting())
    record = added(texts, draft).meetings["2026-03-12-group"]
    assert record.date == date(2026, 3, 12)
    assert record.next == date(2026, 3, 19)
    assert {id_: attended.status for id_, attended in record.attendance.items()} == {
        "brian-cho": "present",
        "kit-larsen": "present",
    }
    assert record.next_presenter == "kit-larsen"  # Brian presents on the day, Lee is on leave
    assert record.text
    assert "## Still open\n\n- Kit Larsen: send the case study, by 2026-03-12\n\n## Log" in record.text
    assert not record.actions
    assert "2 members are entered as present" in draft.remarks[0]


def test_before_the_day_nobody_is_present(cast: dict[str, str]) -> None:
    draft = meeting(group_of(cast), packaged("meeting"), NewMeeting())
    assert not added(cast, draft).meetings["2026-03-12-group"].attendance
    assert "The day is to come" in draft.remarks[0]


def test_a_sheet_without_a_place_for_slips_has_the_open_actions_at_its_end(cast: dict[str, str]) -> None:
    own = Skeleton("templates/new-meeting.md", "---\nkind: group\ndate:\n---\n\nMinutes.\n")
    assert new_of(meeting(group_of(cast), own, NewMeeting())).text.endswith("by 2026-03-12\n")


@pytest.mark.parametrize(
    ("today", "recorded", "next_", "day"),
    [
        ("2026-03-11", [], "2026-03-12", "2026-03-12"),  # as fixed
        ("2026-03-12", [], "2026-03-12", "2026-03-12"),
        ("2026-03-13", [], "2026-03-12", "2026-03-12"),
        ("2026-03-13", ["2026-03-12"], "2026-03-12", "2026-03-19"),
        ("2026-03-11", [], "2026-03-10", "2026-03-10"),  # fixed for another day of the week
        ("2026-03-20", [], "2026-03-12", "2026-03-19"),  # the last one, not the one forgotten before
        ("2026-03-20", ["2026-03-19"], "2026-03-12", "2026-03-26"),
        ("2026-03-11", [], "", "2026-03-12"),  # by the settings
    ],
)
def test_the_day_of_the_sheet(cast: dict[str, str], today: str, recorded: list[str], next_: str, day: str) -> None:
    texts = {file: text for file, text in cast.items() if not file.startswith("meetings/")}
    for one in ("2026-03-05", *recorded):
        fixed = next_ if one == "2026-03-05" else ""
        texts[f"meetings/2026/{one}-group.md"] = f"---\nkind: group\ndate: {one}\nnext: {fixed}\n---\n"
    texts["refertext.yml"] = cast["refertext.yml"].replace("as_of: 2026-03-11", f"as_of: {today}")
    assert day_to_record(group_of(texts)) == date.fromisoformat(day)


def with_sheets(cast: dict[str, str], today: str, *sheets: str) -> Group:
    """The cast on a day, with sheets of group meetings, each its day and what else it says."""
    more = {f"meetings/2026/{one[:10]}-group.md": f"---\nkind: group\ndate: {one}\n---\n" for one in sheets}
    settings = cast["refertext.yml"].replace("as_of: 2026-03-11", f"as_of: {today}")
    return group_of({**cast, **more, "refertext.yml": settings})


@pytest.mark.parametrize("today", ["2026-03-11", "2026-03-12"])
def test_asked_for_twice_the_sheet_is_there_already(cast: dict[str, str], today: str) -> None:
    group = with_sheets(cast, today, "2026-03-12")
    with pytest.raises(
        RefusedError, match=r"2026-03-12 is there already: meetings/2026/2026-03-12-group\.md.*--on 2026-03-19$"
    ):
        meeting(group, packaged("meeting"), NewMeeting())
    asked = NewMeeting(on=date(2026, 3, 19))
    assert new_of(meeting(group, packaged("meeting"), asked)).file == "meetings/2026/2026-03-19-group.md"


@pytest.mark.parametrize(
    ("today", "sheets", "day"),
    [
        ("2026-03-13", ["2026-03-12"], "2026-03-19"),  # the last one is over
        ("2026-03-11", ["2026-03-12\ncancelled: yes"], "2026-03-19"),
        ("2026-03-13", ["2026-03-19"], "2026-03-12"),  # prepared ahead, while the last one is not recorded
    ],
)
def test_another_sheet_is_begun_where_it_is_needed(
    cast: dict[str, str], today: str, sheets: list[str], day: str
) -> None:
    draft = meeting(with_sheets(cast, today, *sheets), packaged("meeting"), NewMeeting())
    assert draft.said == f"The sheet for the meeting of {day} is ready."


def test_the_next_meeting_comes_after_this_one(cast: dict[str, str]) -> None:
    asked = NewMeeting(on=date(2026, 3, 12), next=date(2026, 3, 12))
    with pytest.raises(RefusedError, match="cannot be on 2026-03-12"):
        meeting(group_of(cast), packaged("meeting"), asked)


def test_a_group_that_does_not_say_when_it_meets_meets_today(cast: dict[str, str]) -> None:
    texts = {"refertext.yml": "group: A\ntimezone: UTC\ncurrency: USD\n"}
    assert day_to_record(group_of(texts)) == TODAY
    draft = meeting(
        group_of({**texts, "members/a.md": cast["members/lee-ortiz.md"]}), packaged("meeting"), NewMeeting()
    )
    assert "Fix the next meeting" in draft.remarks[-1]


def test_a_recorded_day_is_not_started_again(cast: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match=r"is there already: meetings/2026/2026-03-05-group\.md"):
        meeting(group_of(cast), packaged("meeting"), NewMeeting(on=date(2026, 3, 5)))
