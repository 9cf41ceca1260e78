"""Where the time of a check goes: python bench/stages.py FOLDER [--rules 10].

The library's functions are called file by file as the command does it, without garbage collection, and the clock is
read between the stages. Facts that several rules share are timed by themselves before the rules, so that no rule
pays for another. The best of several runs counts.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from facts import AS_OF
from refertext.check import check
from refertext.disk import materials, read_group, read_text
from refertext.group import Group, load
from refertext.records import FOLDERS, decode
from refertext.reports import plain
from refertext.reports.located import report
from refertext.reports.paper import Paper, unpainted
from refertext.rules.registry import all_rules
from refertext.rules.rule import Rule
from refertext.text import Source, parse

RUNS = 3
Timed = tuple[str, float]
T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description="Where the time of a check goes.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a group's folder")
    parser.add_argument("--rules", type=int, default=10, help="how many of the dearest rules to show")
    options = parser.parse_args()
    gc.disable()
    all_rules()
    files = sum(1 for _ in read_group(options.folder))
    runs = [stages(options.folder) for _ in range(RUNS)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    best["index"] = max(0.0, best["index"] - best["read"] - best["parse"] - best["decode"])
    print(table("stage", list(best.items()), files))
    group = loaded(read_group(options.folder), options.folder)
    print(table("shared by rules", shared_facts(group), files))
    rules = rule_times(group)
    rest = rules[options.rules :]
    others = (f"{len(rest)} other rules", sum(seconds for _, seconds in rest))
    print(table("rule", [*rules[: options.rules], others], files))


def stages(folder: Path) -> dict[str, float]:
    """Each stage's seconds. Indexing is the whole of loading here: the other stages are still to be taken off."""
    spent: dict[str, float] = dict.fromkeys(("read", "parse", "decode", "index"), 0.0)
    start = perf_counter()
    for source in read_group(folder):
        spent["read"] += perf_counter() - start
        parse_and_decode(source, spent)
        start = perf_counter()
    group, spent["index"] = timed(lambda: loaded(read_group(folder), folder))
    findings, spent["rules"] = timed(lambda: check(group))
    result, spent["locate"] = timed(lambda: report(group, findings, partial(read_text, folder)))
    _, spent["render"] = timed(lambda: plain.render(result, Paper(80, unpainted)))
    return spent


def parse_and_decode(source: Source, spent: dict[str, float]) -> None:
    document, seconds = timed(lambda: parse(source))
    spent["parse"] += seconds
    folder = source.file.partition("/")[0]
    data = document.data
    if folder in FOLDERS and data is not None:
        spent["decode"] += timed(lambda: decode(FOLDERS[folder], data, source.file))[1]


def loaded(sources: Iterable[Source], folder: Path) -> Group:
    return load(sources, lambda _: AS_OF, None, materials(folder))


def shared_facts(group: Group) -> list[Timed]:
    """What several rules look up and the group computes once, dearest first."""
    names = [name for name, value in vars(Group).items() if isinstance(value, cached_property)]
    return dearest((name, timed(partial(getattr, group, name))[1]) for name in names)


def rule_times(group: Group) -> list[Timed]:
    """Each rule's best time over a group whose shared facts are known, dearest first."""
    return dearest((rule.name, min(rule_time(rule, group) for _ in range(RUNS))) for rule in all_rules().values())


def rule_time(rule: Rule, group: Group) -> float:
    return timed(lambda: sum(1 for _ in rule.find(group)) if rule.find else 0)[1]


def timed(do: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    result = do()
    return result, perf_counter() - start


def dearest(times: Iterable[Timed]) -> list[Timed]:
    return sorted(times, key=lambda pair: -pair[1])


def table(title: str, rows: list[Timed], files: int) -> str:
    lines = [f"| {title} | seconds | µs a file |", "| --- | ---: | ---: |"]
    total = sum(seconds for _, seconds in rows)
    lines += [f"| {name} | {spent:.3f} | {spent / files * 1e6:.2f} |" for name, spent in [*rows, ("together", total)]]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
