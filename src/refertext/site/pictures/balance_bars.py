"""Balance bars: of all that two gave each other, how much came from each; a mark shows what they expect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from refertext.text.wording import cut_short

WIDTH = 320
ROW, BAR, ABOVE = 54, 14, 24
_LONGEST_NAME = 17


@dataclass(frozen=True, slots=True)
class Giving:
    """What two gave each other; `expected` is the balance they agreed on, from -1 to 1, as the first sees it."""

    first: str
    second: str
    gave: int
    received: int
    expected: Fraction


@dataclass(frozen=True, slots=True)
class BalanceBar:
    """A bar: `first` and `second` are what stands above its ends, `split` is where the first one's part ends, None
    where nothing was given; `mark` where it is expected to end.
    """

    y: int
    first: str
    second: str
    split: float | None
    mark: float
    said: str


@dataclass(frozen=True, slots=True)
class BalanceBars:
    """The bars, one below the other; `summary` says the same in words."""

    width: int
    height: int
    bar: int
    above: int
    bars: tuple[BalanceBar, ...]
    summary: str


def balance_bars(givings: Sequence[Giving]) -> BalanceBars:
    """The bars of some pairs, in their order."""
    bars = tuple(_bar(one, number * ROW) for number, one in enumerate(givings))
    return BalanceBars(
        width=WIDTH,
        height=len(givings) * ROW,
        bar=BAR,
        above=ABOVE,
        bars=bars,
        summary="; ".join(bar.said for bar in bars),
    )


def _bar(one: Giving, y: int) -> BalanceBar:
    total = one.gave + one.received
    return BalanceBar(
        y=y,
        first=f"{cut_short(one.first, _LONGEST_NAME)} {one.gave}",
        second=f"{one.received} {cut_short(one.second, _LONGEST_NAME)}",
        split=round(WIDTH * one.gave / total, 1) if total else None,
        mark=round(WIDTH * float(1 + one.expected) / 2, 1),
        said=f"{one.first} gave {one.gave}, {one.second} gave {one.received}",
    )
