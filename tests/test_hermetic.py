"""check is hermetic: it runs nothing from the checked folder, opens no file outside it, follows no link, starts no
process and writes nothing. An audit hook inside the running command watches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from ast import literal_eval
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import CAST
from refertext.records import FOLDERS

HOOK = """
import atexit, os, sys  # nothing that a trap could stand in for

STARTS = ("subprocess", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.startfile", "socket", "urllib")
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.utime", "shutil")
seen = []


def watch(event, args):
    if event == "open" and not isinstance(args[0], int):
        seen.append(["open", os.path.abspath(os.fsdecode(args[0])), args[2] or 0])
    elif event in ("os.scandir", "os.listdir", "os.chdir"):
        seen.append([event, os.path.abspath(os.fsdecode(args[0] or "."))])
    elif event == "import" and args[1]:
        seen.append([event, os.path.abspath(args[1])])
    elif event.startswith((*STARTS, *CHANGES)):
        seen.append([event, repr(args)])


def tell(target=os.open(os.environ["SEEN"], os.O_WRONLY | os.O_CREAT, 0o600)):
    os.write(target, ascii(seen).encode())


atexit.register(tell)
sys.addaudithook(watch)
"""
"""Stands in a folder of PYTHONPATH as `sitecustomize.py`, so that every start of Python is watched."""

SCRIPT = Path(sys.executable).parent / "refertext"
STARTS: dict[str, list[str]] = {
    "as a command": [str(SCRIPT)],
    "as a module": [sys.executable, "-m", "refertext"],
    "as a module, safely": [sys.executable, "-P", "-m", "refertext"],
}
TRAPS = ("json", "yaml", "click", "re", "pathlib", "zoneinfo", "tzdata", "pydantic", "sitecustomize", "conftest")
TRAP = "open('trapped', 'w')\nraise SystemExit('a file of the group was run')\n"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


@dataclass(frozen=True)
class Run:
    """What a run of check did and said."""

    code: int
    shown: str
    seen: list[tuple[str, str, int]]

    def of(self, *events: str) -> list[str]:
        """The paths of some events, or their arguments."""
        return [path for event, path, _ in self.seen if event in events]


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The cast in a folder of its own, with traps and links in it."""
    folder = Path(shutil.copytree(CAST, tmp_path / "group"))
    for name in TRAPS:
        (folder / f"{name}.py").write_text(TRAP)
    for file in ("pyproject.toml", "setup.cfg", ".env", "pyvenv.cfg", "usercustomize.py", "trap.pth", "mkdocs.yml"):
        (folder / file).write_text("import trap\n")
    (folder / "trap-1.0.dist-info").mkdir()
    (folder / "trap-1.0.dist-info" / "entry_points.txt").write_text("[pydantic]\ntrap = trap\n")
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "secret.yml").write_text("alias: the secret\n")
    (folder / "prospects" / "linked.yml").symlink_to(secret / "secret.yml")
    (folder / "prospects" / "hard-to-see.md").symlink_to("../../secret/secret.yml")
    (folder / "prospects" / "looped.yml").symlink_to("looped.yml")
    (folder / "referrals" / "2024").symlink_to(secret, target_is_directory=True)
    (folder / "meetings" / "2024").symlink_to("..", target_is_directory=True)
    (folder / "docs").symlink_to(secret, target_is_directory=True)
    return folder


