"""The doors in a real browser, from a folder, without a server: what comes out passes `refertext check`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browser import browser_context, built, empty_page  # noqa: F401 -- fixtures
from click.testing import CliRunner
from making import ROOT

from refertext.cli import refertext

if TYPE_CHECKING:
    from playwright.sync_api import Page

DAY, BEFORE = "2026-11-19", "2026-11-18"
FOLDERS = ("agreements", "meetings", "members", "partnerships", "prospects", "referrals", "docs", "templates")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample group, for members."""
    folder = tmp_path_factory.mktemp("sample")
    return built(copied(folder / "group"), folder / "site")


def copied(folder: Path) -> Path:
    """A copy of the sample group."""
    folder.mkdir()
    shutil.copy(ROOT / "refertext.yml", folder)
    for name in FOLDERS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    return folder


def found(folder: Path) -> set[tuple[str, int, str]]:
    """What `refertext check` finds in a group: file, line and rule."""
    shown = CliRunner().invoke(refertext, ["check", str(folder), "--format", "json"]).stdout
    return {(one["file"], one["line"], one["rule"]) for one in json.loads(shown)["findings"]}


def text(page: Page, id_: str) -> str:
    return page.locator(f"#{id_}").text_content() or ""


def faults(page: Page) -> dict[str, str]:
    """The sentences shown beside fields."""
    shown = page.locator(".fault:visible").all()
    return {(one.get_attribute("id") or "").removesuffix("-fault"): one.text_content() or "" for one in shown}


def give(page: Page, site: Path) -> None:
    page.goto((site / "give.html").as_uri())
    page.select_option("#kind", "referral")
    page.select_option("#from", "kit-larsen")
    page.select_option("#to", "brian-cho")
    page.fill("#date", DAY)
    page.fill("#about", "A roofer: “wants” a plan #1, soon")
    page.fill("#consent-date", BEFORE)
    page.fill("#consent-how", "phone")
    page.select_option("#level", "4")
    page.fill("#text", "Call after lunch.\n\n- not on Fridays: golf")


def meet(page: Page, site: Path) -> None:
    page.goto((site / "one-to-one.html").as_uri())
    page.select_option("#one", "kit-larsen")
    page.select_option("#other", "maya-stone")
    page.fill("#date", DAY)
    page.fill("#text", "null")


def add(page: Page, site: Path) -> None:
    page.goto((site / "add-prospect.html").as_uri())
    page.fill("#alias", "Two café owners' new place: Caldwell")
    page.fill("#industry", "food, drink")
    page.check("[name=known_by][value=kit-larsen]")
    page.check("[name=wanted_by][value=brian-cho]")
    page.check("[name=wanted_by][value=maya-stone]")
    page.fill("#name", "Gable & Quist")
    page.fill("#consent-date", BEFORE)


@pytest.mark.parametrize("fill", [give, meet, add])
def test_what_comes_out_of_a_form_passes_check(fill: object, page: Page, site: Path, tmp_path: Path) -> None:
    assert callable(fill)
    fill(page, site)
    page.click("button[type=submit]")
    assert faults(page) == {}
    assert page.evaluate("document.activeElement.id") == "ways-title"
    group = copied(tmp_path / "group")
    before = found(group)
    file = group / text(page, "made-file")
    assert not file.exists()
    file.parent.mkdir(exist_ok=True)
    file.write_text(text(page, "made-text"), encoding="utf-8")
    assert found(group) - before == set()


