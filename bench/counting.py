"""Where the time of all numbers goes: python bench/counting.py FOLDER [--json].

After a group is loaded, every measure is computed of the group, of every member and of every pair that had to do with
each other in the last twelve months; then every verdict, then everything that is owed. Nothing is computed ahead: what
several of them share is paid for by the first. The floor is reading the same bytes in the same process.
"""

from __future__ import annotations

import argparse
import gc
import json
from pathlib import Path
from time import perf_counter

import floor
from facts import AS_OF
from refertext.commitments import promise_verdicts, verdicts
from refertext.disk import materials, read_group
from refertext.group import Group, load
from refertext.insights.debts.due import debts
from refertext.insights.grid import members_in, pairs_in
from refertext.measures import GROUP, Kind, a_member, a_pair, facts
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year


def main() -> None:
    parser = argparse.ArgumentParser(description="Where the time of all numbers goes.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a group's folder")
    parser.add_argument("--json", action="store_true", help="figures for programs")
    options = parser.parse_args()
    found = figures(options.folder)
    if options.json:
        print(json.dumps(found))
        return
    for name, (seconds, count) in found.items():
        print(f"{name:<10} {seconds:8.3f} s  {count:,}")


def figures(folder: Path) -> dict[str, tuple[float, int]]:
    """Seconds and how many, of each stage; `numbers` is all of them after loading."""
    gc.disable()
    all_measures()
    found = {}
    start = perf_counter()
    count = floor.read(str(folder))
    found["reading"] = perf_counter() - start, count
    start = perf_counter()
    group = load(read_group(folder), lambda _: AS_OF, None, materials(folder))
    found["loading"] = perf_counter() - start, len(group.referrals)
    begun = start = perf_counter()
    count = measured(group)
    found["measures"] = perf_counter() - start, count
    start = perf_counter()
    count = len(verdicts(group)) + len(promise_verdicts(group))
    found["verdicts"] = perf_counter() - start, count
    start = perf_counter()
    count = len(debts(group))
    found["dues"] = perf_counter() - start, count
    found["numbers"] = perf_counter() - begun, sum(found[name][1] for name in ("measures", "verdicts", "dues"))
    return found


def measured(group: Group) -> int:
    """Computes every measure of everybody; gives how many values."""
    known, window = facts(group), last_year(group.as_of)
    subjects = {
        Kind.GROUP: [GROUP],
        Kind.MEMBER: [a_member(id_) for id_ in members_in(known, window)],
        Kind.PAIR: [a_pair(one, other) for one, other in pairs_in(known, window)],
    }
    count = 0
    for measure in all_measures().values():
        for kind in measure.kinds:
            for subject in subjects[kind]:
                measure.of(known, subject, window)
                count += 1
    return count


if __name__ == "__main__":
    main()