def watched(group: Path, start: list[str], *arguments: str, command: str = "check", said: str = "") -> Run:
    if not shutil.which(start[0]):
        pytest.skip("refertext is not installed as a command here")
    hooks = group.parent / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(HOOK)
    (hooks / "plugin-1.0.dist-info").mkdir()  # pydantic would load what others have installed
    (hooks / "plugin-1.0.dist-info" / "entry_points.txt").write_text("[pydantic]\nplugin = plugin:plugin\n")
    (hooks / "plugin.py").write_text(TRAP)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    environment |= {"PYTHONPATH": str(hooks), "PYTHONDONTWRITEBYTECODE": "1", "SEEN": str(hooks / "seen.txt")}
    done = subprocess.run(
        [*start, command, *arguments],
        cwd=group,
        env=environment | {"HOME": str(group), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert said in done.stderr
    assert said or done.stderr == ""
    seen = literal_eval((hooks / "seen.txt").read_text())
    return Run(done.returncode, done.stdout, [(event, path, int(*more) if more else 0) for event, path, *more in seen])


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files, "."):
            status = os.lstat(Path(above) / name)
            found[str(Path(above) / name)] = (status.st_mtime_ns, status.st_size)
    return found


def is_pythons_own(path: str) -> bool:
    """Whether a path is the interpreter, a library, time zone data or the null device."""
    libraries = {
        *sysconfig.get_paths().values(),
        sys.base_prefix,
        sys.prefix,
        *(folder for folder in sys.path if folder),
    }
    allowed = [*libraries, "/usr/share/zoneinfo", "/etc/localtime", "/dev/null", "/usr/lib", "/lib"]
    return any(path == home or path.startswith(home.rstrip("/") + "/") for home in map(os.path.abspath, allowed))


@pytest.mark.parametrize(
    ("start", "form"), [*((start, "text") for start in STARTS), ("as a command", "json"), ("as a command", "github")]
)
def test_check_touches_nothing_but_the_groups_files(group: Path, start: str, form: str) -> None:
    if start != "as a module":  # Python itself looks for the module in the working folder, before anything of ours runs
        (group / "refertext.py").write_text(TRAP)
        (group / "refertext").mkdir()
        (group / "refertext" / "__init__.py").write_text(TRAP)
    before = snapshot(group)
    run = watched(group, STARTS[start], "--format", form)
    assert snapshot(group) == before
    assert run.code == 1, run.shown
    assert "the secret" not in run.shown
    assert run.shown.count("symlink") >= 5

    mine, hooks = f"{group}/", f"{group.parent}/hooks/"
    opened = [(path, flags) for event, path, flags in run.seen if event == "open" and not path.startswith(hooks)]
    inside = [path for path, _ in opened if path.startswith(mine)]
    assert len(inside) > len(list(CAST.rglob("*.md"))), "the hook saw nothing"
    assert {Path(path).relative_to(group).parts[0] for path in inside} == {"refertext.yml", *FOLDERS}
    assert not [path for path in inside if Path(path).is_symlink()]
    assert not [path for path, flags in opened if flags & WRITING]
    assert not [path for path, _ in opened if not path.startswith(mine) and not is_pythons_own(path)]
    assert not [path for path in run.of("import") if path.startswith(str(group))]
    listed = run.of("os.scandir", "os.listdir")
    assert not [path for path in listed if path.startswith((str(group.parent / "secret"), f"{group}/docs"))]
    assert not [path for path in listed if not path.startswith((str(group), hooks[:-1])) and not is_pythons_own(path)]
    assert {event for event, *_ in run.seen} <= {"open", "import", "os.scandir", "os.listdir"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["status"],
        ["status", "kit-larsen", "--format", "json"],
        ["due", "--days", "60"],
        ["agenda"],
        ["metrics", "--by", "member"],
        ["metrics", "--with", "agreements/show-up.md"],
        ["why", "attendance", "kit-larsen"],
        ["match", "kit-larsen", "brian-cho"],
        ["fit", "dana-wolfe"],
    ],
    ids=" ".join,
)
def test_commands_about_numbers_touch_nothing_but_the_groups_files(group: Path, arguments: list[str]) -> None:
    before = snapshot(group)
    command, *more = arguments
    run = watched(group, STARTS["as a module, safely"], *more, command=command, said="cannot be read")
    assert snapshot(group) == before
    assert run.code == 0, run.shown
    assert "the secret" not in run.shown
    mine, hooks = f"{group}/", f"{group.parent}/hooks/"
    opened = [(path, flags) for event, path, flags in run.seen if event == "open" and not path.startswith(hooks)]
    inside = [path for path, _ in opened if path.startswith(mine)]
    assert len(inside) > len(list(CAST.rglob("*.md"))), "the hook saw nothing"
    assert {Path(path).relative_to(group).parts[0] for path in inside} <= {"refertext.yml", "profiles", *FOLDERS}
    assert not [path for path in inside if Path(path).is_symlink()]
    assert not [path for path, flags in opened if flags & WRITING]
    assert not [path for path, _ in opened if not path.startswith(mine) and not is_pythons_own(path)]
    assert not [path for path in run.of("import") if path.startswith(str(group))]
    assert {event for event, *_ in run.seen} <= {"open", "import", "os.scandir", "os.listdir"}


def test_a_pipe_without_writer_does_not_hang(group: Path) -> None:
    os.mkfifo(group / "prospects" / "pipe.yml")
    os.mkfifo(group / "prospects" / "pipe")
    (group / "prospects" / "folder.yml").mkdir()
    run = watched(group, STARTS["as a module, safely"])
    assert run.code == 1
    assert "[file-unreadable]" in run.shown
    assert "not a plain file" in run.shown
    assert not [path for path in run.of("open") if Path(path).is_fifo()]


def test_settings_that_are_a_pipe_are_not_opened(group: Path) -> None:
    (group / "refertext.yml").unlink()
    os.mkfifo(group / "refertext.yml")
    run = watched(group, STARTS["as a module, safely"], "--as-of", "2026-03-11")
    assert run.code == 1
    assert "not a plain file" in run.shown
    assert str(group / "refertext.yml") not in run.of("open")


def test_a_folder_without_the_right_to_write_is_enough(group: Path) -> None:
    folders = [group, *(path for path in group.rglob("*") if path.is_dir() and not path.is_symlink())]
    for path in group.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o444)
    for folder in folders:
        folder.chmod(0o555)
    try:
        run = watched(group, STARTS["as a module, safely"])
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert run.code == 1
    assert "[symlink]" in run.shown
