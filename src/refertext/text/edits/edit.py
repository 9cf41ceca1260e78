"""The one way to change a record's text: each intent in turn, and then the result is read and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from refertext.problem import Flaw, FlawKind, Path
from refertext.text.document import Document, Region, find_region, parse
from refertext.text.edits.body import alike
from refertext.text.edits.change import carried_out
from refertext.text.edits.intents import Intent, Order, RefusedError
from refertext.text.edits.splices import Span, changed_lines
from refertext.text.source import MOST_BYTES, Source

_BOM = "\ufeff"
_AMBIGUOUS = (FlawKind.DUPLICATE_KEY, FlawKind.KEY_NOT_TEXT, FlawKind.CUT_BY_COMMA, FlawKind.YAML_ERROR)


class Edited(NamedTuple):
    """A text with its changes made.

    `changed` are the rows of lines, first and last from 1, in which something is new or from which something went;
    `data` are the plain data that the new text holds.
    """

    text: str
    changed: tuple[Span, ...]
    data: dict[str, Any]


class EditRefused(NamedTuple):
    """A change that is not made: why, in a sentence, and what is wrong with the file where that is the reason."""

    said: str
    flaws: tuple[Flaw, ...] = ()


def _free(_: Path) -> tuple[str, ...]:
    return ()


def edit(text: str, file: str, intents: Iterable[Intent], order: Order = _free) -> Edited | EditRefused:
    """The text of a record file with all intents applied, one after the other; or, if one cannot be, why.

    `file` is the name of the file in its group; `order` gives each new key its place. Intents that change nothing
    leave the text as it is. What comes back has been read again: it holds what is meant and nothing else.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    before = parse(_source(file, text))
    data = _readable(before, text)
    if data is None or any(flaw.kind in _AMBIGUOUS for flaw in before.flaws):
        return EditRefused("the file cannot be read as it is; mend it first, refertext check says how", before.flaws)
    wanted, refusals = tuple(intents), []
    for has_no_lines in (False, True):
        try:
            new, changed, meant = carried_out(file, text, data, wanted, order, has_no_lines=has_no_lines)
            found = _compared(before, new, meant)
        except RefusedError as refusal:
            refusals.append(str(refusal))
        else:
            return Edited(mark + new, changed_lines(new, changed), found)
    return EditRefused(refusals[0])


def _readable(document: Document, text: str) -> dict[str, Any] | None:
    """The plain data of a document; a file without any keys yet has only its body, if that."""
    if document.data is not None:
        return document.data
    flaw = document.flaws[0] if len(document.flaws) == 1 else None
    if flaw and flaw.kind is FlawKind.NO_FRONT_MATTER and flaw.found == "no first line ---" and not flaw.said:
        body = text.strip()
    elif flaw and flaw.kind is FlawKind.NOT_A_RECORD and flaw.found == "nothing":
        region = find_region(document.file, text)
        body = text[region.body :].strip() if isinstance(region, Region) else ""
    else:
        return None
    return {"text": body} if body else {}


def _compared(before: Document, text: str, meant: dict[str, Any]) -> dict[str, Any]:
    """What the new text holds, which must be what is meant, without new flaws."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise RefusedError(
            f"the file would become larger than {MOST_BYTES // 1024} KiB, which is the most that is read"
        )
    after = parse(_source(before.file, text))
    new = Counter(flaw.kind for flaw in after.flaws) - Counter(flaw.kind for flaw in before.flaws)
    if new:
        raise RefusedError(f"the file would then not pass refertext check: {next(iter(new)).value}")
    if after.data is None or not _is_meant(before.file, after.data, meant):
        raise RefusedError("this cannot be changed without touching other lines; change it in an editor")
    return after.data


def _is_meant(file: str, found: dict[str, Any], meant: dict[str, Any]) -> bool:
    if found == meant:
        return True
    texts = found.get("text") or "", meant.get("text") or ""
    in_body = file.endswith(".md") and all(isinstance(text, str) for text in texts)
    return in_body and {**found, "text": ""} == {**meant, "text": ""} and alike(*texts)


def _source(file: str, text: str) -> Source:
    return Source(file, text.encode("utf-8", "surrogatepass"))
