"""The strict YAML subset: text becomes plain data of dicts, lists, texts and None.

Every scalar is text. A plain `null`, `~` or nothing is None, and so are quotes or a block with nothing in them. Tags,
anchors, aliases, merge keys, directives and second documents are refused. PyYAML's C parser does the reading; its pure
Python twin stands in where libyaml is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from refertext.patterns import pattern
from refertext.problem import Flaw, FlawKind, Path, Place, See
from refertext.text.canonical import recognise
from refertext.text.line_typos import TypoKind, set_apart
from refertext.text.source import HIDDEN, MOST_FLAWS_OF_A_KIND, flaws_at, shown
from refertext.text.typos import find_typo

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # PyYAML's stubs leave it out

    HAS_LIBYAML = True
except ImportError:  # PyYAML was built without libyaml
    HAS_LIBYAML = False

Plain = dict[str, Any] | list[Any] | str | None
"""What a YAML text holds in refertext."""

Node = Any
"""A node or event of PyYAML's, whose type stubs do not know the marks that every one of ours has."""

MOST_LEVELS = 32
"""How deep lists and blocks may be nested."""
MOST_ENTRIES = 20_000
"""How many values one file may hold; it bounds time and memory on hostile files."""

_SAFE_TO_COMPOSE = 1000  # levels; the C parser dies at about 100,000
_FAILURES = (yaml.YAMLError, ValueError, AttributeError, IndexError, KeyError, RecursionError)
_NOTHING = ("", "~", "null")
_PREFIX = pattern(r"^[ \-?]+", re.MULTILINE)
_BEGUN_BEFORE = ("unexpected end of stream", "did not find expected ',' or", "could not find expected ':'")
_ODD_LINE_END = pattern("\r(?!\n)|[\x85\u2028\u2029]")
_BETWEEN_VERSIONS = pattern(r"^={7}(?=\r?$)", re.MULTILINE)
_DIRECTIVE = pattern(r"^%[^\r\n]*", re.MULTILINE)
_HASH = pattern(r" #[^\s#]")
_HASH_AFTER = pattern(r" *(#[^\s#][^\r\n]*)")
_REMARK = pattern(r"#[^\r\n]*")
_OPENING_QUOTE = pattern("[“„«‘‚]")
_QUOTED_TEXT = r"(?:[^“”„«»‘’‚]|(?<=\w)’(?=\w))+"  # ’ between letters is an apostrophe
_IN_CURLY_QUOTES = pattern(rf"[“„]{_QUOTED_TEXT}[“”]|«{_QUOTED_TEXT}»|[‘‚]{_QUOTED_TEXT}[‘’]")
_SAYS = pattern(r"^ *[^\s#]", re.MULTILINE)
_KEY_LINE = pattern(r"^[\w-]+:(?: |\r?$)", re.MULTILINE)
_TAG = pattern(r"!<[^\s>]*>|![^\s,\[\]{}]*")
_ANCHOR = pattern(r"[&*][^\s,\[\]{}]*")

if HAS_LIBYAML:

    class _Composer(CParser):
        """The C parser with a resolver that does nothing: every scalar stays text."""

        def resolve(self, *_: object) -> str:
            return ""

        def descend_resolver(self, *_: object) -> None:
            return None

        def ascend_resolver(self) -> None:
            return None

else:
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Composer(Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]
        """The same in pure Python."""

        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)

        def resolve(self, *_: object) -> str:
            return ""

        def descend_resolver(self, *_: object) -> None:
            return None

        def ascend_resolver(self) -> None:
            return None


@dataclass(slots=True)
class Reading:
    """What a YAML text gave: its data (None where it could not be read) and its flaws."""

    data: Plain = None
    flaws: list[Flaw] = field(default_factory=list)
    readable: bool = True


def read(text: str, file: str, start: int = 0) -> Reading:
    """The plain data of a YAML text that begins `start` characters into its file."""
    canonical = recognise(text)
    if canonical is not None:
        return Reading(canonical)
    return read_any_style(text, file, start)


