"""Serving: real saves and real requests over the loopback, and in the end what a fresh build gives."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from conftest import CAST
from refertext.mkdocs_plugin import Asked, build, used_paths
from refertext.serving import Builder, Live, Shown, Trouble
from refertext.serving.web import answering
from refertext.site.audience import Audience
from test_watch import emacs, in_place, in_two_writes, renamed_over, vim_with_backup

PATIENCE = 60.0
MEMBERS = Asked(Audience.MEMBERS)
KIT = "members/kit-larsen.md"
SCRIPT = re.compile(rb'<script src="/_refertext/reload.js" data-version="[0-9a-f-]+"></script>\n')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CAST, tmp_path / "group"))


class Session:
    """A running “refertext serve”: what it says, and what it shows."""

    def __init__(self, root: Path, *options: str, folder: Path) -> None:
        command = [sys.executable, "-m", "refertext", "serve", "--port", "0", "--group", str(root), *options]
        environment = {**os.environ, "TMPDIR": str(folder), "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        )
        self.said = ""
        assert self.process.stderr
        for line in self.process.stderr:
            self.said += line
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        else:
            raise AssertionError(self.said)
        self.told: list[dict[str, object]] = []
        self._changed = threading.Condition()
        self._threads = [threading.Thread(target=one, daemon=True) for one in (self._read, self._listen)]
        for thread in self._threads:
            thread.start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.said += line

    def _listen(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/_refertext/changes")
        response = connection.getresponse()
        while line := response.readline():
            if line.startswith(b"data: "):
                with self._changed:
                    self.told.append(json.loads(line.removeprefix(b"data: ")))
                    self._changed.notify_all()
        connection.close()

    def until(self, holds: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """What is shown as soon as something holds of it."""
        with self._changed:
            assert self._changed.wait_for(lambda: bool(self.told) and holds(self.told[-1]), PATIENCE), self.said
            return self.told[-1]

    def get(self, address: str) -> bytes:
        """A file as it is served, without the script."""
        return SCRIPT.sub(b"", get(self.port, address)[1])

    def stop(self, way: signal.Signals) -> int:
        """The exit code."""
        self.process.send_signal(way)
        code = self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join()
        assert self.process.stderr
        self.process.stderr.close()
        return code


def get(port: int, address: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a request, and its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest(method, address, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.fixture
def session(root: Path, tmp_path: Path) -> Iterator[Session]:
    (tmp_path / "temporary").mkdir()
    made = Session(root, "--audience", "members", folder=tmp_path / "temporary")
    yield made
    if made.process.poll() is None:
        made.stop(signal.SIGINT)


def written(session: Session, folder: Path) -> dict[str, bytes]:
    """What is served under the addresses of a built site."""
    return {address: session.get(f"/{address}") for address in files_of(folder)}


def files_of(folder: Path) -> dict[str, bytes]:
    """A built site by address."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_after_saves_of_all_kinds_the_site_is_that_of_a_fresh_build(
    root: Path, session: Session, tmp_path: Path
) -> None:
    for save in (in_place, renamed_over, vim_with_backup, emacs, in_two_writes):
        save(root / KIT)
    (root / KIT).write_text((root / KIT).read_text().replace("Kit Larsen", "Kit Ampersand"))
    (root / "members" / "kit-larsen.md~").unlink()
    (root / "docs").mkdir()
    (root / "docs" / "how.md").write_text("# How\n\nSee [home](index.md).\n")
    (root / "prospects" / "brewery.yml").write_text("alias: A brewery by the canal\nknown_by: [kit-larsen]\n")
    build(root, tmp_path / "fresh", MEMBERS)
    fresh = files_of(tmp_path / "fresh")
    seen = session.until(lambda told: not told["heading"] and written(session, tmp_path / "fresh") == fresh)
    assert seen["troubles"] == []
    assert b"Kit Ampersand" in session.get("/members/kit-larsen.html")


def test_a_file_that_cannot_be_read_is_told_while_the_last_good_page_stays(root: Path, session: Session) -> None:
    good = (root / KIT).read_text()
    page = session.get("/members/kit-larsen.html")
    (root / KIT).write_text("---\nname: [\n---\n")
    told = session.until(lambda told: "cannot be read" in str(told["heading"]))
    assert "You see the site as it was before." in str(told["heading"])
    assert KIT in json.dumps(told["troubles"])
    assert session.get("/members/kit-larsen.html") == page
    (root / KIT).write_text(good)
    assert session.until(lambda told: not told["heading"])["troubles"] == []


