"""The doors: what the forms offer, and what they know, for members and for the public."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, html_of, pages_of, sample, site_of

from refertext.records.settings import Site as Settings
from refertext.site.audience import Audience
from refertext.site.doors import Door
from refertext.site.forge import forge
from refertext.site.site import Site

PATHS = ("give", "one-to-one", "add-prospect", "agree")
SETTINGS = """\
group: Small
timezone: UTC
currency: USD
site: {repository: https://github.com/owner/repo, mail: "%s"}
"""
MEMBER = "name: %s\nbusiness: B\nseat: {category: a}\njoined: 2025-01-09\n"
FILES = {
    "refertext.yml": SETTINGS % "office@example.com",
    "members/kit.yml": MEMBER % "Kit Larsen" + "signed: {show-up: 2025-02-01}\n",
    "members/kim.yml": MEMBER % "Ki Ma",
    "members/dana.yml": "name: Dana Candidate\nbusiness: B\n",
    "prospects/secret-id.yml": "alias: A haulier\nname: Gable\n",
    "prospects/no.yml": "alias: One to leave alone\ndo_not_contact: yes\n",
    "referrals/2026/2026-03-05-kit-kim-7f3a.yml": "kind: lead\ndate: 2026-03-05\nfrom: kit\nto: kim\nabout: Zebra\n",
    "agreements/show-up.md": "---\ntitle: We show up\nadopted: 2025-01-09\nchanged: 2025-03-01\n---\nWhy\n",
    "agreements/old.md": "---\ntitle: We did\nadopted: 2025-01-09\nended: 2025-03-01\n---\nWhy\n",
}


def door(site: Site, path: str) -> Door:
    view = pages_of(site)[path].view
    assert isinstance(view, Door)
    return view


def facts_in(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="door-facts">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def labels(site: Site, path: str, name: str) -> list[str]:
    fields = [field for part in door(site, path).parts for field in part.fields if field.name == name]
    return [choice.label for field in fields for choice in field.choices]


def test_members_choose_among_members_prospects_and_referrals(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11")
    assert labels(site, "give", "from") == ["Ki Ma", "Kit Larsen", "Somebody outside the group"]
    assert labels(site, "give", "to") == ["Ki Ma", "Kit Larsen", "Everyone"]
    assert labels(site, "give", "prospect") == ["A haulier"]
    assert labels(site, "give", "parent") == ["5 Mar 2026: Kit Larsen to Ki Ma, Zebra"]
    assert labels(site, "agree", "agreement") == ["We show up"]
    assert door(site, "agree").facts.signed == {"kit": {"show-up": "2025-02-01"}, "kim": {}}
    assert door(site, "agree").facts.since == {"show-up": "2025-03-01"}
    assert door(site, "add-prospect").facts.taken == ("no", "secret-id")


def test_the_public_learns_nothing_of_prospects_signatures_referrals_and_candidates(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11", Audience.PUBLIC)
    shown = "".join(html_of(site, path) for path in PATHS)
    for secret in ("secret-id", "Gable", "Zebra", "7f3a.yml", "Dana", "2025-02-01", "2025-03-01"):
        assert secret not in shown
    assert labels(site, "give", "from") == ["Ki Ma", "Kit Larsen", "Somebody outside the group"]
    assert labels(site, "give", "tier") == [
        "Inside: business between ourselves",
        "Outside: a client who is not one of us",
    ]
    assert door(site, "add-prospect").facts.taken == ("a-haulier",)
    assert door(site, "agree").facts.pages["kit"] == "https://github.com/owner/repo/edit/main/members/kit.yml"


def test_pages_with_a_form_and_no_others_run_its_scripts() -> None:
    running = {path: page.scripts for path, page in pages_of(sample()).items() if page.scripts}
    assert running == dict.fromkeys(PATHS, ("records", "kinds", "doors"))
    assert all((ROOT / "src/refertext/theme/js" / f"{name}.js").is_file() for name in running["give"])


def test_slips_call_members_by_a_first_name_that_means_nobody_else(tmp_path: Path) -> None:
    assert door(site_of(tmp_path, FILES, "2026-03-11"), "give").facts.called == {"kit": "Kit", "kim": "kim"}


def test_hostile_values_stay_values(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script>{{ 7 * 7 }}"
    files = {
        **FILES,
        "members/kit.yml": MEMBER % json.dumps(hostile),
        "prospects/p.yml": f"alias: {json.dumps(hostile)}\n",
        "agreements/a.md": f"---\ntitle: {json.dumps(hostile)}\nadopted: 2025-01-09\n---\nWhy\n",
        "refertext.yml": SETTINGS % "a@b.example?bcc=c@d.example",
    }
    site = site_of(tmp_path, files, "2026-03-11")
    for path in PATHS:
        html = html_of(site, path)
        assert "<script>alert" not in html
        assert html.count("<script") == html.count("</script>") == 1
        assert facts_in(html)["mail"] == ""
    assert labels(site, "give", "prospect")[0] == hostile


def test_every_door_says_what_to_do_by_hand() -> None:
    for path in PATHS:
        html = html_of(sample(), path)
        assert "<noscript>" in html
        assert "office@example.com" in html


def test_all_doors_stand_in_the_menu() -> None:
    pages = pages_of(sample(Audience.PUBLIC))
    assert [pages[path].title for path in PATHS] == [
        "Give a referral",
        "Record a one-to-one",
        "Add a prospect",
        "I agree",
    ]
    assert {pages[path].menu for path in PATHS} == {"Do"}


@pytest.mark.parametrize(
    ("repository", "called", "address", "name", "text"),
    [
        ("https://github.com/o/r", "GitHub", "https://github.com/o/r/new/main", "filename", "value"),
        ("https://gitlab.com/o/s/r", "GitLab", "https://gitlab.com/o/s/r/-/new/main", "file_name", ""),
        ("https://codeberg.org/o/r", "codeberg.org", "https://codeberg.org/o/r/_new/main", "filename", "value"),
    ],
)
def test_where_forges_begin_a_file(repository: str, called: str, address: str, name: str, text: str) -> None:
    made = forge(Settings(repository=repository))
    assert made
    assert (made.new.called, made.new.address, made.new.name, made.new.text) == (called, address, name, text)