def read_any_style(text: str, file: str, start: int = 0) -> Reading:
    """The same by the full parser alone."""
    flaws = _refused_characters(text, file, start)
    if not flaws:
        flaws = _refused_by_events(text, file, start)
    if flaws:
        return Reading(flaws=flaws, readable=False)
    try:
        root = _Composer(text).get_single_node()
    except _FAILURES as error:
        return Reading(flaws=[_yaml_error(error, text, file, start)], readable=False)
    walk = _Walk(text, file, start)
    data = walk.plain(root, ()) if root is not None else None
    if root is not None and (_HASH.search(text) or (not text.isascii() and _OPENING_QUOTE.search(text))):
        walk.look_at_plain_values(root)
    return Reading(data, walk.flaws, walk.readable)


def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text that `read` accepts or finds only flaws of its tree in; else None."""
    if _refused_characters(text, "", 0) or _refused_by_events(text, "", 0):
        return None
    try:
        root: yaml.Node | None = _Composer(text).get_single_node()
    except _FAILURES:
        return None
    return root


def is_nothing(node: Node) -> bool:
    """Whether a node stands for "nothing": a plain `null` or `~`, or no value at all."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NOTHING


def _refused_characters(text: str, file: str, start: int) -> list[Flaw]:
    flaws = []
    if "\t" in text:
        flaws += flaws_at(FlawKind.TAB_IN_YAML, re.finditer("\t", text), file, start)
    if not text.isascii() or "\r" in text:
        flaws += flaws_at(FlawKind.ODD_LINE_END, _ODD_LINE_END.finditer(text), file, start)
    if "%" in text:
        flaws += flaws_at(FlawKind.YAML_DIRECTIVE, _DIRECTIVE.finditer(text), file, start)
    if "=======" in text:
        flaws += flaws_at(FlawKind.CONFLICT_MARKER, _BETWEEN_VERSIONS.finditer(text), file, start)
    return flaws


def _refused_by_events(text: str, file: str, start: int) -> list[Flaw]:
    """What must be refused before a tree is built: composing would forget it, or never end."""
    tricks = "&" in text or "*" in text or "!" in text
    if not tricks and len(text) < _SAFE_TO_COMPOSE:
        return []  # too short to nest deep or hold much
    openers = text.count("[") + text.count("{")
    separators = text.count("\n") + text.count(",") + text.count(": ") + openers
    longest_prefix = max(map(len, _PREFIX.findall(text)), default=0) if openers < _SAFE_TO_COMPOSE else 0
    harmless = not tricks and openers + 2 * longest_prefix < _SAFE_TO_COMPOSE and 2 * separators < MOST_ENTRIES
    return [] if harmless else _scan_events(text, file, start)


def _scan_events(text: str, file: str, start: int) -> list[Flaw]:
    flaws: list[Flaw] = []
    depth = entries = 0
    composer = _Composer(text)
    try:
        while composer.check_event():
            event: Node = composer.get_event()
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            entries += isinstance(event, yaml.NodeEvent)
            flaws += _refused_event(event, text, file, start)
            if depth > MOST_LEVELS or entries > MOST_ENTRIES:
                at = start + event.start_mark.index
                flaws.append(_out_of_bounds(Place(file, offsets=(at, at + 1)), too_deep=depth > MOST_LEVELS))
                break
            if len(flaws) >= MOST_FLAWS_OF_A_KIND:
                break
    except _FAILURES:
        pass  # composing meets the same error and tells it
    return flaws


def _out_of_bounds(place: Place, *, too_deep: bool) -> Flaw:
    if too_deep:
        return Flaw(FlawKind.TOO_DEEP, place, found=f"more than {MOST_LEVELS} levels")
    return Flaw(FlawKind.TOO_LARGE, place, found=f"more than {MOST_ENTRIES:,} entries")