def test_a_signature_goes_into_the_members_own_file(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto((site / "agree.html").as_uri())
    page.select_option("#who", "kit-larsen")
    page.select_option("#agreement", "follow-up")
    page.fill("#date", DAY)
    assert text(page, "made-text") == f"  follow-up: {DAY}\n"
    assert "Signed on 2026-01-29 already" in text(page, "made-notes")
    assert (page.get_attribute("#to-forge", "href") or "").endswith("/edit/main/members/kit-larsen.md")
    group = copied(tmp_path / "group")
    before = found(group)
    file = group / text(page, "made-file")
    file.write_text(file.read_text().replace("  follow-up: 2026-01-29\n", text(page, "made-text")))
    assert found(group) - before == set()


def test_four_ways_lead_on(page: Page, site: Path) -> None:
    give(page, site)
    file, made = text(page, "made-file"), text(page, "made-text")
    assert file.startswith("referrals/2026/2026-11-19-kit-larsen-brian-cho-")
    asked = parse_qs(urlsplit(page.get_attribute("#to-forge", "href") or "").query)
    assert asked == {"filename": [file], "value": [made]}
    address = page.get_attribute("#to-mail", "href") or ""
    assert address.startswith("mailto:office@example.com?subject=")
    assert made.replace("\n", "\r\n") in unquote(address)
    assert text(page, "slip") == "- referral Kit > Brian: A roofer: “wants” a plan #1, soon; phone 11-18; level 4"
    for button in ("copy-text", "copy-slip"):
        page.click(f"#{button}")
        page.wait_for_function("document.querySelector('#copied').textContent === 'Copied.'")


def test_what_is_too_long_for_an_address_is_copied(page: Page, site: Path) -> None:
    give(page, site)
    page.fill("#text", "Ünlaut " * 1500)
    address = page.get_attribute("#to-forge", "href") or ""
    assert "value=" not in address
    assert len(address) < 300
    assert text(page, "hint-forge") == text(page, "hint-mail") == "Copy the text first, then paste it there."
    assert len(page.get_attribute("#to-mail", "href") or "") < 600


def test_faults_are_said_beside_their_fields(page: Page, site: Path) -> None:
    page.goto((site / "give.html").as_uri())
    assert faults(page) == {}
    page.click("button[type=submit]")
    assert set(faults(page)) == {"kind", "from", "to", "about"}
    assert page.evaluate("document.activeElement.id") == "kind"
    assert page.locator("#ways").is_hidden()
    page.select_option("#kind", "referral")
    page.select_option("#from", "kit-larsen")
    page.select_option("#to", "kit-larsen")
    page.fill("#date", "2199-01-01")
    assert faults(page) == {
        "to": "Nobody refers to themselves: choose who receives it.",
        "date": "This day has not come yet.",
        "about": "Say in a few words whom it is about.",
        "consent-date": "A referral needs their yes. Without one, call it a lead or an introduction.",
    }
    page.select_option("#to", "everyone")
    page.fill("#date", "2020-01-01")
    page.fill("#consent-date", "2020-01-02")
    page.fill("#about", "x" * 2001)
    assert faults(page) == {
        "to": "Only a lead can go to everyone: choose one member.",
        "date": "One of them joined on 2025-01-09 only.",
        "about": "That is too long: at most 2000 characters, please.",
        "consent-date": "They have to agree before you hand it over.",
    }
    assert page.get_attribute("#to", "aria-invalid") == "true"


def test_fields_come_and_go_with_what_they_depend_on(page: Page, site: Path) -> None:
    page.goto((site / "give.html").as_uri() + "#from=outside:&kind=lead")
    assert page.locator("#consent-date").is_hidden()
    page.fill("#from-words", "a client of Kit")
    page.select_option("#to", "everyone")
    page.fill("#about", "A bakery")
    page.fill("#date", DAY)
    assert 'from: "outside: a client of Kit"\nto: everyone\n' in text(page, "made-text")
    assert text(page, "made-file").startswith(f"referrals/2026/{DAY}-outside-everyone-")
    assert page.locator("#way-slip").is_hidden()
    page.select_option("#kind", "referral")
    page.fill("#consent-date", "2199-01-01")
    assert page.locator("#ways").is_hidden()
    page.select_option("#kind", "lead")
    assert page.locator("#ways").is_visible()
    page.select_option("#tier", "spin-off")
    assert page.locator("#parent").is_visible()
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('#kind').value === ''")
    assert page.locator("#ways").is_hidden()


def test_a_prospect_is_not_named_after_its_name(page: Page, site: Path) -> None:
    page.goto((site / "add-prospect.html").as_uri())
    page.fill("#alias", "Acme Logistics, a haulier")
    page.fill("#name", "ACME  logistics")
    page.check("[name=known_by][value=kit-larsen]")
    page.check("[name=wanted_by][value=kit-larsen]")
    page.click("button[type=submit]")
    assert faults(page) == {
        "alias": "Leave the real name out: everybody may read this.",
        "wanted_by": "Who knows them need not be introduced.",
        "consent-date": "Their name may stand here from the day they agree.",
    }
    assert "“acme” stands in the name" in text(page, "made-notes")
    page.fill("#alias", "Haulier, Nampa!")
    assert faults(page)["alias"] == "We have one described like this: say what is different here."


def test_values_of_the_form_stay_text(page: Page, site: Path) -> None:
    give(page, site)
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    page.fill("#about", hostile)
    assert hostile in text(page, "made-text")
    assert page.locator("main img, #made-text script").count() == 0


def test_a_site_without_forge_and_mail_still_copies(page: Page, tmp_path: Path) -> None:
    group = tmp_path / "group"
    (group / "members").mkdir(parents=True)
    (group / "refertext.yml").write_text("group: Small\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n")
    for id_, name in (("kit", "Kit Larsen"), ("dee", "Dee Roe")):
        (group / f"members/{id_}.yml").write_text(f"name: {name}\nbusiness: B\njoined: 2025-01-09\n")
    page.goto((built(group, tmp_path / "site", "public") / "one-to-one.html").as_uri())
    page.select_option("#one", "kit")
    page.select_option("#other", "dee")
    page.fill("#date", "2026-03-02")
    assert page.locator("#way-forge, #way-mail").filter(visible=True).count() == 0
    assert text(page, "slip") == "- one-to-one Kit + Dee 03-02"
