"""The built sample in a real browser: from a folder and from a server, in light and dark, with the keyboard."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import browser_context, empty_page, lacking  # noqa: F401 -- fixtures
from built import BASE, kind, pages, sample, sample_in_one_file

from refertext.site.audience import Audience

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
BROUGHT_BY = "npm install --prefix tests/site --no-package-lock"
ON_A_PHONE = {"width": 390, "height": 800}


@pytest.fixture(scope="module")
def site() -> Path:
    """The site of the sample group, for members."""
    return sample(Audience.MEMBERS)


class _Quiet(SimpleHTTPRequestHandler):
    """Answers as GitHub does, under the path of the repository."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(f"/{path.removeprefix(BASE)}" if path.startswith(BASE) else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name there
        """Says nothing."""


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        server.shutdown()


def tool(path: str) -> Path:
    """A file of an installed package."""
    if not (MODULES / path).exists():
        lacking(f"there is no {path}: {BROUGHT_BY}")
    return MODULES / path


def in_a_folder(site: Path) -> list[Path]:
    """The pages that work without a server; the addresses on the one for those that do not exist are from its root."""
    return [page for page in pages(site) if page.name != "404.html"]


def one_of_each_kind(site: Path) -> list[Path]:
    """Of all pages that are made from one template, the longest."""
    found: dict[str, Path] = {}
    for page in in_a_folder(site):
        other = found.get(kind(site, page))
        if other is None or page.stat().st_size > other.stat().st_size:
            found[kind(site, page)] = page
    return list(found.values())


def test_every_page_opens_from_a_folder_without_a_complaint_and_fits_a_phone(page: Page, site: Path) -> None:
    page.set_viewport_size(ON_A_PHONE)  # type: ignore[arg-type]
    wide = []
    for file in in_a_folder(site):
        page.goto(file.as_uri())
        assert page.locator("h1").count() == 1, file
        if page.evaluate("document.documentElement.scrollWidth") > ON_A_PHONE["width"]:
            wide.append(file.relative_to(site).as_posix())
    assert wide == []


def test_pages_of_every_kind_open_from_a_server_without_a_complaint(page: Page, site: Path, server: str) -> None:
    page.context.set_offline(False)
    for file in (*one_of_each_kind(site), site / "404.html"):
        answer = page.goto(f"{server}{file.relative_to(site).as_posix()}")
        assert answer is not None
        assert answer.ok
        assert page.locator("h1").count() == 1, file
    page.context.set_offline(True)


