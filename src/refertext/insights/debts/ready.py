"""Ready to be pasted: commands of refertext, and lines of a record.

Words in capitals, such as TEXT, stand for what only those who paste it know.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from refertext.group import Group
from refertext.patterns import pattern
from refertext.problem import Path
from refertext.records import Referral
from refertext.records.tags import tag_of
from refertext.text.wording import folded

TEXT = '"TEXT"'
"""Words of their own; in quotes, so that they may have commas."""
_OPEN = pattern(r"[\w=: -]*\bTEXT\Z", re.ASCII)
GAPS = (
    "AMOUNT",
    "ANSWER",
    "CATEGORY",
    "DAY",
    "GIVER",
    "KIND",
    "LEVEL",
    "MEETING",
    "MEMBER",
    "NUMBER",
    "OTHER",
    "RECEIVER",
    "REFERRAL",
    "STATUS",
    "TEXT",
)
"""All words in capitals that stand for something."""
_GAP = pattern(rf"\b(?:{'|'.join(GAPS)})\b", re.ASCII)
_FEWEST = 4
"""Words by which something that is open is called at least, where it has so many."""


def has_gaps(said: str) -> bool:
    """Whether words in capitals are left to be filled in."""
    return _GAP.search(said) is not None


def command(*words: object) -> str:
    """A command of refertext, quoted for a shell; TEXT stands in quotes, so that more than one word may follow."""
    return " ".join(["refertext", *(_quoted(str(word)) for word in words)])


def _quoted(word: str) -> str:
    return f'"{word}"' if _OPEN.match(word) else shlex.quote(word)


def one_after_another(commands: Iterable[str]) -> str:
    """Several commands on one line, each carried out if the one before worked."""
    return " && ".join(commands)


def to_set(file: str, path: Path, value: object) -> str:
    """The command that sets one value of a record."""
    return command("set", file, _way(path), value)


def to_add(file: str, path: Path, value: object) -> str:
    """The command that adds an entry to a list of a record."""
    return command("set", file, _way(path), value, "--add")


def _way(path: Path) -> str:
    """A path as `refertext set` takes it: entries of lists are counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def in_braces(keys: Mapping[str, Any]) -> str:
    """Some keys with their values on one line: `{date: 2026-11-20, words: "TEXT"}`."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in keys.items())}}}"


def talk_recorded(between: Iterable[str], kind: str = "one-to-one") -> str:
    """The command that records a talk of today."""
    return command("new", kind, "--between", ",".join(between))


def talk_written(group: Group, between: Iterable[str], kind: str = "one-to-one") -> str:
    """What to write when two sat down together: a file of its own."""
    keys = {"kind": kind, "date": f"{group.as_of} (the day of it)", "between": f"[{', '.join(between)}]"}
    return file_written(f"meetings/{group.as_of.year}/", keys)


def file_written(folder: str, keys: Mapping[str, object]) -> str:
    """What to write where a record of its own is asked for."""
    return f"a file in {folder} with the lines {', '.join(f'{key}: {value}' for key, value in keys.items())}"


def short(group: Group, referral: Referral) -> str:
    """What to call a referral: its tag, where no other one ends like it, else its id."""
    tag = tag_of(referral.id)
    return tag if tag and group.once(_ends)[tag] == 1 else referral.id


def _ends(group: Group) -> Mapping[str, int]:
    return Counter([id_[-4:] for id_ in group.ids("referrals")])


def telling_words(text: str, others: Iterable[str]) -> str:
    """The first words of a text, as many as it takes so that none of some others has all of them."""
    words, rest = text.split(), [folded(other) for other in others]
    for number in range(_FEWEST, len(words)):
        if not any(all(folded(word) in other for word in words[:number]) for other in rest):
            return " ".join(words[:number])
    return " ".join(words)
