"""Records as people style them: every way of writing the same data, with remarks and blank lines, by a seed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from refertext.problem import Path

WORDS = [
    "kit-larsen", "brian-cho", "2026-03-05", "2026-02-02", "yes", "no", "07:30", "75%", "12500", "a b", "Dockside Café",
    "phone, then lunch", "ask: why", "a #b", "# a", "- a", "-", "---", "...", "null", "~", " a", "a ", "[a", "{a}",
    "'a'", '"a"', "it's", 'say "a"', "a\\b", "%a", "@a", "`a", "!a", "&a", "*a", "=", "<<", ":a", "a:", "?a", "|",
    ">", "“a”", "“a” b", "a\nb", "a\n\nb", "a\n", "a\n  b\nc\n", " a\nb", "a\n\n", "x, y}", "https://example.com/a#b",
    "日本", "a\u00a0b", "😀", "a" * 120,
]  # fmt: skip
KEYS = [
    "kind", "date", "from", "to", "history", "thanked", "useful", "kit-larsen", "lee-ortiz", "note", "a b", "é", "null",
    "yes", "07:30", "a: b", "x #y", "- k", "[k", "{k}", "k,l", "'k'", '"k"',
]  # fmt: skip
TYPOS = [
    *" :#-,[]{}'\"\n\t&!*~%@|>\\?é\r",
    "\n\n",
    ": ",
    " #x",
    "\n  ",
    "null",
    "- ",
    "---\n",
    "...\n",
    "? ",
    "\n- ",
    "[a: b]",
    "# x\n",
    "\n# x\n",
    "{",
    "}",
]
"""What a hand may put anywhere by mistake."""

_SAFE = re.compile(r"[A-Za-z0-9é日](?:[A-Za-z0-9 é日本%:/.-]*[A-Za-z0-9é本%])?")
_STEPS = (2, 2, 2, 4, 1, 3)


@dataclass
class Styled:
    """A text, the data in it, and the lines (first and last, from 0) in which each path is written.

    `in_lines` are the paths of blocks and lists without braces or brackets; `flowing` those of entries inside some.
    """

    text: str
    data: dict[str, Any]
    spans: dict[Path, tuple[int, int]]
    in_lines: set[Path]
    flowing: set[Path]


def styled(seed: int) -> Styled:
    """A `.yml` text in some style."""
    rng = Random(seed)
    return styled_as(some_block(rng, 3), rng)


def styled_as(data: dict[str, Any], rng: Random) -> Styled:
    """A `.yml` text with these data in some style."""
    writer = _Writer(rng)
    if rng.random() < 0.07:
        writer.flow(data, (), "", 0)
    else:
        writer.block(data, (), 0)
    writer.noise(0)
    end = "\r\n" if rng.random() < 0.25 else "\n"
    needs_end = writer.ends_in_lines and writer.clips
    text = end.join(writer.lines) + (end if needs_end or rng.random() < 0.75 else "")
    return Styled(text, data, writer.spans, writer.in_lines, writer.flowing)


def mistyped(record: Styled, rng: Random, *, is_markdown: bool) -> str:
    """A styled text, or a `.md` file with it as front matter, with up to three typos."""
    text = f"---\n{record.text}\n---\n\nHello\n" if is_markdown else record.text
    for _ in range(rng.randint(1, 3)):
        place = rng.randint(0, len(text))
        text = text[:place] + rng.choice(TYPOS) + text[place + rng.choice([0, 0, 1, 5]) :]
    return text


def some_block(rng: Random, depth: int) -> dict[str, Any]:
    """Plain data of a few keys."""
    return {key: some_value(rng, depth - 1) for key in rng.sample(KEYS, rng.randint(1, 5))}


def some_value(rng: Random, depth: int) -> Any:
    """Plain data of any kind."""
    chance = rng.random()
    if depth > 0 and chance < 0.2:
        return some_block(rng, depth) if chance > 0.02 else {}
    if depth > 0 and chance < 0.45:
        if chance < 0.22:
            return []
        if chance < 0.32:
            return [{"date": f"2026-0{month}-1{month}", **some_block(rng, 1)} for month in range(1, rng.randint(2, 4))]
        return [some_value(rng, depth - 1) for _ in range(rng.randint(1, 4))]
    return None if chance < 0.55 else some_text(rng)


def some_text(rng: Random) -> str:
    """A text of any kind, but blank: that is nothing."""
    text = "".join(rng.choices("ab :#-,[]{}'\"&*!|>%@`~?=<\\é–”\n", k=5))
    return text if text.strip() and rng.random() < 0.3 else rng.choice(WORDS)


@dataclass
class _Writer:
    rng: Random
    lines: list[str] = field(default_factory=list)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)
    in_lines: set[Path] = field(default_factory=set)
    flowing: set[Path] = field(default_factory=set)
    ends_in_lines: bool = False
    clips: bool = False
    remarks: int = 0

    def noise(self, column: int) -> None:
        """Blank lines and remarks between entries."""
        for _ in range(self.rng.choice([0, 0, 0, 0, 1, 2])):
            if self.rng.random() < 0.4 and not self.ends_in_lines:
                self.lines.append("")
            else:
                deeper = 0 if self.ends_in_lines else self.rng.choice([0, 0, 0, 2, 5])
                self.lines.append(" " * (column + deeper) + self.remark())
                self.ends_in_lines = False

    def remark(self) -> str:
        self.remarks += 1
        return f"# remark {self.remarks}: {self.rng.choice(['- a', 'k: l', 'x', '[', chr(34)])}"

    def tail(self) -> None:
        """Sometimes a remark at the end of the line, or blanks."""
        if self.rng.random() < 0.2:
            self.lines[-1] += " " * self.rng.randint(1, 4) + self.remark()
        elif self.rng.random() < 0.05:
            self.lines[-1] += "  "

    def block(self, block: dict[str, Any], path: Path, column: int, opening: str = "") -> None:
        """Keys in lines; `opening` is the dash and its spaces before the first one."""
        self.in_lines.add(path)
        for key, value in block.items():
            if not opening:
                self.noise(column)
            first = len(self.lines)
            self.lines.append((opening or " " * column) + self.key(key) + ":")
            opening = ""
            self.value(value, (*path, key), column, is_entry=False)
            self.spans[*path, key] = (first, len(self.lines) - 1)

    def listed(self, entries: list[Any], path: Path, column: int, opening: str = "") -> None:
        """Entries after dashes."""
        self.in_lines.add(path)
        for number, entry in enumerate(entries):
            if not opening:
                self.noise(column)
            first = len(self.lines)
            gap = " " * self.rng.choice([1, 1, 1, 3])
            here = (*path, number)
            if isinstance(entry, (dict, list)) and entry and self.rng.random() < 0.6:
                inner = (opening or " " * column) + "-" + gap
                write = self.block if isinstance(entry, dict) else self.listed
                write(entry, here, len(inner), inner)  # type: ignore[arg-type]
            else:
                self.lines.append((opening or " " * column) + "-")
                self.value(entry, here, column, is_entry=True)
            opening = ""
            self.spans[here] = (first, len(self.lines) - 1)

    def value(self, value: Any, path: Path, column: int, *, is_entry: bool) -> None:
        """A value after the key or dash that the last line ends with."""
        self.ends_in_lines = False
        if isinstance(value, str):
            self.text(value, column)
        elif value is None:
            self.lines[-1] += self.rng.choice(["", "", " ~", " null", ' ""', " ' '"])
            self.tail()
        elif value and self.rng.random() < 0.6:
            self.tail()
            inner = column + self.rng.choice(_STEPS)
            if isinstance(value, dict):
                self.block(value, path, inner)
            else:
                self.listed(value, path, column if not is_entry and self.rng.random() < 0.3 else inner)
        else:
            self.lines[-1] += " "
            self.flow(value, path, self.lines.pop(), column + 2)

    def text(self, text: str, column: int) -> None:
        is_safe = _SAFE.fullmatch(text) and ": " not in text and text != "null"
        chance = self.rng.random()
        indent = " " * (column + self.rng.choice(_STEPS))
        lines = text.removesuffix("\n").split("\n")
        can_be_literal = (
            lines[0] and lines[-1] and not text.startswith(" ") and not any(line.isspace() for line in lines)
        )
        if can_be_literal and chance < (0.7 if "\n" in text else 0.1):
            self.clips = text.endswith("\n")
            strip = "" if text.endswith("\n") else "-"
            self.lines[-1] += f" {'|' if len(lines) > 1 or chance < 0.05 else '>'}{strip}"
            self.tail()
            self.lines += [indent + line if line else "" for line in lines]
            self.ends_in_lines = True
            return
        if is_safe and chance < 0.75:
            between = f"\n{indent}" if chance < 0.15 else " "
            start = f"\n{indent}" if chance < 0.08 else " "
            self.lines[-1:] = f"{self.lines[-1]}{start}{between.join(text.split(' '))}".split("\n")
        else:
            self.lines[-1] += f" {self.quoted(text)}"
        self.tail()

    def quoted(self, text: str) -> str:
        if "\n" not in text and self.rng.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    def key(self, key: str) -> str:
        return key if _SAFE.fullmatch(key) and ": " not in key and self.rng.random() < 0.9 else self.quoted(key)

    def flow(self, value: Any, path: Path, before: str, column: int) -> None:
        """A value in braces or brackets, in one line or with an entry a line."""
        within = self.inside(value, path, column, may_break=True)
        self.lines += f"{before}{within}".split("\n")
        self.tail()

    def inside(self, value: Any, path: Path, column: int, *, may_break: bool = False) -> str:
        if isinstance(value, str):
            is_safe = _SAFE.fullmatch(value) and ": " not in value and value != "null" and "\n" not in value
            return value if is_safe and self.rng.random() < 0.8 else self.quoted(value)
        if value is None:
            return self.rng.choice(["~", "null", '""', *([""] if isinstance(path[-1], str) else [])])
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        self.flowing |= {(*path, key) for key in keys}
        entries = [self.inside(value[key], (*path, key), column + 2) for key in keys]
        if isinstance(value, dict):
            entries = [f"{self.key(str(key))}: {entry}" for key, entry in zip(keys, entries, strict=True)]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if entries and may_break and self.rng.random() < 0.3:
            return self.broken(entries, opening, closing, column)
        blank = self.rng.choice(["", "", " "])
        comma = "," if entries and self.rng.random() < 0.1 else ""
        return opening + blank + self.rng.choice([", ", ", ", ",  "]).join(entries) + comma + blank + closing

    def broken(self, entries: list[str], opening: str, closing: str, column: int) -> str:
        last_comma = self.rng.choice(["", ","])
        commas = [","] * (len(entries) - 1) + [last_comma]
        rows = [f"{entry}{comma}" for entry, comma in zip(entries, commas, strict=True)]
        if self.rng.random() < 0.5:
            rows = [f"{row} {self.remark()}" if self.rng.random() < 0.5 else row for row in rows]
        indent = "\n" + " " * column
        return opening + indent + indent.join(rows) + "\n" + " " * max(column - 1, 1) + closing
