"""What somebody meant by a key that a block does not know: another key, or the same one in another block."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from refertext.problem import Path
from refertext.records.blocks import entry_meant
from refertext.records.keys import blocks_of, keys_at, peeled, type_at
from refertext.records.meant import nearest
from refertext.records.prospect import REACHED_BY, Prospect
from refertext.records.record import Record
from refertext.text.wording import listed

_ODD_SPACES = "\u00a0\u2007\u202f\u3000"
_REACHED: Mapping[str, str] = dict.fromkeys(("telephone", "tel", "mobile", "cell"), "phone") | {
    "mail": "email",
    "website": "web",
}
"""What people call the keys that say how to reach a prospect."""
_MOST_HOMES = 2
"""A key that more blocks know says too little."""


class Meant(NamedTuple):
    """What to write instead of an unknown key, and the blocks and the keys that were probably meant."""

    mend: str
    keys: Sequence[str] = ()
    blocks: Sequence[Path] = ()


def key_meant(kind: type[Record], path: Path, data: Mapping[str, Any], file: str) -> Meant:
    """What was meant by the unknown key at the end of a path of a record; `data` is all that its file holds."""
    *above, key = path
    block, name = tuple(above), str(key)
    known = [key for key in keys_at(kind, block) if not is_private(kind, (*block, key))]
    if indented := _indented(name, _at(data, block)):
        return Meant(indented)
    unseen = "".join(filter(_is_unseen, name))
    seen = "".join(character for character in name if character not in unseen).strip()
    meant = _meant_in_private(kind, block, seen, file) or _meant(kind, block, seen, data)
    if not meant.mend and known:
        meant = Meant(f"write one of {', '.join(known)}")
    if meant.mend and unseen:
        return Meant(f"{_without(unseen, name)} and {meant.mend}", meant.keys, meant.blocks)
    return meant


def _indented(key: str, entries: Any) -> str:
    """To write ordinary spaces in place of others at the beginning of a line, where it is to stand below a key."""
    odd = len(key) - len(key.lstrip(_ODD_SPACES))
    above = next((each for each in _before(key, entries) if each[:1] not in _ODD_SPACES), None) if odd > 1 else None
    if above is None or isinstance(entries[above], str):
        return ""
    name, code = _named(key[0])
    return (
        f"the line begins with {odd} {name}s ({code}), which are no ordinary ones: write {odd} ordinary spaces instead"
    )


def _before(key: str, entries: Mapping[str, Any]) -> Sequence[str]:
    """The keys above one, the nearest first."""
    keys = list(entries)
    return keys[: keys.index(key)][::-1]


def is_private(kind: type[Record], block: Path) -> bool:
    """Whether a block belongs into `private/`, since it says how to reach a prospect."""
    return kind is Prospect and block == (REACHED_BY,)


def in_private(file: str) -> str:
    """To move what stands in a file of a record to the one that git leaves alone."""
    return f"move it to private/{file}, which stays on your computer"


def _meant_in_private(kind: type[Record], block: Path, seen: str, file: str) -> Meant | None:
    """A line that says how to reach a prospect, beside the other keys: it would be no better below contact:."""
    if block or kind is not Prospect or nearest(seen, keys_at(kind, ())):
        return None
    key = _REACHED.get(seen.casefold()) or nearest(seen, keys_at(kind, (REACHED_BY,)))
    if not key:
        return None
    line = "this line" if key == seen else f"this line with {key}: instead of {seen}:"
    return Meant(f"{in_private(file)}: write {REACHED_BY}: there, and below it, two spaces in, {line}")


def _meant(kind: type[Record], block: Path, seen: str, data: Mapping[str, Any]) -> Meant:
    known = keys_at(kind, block)
    homes = () if seen in known else _homes(kind, block, seen, data)
    if homes:
        return Meant(_to_move(block, homes, data), [seen], homes)
    near = seen if seen in known else nearest(seen, known)
    return Meant(f"write {near}", [near], (block,)) if near else _entry(kind, block, seen, data)


def _entry(kind: type[Record], block: Path, seen: str, data: Mapping[str, Any]) -> Meant:
    """Two keys of an entry of a list, where one value was written as the key of the other."""
    entry = _at(data, block)
    if not block or not isinstance(block[-1], int) or not isinstance(entry, dict) or seen not in entry:
        return Meant("")
    put = entry_meant(peeled(type_at(kind, block)), seen, entry)
    lines = [f"“{key}: {value}”" for key, value in put.items()]
    return Meant(f"write {listed(lines)}", list(put), (block,)) if put else Meant("")


def _homes(kind: Any, block: Path, key: str, data: Mapping[str, Any]) -> Sequence[Path]:
    """The blocks that know a key and lack it: the nearest one around a block, else those inside it; of these, those
    written.
    """
    steps = _as_in_types(block)
    homes = [home for home in blocks_of(kind) if key in keys_at(kind, home) and not _has(data, home, key)]
    around = [home for home in homes if steps[: len(home)] == home]
    near = around[-1:] or [home for home in homes if home[: len(steps)] == steps]
    found = [home for home in near if not home or home[0] in data] or near
    return found if len(found) <= _MOST_HOMES else ()


def _has(data: Any, block: Path, key: str) -> bool:
    """Whether a block has a key in the data of a file; of the entries of a list nobody can tell which one is meant."""
    if any(isinstance(step, int) for step in block):
        return False
    entries = _at(data, block)
    return isinstance(entries, dict) and key in entries


def _at(data: Any, path: Path) -> Any:
    """What stands at a path in the data of a file."""
    for step in path:
        is_there = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        data = data[step] if is_there else None
    return data


def _to_move(block: Path, homes: Sequence[Path], data: Mapping[str, Any]) -> str:
    """How to move a line from one block to one of those that know its key."""
    home, *more = homes
    name = _name(home)
    if more:
        return f"it belongs below {listed([f'{_name(each)}:' for each in homes], 'or')}"
    if _as_in_types(block)[: len(home)] == home:
        outer = next(step for step in block[len(home) :] if isinstance(step, str))
        return f"begin it, and what is below it, in the same column as {outer}:"
    if isinstance(home[-1], int):
        return f"move it into an entry of {name}:"
    if home[0] in data:
        return f"move it below {name}:, two spaces further to the right"
    return f"write {name}: in a line of its own, and this line below it, two spaces further to the right"


def _name(block: Path) -> str:
    return next((step for step in reversed(block) if isinstance(step, str)), "")


def _as_in_types(path: Path) -> Path:
    """A path with the first entry of each list in place of the others."""
    return tuple(0 if isinstance(step, int) else step for step in path)


def _without(unseen: str, key: str) -> str:
    """To delete what nobody can see in a key: `the key begins with a no-break space (U+00A0): delete it`."""
    name, code = _named(unseen[0])
    what = f"{'an' if name[0] in 'aeiou' else 'a'} {name} ({code})"
    where = "begins with" if key[0] == unseen[0] else "ends with" if key[-1] == unseen else "holds"
    return f"the key {where} {what}: delete {'it' if len(unseen) == 1 else 'all of them'}"


def _named(character: str) -> tuple[str, str]:
    return unicodedata.name(character, "control character").lower(), f"U+{ord(character):04X}"


def _is_unseen(character: str) -> bool:
    return character != " " and not character.isprintable()
