"""Groups made from the record types: every field of a record is filled, each with a value that stands nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, get_args

from visible import Block, Seen, hints, is_block, opened, seen

from refertext.records.lengths import Duration
from refertext.records.numbers import Money, Threshold
from refertext.records.profile import Rate
from refertext.records.record import Record
from refertext.records.schema import KINDS

LATER = {"until", "due", "ended"}
"""Keys of days that are still to come."""
LATER_FROM = date(2026, 6, 1)
PLAIN: dict[Any, str] = {
    time: "06:43",
    Decimal: "2",
    Fraction: "1/3",
    Threshold: "2",
    Duration: "3 months",
    Rate: "week",
}
"""What stands in fields in which nothing can be told from what stands in others."""
NUMBERS_FROM = 71_003


@dataclass(frozen=True, slots=True)
class Canary:
    """A value that stands in one place of a group only: a word, a number, or a day, and by whom it may be seen."""

    value: str
    where: str
    seen: Seen


@dataclass
class Sower:
    """Fills records and remembers what stands where. `word` makes a text of a canary, `refer` gives what stands where
    a record's id belongs, by the place of the key; None leaves it to a canary.
    """

    refer: Callable[[str], str | None]
    word: Callable[[str], str] = str
    canaries: list[Canary] = field(default_factory=list)
    days: set[date] = field(default_factory=set)

    def sow(
        self, kind: str, name: str, start: str, given: Mapping[str, Any], to: Callable[[str], Seen] | None = None
    ) -> str:
        """The text of a record of a kind with every field filled but for what is given. Its days begin at one; `to`
        says by whom a field may be seen where it is not as for others of its kind.
        """
        seed = _Seed(self, name, kind, date.fromisoformat(start), given, to or (lambda path: seen(kind, path)))
        return yaml(seed.block(KINDS[kind], ""))

    def mark(self, where: str, by: Seen) -> str:
        """A word that stands nowhere else."""
        value = f"zq{len(self.canaries):03}x"
        self.canaries.append(Canary(value, where, by))
        return value

    def number(self, where: str, by: Seen) -> str:
        """A number of five digits that stands nowhere else."""
        value = str(NUMBERS_FROM + 7 * len(self.canaries))
        self.canaries.append(Canary(value, where, by))
        return value

    def day(self, where: str, by: Seen, start: date) -> str:
        """A day from one on that stands nowhere else, and is no Thursday, since then the group meets."""
        day = start
        while day in self.days or day.weekday() == 3:
            day += timedelta(days=1)
        self.days.add(day)
        self.canaries.append(Canary(day.isoformat(), where, by))
        return day.isoformat()


@dataclass(frozen=True, slots=True)
class _Seed:
    sower: Sower
    name: str
    kind: str
    start: date
    given: Mapping[str, Any]
    to: Callable[[str], Seen]

    def block(self, kind: type[Record], above: str) -> dict[str, Any]:
        wanted = {name: hint for name, hint in hints(kind).items() if self.given.get(f"{above}{name}", "") is not None}
        filled: dict[str, Any] = {name: self.value(hint, f"{above}{name}") for name, hint in wanted.items()}
        shares: dict[str, Any] = filled.pop("shares", {})  # which are written without a key of their own
        return filled | shares

    def value(self, hint: Any, path: str) -> Any:
        if path in self.given:
            return self.given[path]
        found = opened(hint)
        if found.many:
            return [self.value(found.inner, path)]
        if found.keyed:
            return {self.given.get(f"{path}.*") or self.text(path): self.value(found.inner, path)}
        return self.block(found.inner, f"{path}.") if is_block(found.inner) else self.leaf(found, hint, path)

    def leaf(self, found: Block, hint: Any, path: str) -> Any:
        where, by = f"{self.name}: {path}", self.to(path)
        if found.inner is Literal:
            return _choices(hint)[0]
        if found.inner is date:
            start = LATER_FROM if path.rpartition(".")[2] in LATER else self.start
            return self.sower.day(where, by, start)
        if found.inner in (int, Money):
            return "3" if path.rpartition(".")[2] in ("level", "nth") else self.sower.number(where, by)
        if found.inner is dict:
            return {self.sower.mark(where, by): {self.sower.mark(where, by): None}}
        return PLAIN.get(found.inner) or self.text(path)

    def text(self, path: str) -> str:
        meant = self.sower.refer(f"{self.kind}.{path}")
        return meant or self.sower.word(self.sower.mark(f"{self.name}: {path}", self.to(path)))


def _choices(hint: Any) -> tuple[str, ...]:
    inner = get_args(hint)
    return next((_choices(one) for one in inner if get_args(one)), inner)


def yaml(record: Mapping[str, Any]) -> str:
    """A record as text; JSON is YAML, too, but for nothing."""
    return "".join(_lines(record, ""))


def _lines(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        start = f"{indent}{json.dumps(key, ensure_ascii=False)}:"
        if isinstance(value, Mapping):
            yield f"{start}\n"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list):
            yield f"{start}\n"
            for entry in value:
                yield from _entry(entry, f"{indent}  ")
        else:
            yield f"{start}{'' if value is None else ' ' + json.dumps(value, ensure_ascii=False)}\n"


def _entry(entry: Any, indent: str) -> Iterator[str]:
    if isinstance(entry, list):
        yield f"{indent}- [{', '.join(json.dumps(one, ensure_ascii=False) for one in entry)}]\n"
    elif isinstance(entry, Mapping):
        text = "".join(_lines(entry, f"{indent}  "))
        yield f"{indent}- {text[len(indent) + 2 :]}"
    else:
        yield f"{indent}- {json.dumps(entry, ensure_ascii=False)}\n"
