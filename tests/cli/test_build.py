"""`refertext build`: a folder, one file, and what is never emptied or run."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refertext.cli.build import command

SETTINGS = "group: Small\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n"
KIT = "name: Kit Larsen\nbusiness: Northwind\nseat: {category: staffing}\njoined: 2025-01-09\n"
EVIL = "import pathlib\n\n\ndef on_config(config):\n    pathlib.Path('{}').touch()\n    return config\n"
HOOKED = "site_name: Own\ntheme: {name: refertext}\nplugins: [refertext]\nhooks: [hook.py]\n"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    root = tmp_path / "group"
    (root / "members").mkdir(parents=True)
    (root / "refertext.yml").write_text(SETTINGS)
    (root / "members" / "kit.yml").write_text(KIT)
    return root


def build(group: Path, *more: str) -> Result:
    return CliRunner().invoke(command, ["--group", str(group), *more])


def test_into_the_groups_own_folder(group: Path) -> None:
    (group / "site").mkdir()
    (group / "site" / ".gitignore").write_text("*\n")
    for _ in range(2):
        found = build(group)
        assert found.exit_code == 0, found.output
        assert "pages in" in found.stderr
        assert "Kit Larsen" in (group / "site" / "members.html").read_text()
        assert (group / "site" / ".gitignore").read_text() == "*\n"
    assert sorted(path.name for path in group.iterdir()) == ["members", "refertext.yml", "site"]


def test_the_audience_is_that_of_the_settings_unless_it_is_said(group: Path) -> None:
    build(group)
    assert not (group / "site" / "findings.html").exists()
    (group / "refertext.yml").write_text(f"{SETTINGS}site: {{audience: members}}\n")
    build(group)
    assert (group / "site" / "findings.html").exists()
    build(group, "--audience", "public")
    assert not (group / "site" / "findings.html").exists()


def test_one_file(group: Path, tmp_path: Path) -> None:
    found = build(group, "--single-file", str(tmp_path / "one.html"))
    assert found.exit_code == 0, found.output
    text = (tmp_path / "one.html").read_text()
    assert '<article class="page" id="members--kit"' in text
    assert 'href="#members--kit"' in text
    assert not (group / "site").exists()


def test_a_folder_with_other_things_is_never_emptied(group: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    found = build(group, "--out", str(tmp_path / "mine"))
    assert found.exit_code == 2
    assert "holds other things than a site" in found.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_folder_is_meant_as_seen_from_where_one_is(
    group: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert build(group, "--out", "shown/here").exit_code == 0
    assert (tmp_path / "shown" / "here" / "index.html").exists()
    assert sorted(path.name for path in group.iterdir()) == ["members", "refertext.yml"]


def test_both_a_folder_and_a_file_is_a_mistake(group: Path, tmp_path: Path) -> None:
    assert build(group, "--out", str(tmp_path / "a"), "--single-file", str(tmp_path / "b")).exit_code == 2


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("templates/members.html", "{{ nothing }}", "templates/members.html cannot be shown"),
        ("docs/css/refertext.css", "p {}", "docs/css/refertext.css stands in the place of a file of the site"),
        ("docs/search-index.js", "x", "docs/search-index.js stands in the place"),
        ("refertext.yml", "group: [", "refertext.yml cannot be read"),
        ("docs/members.md", "# Ours", "docs/members.md stands where the page “Members” is made"),
        ("mkdocs.yml", "site_name: Own\ntheme: {name: refertext}\n", "mkdocs.yml does not name the plugin"),
        ("mkdocs.yml", "site_name: [", ""),
        ("mkdocs.yml", "site_name: A\ntheme: {name: refertext}\nplugins: [refertext: {as_of: soon}]\n", "is no day"),
    ],
)
def test_what_cannot_be_built_leaves_the_last_site(group: Path, file: str, text: str, said: str) -> None:
    (group / "docs").mkdir()
    assert build(group).exit_code == 0
    (group / file).parent.mkdir(exist_ok=True, parents=True)
    (group / file).write_text(text)
    found = build(group)
    assert found.exit_code == 1
    assert said in found.stderr
    assert "Traceback" not in found.stderr
    assert "The last site stays as it was." in found.stderr
    assert "Kit Larsen" in (group / "site" / "members.html").read_text()
    assert not list(group.glob(".site-*"))


def test_a_hook_that_fails_is_told_in_one_line_with_its_place(group: Path) -> None:
    (group / "docs").mkdir()
    (group / "mkdocs.yml").write_text(HOOKED)
    (group / "hook.py").write_text("def on_config(config):\n    return config['nothing']\n")
    found = build(group)
    assert found.exit_code == 1
    assert found.stderr == (
        "Error: What mkdocs.yml names has failed: hook.py, line 2: KeyError: 'nothing'. "
        "“mkdocs build -v” says where in full. The last site stays as it was.\n"
    )
    assert build(group, "--safe").exit_code == 0


def test_own_templates_are_used_but_not_with_safe(group: Path) -> None:
    (group / "templates").mkdir()
    own = '{% extends "refertext/members.html" %}{% block lead %}Our own words{% endblock %}'
    (group / "templates" / "members.html").write_text(own)
    build(group)
    assert "Our own words" in (group / "site" / "members.html").read_text()
    build(group, "--safe")
    shown = (group / "site" / "members.html").read_text()
    assert "Our own words" not in shown
    assert "Kit Larsen" in shown


def test_with_safe_the_group_does_not_decide_for_whom_it_is(group: Path) -> None:
    (group / "refertext.yml").write_text(f"{SETTINGS}site: {{audience: members}}\n")
    build(group, "--safe")
    assert not (group / "site" / "findings.html").exists()
    build(group, "--safe", "--audience", "members")
    assert (group / "site" / "findings.html").exists()


def test_links_are_neither_followed_nor_written_through(group: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "secret.txt").write_text("a secret")
    (tmp_path / "mine" / "index.md").write_text("a secret")
    (group / "site").mkdir()
    (group / "site" / ".a").symlink_to(tmp_path / "mine", target_is_directory=True)
    (group / "docs").symlink_to(tmp_path / "mine", target_is_directory=True)
    build(group, "--safe")
    assert (group / "site" / ".a").is_symlink()
    (tmp_path / "one.html").symlink_to(tmp_path / "mine" / "secret.txt")
    (tmp_path / ".one.html.new").symlink_to(tmp_path / "mine" / "secret.txt")
    assert build(group, "--safe", "--single-file", str(tmp_path / "one.html")).exit_code == 0
    assert (tmp_path / "mine" / "secret.txt").read_text() == "a secret"
    assert "a secret" not in (tmp_path / "one.html").read_text()


def test_with_safe_nothing_of_the_group_is_run(group: Path, tmp_path: Path) -> None:
    flag = tmp_path / "run"
    (group / "mkdocs.yml").write_text(HOOKED)
    (group / "hook.py").write_text(EVIL.format(flag))
    (group / "docs").mkdir()
    (group / "docs" / "rules.md").write_text("# Rules\n\n<script>alert(1)</script>\n\n![a](a.png)\n")
    (group / "docs" / "a.png").write_bytes(b"\x89PNG")
    (group / "docs" / "evil.html").write_text("<script>alert(1)</script>")
    (group / "docs" / "passwords.txt").symlink_to("/etc/passwd")
    found = build(group, "--safe")
    assert found.exit_code == 0, found.output
    assert not flag.exists()
    site = group / "site"
    assert "Rules" in (site / "rules.html").read_text()
    assert "alert" not in (site / "rules.html").read_text()
    assert (site / "a.png").read_bytes() == b"\x89PNG"
    assert not (site / "evil.html").exists()
    assert not (site / "passwords.txt").exists()
    build(group)
    assert flag.exists()


def test_as_of(group: Path) -> None:
    build(group, "--as-of", "2025-06-30")
    assert "As of Monday 30 June 2025" in (group / "site" / "index.html").read_text()


def test_what_cannot_be_read_is_told(group: Path) -> None:
    (group / "members" / "zoe.md").write_text("---\nname: [broken\n---\n")
    found = build(group)
    assert found.exit_code == 0
    assert "members/zoe" in found.stderr


def test_another_theme_is_told(group: Path) -> None:
    (group / "docs").mkdir()
    (group / "mkdocs.yml").write_text("site_name: Own\nplugins: [refertext]\n")
    found = build(group)
    assert "write theme: refertext" in found.stderr
    assert "<h1>Members</h1>" in (group / "site" / "members.html").read_text()


def test_own_style_sheets_come_after_ours(group: Path) -> None:
    (group / "docs").mkdir()
    (group / "docs" / "ours.css").write_text("p {}")
    (group / "mkdocs.yml").write_text(HOOKED.replace("hooks: [hook.py]", "extra_css: [ours.css]"))
    assert build(group).exit_code == 0
    shown = (group / "site" / "members.html").read_text()
    assert shown.index("css/refertext.css") < shown.index('href="ours.css"')
