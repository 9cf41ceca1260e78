"""Every link, anchor and asset of the built sample exists; nothing comes from elsewhere, nothing is inline."""

from __future__ import annotations

import base64
import hashlib
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from built import BASE, pages, sample, sample_in_one_file, words
from making import ROOT

from refertext.disk import read_group
from refertext.mkdocs_plugin import Asked, build
from refertext.site.audience import Audience

BUILD = "import sys; from refertext.cli import main; sys.argv[1:] = {arguments!r}; main()"
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("source", "srcset")}
"""What a page loads by itself."""
NOT_FOUND = "404.html"
KINDS = 24
"""Pages of which there is one, or nearly: home, lists, forms, measures, findings, and 404."""


@pytest.fixture(params=Audience)
def site(request: pytest.FixtureRequest) -> Path:
    """The site of the sample group."""
    return sample(request.param)


@pytest.fixture(params=[(audience, in_one) for audience in Audience for in_one in (False, True)], ids=str)
def html(request: pytest.FixtureRequest) -> list[Path]:
    """The pages of the sample group, as a folder and as one file."""
    audience, in_one = request.param
    return [sample_in_one_file(audience)] if in_one else pages(sample(audience))


def test_every_link_leads_somewhere(site: Path) -> None:
    assert [line for page in pages(site) for line in _dead(site, page)] == []


@pytest.mark.parametrize("audience", Audience)
def test_every_link_within_one_file_leads_somewhere(audience: Audience) -> None:
    page = words(sample_in_one_file(audience))
    inside = [address for _, _, address in page.links if not urlsplit(address).scheme]
    assert [address for address in inside if address[:1] != "#" or unquote(address[1:]) not in page.ids] == []


def test_every_id_stands_once_on_its_page(html: list[Path]) -> None:
    assert [f"{page.name}: {id_}" for page in html for id_, n in words(page).ids.items() if n > 1 or not id_] == []


def test_addresses_elsewhere_are_the_groups_own_and_nothing_is_loaded_from_there(html: list[Path]) -> None:
    written = _written()
    for page in html:
        for tag, attribute, address in words(page).links:
            if urlsplit(address).scheme not in ("", "mailto", "tel") or address.startswith("//"):
                assert (tag, attribute) == ("a", "href"), f"{page.name}: <{tag} {attribute}={address}>"
                assert address.startswith((_forge(), "https:", "http:"))
                assert address.startswith(_forge()) or address in written, f"{page.name}: {address}"


def test_nothing_is_inline_and_every_page_has_a_policy(site: Path) -> None:
    for page in pages(site):
        assert words(page).inline == (["style"] if page.name == NOT_FOUND else []), page.name
        (policy,) = words(page).policies
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_the_page_for_wrong_addresses_holds_its_style_since_it_is_seen_at_any_address(site: Path) -> None:
    page = words(site / NOT_FOUND)
    (style,) = page.styles
    (policy,) = page.policies
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in policy
    assert style == (ROOT / "src/refertext/theme/css/refertext.css").read_text(encoding="utf-8")
    assert ("a", "href", f"{BASE}members.html") in page.links


@pytest.mark.parametrize(
    ("configured", "repository", "base"),
    [
        ("", "", "/"),
        ("", "repository: https://github.com/harbour/records", "/records/"),
        ("", "repository: https://github.com/harbour/Harbour.github.io", "/"),
        ("", "repository: https://gitlab.com/harbour/records", "/"),
        ("site_url: https://example.org/us/\n", "repository: https://github.com/harbour/records", "/us/"),
        ("site_url: https://example.org/\n", "repository: https://github.com/harbour/records", "/"),
    ],
)
def test_under_which_path_a_site_is_seen(configured: str, repository: str, base: str, tmp_path: Path) -> None:
    (tmp_path / "refertext.yml").write_text(f"group: Us\ncoordinator: ann\nsite:\n  {repository or 'branch: main'}\n")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\n{configured}theme: {{name: refertext}}\nplugins: [refertext]\n"
    )
    (tmp_path / "docs").mkdir()
    build(tmp_path, tmp_path / "site", Asked())
    assert ("a", "href", f"{base}members.html") in words(tmp_path / "site" / NOT_FOUND).links
    build(tmp_path, tmp_path / "served", Asked(address="http://localhost/"))
    assert ("a", "href", "/members.html") in words(tmp_path / "served" / NOT_FOUND).links


