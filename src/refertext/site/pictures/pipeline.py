"""Pipeline: a bar for each step that what is open has reached; what nobody has told of is a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 320
ROW, BAR = 42, 20
_MARGIN = 64  # to the right of the longest bar, for its number


@dataclass(frozen=True, slots=True)
class Amount:
    """A step: what is open at it, and of that what is silent."""

    step: str
    count: int
    silent: int


@dataclass(frozen=True, slots=True)
class PipelineBar:
    """A bar: how long the part with news is, and the silent one behind it; the number stands at `end`."""

    step: str
    y: int
    told: float
    silent: float
    end: float
    said: str


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The bars, one below the other; `summary` says in a sentence what is to be seen."""

    width: int
    height: int
    bar: int
    bars: tuple[PipelineBar, ...]
    summary: str


def pipeline_bars(amounts: Sequence[Amount]) -> Pipeline:
    """The bars of some steps, in their order."""
    most = max([one.count for one in amounts], default=0) or 1
    scale = (WIDTH - _MARGIN) / most
    said = ", ".join(f"{one.count} {one.step}" for one in amounts)
    silent = sum(one.silent for one in amounts)
    return Pipeline(
        width=WIDTH,
        height=len(amounts) * ROW,
        bar=BAR,
        bars=tuple(_bar(one, number * ROW, scale) for number, one in enumerate(amounts)),
        summary=f"Open: {said}. {silent} of them without news for too long.",
    )


def _bar(one: Amount, y: int, scale: float) -> PipelineBar:
    told, silent = round((one.count - one.silent) * scale, 1), round(one.silent * scale, 1)
    said = f"{one.count}, {one.silent} silent" if one.silent else f"{one.count}"
    return PipelineBar(one.step.capitalize(), y, told, silent, round(told + silent, 1), said)
