from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import pytest

from conftest import HERE, group_of, texts_of
from refertext.check import check
from refertext.disk import materials
from refertext.drafts import Draft, RefusedError
from refertext.drafts.renaming import Renaming, renaming
from refertext.group import Group, load
from refertext.records import FOLDERS
from refertext.text import Source
from refertext.writing.carrying import planned

ROOT = HERE.parent
SOME = 6  # of the many referrals and meetings


def after(texts: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """The texts as a draft makes them."""
    now = dict(texts)
    for file, data in planned(draft, lambda file: Source(file, texts[file].encode())).texts.items():
        if data is None:
            del now[file]
        else:
            now[file] = data.decode()
    return now


def renamed(texts: Mapping[str, str], folder: str, old: str, new: str, *, forget: bool = False) -> dict[str, str]:
    return after(texts, renaming(group_of(texts), Renaming(folder, old, new, forget), texts.get))


def refused(texts: Mapping[str, str], folder: str, old: str, new: str) -> str:
    with pytest.raises(RefusedError) as refusal:
        renaming(group_of(texts), Renaming(folder, old, new), texts.get)
    return str(refusal.value)


# Of the whole sample


@cache
def sample_texts() -> dict[str, str]:
    return texts_of(ROOT)


def sample_group(texts: Mapping[str, str]) -> Group:
    sources = (Source(file, text.encode()) for file, text in sorted(texts.items()))
    return load(sources, lambda _: date(2026, 11, 20), materials=materials(ROOT))


@cache
def sample() -> Group:
    return sample_group(sample_texts())


def findings(group: Group, old: str, new: str) -> Counter[tuple[str, str, str]]:
    """What is found, as if the new id were the old one."""
    return Counter(
        (finding.rule, finding.problem.message.replace(new, old), finding.problem.place.file.replace(new, old))
        for finding in check(group)
    )


def every_record() -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        ids = sorted(sample().records(folder))
        few = ids[:: max(len(ids) // SOME, 1)] if folder in ("referrals", "meetings") else ids
        yield from ((folder, id_) for id_ in few)


@pytest.mark.parametrize(("folder", "id_"), list(every_record()))
def test_nothing_new_is_found_after_any_record_was_renamed(folder: str, id_: str) -> None:
    new = f"{id_}-zz"
    texts = sample_texts()
    now = after(texts, renaming(sample(), Renaming(folder, id_, new), texts.get))
    group = sample_group(now)
    assert findings(group, id_, new) == findings(sample(), id_, new)
    assert new in group.records(folder)
    assert group.resolve(folder, id_) == new
    assert not any(reference.id == id_ for reference in group.outdated_references[folder])


def test_back_and_forth_leaves_every_byte_as_it_was_but_for_the_former_ids() -> None:
    texts = sample_texts()
    there = after(texts, renaming(sample(), Renaming("members", "kit-larsen", "kit-berg"), texts.get))
    back = after(there, renaming(sample_group(there), Renaming("members", "kit-berg", "kit-larsen"), there.get))
    different = {file for file in texts if back[file] != texts[file]}
    assert back.keys() == texts.keys()
    assert different == {"members/kit-larsen.md"}
    assert back["members/kit-larsen.md"].replace("former_ids: [kit-berg]\n", "") == texts["members/kit-larsen.md"]


# Of the cast


def test_every_kind_of_reference_to_a_member_follows(cast: dict[str, str]) -> None:
    pair = "partnerships/brian-cho--kit-larsen.md"
    texts = cast | {
        pair: """---
between: [brian-cho, kit-larsen]
kind: power
since: 2025-02-01
goals: {brian-cho: two, kit-larsen: three}
gain: {kit-larsen: {why: growth, agreed: 2025-01-28}}
fit: {kit-larsen: {asked: 2025-01-21, nearby: yes}}
balance: {brian-cho: 1, kit-larsen: 1, agreed: 2025-01-28}
explained: {kit-larsen: 2025-02-17}
action_plan: [{what: newsletter, by: kit-larsen}]
cycles:
  - from: 2026-03-10
    until: 2026-04-09
    promise: {kit-larsen: 2}  # Kit's own
    contacts: [{who: haulier-nampa, from: kit-larsen}]
concerns: [{raised: 2026-03-01, by: kit-larsen, about: kit-larsen}]
---

See [Kit](../members/kit-larsen.md).
""",
        "meetings/2026/2026-02-26-group.md": """---
kind: group
date: 2026-02-26
next_presenter: kit-larsen
attendance:
  kit-larsen: {status: late}
presented: [kit-larsen]
visitors: [{name: Pat Roe, invited_by: kit-larsen}]
actions: [{who: kit-larsen, what: send it}]
---
""",
        "refertext.yml": cast["refertext.yml"].replace("coordinator: lee-ortiz", "coordinator: kit-larsen")
        + """
seats: [{category: people/training, status: reserved, for: kit-larsen, holder: kit-larsen}]
searches: [{by: kit-larsen, for: people/training, found: kit-larsen}]
waivers: [{rule: same-seat, file: members/kit-larsen.md, why: voted, until: 2027-01-01}]
""",
        "agreements/here.md": """---
title: Here
adopted: 2026-01-01
commitments:
  - {measure: attendance, at_least: 75%, over: 26 weeks, who: kit-larsen}
  - {measure: attendance, at_least: 75%, over: 26 weeks, who: [brian-cho, kit-larsen]}
---
""",
    }
    now = renamed(texts, "members", "kit-larsen", "kit-berg")
    assert "kit-larsen" not in now[pair]
    assert now[pair] == texts[pair].replace("kit-larsen", "kit-berg")
    for file in ("meetings/2026/2026-02-26-group.md", "refertext.yml", "agreements/here.md"):
        assert now[file] == texts[file].replace("kit-larsen", "kit-berg")
    assert "former_ids: [kit-larsen]" in now["members/kit-berg.md"]
    assert "members/kit-larsen.md" not in now


def test_a_contact_that_is_a_prospect_follows(cast: dict[str, str]) -> None:
    texts = cast | {
        "partnerships/brian-cho--kit-larsen.md": """---
between: [brian-cho, kit-larsen]
since: 2025-02-01
cycles:
  - {from: 2026-03-10, until: 2026-04-09, contacts: [{who: haulier-nampa, from: kit-larsen}]}
---
"""
    }
    now = renamed(texts, "prospects", "haulier-nampa", "trucks-nampa")
    assert "who: trucks-nampa" in now["partnerships/brian-cho--kit-larsen.md"]


def test_a_referral_whose_ids_are_called_as_keys_are_keeps_its_keys(cast: dict[str, str]) -> None:
    member = cast["members/brian-cho.md"]
    file = "referrals/2026/2026-03-04-kit-larsen-to-a1b2.yml"
    text = "kind: lead\ndate: 2026-03-04\nfrom: kit-larsen\nto: to\nabout: a brewery\n"
    now = renamed({**cast, "members/to.md": member, file: text}, "members", "to", "tomas")
    assert now[file] == text.replace("to: to", "to: tomas")


def test_the_terms_of_an_agreement_stay_what_was_agreed(cast: dict[str, str]) -> None:
    text = """---
title: Here
adopted: 2026-01-01
terms: TERMS
commitments:
  - {measure: attendance, at_least: 75%, over: 26 weeks, who: [brian-cho, kit-larsen]}
  - {measure: attendance, at_least: 75%, over: 26 weeks, who: kit-larsen}
---

Ask [Kit](../members/kit-larsen.md).
"""
    file = "agreements/here.md"
    agreed = group_of({file: text}).agreements["here"].written_terms
    now = renamed({**cast, file: text.replace("TERMS", agreed)}, "members", "kit-larsen", "kit-berg")
    agreement = group_of(now).agreements["here"]
    assert agreement.terms == agreement.written_terms != agreed
    silently = renamed({**cast, file: text.replace("TERMS", "00000000")}, "members", "kit-larsen", "kit-berg")
    assert group_of(silently).agreements["here"].terms == "00000000"


def test_a_dated_record_goes_to_the_folder_of_its_year(cast: dict[str, str]) -> None:
    old = "meetings/2025/2026-01-08-group.md"
    text = "---\nkind: group\ndate: 2026-01-08\n---\n"
    now = renamed({**cast, old: text}, "meetings", "2026-01-08-group", "2026-01-08-group-meeting")
    assert "meetings/2026/2026-01-08-group-meeting.md" in now
    without = renamed({**cast, old.replace("2025/", ""): text}, "meetings", "2026-01-08-group", "2026-01-08-group-x")
    assert "meetings/2026-01-08-group-x.md" in without


def test_a_file_whose_name_is_no_id_gets_one(cast: dict[str, str]) -> None:
    texts = {**cast, "members/Tom Vega.md": cast["members/brian-cho.md"]}
    assert "members/tom-vega.md" in renamed(texts, "members", "Tom Vega", "tom-vega")


def test_what_a_prospect_was_called_can_be_forgotten(cast: dict[str, str]) -> None:
    now = renamed(cast, "prospects", "haulier-nampa", "trucks-nampa", forget=True)
    assert not any("haulier-nampa" in text for text in now.values())
    with pytest.raises(RefusedError, match="Only the old id of a prospect"):
        renamed(cast, "members", "kit-larsen", "kit-berg", forget=True)


def test_private_files_follow(cast: dict[str, str]) -> None:
    own = {
        "private/prospects/haulier-nampa.yml": "# mine\nwanted_by: [kit-larsen, lee-ortiz]\n",
        "private/members/kit-larsen.md": "---\ncontact: {phone: 208-555-0100}\n---\n\nnotes\n",
    }
    sources = [Source(file, text.encode()) for file, text in sorted(cast.items())]
    over = [Source(file, text.encode()) for file, text in own.items()]
    private = load(sources, lambda _: date(2026, 3, 11), private=over)
    draft = renaming(group_of(cast), Renaming("members", "kit-larsen", "kit-berg"), cast.get, private)
    now = after({**cast, **own}, draft)
    assert now["private/prospects/haulier-nampa.yml"] == "# mine\nwanted_by: [kit-berg, lee-ortiz]\n"
    assert now["private/members/kit-berg.md"] == own["private/members/kit-larsen.md"]
    assert "private/members/kit-larsen.md" not in now
    assert "kit-berg" in now["prospects/haulier-nampa.yml"]


def test_logs_follow_and_their_lines_are_in_nobodys_way(cast: dict[str, str]) -> None:
    file = "log/2026/2026-03-05-lee-ortiz-x1y2.md"
    text = "- late kit-larsen\n- [lead Kit: a mill](../../referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml)\n"
    old = "2026-03-02-kit-larsen-brian-cho-7f3a"
    now = renamed({**cast, file: text}, "referrals", old, f"{old}-x")
    assert now[file] == text.replace(old, f"{old}-x")
    now = renamed({**cast, file: text}, "members", "kit-larsen", "kit-berg")
    assert now[file] == text


@pytest.mark.parametrize(
    ("folder", "old", "new", "said"),
    [
        ("members", "kit-larson", "kit-berg", "There is no member “kit-larson”. Did you mean kit-larsen?"),
        ("members", "zzzzzz", "kit-berg", "the name of its file in members/"),
        ("members", "kit-larsen", "Kit Berg", "write kit-berg"),
        ("members", "kit-larsen", "everyone", "a word with a meaning of its own"),
        ("members", "kit-larsen", "con", "Windows"),
        ("members", "kit-larsen", "readme", "is no record"),
        ("members", "kit-larsen", "../../etc", "write etc"),
        ("members", "kit-larsen", "?", "small letters"),
        ("members", "kit-larsen", "kit-larsen", "already"),
        ("members", "kit-larsen", "brian-cho", "members/brian-cho.md has it. Choose another id, such as brian-cho-2."),
        ("members", "kit-larsen", "broken", "members/broken.md has it"),
        ("members", "kit-larsen", "shouting", "members/SHOUTING.md has it"),
        ("members", "kit-larsen", "kitty", "a former id of lee-ortiz"),
        ("members", "kitty", "kit-berg", "is called lee-ortiz now"),
        ("members", "broken", "kit-berg", "cannot be read"),
        ("profiles", "ground-rules", "our-rules", "comes with refertext"),
        ("profiles", "our-half-year", "ground-rules", "a profile that comes with refertext has it"),
        ("meetings", "2026-03-05-group", "thursday", "let its new name begin with that, such as 2026-03-05-…"),
    ],
)
def test_what_is_refused(cast: dict[str, str], folder: str, old: str, new: str, said: str) -> None:
    texts = cast | {
        "members/broken.md": "---\nname: [\n---\n",
        "members/SHOUTING.md": cast["members/brian-cho.md"],
        "members/lee-ortiz.md": cast["members/lee-ortiz.md"].replace("---\n", "---\nformer_ids: [kitty]\n", 1),
    }
    assert said in refused(texts, folder, old, new)


@pytest.mark.parametrize("text", ["kind: [\nto: kit-larsen\n", "kind: nonsense\nto: kit-larsen\n", "k\0i\0t"])
def test_an_id_that_may_stand_where_nobody_can_read_it_keeps_its_name(cast: dict[str, str], text: str) -> None:
    file = "referrals/2026/2026-03-03-brian-cho-lee-ortiz-zzzz.yml"
    said = refused({**cast, file: text}, "members", "kit-larsen", "kit-berg")
    assert file in said
    assert "nothing was renamed" in said


def test_a_broken_file_that_does_not_name_the_id_is_in_nobodys_way(cast: dict[str, str]) -> None:
    texts = {**cast, "prospects/broken.yml": "alias: [\nknown_by: kit-larsen-jr\n"}
    assert "members/kit-berg.md" in renamed(texts, "members", "kit-larsen", "kit-berg")


def test_settings_with_faults_that_name_the_id_are_in_the_way(cast: dict[str, str]) -> None:
    texts = {**cast, "refertext.yml": cast["refertext.yml"] + "\nsearches: [{by: kit-larsen, for: [x]}]\n"}
    assert "refertext.yml" in refused(texts, "members", "kit-larsen", "kit-berg")