def _refused_event(event: Node, text: str, file: str, start: int) -> list[Flaw]:
    anchor = getattr(event, "anchor", None)
    tag = getattr(event, "tag", None)
    if anchor is None and tag is None:
        return []
    begin = event.start_mark.index
    kinds = []
    if anchor is not None:
        kinds.append((FlawKind.YAML_ANCHOR, _ANCHOR.search(text, begin)))
    if tag is not None:
        kinds.append((FlawKind.YAML_TAG, _TAG.search(text, begin)))
    return [
        Flaw(kind, Place(file, offsets=(start + word.start(), start + word.end())), found=word[0])
        for kind, word in kinds
        if word
    ]


def _yaml_error(error: Exception, text: str, file: str, start: int) -> Flaw:
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    met = marks[0].index if marks[0] else 0
    if any(part in problem for part in _BEGUN_BEFORE):
        marks.reverse()  # where it was begun helps more than where the end was missed
    mark = marks[0] or marks[1]
    at = min(mark.index if mark else 0, len(text))
    if "another document" in problem:
        said, mend = _behind_the_keys(text, at)
        return Flaw(FlawKind.SECOND_DOCUMENT, Place(file, offsets=_spot(text, at, start)), problem, said, mend)
    typo = find_typo(text, problem, context, at, met)
    if typo:
        offsets = (start + typo.start, start + typo.end)
        mend = f"write {typo.instead}" if typo.instead else ""
        return Flaw(FlawKind.YAML_ERROR, Place(file, offsets=offsets), found=typo.kind, mend=mend)
    found = f"{context}: {problem}".strip(": ")
    return Flaw(FlawKind.YAML_ERROR, Place(file, offsets=_spot(text, at, start)), found=found)


def _behind_the_keys(text: str, at: int) -> tuple[str, str]:
    """What stands below a line --- that ends the keys, as in a .md file; nothing where it is a second record."""
    below = text[at:].partition("\n")[2]
    if not _SAYS.search(below):
        return "Nothing stands below this line of three hyphens", "remove the line"
    if text.startswith("---") and not _KEY_LINE.search(below):
        mend = "rename the file so that it ends in .md, or put the text under the keys, as text: and a text in quotes"
        return "A text stands below the keys, as it may in a .md file", mend
    return "", ""


def _spot(text: str, at: int, start: int) -> tuple[int, int]:
    """The character at an error, or the last one before it where the error is at the end of the text."""
    if at >= len(text):
        at = max(len(text.rstrip()) - 1, 0)
    return start + at, start + at + 1


