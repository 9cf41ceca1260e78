"""`refertext doctor`: what is there, what is missing, and what for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refertext import __version__
from refertext.cli import refertext

SETTINGS = "group: Harbour Partners\ntimezone: America/Denver\ncurrency: USD\nas_of: 2026-03-11\n"
WITHOUT = "import sys; sys.modules[{!r}] = None; from refertext.cli import main; main(args=['doctor'])"


@pytest.fixture(autouse=True)
def group(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small group, in no repository, and the current folder."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "80")
    folder = tmp_path / "group"
    (folder / "prospects").mkdir(parents=True)
    (folder / "refertext.yml").write_text(SETTINGS)
    (folder / "prospects" / "haulier-nampa.yml").write_text("alias: A haulier in Nampa\n")
    (folder / "prospects" / "README.md").write_text("")
    monkeypatch.chdir(folder)
    return folder


def doctor(*arguments: str) -> Result:
    return CliRunner().invoke(refertext, ["doctor", *arguments])


def said(output: str) -> list[str]:
    """The output with every entry on a line of its own, in single spaces."""
    return [" ".join(line.split()) for line in output.replace("\n         ", " ").splitlines()]


def entry(output: str, start: str) -> str:
    (found,) = (line for line in said(output) if line.startswith(start))
    return found


def git(*arguments: str) -> None:
    name = ("-c", "user.name=Lee Ortiz", "-c", "user.email=lee@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


def test_all_that_checking_needs_is_there(group: Path) -> None:
    result = doctor()
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"refertext {__version__}, Python {sys.version.split()[0]}, Click" in entry(result.stdout, "ok refertext")
    for package in ("click", "PyYAML", "pydantic"):
        assert metadata.version(package) in result.stdout
    assert entry(result.stdout, "ok group") == (
        f"ok group: Harbour Partners, in {group.resolve()}, as of 2026-03-11, 1 file of records"
    )
    assert said(result.stdout)[-1] == "Checking works: nothing that it needs is missing."


def test_lines_stay_within_the_terminal() -> None:
    lines = [line for line in doctor().stdout.splitlines() if "/" not in line]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("path", ["group", "group/prospects", "group/prospects/haulier-nampa.yml"])
def test_the_group_is_found_from_anything_in_it(group: Path, path: str) -> None:
    assert "Harbour Partners" in doctor(str(group.parent / path)).stdout


def test_no_group(tmp_path: Path) -> None:
    result = doctor(str(tmp_path))
    assert result.exit_code == 1
    assert "start one with: refertext init" in entry(result.stdout, "missing no group")
    assert said(result.stdout)[-1] == "Checking does not work yet: mend first what is missing for it."


def test_no_such_path() -> None:
    assert doctor("nowhere").exit_code == 2


def test_a_group_with_faults_is_named_and_checking_still_works() -> None:
    Path("refertext.yml").write_text(SETTINGS + "curency: EUR\n")
    Path("prospects/photo.jpg").write_bytes(b"")
    result = doctor()
    assert result.exit_code == 0
    assert "refertext.yml and other files" in entry(result.stdout, "note group")
    assert "1 file of records" in result.stdout


def test_names_cannot_steer_the_terminal() -> None:
    Path("refertext.yml").write_text(SETTINGS.replace("Harbour Partners", '"\\e[31mHarbour"'))
    Path("a\x1b[31mb").mkdir()
    assert "\x1b" not in doctor().stdout
    assert "\x1b" not in doctor("a\x1b[31mb").stdout


def test_without_libyaml() -> None:
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT.format("yaml._yaml")], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "twenty times as long" in entry(result.stdout, "note libyaml")


def test_without_time_zones() -> None:
    environment = os.environ | {"PYTHONTZPATH": "/nowhere"}
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT.format("tzdata")], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert "pip install tzdata" in entry(result.stdout, "missing time zones")


@pytest.mark.parametrize(
    ("encoding", "start"), [("utf-8", "ok terminal"), ("cp1252", "note terminal"), ("ascii", "note")]
)
def test_the_terminal(encoding: str, start: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    result = subprocess.run(
        [sys.executable, "-m", "refertext", "doctor"], env=environment, capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert encoding in entry(result.stdout.decode(encoding), start)


def test_git_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = doctor()
    assert result.exit_code == 0
    assert "keeping earlier versions" in entry(result.stdout, "missing git is not installed")


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_the_states_of_a_repository(tmp_path: Path) -> None:
    assert "in no repository" in entry(doctor().stdout, "missing git")
    git("init")
    assert "on branch main, 3 changed files not yet committed" in entry(doctor().stdout, "ok git")
    assert "nothing is committed yet" in entry(doctor().stdout, "note git: nothing")
    git("add", ".")
    git("commit", "-m", "The group begins")
    assert "on branch main, nothing uncommitted" in entry(doctor().stdout, "ok git")
    assert "note git" not in doctor().stdout
    git("commit", "--allow-empty", "-m", "Again")
    git("clone", "--depth=1", Path.cwd().as_uri(), str(tmp_path / "clone"))
    assert "git fetch --unshallow" in entry(doctor(str(tmp_path / "clone")).stdout, "note git: only the latest")
    git("switch", "--detach")
    assert "no branch is checked out" in entry(doctor().stdout, "note git")
    (Path(".git") / "index").write_bytes(b"no index")
    result = doctor()
    assert "could not say how things stand" in entry(result.stdout, "missing git")
    assert result.exit_code == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_somebody_else() -> None:
    git("init")
    for path in (".", ".git"):
        os.chown(path, 12345, 12345)
    assert "belongs to another user" in entry(doctor().stdout, "missing git")