@pytest.mark.parametrize("audience", Audience)
def test_one_file_holds_its_styles_and_scripts_and_loads_nothing(audience: Audience) -> None:
    page = words(sample_in_one_file(audience))
    assert set(page.inline) == {"style", "script"}
    assert not [link for link in page.links if link[:2] in LOADED]
    (policy,) = page.policies
    assert "default-src 'none'" in policy
    assert "'self'" not in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("audience", Audience)
def test_mkdocs_is_content_when_it_is_strict(audience: Audience, tmp_path: Path) -> None:
    """Without --quiet, under which MkDocs does not count its warnings."""
    own = _copied(tmp_path / "group")
    configuration = (own / "mkdocs.yml").read_text()
    asked = configuration.replace("  - refertext\n", f"  - refertext: {{audience: {audience}}}\n")
    assert asked != configuration
    (own / "mkdocs.yml").write_text(asked)
    done = _run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")], own)
    assert "WARNING" not in done.stderr
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("audience", Audience)
def test_two_builds_are_the_same_to_the_byte(audience: Audience, tmp_path: Path) -> None:
    """Whatever the hash seed, the time zone, the language, and the folder that it is built from."""
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}
    own = _copied(tmp_path / "group")
    arguments = ["build", "--audience", audience.value, "--group", str(own), "--out", str(tmp_path / "site")]
    done = _run([sys.executable, "-c", BUILD.format(arguments=arguments)], tmp_path, elsewhere)
    assert done.returncode == 0, done.stderr
    one, other = _bytes(sample(audience)), _bytes(tmp_path / "site")
    assert sorted(name for name in {*one, *other} if one.get(name) != other.get(name)) == []


@pytest.mark.parametrize("audience", Audience)
def test_pages_and_megabytes_are_bounded(audience: Audience, tmp_path: Path) -> None:
    """A page for each member and their week, agreement, partnership and year; never one for each referral."""
    generate = [sys.executable, str(ROOT / "bench/generate.py"), "3000", str(tmp_path / "group"), "--members", "20"]
    assert _run(generate, tmp_path).returncode == 0
    build(tmp_path / "group", tmp_path / "site", Asked(audience))
    count = {
        name: len(list((tmp_path / "group" / name).iterdir())) for name in ("members", "agreements", "partnerships")
    }
    years = len({folder.name for name in ("referrals", "meetings") for folder in (tmp_path / "group" / name).iterdir()})
    made = pages(tmp_path / "site")
    assert len(made) <= 2 * count["members"] + count["agreements"] + count["partnerships"] + 2 * years + KINDS
    assert sum(file.stat().st_size for file in (tmp_path / "site").rglob("*") if file.is_file()) < 12_000_000
    assert max(page.stat().st_size for page in made) < 4_000_000


def _dead(site: Path, page: Path) -> Iterator[str]:
    """The addresses on a page that lead nowhere."""
    here = page.relative_to(site).as_posix()
    for tag, _, address in words(page).links:
        link = urlsplit(address)
        if link.scheme or link.netloc:
            continue
        path = unquote(link.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        if page.name == NOT_FOUND and path:
            target = path.removeprefix(BASE) or "index.html"
        if target.startswith("..") or not (site / target).is_file():
            yield f"{here}: <{tag}> {address}: there is no {target}"
        elif link.fragment and unquote(link.fragment) not in words(site / target).ids:
            yield f"{here}: <{tag}> {address}: there is no such place on {target}"


def _bytes(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def _copied(target: Path) -> Path:
    """The files of the sample group in another folder."""
    target.mkdir()
    for file in ("refertext.yml", "mkdocs.yml"):
        shutil.copy(ROOT / file, target)
    for name in ("agreements", "docs", "meetings", "members", "partnerships", "prospects", "referrals", "templates"):
        shutil.copytree(ROOT / name, target / name)
    return target


def _run(command: list[str], folder: Path, more: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_COLOR": "1"} | (more or {})
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _forge() -> str:
    return next(line.split()[1] for line in (ROOT / "refertext.yml").read_text().splitlines() if "repository:" in line)


@cache
def _written() -> str:
    """Everything that people wrote: the records and the pages in docs/."""
    docs = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs").rglob("*.md"))]
    return "\n".join([*(source.data.decode() for source in read_group(ROOT)), *docs])