class _Walk:
    """One walk over a node tree, collecting data and flaws."""

    def __init__(self, text: str, file: str, start: int) -> None:
        self.text, self.file, self.start = text, file, start
        self.flaws: list[Flaw] = []
        self.readable = True
        self.escapes = "\\" in text

    def plain(self, node: Node, path: Path) -> Plain:
        if node.id == "scalar":
            value: str = node.value
            if self.escapes and node.style == '"':
                self.find_hidden_character(node)
            says_nothing = not value.strip() if node.style else value in _NOTHING
            return None if says_nothing else value
        if len(path) >= MOST_LEVELS:
            self.flaws.append(_out_of_bounds(self.place(node), too_deep=True))
            self.readable = False
            return None
        if node.id == "sequence":
            return [self.plain(child, (*path, number)) for number, child in enumerate(node.value)]
        return self.mapping(node, path)

    def mapping(self, node: Node, path: Path) -> dict[str, Any]:
        keyed: dict[str, Any] = {}
        firsts: dict[str, Node] = {}
        for key, value in self.whole_entries(node, path) if node.flow_style else node.value:
            if key.id != "scalar":
                self.flaw(FlawKind.KEY_NOT_TEXT, key)
                continue
            name = key.value
            if self.escapes and key.style == '"':
                self.find_hidden_character(key)
            if name == "<<" and not key.style:
                self.flaw(FlawKind.YAML_MERGE_KEY, key)
                self.readable = False
            elif name in firsts:
                self.flaw(FlawKind.DUPLICATE_KEY, key, found=name, earlier=firsts[name])
            else:
                firsts[name] = key
                keyed[name] = self.plain(value, (*path, name))
        return keyed

    def whole_entries(self, node: Node, path: Path) -> list[tuple[Node, Node]]:
        """The entries inside { }; those that are the rest of a value cut by a comma are told, and left out."""
        entries: list[tuple[Node, Node]] = []
        rests: dict[int, Node] = {}
        for key, value in node.value:
            alone = self.has_no_colon(key, value)
            if alone and key.id == "scalar" and not key.style and set_apart(key.value):
                self.flaw(FlawKind.YAML_ERROR, key, TypoKind.TIGHT_COLON, mend=f"write {set_apart(key.value)}")
                self.readable = False
            elif alone and entries:
                rests[len(entries) - 1] = key
            else:
                entries.append((key, value))
        for position, rest in rests.items():
            key, value = entries[position]
            if self.has_no_colon(key, value):
                self.cut_by_comma(key, rest, path)
            else:
                self.cut_by_comma(value, rest, (*path, key.value))
        return entries

    def has_no_colon(self, key: Node, value: Node) -> bool:
        between = self.text[key.end_mark.index : value.end_mark.index]
        return is_nothing(value) and ":" not in _REMARK.sub("", between)

    def cut_by_comma(self, value: Node, rest: Node, path: Path) -> None:
        """Tells a value, or a block of words without colons, that falls apart; the path says what not to judge."""
        if value.id != "scalar" or (is_nothing(value) and value.start_mark.index == value.end_mark.index):
            mend = f"write {rest.value}: and what belongs to it, if anything does" if rest.id == "scalar" else ""
            self.flaw(FlawKind.YAML_ERROR, rest, found="could not find expected ':'", mend=mend)
            return
        begin, end = value.start_mark.index, rest.end_mark.index
        offsets = (self.start + begin, self.start + end)
        whole = " ".join(self.text[begin:end].split())
        self.flaws.append(Flaw(FlawKind.CUT_BY_COMMA, Place(self.file, path, offsets=offsets), found=whole))

    def find_hidden_character(self, node: Node) -> None:
        """Escapes in double quotes can yield what must not stand in a file literally."""
        hidden = HIDDEN.search(node.value)
        if hidden:
            self.flaw(FlawKind.HIDDEN_CHARACTER, node, found=shown(hidden[0]))
            self.readable = False

    def look_at_plain_values(self, node: Node, path: Path = ()) -> None:
        """Finds values that are cut by a hash, or in quotes that are part of them."""
        if node.id == "mapping":
            for key, value in node.value:
                if key.id == "scalar":
                    self.look_at_plain_values(value, (*path, key.value))
        elif node.id == "sequence":
            for number, child in enumerate(node.value):
                self.look_at_plain_values(child, (*path, number))
        elif not node.style:
            self.find_cut_by_hash(node, path)
            if _IN_CURLY_QUOTES.fullmatch(node.value):
                place = self.place(node)._replace(path=path)
                self.flaws.append(Flaw(FlawKind.CURLY_QUOTES, place, found=node.value))

    def find_cut_by_hash(self, node: Node, path: Path) -> None:
        begin, end = node.start_mark.index, node.end_mark.index
        cut = _HASH_AFTER.match(self.text, end)
        if cut:
            begin = begin if node.value else cut.start(1)
            stop = end + len(cut[0].partition(" # ")[0].rstrip())
            whole = " ".join(self.text[begin:stop].split())
            # where nothing is left, the path tells missing-key why
            place = Place(self.file, () if node.value else path, offsets=(self.start + begin, self.start + stop))
            self.flaws.append(Flaw(FlawKind.CUT_BY_HASH, place, found=whole))

    def flaw(self, kind: FlawKind, node: Node, found: str = "", mend: str = "", earlier: Node | None = None) -> None:
        see = () if earlier is None else (See("it stands here first", self.place(earlier)),)
        self.flaws.append(Flaw(kind, self.place(node), found=found, mend=mend, see=see))

    def place(self, node: Node) -> Place:
        begin, end = node.start_mark.index, node.end_mark.index
        return Place(self.file, offsets=(self.start + begin, self.start + max(end, begin + 1)))
