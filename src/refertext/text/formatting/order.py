"""The order of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refertext.problem import Path
from refertext.text.edits.intents import Order
from refertext.text.formatting.parts import Part


def ranks(keys: Iterable[str], order: Sequence[str]) -> list[int]:
    """The place of each key in an order; one that has none stays behind the key before it."""
    places = {key: place for place, key in enumerate(order)}
    found, rank = [], -1
    for key in keys:
        rank = places.get(key, rank)
        found.append(rank)
    return found


def put_in_order(outer: Part, order: Order, path: Path = ()) -> None:
    """Puts the keys of a block, and of all blocks in it, in their order; entries of lists stay where they are."""
    for number, part in enumerate(outer.parts):
        put_in_order(part, order, (*path, number if part.key is None else part.key.value))
    if outer.value.id == "mapping":
        ranked = ranks((part.key.value for part in outer.parts if part.key), order(path))
        outer.parts = [part for _, part in sorted(zip(ranked, outer.parts, strict=True), key=lambda pair: pair[0])]