def test_what_cannot_be_built_is_told_while_the_last_good_site_stays(root: Path, session: Session) -> None:
    page = session.get("/index.html")
    (root / "templates").mkdir()
    (root / "templates" / "home.html").write_text("{{ nothing.here }}")
    told = session.until(lambda told: bool(told["heading"]))
    assert told["troubles"] == [
        {"message": "templates/home.html cannot be shown: 'nothing' is undefined", "place": "", "help": ""}
    ]
    assert session.get("/index.html") == page
    (root / "templates" / "home.html").unlink()
    (root / "mkdocs.yml").write_text("site_name: [\n")
    assert "mkdocs.yml" in str(session.until(lambda told: "mkdocs.yml" in str(told["troubles"]))["troubles"])
    (root / "mkdocs.yml").unlink()
    session.until(lambda told: not told["heading"])


def test_an_error_that_check_finds_is_told_and_the_new_site_shown(root: Path, session: Session) -> None:
    before = session.until(lambda _: True)["version"]
    text = "kind: one-to-one\ndate: 2026-03-01\nbetween: [kit-larsen, nobody-at-all]\n"
    (root / "meetings" / "2026").mkdir(parents=True, exist_ok=True)
    (root / "meetings" / "2026" / "2026-03-01-kit-larsen-nobody-at-all-k3n8.yml").write_text(text)
    told = session.until(lambda told: "to mend" in str(told["heading"]))
    assert "nobody-at-all" in json.dumps(told["troubles"])
    assert told["version"] != before


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(root: Path, session: Session, tmp_path: Path, way: signal.Signals) -> None:
    assert os.listdir(tmp_path / "temporary")
    assert session.stop(way) == 0
    assert session.said.endswith("Stopped.\n")
    assert "Traceback" not in session.said
    assert os.listdir(tmp_path / "temporary") == []
    assert not {"site", ".cache"} & set(os.listdir(root))
    with answering(Live(Shown("v")), session.port) as port:
        assert port == session.port


def test_a_port_that_is_taken_is_told(root: Path) -> None:
    with answering(Live(Shown("v")), 0) as port:
        command = [sys.executable, "-m", "refertext", "serve", "--port", str(port), "--group", str(root)]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert run.returncode == 2
    assert f"Port {port} is not free" in run.stderr
    assert "Traceback" not in run.stderr


def test_polling_sees_saves_too(root: Path, tmp_path: Path) -> None:
    session = Session(root, "--poll", folder=tmp_path)
    (root / KIT).write_text((root / KIT).read_text().replace("Kit Larsen", "Kit Polled"))
    session.until(lambda _: b"Kit Polled" in session.get("/members.html"))
    assert session.stop(signal.SIGTERM) == 0


