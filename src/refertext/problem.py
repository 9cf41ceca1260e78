"""Problems: what is wrong, where, and what to write instead. Plain values that every layer may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a value in a document; `()` is the whole document."""


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Part(StrEnum):
    """Which part of an entry a place means."""

    KEY = "key"
    VALUE = "value"


class Place(NamedTuple):
    """A symbolic place: it is turned into line and column only when it is shown.

    `file` is relative to the group's folder, with `/`. `path` leads to an entry of its document; `part` says
    whether the key or the value is meant; `piece` narrows the place to the first such text inside it, `inside` to
    some characters (start and end) of a record's text. Where no document could be made of the file, `offsets` in it
    (start and end, in characters) stand instead.
    """

    file: str
    path: Path = ()
    part: Part = Part.VALUE
    piece: str = ""
    offsets: tuple[int, int] | None = None
    inside: tuple[int, int] | None = None


class FlawKind(Enum):
    """What can be wrong with a file by itself. Each kind is told by the rule of the same name."""

    FILE_UNREADABLE = "file-unreadable"
    SYMLINK = "symlink"
    STRAY_FILE = "stray-file"
    WRONG_FOLDER = "wrong-folder"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    NOT_UTF_8 = "not-utf-8"
    HIDDEN_CHARACTER = "hidden-character"
    ODD_LINE_END = "odd-line-end"
    CONFLICT_MARKER = "conflict-marker"
    NO_FRONT_MATTER = "no-front-matter"
    NOT_A_RECORD = "not-a-record"
    YAML_ERROR = "yaml-error"
    YAML_TAG = "yaml-tag"
    YAML_ANCHOR = "yaml-anchor"
    YAML_MERGE_KEY = "yaml-merge-key"
    YAML_DIRECTIVE = "yaml-directive"
    SECOND_DOCUMENT = "second-document"
    TAB_IN_YAML = "tab-in-yaml"
    DUPLICATE_KEY = "duplicate-key"
    KEY_NOT_TEXT = "key-not-text"
    CUT_BY_COMMA = "cut-by-comma"
    CUT_BY_HASH = "cut-by-hash"
    CURLY_QUOTES = "curly-quotes"
    ID_FORM = "id-form"
    ID_COLLISION = "id-collision"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_VALUE = "wrong-value"
    WRONG_CHOICE = "wrong-choice"
    WRONG_SHAPE = "wrong-shape"


class See(NamedTuple):
    """A second place that belongs to a problem, and what stands there."""

    message: str
    place: Place


class Flaw(NamedTuple):
    """Something wrong with one file by itself, as the reading found it; a rule makes the sentence of it.

    `found` is the text in question, `said` a reason in words, `mend` what to write, where the reading knows.
    `more` counts further flaws of the kind in the file that are not told one by one.
    """

    kind: FlawKind
    place: Place
    found: str = ""
    said: str = ""
    mend: str = ""
    see: tuple[See, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule reports: a sentence, its place, what to write, other places; the severity where it is not
    the rule's own. `precedents` are shown too, but the problem is not about them.
    """

    message: str
    place: Place
    mend: str
    see: tuple[See, ...] = field(default=())
    severity: Severity | None = None
    precedents: tuple[See, ...] = ()