def test_the_page_for_wrong_addresses_is_readable_without_anything_else(site: Path, page: Page) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    page.route("**/*", lambda route: route.fulfill(status=204))
    page.route("**/address.html", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.context.set_offline(False)
    page.goto("http://localhost/at/any/address.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).position") == "sticky"
    page.context.set_offline(True)


@pytest.mark.parametrize("audience", Audience)
def test_the_site_in_one_file_opens_and_shows_one_page_at_a_time(page: Page, audience: Audience) -> None:
    page.goto(sample_in_one_file(audience).as_uri())
    assert page.locator("h1:visible").count() == 1
    for title in ("Members", "Seats", "Give a referral"):
        page.locator(".menu a", has_text=title).first.click()
        assert page.locator("h1:visible").all_text_contents() == [title]
    page.select_option('[id="give.kind"]', "lead")
    assert "kind: lead" in (page.locator('[id="give.made-text"]').text_content() or "")


def test_the_search_finds_a_member_and_enter_goes_there(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("kit lars")
    page.locator("#Found a").first.wait_for()
    assert page.locator("#Found a strong").first.text_content() == "Kit Larsen"
    assert page.locator("#Search").get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#Search").get_attribute("aria-activedescendant")
    assert page.locator("#Found a[aria-selected=true]").get_attribute("id") == chosen
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").text_content() == "Kit Larsen"


def test_what_the_search_finds_fits_a_phone(page: Page, site: Path) -> None:
    page.set_viewport_size(ON_A_PHONE)  # type: ignore[arg-type]
    page.goto((site / "index.html").as_uri())
    page.locator("#Search").fill("kit")
    page.locator("#Found a").first.wait_for()
    box = page.locator("#Found").bounding_box()
    assert box
    assert 0 <= box["x"] <= box["x"] + box["width"] <= ON_A_PHONE["width"]


def test_the_search_says_when_there_is_nothing_and_escape_closes_it(page: Page, site: Path) -> None:
    page.goto((site / "members" / "kit-larsen.html").as_uri())
    page.locator("#Search").fill("qqqq")
    page.locator("#Found p").wait_for()
    assert page.locator("#Found").text_content() == "Nothing found."
    page.locator("#Search").press("Escape")
    assert page.locator("#Found").is_hidden()


def test_every_table_that_sorts_does(page: Page, site: Path) -> None:
    with_tables = [file for file in one_of_each_kind(site) if 'class="sorts' in file.read_text(encoding="utf-8")]
    assert with_tables
    for file in with_tables:
        page.goto(file.as_uri())
        for told, direction, values in page.evaluate(_SORTED):
            assert told == direction, file
            numbers = [value for value in values if not isinstance(value, str)]
            assert numbers == sorted(numbers, reverse=direction == "descending"), file


_SORTED = """() => [...document.querySelectorAll("table.sorts th button")].flatMap((button) => {
    const heading = button.closest("th");
    const value = (row) => {
        const cell = row.cells[heading.cellIndex];
        const text = cell ? cell.dataset.sort ?? cell.textContent.trim() : "";
        const number = Number.parseFloat(text);
        return Number.isNaN(number) ? text : number;
    };
    return ["ascending", "descending"].map((direction) => {
        button.click();
        return [heading.getAttribute("aria-sort"), direction, [...heading.closest("table").tBodies[0].rows].map(value)];
    });
})"""
"""Presses each heading twice, and tells what it says of itself then, what it should, and the values below it."""


def test_light_and_dark_are_changed_and_remembered(page: Page, server: str) -> None:
    page.context.set_offline(False)
    page.emulate_media(color_scheme="light")
    page.goto(f"{server}/index.html")
    light = _background(page)
    page.locator(".scheme").click()
    dark = _background(page)
    page.goto(f"{server}/members.html")
    assert light != dark == _background(page)
    page.locator(".scheme").click()
    assert _background(page) == light
    page.evaluate("localStorage.clear()")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{server}/members.html")
    assert _background(page) == dark
    page.context.set_offline(True)


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_keyboard_reaches_the_content_first(page: Page, site: Path) -> None:
    page.goto((site / "members.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "Content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violations(page: Page, site: Path, scheme: str) -> None:
    """On a page of each kind; in the dark only what has to do with colours, since nothing else changes."""
    page.add_init_script(path=tool("axe-core/axe.min.js"))
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    options = {"preload": False} | ({"runOnly": ["color-contrast"]} if scheme == "dark" else {})
    found = []
    for file in one_of_each_kind(site):
        page.goto(file.as_uri())
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        violations = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
        found += [_in_short(file.relative_to(site), violation) for violation in violations]
    assert not found, "\n".join(found)


def _in_short(file: Path, violation: dict[str, Any]) -> str:
    nodes = "; ".join(f"{node['html'][:160]} ({node['failureSummary'][-200:]})" for node in violation["nodes"][:2])
    return f"{file.as_posix()}: {violation['id']}, {len(violation['nodes'])}×: {nodes}"


@pytest.mark.parametrize("audience", Audience)
def test_html_is_valid(audience: Audience) -> None:
    node = shutil.which("node")
    if not node:
        lacking("there is no node")
    program = tool("html-validate/bin/html-validate.mjs")
    files = [str(page) for page in pages(sample(audience))] + [str(sample_in_one_file(audience))]
    command = [str(node), str(program), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "json", *files]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found = [
        f"{Path(result['filePath']).name}:{one['line']}: {one['ruleId']}: {one['message']}"
        for result in json.loads(done.stdout)
        for one in result["messages"]
    ]
    assert not found, "\n".join(found)