# What is answered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "members").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (site / "index.html").write_text("<!doctype html><title>Home</title><body>Home</BODY></html>")
    (site / "members" / "kit.html").write_text("Kit, without a body")
    (site / "404.html").write_text("<body>Nothing here</body>")
    for name in ("a b.css", "calendar.ics", "search-index.js", "icon.svg", "file.unknown"):
        (site / name).write_text(name)
    return site


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    files = {address: folder / address for address in files_of(folder)}
    with answering(Live(Shown("v-1", files)), 0) as found:
        yield found


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?query#part", "text/html; charset=utf-8"),
        ("/members/kit.html", "text/html; charset=utf-8"),
        ("/a%20b.css", "text/css; charset=utf-8"),
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        ("/search-index.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
        ("/file.unknown", "application/octet-stream"),
        ("/_refertext/reload.js", "text/javascript; charset=utf-8"),
        ("/_refertext/reload.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_types_and_are_never_kept(port: int, address: str, kind: str) -> None:
    response, body = get(port, address)
    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    head, nothing = get(port, address, "HEAD")
    assert (head.status, head.headers["Content-Length"], nothing) == (200, str(len(body)), b"")


def test_pages_get_the_script_before_their_end_and_no_other_file_does(port: int) -> None:
    script = b'<script src="/_refertext/reload.js" data-version="v-1"></script>\n'
    assert get(port, "/")[1] == b"<!doctype html><title>Home</title><body>Home" + script + b"</BODY></html>"
    assert get(port, "/members/kit.html")[1] == b"Kit, without a body" + script
    assert get(port, "/icon.svg")[1] == b"icon.svg"


@pytest.mark.parametrize(
    "address",
    [
        "/members/",
        "/members",
        "/../secret.txt",
        "/members/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc/passwd%00.html",
        "/_refertext/",
        "/_refertext/../web.py",
        "/_refertext/web.py",
        "http://127.0.0.1/nothing.html",
    ],
)
def test_nothing_else_is_given_away(port: int, address: str) -> None:
    response, body = get(port, address)
    assert response.status == 404
    assert b"secret" not in body
    assert b"root:" not in body
    assert b"import" not in body


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8000", 200),
        ("LOCALHOST", 200),
        ("evil.example", 403),
        ("evil.example:8000", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost@evil.example", 403),
        ("localhost:80@evil.example", 403),
        ("localhost:", 403),
        ("localhost:80:80", 403),
        ("[::1]", 403),
        ("", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(port: int, host: str, status: int) -> None:
    for address in ("/", "/_refertext/reload.js"):
        response, body = get(port, address, Host=host)
        assert response.status == status
        assert (b"Home" in body or b"reload" in body or b"Reload" in body) == (status == 200)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(port: int, method: str) -> None:
    response, body = get(port, "/", method)
    assert (response.status, response.headers["Allow"], body) == (405, "GET, HEAD", b"")


def test_large_files_come_whole(folder: Path) -> None:
    content = os.urandom(3_000_000)
    (folder / "large.pdf").write_bytes(content)
    with answering(Live(Shown("v", {"large.pdf": folder / "large.pdf"})), 0) as port:
        response, body = get(port, "/large.pdf")
        assert (response.headers["Content-Length"], body) == ("3000000", content)
        assert get(port, "/large.pdf", "HEAD")[1] == b""


def test_before_anything_was_built_there_is_a_page_that_waits() -> None:
    with answering(Live(Shown("v-0", heading="The site cannot be built.", troubles=(Trouble("why"),))), 0) as port:
        response, body = get(port, "/")
    assert response.status == 404
    assert SCRIPT.sub(b"", body).startswith(b"<!doctype html>")
    assert b'data-version="v-0"' in body


def test_a_site_that_could_not_be_built_at_first_comes_when_it_can(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: [\n")
    builder = Builder(root, MEMBERS, tmp_path / "sites")
    first = builder.build(builder.nothing())
    assert (dict(first.files), first.heading) == ({}, "The site cannot be built. There is nothing to see yet.")
    (root / "mkdocs.yml").unlink()
    second = builder.build(first)
    assert second.heading == ""
    assert second.version != first.version
    assert "index.html" in second.files


def test_hooks_of_the_group_may_raise_anything(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs").mkdir()
    configuration = "site_name: x\ntheme: {name: refertext}\nplugins: [refertext]\nhooks: [hook.py]\n"
    (root / "mkdocs.yml").write_text(configuration)
    (root / "hook.py").write_text("def on_config(config):\n    1 / 0\n")
    builder = Builder(root, MEMBERS, tmp_path / "sites")
    shown = builder.build(builder.nothing())
    why = "What mkdocs.yml names has failed: hook.py, line 2: ZeroDivisionError: division by zero."
    assert shown.troubles == (Trouble(f"{why} “mkdocs build -v” says where in full."),)
    assert "Traceback" not in capsys.readouterr().err
    safe = Builder(root, Asked(Audience.MEMBERS, safe=True), tmp_path / "safe")
    assert safe.build(safe.nothing()).heading == ""


def test_what_the_configuration_names_is_watched_too(root: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "how.md").write_text("# How\n")
    (root / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: refertext, custom_dir: ../ours}\nplugins: [refertext]\n"
        "docs_dir: ../pages\nhooks: [tools/hook.py]\n"
    )
    (root / "tools").mkdir()
    (root / "tools" / "hook.py").write_text("")
    (tmp_path / "ours").mkdir()
    (tmp_path / "temporary").mkdir()
    session = Session(root, folder=tmp_path / "temporary")
    (tmp_path / "pages" / "how.md").write_text("# How else\n")
    session.until(lambda _: b"How else" in session.get("/how.html"))
    (root / "tools" / "hook.py").write_text("def on_post_page(output, **_):\n    return output + 'hooked'\n")
    session.until(lambda _: session.get("/how.html").endswith(b"hooked"))
    (root / "tools" / "hook.py").write_text("1 / 0")
    assert "hook.py, line 1" in str(session.until(lambda told: bool(told["heading"]))["troubles"])
    (root / "tools" / "hook.py").write_text("")
    session.until(lambda told: not told["heading"])
    (tmp_path / "ours" / "main.html").write_text("Ours: {{ page.content }}")
    session.until(lambda _: session.get("/how.html").startswith(b"Ours: "))
    assert session.stop(signal.SIGTERM) == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("site_name: x\n", set()),
        ("docs_dir: pages\ntheme: {name: refertext, custom_dir: ours}\n", {"pages", "ours"}),
        ("theme: refertext\nhooks: [a.py, tools/b.py]\nwatch: [more]\n", {"a.py", "tools/b.py", "more"}),
        ("INHERIT: base.yml\ndocs_dir: pages\n", {"base.yml", "pages", "base.py"}),
        ("INHERIT: none.yml\n", None),
        ("docs_dir: [\n", None),
        ("- docs_dir\n", None),
        ("hooks: 5\n", None),
    ],
)
def test_what_a_configuration_names(text: str, named: set[str] | None, tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("hooks: [base.py]\n")
    (tmp_path / "mkdocs.yml").write_text(text)
    expected = None if named is None else {tmp_path.resolve() / name for name in named}
    assert used_paths(tmp_path / "mkdocs.yml") == expected
    assert used_paths(tmp_path / "nothing.yml") == frozenset()


def test_a_group_that_is_taken_away_is_told_and_comes_back(root: Path, session: Session) -> None:
    page = session.get("/index.html")
    away = root.rename(root.with_name("away"))
    told = session.until(lambda told: bool(told["heading"]))
    assert told["troubles"] == [{"message": f"There is no group in {root} any more.", "place": "", "help": ""}]
    assert session.get("/index.html") == page
    away.rename(root)
    session.until(lambda told: not told["heading"])
    (root / KIT).write_text((root / KIT).read_text().replace("Kit Larsen", "Kit Again"))
    session.until(lambda _: b"Kit Again" in session.get("/members.html"))
    assert "Traceback" not in session.said


def test_old_sites_are_taken_away_but_for_the_one_before(root: Path, tmp_path: Path) -> None:
    builder = Builder(root, MEMBERS, tmp_path / "sites")
    shown = builder.nothing()
    for _ in range(4):
        shown = builder.build(shown)
    assert sorted(os.listdir(tmp_path / "sites")) == ["3", "4"]


def test_what_is_used_again_makes_no_difference(root: Path, tmp_path: Path) -> None:
    """Each of some changes, built with what the builds before left, gives the bytes of a fresh build."""
    (root / "docs").mkdir()
    (root / "docs" / "one.md").write_text("# One\n\n[two](two.md#there) and [home](index.md)\n")
    builder = Builder(root, MEMBERS, tmp_path / "sites")
    shown = builder.build(builder.nothing())
    member = (root / KIT).read_text()
    changes = {
        KIT: member.replace("Kit Larsen", "Kit <Other>"),
        "docs/two.md": "# Two\n\n## There\n",
        "docs/index.md": "# Welcome\n\nHello.\n",
        "docs/one.md": "# One again\n\n[two](two.md#nowhere)\n",
        "refertext.yml": (root / "refertext.yml").read_text().replace("Cast of the examples", "Another name"),
        "templates/members.html": "<h1>Ours</h1>\n{% for card in cards %}{{ card.who.name }}{% endfor %}\n",
    }
    for number, (file, text) in enumerate(changes.items()):
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text)
        shown = builder.build(shown)
        assert shown.heading == ""
        build(root, tmp_path / f"fresh{number}", MEMBERS)
        assert {address: path.read_bytes() for address, path in shown.files.items()} == files_of(
            tmp_path / f"fresh{number}"
        ), file
