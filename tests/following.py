"""Doing what something owed says, to the letter: its command as a shell would take it, or its words as somebody would
who edits files. Words in capitals are filled in.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from refertext.cli import refertext
from refertext.insights.debts.ready import has_gaps
from refertext.text import Source, parse
from small import Files

Way = tuple[str | int, ...]


def written(folder: Path, files: Files) -> Path:
    """A folder with some files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def filled(said: str, words: Mapping[str, str]) -> str:
    """What is said, with something in place of its words in capitals; none may be left."""
    for word, own in words.items():
        said = re.sub(rf"\b{word}\b", own, said)
    assert not has_gaps(said), said
    assert not re.search(r"\b[A-Z]{3,}\b", said), "a word in capitals that is none of GAPS"
    return said


def run(folder: Path, command: str, as_of: date) -> None:
    """Runs a command of refertext, or several, in a group's folder."""
    for one in command.split(" && "):
        program, *arguments = shlex.split(one)
        assert program == "refertext"
        done = CliRunner().invoke(refertext, [*arguments, "--group", str(folder), "--as-of", str(as_of)])
        assert done.exit_code == 0, (one, done.output)


def new_file(files: Files, write: str) -> Files:
    """The files with the new one that is asked for: each line as it is said, without the remarks in brackets."""
    said = re.sub(r" \([^()]*\)", "", write).partition("; or ")[0]
    match = re.match(r"a file in (\S+) with the lines (.*)", said)
    assert match, write
    lines = re.split(r", (?=[a-z]+: )(?![^{]*\})", match[2])
    return files | {f"{match[1]}new-{len(files)}.yml": "\n".join(lines) + "\n"}


def line_written(files: Files, file: str, below: Way, line: str) -> Files:
    """The files with one more line, or entry of a list, below some keys of one of them."""
    document = parse(Source(file, files[file].encode()))
    assert document.data is not None
    way: list[Any] = ["", *below]
    last = way.pop()
    node: Any = {"": document.data}
    for key in way:
        node = node[key] if isinstance(node, list) else node.setdefault(key, {})
    said = parse(Source(file, f"it:\n  {line}\n".encode()))
    assert said.data, (line, said.flaws)
    if isinstance(said.data["it"], list):
        node[last] = [*(node[last] if isinstance(node, list) or last in node else []), *said.data["it"]]
    else:
        target = node[last] if isinstance(node, list) else node.setdefault(last, {})
        target.update(said.data["it"])
    return files | {file: "".join(f"{key}: {json.dumps(value)}\n" for key, value in document.data.items())}
