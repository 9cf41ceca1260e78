"""check is hermetic: it runs nothing from the checked folder, opens no file outside it, follows no link, starts no
process and writes nothing. An audit hook inside the running command watches.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from conftest import CAST

WATCHED = """
import json, os, sys
DOING = (
    "subprocess", "os.exec", "os.posix_spawn", "os.fork", "os.system", "socket", "shutil", "os.rename", "os.remove",
    "os.mkdir", "os.symlink", "os.link", "os.chmod", "os.truncate", "os.rmdir",
)
seen = []
def hook(event, args):
    if event.startswith(DOING):
        seen.append([event, repr(args)])
    elif event == "open":
        path, mode, flags = args
        name = str(path) if isinstance(path, int) else os.path.abspath(os.fsdecode(path))
        seen.append(["open", name, flags or 0])
    elif event in ("os.scandir", "os.listdir"):
        seen.append([event, os.path.abspath(os.fsdecode(args[0] or "."))])
    elif event == "import" and args[1]:
        seen.append(["import", os.path.abspath(args[1])])
target = os.open(OUT, os.O_WRONLY | os.O_CREAT)
sys.addaudithook(hook)
sys.argv = ["refertext", "check", *sys.argv[2:]]
try:
    START
except SystemExit as stop:
    code = stop.code
os.write(target, json.dumps([code, seen]).encode())
"""
STARTS = {
    "as a command": "from refertext.cli import main; main()",
    "as a module": "import runpy; runpy.run_module('refertext', run_name='__main__', alter_sys=True)",
}
TRAPS = ("json.py", "yaml.py", "click.py", "sitecustomize.py", "conftest.py", "refertext.py", "re.py", "zoneinfo.py")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The cast in a folder of its own, with traps and links in it."""
    folder = tmp_path / "group"
    shutil.copytree(CAST, folder)
    trap = "open('/nowhere/trap', 'w')\nraise SystemExit('a file of the group was run')\n"
    for name in TRAPS:
        (folder / name).write_text(trap)
    (folder / "refertext").mkdir()
    (folder / "refertext" / "__init__.py").write_text(trap)
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "secret.yml").write_text("alias: the secret\n")
    (folder / "prospects" / "linked.yml").symlink_to(secret / "secret.yml")
    (folder / "prospects" / "looped.yml").symlink_to("looped.yml")
    (folder / "referrals" / "2025").symlink_to(secret, target_is_directory=True)
    (folder / "docs").symlink_to(secret, target_is_directory=True)
    return folder


def watched(folder: Path, start: str, out: Path) -> tuple[int, list[list[str]], str]:
    script = WATCHED.replace("OUT", repr(str(out))).replace("START", start)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    result = subprocess.run(
        [sys.executable, "-P", "-c", script, "--"],
        cwd=folder,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert out.exists(), result.stderr
    code, seen = json.loads(out.read_text())
    return code, seen, result.stdout


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            status = os.lstat(Path(above) / name)
            found[str(Path(above) / name)] = (status.st_mtime_ns, status.st_size)
    return found


def is_pythons_own(path: str) -> bool:
    homes = {*sysconfig.get_paths().values(), sys.base_prefix, sys.prefix, *(p for p in sys.path if p)}
    allowed = [*homes, "/usr/share/zoneinfo", "/etc/localtime", "/dev/null", "/usr/lib", "/lib"]
    return any(path == home or path.startswith(home.rstrip("/") + "/") for home in map(os.path.abspath, allowed))


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_check_touches_nothing_but_the_groups_files(group: Path, tmp_path: Path, start: str) -> None:
    before = snapshot(group)
    code, seen, shown = watched(group, start, tmp_path / "seen.json")
    assert code == 1, shown
    assert "the secret" not in shown
    assert shown.count("[symlink]") == 3
    assert snapshot(group) == before

    opened = [event for event in seen if event[0] == "open"]
    inside = [event for event in opened if event[1].startswith(f"{group}/")]
    assert len(inside) > len(list(CAST.rglob("*.md"))), "the hook saw nothing"
    assert all(int(event[2]) & os.O_NOFOLLOW for event in inside)
    assert not [event for event in inside if not event[1].endswith((".yml", ".md")) and not Path(event[1]).is_symlink()]
    assert not [event for event in inside if int(event[2]) & WRITING]
    assert not [event for event in opened if not event[1].startswith(f"{group}/") and not is_pythons_own(event[1])]

    others = [event for event in seen if event[0] not in ("open", "import", "os.scandir", "os.listdir")]
    assert others == []
    imported = [event[1] for event in seen if event[0] == "import"]
    assert not [path for path in imported if path.startswith(str(group))]
    listed = [event[1] for event in seen if event[0] in ("os.scandir", "os.listdir")]
    assert not [path for path in listed if path.startswith(str(tmp_path / "secret"))]
    assert not [path for path in listed if not path.startswith(str(group)) and not is_pythons_own(path)]


def test_a_pipe_without_writer_does_not_hang(group: Path, tmp_path: Path) -> None:
    os.mkfifo(group / "prospects" / "pipe.yml")
    (group / "prospects" / "folder.yml").mkdir()
    code, _, shown = watched(group, STARTS["as a command"], tmp_path / "seen.json")
    assert code == 1
    assert "[file-unreadable]" in shown
    assert "not a plain file" in shown


def test_a_folder_without_the_right_to_write_is_enough(group: Path, tmp_path: Path) -> None:
    for path in (*group.rglob("*"), group):
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        code, _, shown = watched(group, STARTS["as a command"], tmp_path / "seen.json")
    finally:
        for path in (group, *group.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
    assert code == 1
    assert "[symlink]" in shown
