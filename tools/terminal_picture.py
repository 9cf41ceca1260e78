"""Writes docs/images/*.svg: pictures of commands at a terminal, made from what they really print."""

from __future__ import annotations

import html
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = {
    "check": ["check", str(ROOT / "tests" / "groups" / "picture")],
    "agenda": ["agenda", "--group", str(ROOT)],
}
"""The commands that are shown, by the name of the picture."""
COLUMNS, LINE, CHARACTER = 80, 19, 8.43
TOP, LEFT = 52, 22

_STYLE = """
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: #d7dde8 }
text { white-space: pre }
.b { font-weight: 700 } .r { fill: #ff7b72 } .y { fill: #e3b341 } .g { fill: #7ee787 } .c { fill: #79c0ff }
"""
_DOTS = ((22, "#ff5f57"), (42, "#febc2e"), (62, "#28c840"))
_CLASSES = {"1": "b", "31": "r", "32": "g", "33": "y", "36": "c"}
_ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


def run(arguments: list[str]) -> str:
    """What a command prints on a terminal of 80 columns."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "refertext", *arguments]
    process = subprocess.Popen(command, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    chunks = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    process.wait()
    os.close(master)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def svg(name: str, output: str) -> str:
    """The picture of a command's output with colours."""
    lines = [f"\x1b[36m$\x1b[0m \x1b[1mrefertext {name}\x1b[0m", *output.rstrip("\n").split("\n")]
    height = TOP + LINE * len(lines) + 14
    width = round(LEFT * 2 + CHARACTER * COLUMNS)
    rows = "\n".join(
        f'<text x="{LEFT}" y="{TOP + LINE * number}" xml:space="preserve">{"".join(_spans(line))}</text>'
        for number, line in enumerate(lines)
    )
    dots = "".join(
        f'<circle cx="{22 + 20 * n}" cy="20" r="6" fill="{c}"/>'
        for n, c in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img">\n'
        f"<title>refertext {name} at a terminal</title>\n<style>{_STYLE}</style>\n"
        f'<rect width="{width}" height="{height}" rx="10" fill="#0d1117"/>\n{dots}\n{rows}\n</svg>\n'
    )


def _spans(line: str) -> Iterator[str]:
    manners: list[str] = []
    for number, part in enumerate(_ESCAPE.split(line)):
        if number % 2:
            codes = [code for code in part.split(";") if code not in ("", "0")]
            manners = [*manners, *(_CLASSES[code] for code in codes)] if codes else []
        elif part:
            text = html.escape(part, quote=False)
            yield f'<tspan class="{" ".join(manners)}">{text}</tspan>' if manners else f"<tspan>{text}</tspan>"


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        file = ROOT / "docs" / "images" / f"{name}.svg"
        file.write_text(svg(name, run(arguments)), encoding="utf-8", newline="\n")
