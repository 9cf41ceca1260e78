"""A real browser for tests: system Chromium driven by Playwright, and sites built into folders.

Import `browser_context` and `empty_page` into a test's module; they are the fixtures `context` and `page`. Tests that
ask for a page skip where there is no browser.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CONFIG = """\
site_name: Group
docs_dir: docs
site_dir: {site}
use_directory_urls: false
theme: {{name: refertext}}
plugins: [{{refertext: {{audience: {audience}}}}}]
"""


def built(group: Path, site: Path, audience: str = "members") -> Path:
    """The folder of a group's site, built with MkDocs in it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    (group / "docs").mkdir(exist_ok=True)
    config = group / "mkdocs-test.yml"
    config.write_text(CONFIG.format(site=site, audience=audience), encoding="utf-8")
    build(load_config(str(config)))
    return site


def lacking(reason: str) -> None:
    """Skips a test for which something is not there; where everything has to be, it fails."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def chromium() -> Iterator[BrowserContext]:
    """A browser with a new profile that is not on the net; skips the test where there is none."""
    if not find_spec("playwright"):
        lacking("Playwright for Python is not installed")
    if not CHROMIUM:
        lacking("there is no chromium: set CHROMIUM to its path")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=list(FLAGS), headless=True, offline=True, timezone_id="UTC"
        )
        yield context
        context.close()


@pytest.fixture(scope="module", name="context")
def browser_context() -> Iterator[BrowserContext]:
    """One browser for all tests of a module; there cannot be two at a time."""
    with chromium() as made:
        yield made


@pytest.fixture(name="page")
def empty_page(context: BrowserContext) -> Iterator[Page]:
    """An empty page; whatever it complains of, or asks of the net, fails the test."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if _is_own(asked.url) else complaints.append(f"asked for {asked.url}"))
    yield page
    page.close()
    assert not complaints, complaints


def _is_own(address: str) -> bool:
    return address.startswith(("file:", "data:", "about:", "blob:", "http://127.0.0.1", "http://localhost"))
