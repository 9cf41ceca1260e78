"""Answering the browser: on this machine only, reading only, and only with the files of the site that is shown."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from pathlib import Path, PurePosixPath
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from refertext.patterns import pattern
from refertext.serving.live import Live, Shown

HOST = "127.0.0.1"
_US = pattern(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?", re.IGNORECASE)
"""What a browser on this machine calls this one."""
_OWN = "_refertext/"
_CHANGES = f"{_OWN}changes"
_BREATH = 15.0  # seconds after which a silent stream says something, to learn whether anybody still listens
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": _HTML,
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Content types by ending: what the system would guess differs from machine to machine."""
_NOTHING = b"<!doctype html><html lang=en><meta charset=utf-8><title>Nothing to see yet</title><body></body></html>"


@contextmanager
def answering(live: Live, port: int) -> Iterator[int]:
    """Answers until the end of the block; gives the port, which is any free one for 0. Raises OSError."""
    with _Server((HOST, port), _Answer) as server:
        server.live = live
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            live.close()
            server.shutdown()
            thread.join()


class _Server(ThreadingMixIn, TCPServer):
    """One thread a request; those that are left at the end are not waited for."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs have the same port
    request_queue_size = 64
    live: Live

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):  # the browser went away
            super().handle_error(request, client_address)


class _Answer(BaseHTTPRequestHandler):
    """The answer to one request."""

    server_version, sys_version = "refertext", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answers with a file of the site, or with what belongs to reloading."""
        live = cast("_Server", self.server).live
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, b"This address is not served here.\n", _TYPES[".txt"])
            return
        address = _address(self.path)
        if address == _CHANGES:
            self._stream(live)
        elif address.startswith(_OWN):
            self._send_own(address.removeprefix(_OWN))
        else:
            self._send_page(live.shown, address)

    do_HEAD = do_GET  # noqa: N815  called so by the library

    def refuse(self) -> None:
        """Answers those who want to change something."""
        self.close_connection = True
        self.send_response(HTTPStatus.METHOD_NOT_ALLOWED)
        self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  called so by the library
        """Says nothing: what was asked for is nobody's business."""

    def _is_for_us(self) -> bool:
        """Whether the browser means this machine: a name that somebody else leads here could read the site."""
        hosts = self.headers.get_all("Host") or []
        return len(hosts) == 1 and _US.fullmatch(hosts[0]) is not None

    def _send_page(self, shown: Shown, address: str) -> None:
        status = HTTPStatus.OK
        if address not in shown.files:
            status, address = HTTPStatus.NOT_FOUND, "404.html"
        kind = _kind(address)
        if address in shown.files and kind != _HTML:
            self._send_file(shown.files[address], kind)
        else:
            body = shown.files[address].read_bytes() if address in shown.files else _NOTHING
            self._send(status, _with_script(body, shown.version), _HTML)

    def _send_file(self, path: Path, kind: str) -> None:
        """Sends a file bit by bit, however large it is."""
        with path.open("rb") as file:
            self._begin(HTTPStatus.OK, kind)
            self.send_header("Content-Length", str(os.fstat(file.fileno()).st_size))
            self.end_headers()
            if self.command != "HEAD":
                shutil.copyfileobj(file, self.wfile)

    def _send_own(self, name: str) -> None:
        if name in ("reload.js", "reload.css"):
            self._send(HTTPStatus.OK, (resources.files(__package__) / name).read_bytes(), _kind(name))
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", _TYPES[".txt"])

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self._begin(status, kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _begin(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _stream(self, live: Live) -> None:
        """What is shown, at once and whenever that changes, as server-sent events."""
        self._begin(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        shown, told = live.shown, None
        while live.is_open and self.command != "HEAD":
            self.wfile.write(_event(shown) if shown is not told else b":\n\n")
            self.wfile.flush()
            told = shown
            shown = live.wait(told, _BREATH)


def _address(path: str) -> str:
    """The address of a file that is asked for, as the site's files are named."""
    address = unquote(urlsplit(path).path).removeprefix("/")
    return f"{address}index.html" if address.endswith("/") or not address else address


def _kind(address: str) -> str:
    return _TYPES.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")


def _with_script(page: bytes, version: str) -> bytes:
    """A page with the script that reloads it, which is in no page that is written."""
    script = f'<script src="/{_OWN}reload.js" data-version="{version}"></script>\n'.encode()
    end = page.lower().rfind(b"</body>")
    return page + script if end < 0 else page[:end] + script + page[end:]


def _event(shown: Shown) -> bytes:
    told = {
        "version": shown.version,
        "heading": shown.heading,
        "troubles": [asdict(trouble) for trouble in shown.troubles],
        "more": shown.more,
    }
    return f"data: {json.dumps(told)}\n\n".encode()
