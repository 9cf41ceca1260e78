"""A spark line: one number over some months, as small as a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.site.numbers import Trend

WIDTH, HEIGHT, ROOM = 120, 32, 3


@dataclass(frozen=True, slots=True)
class Dot:
    """A month's number: where its dot stands, and what it says."""

    x: float
    y: float
    month: date
    said: str


@dataclass(frozen=True, slots=True)
class Spark:
    """The line through the dots, in pieces where months say nothing; `area` is what lies below them."""

    lines: tuple[str, ...]
    areas: tuple[str, ...]
    dots: tuple[Dot, ...]


def spark(trend: Trend) -> Spark:
    """A trend as a line; the lowest number that it can show is nothing."""
    known = [amount for amount in trend.amounts if amount is not None]
    most, least = max([*known, 0.0]), min([*known, 0.0])
    across = (WIDTH - 2 * ROOM) / max(len(trend.amounts) - 1, 1)
    up = (HEIGHT - 2 * ROOM) / ((most - least) or 1)

    def dot(number: int, amount: float) -> Dot:
        x, y = round(ROOM + number * across, 1), round(HEIGHT - ROOM - (amount - least) * up, 1)
        return Dot(x, y, trend.months[number], _said(amount, trend.unit))

    pieces: list[list[Dot]] = [[]]
    for number, amount in enumerate(trend.amounts):
        if amount is None:
            pieces.append([])
        else:
            pieces[-1].append(dot(number, amount))
    drawn = [piece for piece in pieces if piece]
    return Spark(
        lines=tuple(" ".join(f"{one.x:g},{one.y:g}" for one in piece) for piece in drawn),
        areas=tuple(_area(piece) for piece in drawn if len(piece) > 1),
        dots=tuple(one for piece in drawn for one in piece),
    )


def _area(piece: list[Dot]) -> str:
    floor = HEIGHT - ROOM
    edge = " ".join(f"{one.x:g},{one.y:g}" for one in piece)
    return f"{piece[0].x:g},{floor} {edge} {piece[-1].x:g},{floor}"


def _said(amount: float, unit: str) -> str:
    return f"{amount:.0%}" if unit == "share" else f"{amount:,.10g}"
