"""The one way to canonical form: a text is written anew, and then it is read and compared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from refertext.patterns import pattern
from refertext.problem import Flaw
from refertext.text.document import Document, Region, find_region, parse
from refertext.text.edits.intents import Order, RefusedError
from refertext.text.edits.sheet import Sheet, sheet_of
from refertext.text.formatting.parts import Part, parts_of
from refertext.text.formatting.quick import is_plainly_in_form
from refertext.text.formatting.remarks import Remark, attach, remarks_of
from refertext.text.formatting.writing import lines_of
from refertext.text.source import MOST_BYTES, Source

_BOM = "\ufeff"
_LINE_END = pattern(r"\r+\n")
_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text in canonical form: what was given, if that is."""

    text: str


@dataclass(frozen=True, slots=True)
class NotFormatted:
    """A text that is left as it is: why, as the rest of a sentence, and what is wrong with it where that is why."""

    said: str
    flaws: tuple[Flaw, ...] = ()


def formatted(text: str, file: str, order: Order) -> Formatted | NotFormatted:
    """The text of a record file in canonical form; it holds the same data and the same remarks.

    `file` is the name of the file in its group; `order` gives the keys of each block in their order.
    """
    if _is_plainly_in_form(text, file, order):
        return Formatted(text)
    before = parse(_source(file, text))
    if before.flaws or before.data is None:
        return NotFormatted("it must be mended first; refertext check says how", before.flaws)
    try:
        return _rewritten(text, before, order)
    except RefusedError as refusal:
        return NotFormatted(str(refusal))


def _rewritten(text: str, before: Document, order: Order) -> Formatted | NotFormatted:
    sheet = sheet_of(before.file, _LINE_END.sub("\n", text.removeprefix(_BOM)), has_no_lines=False)
    if sheet.root is None:
        return Formatted(text)  # there are no keys
    whole = parts_of(sheet)
    remarks = remarks_of(sheet, whole)
    attach(sheet, whole, remarks)
    new = _written(sheet, whole, order)
    fault = _fault(before, new) or _lost(remarks, before.file, new)
    return NotFormatted(fault) if fault else Formatted(new)


def _is_plainly_in_form(text: str, file: str, order: Order) -> bool:
    """A quick look that spares nearly all files of a group the long one."""
    if not file.endswith(".md"):
        return is_plainly_in_form(text, order)
    region = find_region(file, text)
    return (
        isinstance(region, Region)
        and text.startswith(_FENCE)
        and text[region.end : region.body] == _FENCE
        and text[region.body :] == _body(text[region.body :])
        and is_plainly_in_form(text[region.start : region.end], order)
        and not parse(_source(file, text)).flaws
    )


def _written(sheet: Sheet, whole: Part, order: Order) -> str:
    keys = "".join(f"{line}\n" for line in lines_of(sheet, whole, order))
    if not sheet.file.endswith(".md"):
        return keys
    return f"{_FENCE}{keys}{_FENCE}{_body(sheet.text[sheet.region.body :])}"


def _body(written: str) -> str:
    """A body with line ends of one kind, and one of them at its end."""
    body = _LINE_END.sub("\n", written).rstrip()
    return f"{body}\n" if body else ""


def _fault(before: Document, text: str) -> str:
    """What is wrong with a new text, as the rest of a sentence; empty where it says what the old one said."""
    if len(text.encode()) > MOST_BYTES:
        return f"it would become larger than {MOST_BYTES // 1024} KiB, which is the most that is read"
    after = parse(_source(before.file, text))
    if after.flaws or after.data is None or after.data != _with_line_ends(before):
        return "it would then say something else"
    return ""


def _with_line_ends(document: Document) -> dict[str, Any]:
    """The data of a document; a body with line ends of one kind."""
    data = document.data or {}
    text = data.get("text")
    return {**data, "text": _LINE_END.sub("\n", text)} if document.file.endswith(".md") and text else data


def _lost(remarks: list[Remark], file: str, text: str) -> str:
    """Whether a new text has other remarks than the old one, as the rest of a sentence."""
    if not remarks:
        return ""
    sheet = sheet_of(file, text, has_no_lines=False)
    now = remarks_of(sheet, parts_of(sheet))
    return "" if _texts(now) == _texts(remarks) else "it would then lose a remark"


def _texts(remarks: list[Remark]) -> Counter[str]:
    return Counter(remark.text for remark in remarks)


def _source(file: str, text: str) -> Source:
    return Source(file, text.encode("utf-8", "surrogatepass"))
