"""Measures refertext against the floor and against hledger: python bench/run.py [--sizes 1000 10000] [--write].

Every figure is a whole process from start to end: nothing of ours is kept between runs. Files are in the page cache,
since everything is read once before, and modules are compiled, as they are after an installation.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

import sites
from machine import machine
from measure import Measured, Task, measure, quietly

HERE = Path(__file__).parent
ROOT = HERE.parent
RESULTS = HERE / "RESULTS.md"

_INTRODUCTION = """\
# Results

Written by `python bench/run.py --write{sizes}`.

Seconds are the median of several whole processes, with the quickest and the slowest in brackets; programs take turns.
CPU is user and system time together; where seconds are much more, the machine was busy with something else. MB is
the largest peak of resident memory; less than the {least} MB of the measuring process cannot be seen. Nothing is kept
from one run to the next, but the files are in the page cache: everything is read once before.
"""
_ABOUT_SIZES = """\
## Generated groups

A group of N referrals comes from `bench/generate.py`, with its members, prospects, meetings and partnerships. The
floor is a Python process that reads all of its files and does nothing with them. hledger is given the same facts in
one journal, as `bench/journal.py` says, and checks balance, order of dates, and that accounts, commodities and payees
are declared: `hledger check --strict payees ordereddates`. `advance` and `set` change one file and look whether that
brings errors; `fmt` finds everything in form, but for its run that does not count.
"""
_ABOUT_NUMBERS = """\
## Numbers

All in one process after a group is loaded: every measure of the group, of each member and of each pair between whom
there was anything in the last twelve months; every verdict; everything that is owed (`bench/counting.py`). The floor is
reading the same bytes in that process. Median of several processes.
"""
_ABOUT_START = """\
## Starting

The floor is a Python process that imports the two libraries the command line and the reading stand on.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures refertext against the floor and against hledger.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000], metavar="N", help="referrals a group")
    parser.add_argument("--write", action="store_true", help=f"write the results to bench/{RESULTS.name} too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = results(options.sizes, Path(folder))
    print(text, end="")
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


def results(sizes: list[int], folder: Path) -> str:
    """All results, as Markdown."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    asked = f" --sizes {' '.join(map(str, sizes))}" if sizes != [1000, 10_000] else ""
    found, start = machine(), table(measure(starting(), 15, environment))
    lines = ["| N | what | seconds | × floor | CPU | MB |", "| ---: | --- | ---: | ---: | ---: | ---: |"]
    counted = ["| N | what | how many | seconds | × floor |", "| ---: | --- | ---: | ---: | ---: |"]
    for size in sizes:
        lines += rows(measure(of_size(size, folder), runs(size), environment), f"{size:,}")
        counted += counting(folder / str(size) / "group", runs(size), f"{size:,}")
        shutil.rmtree(folder / str(size))
    return "\n".join(
        [
            _INTRODUCTION.format(sizes=asked, least=own_megabytes()),
            found,
            _ABOUT_SIZES,
            *lines,
            "" if shutil.which("hledger") else "\nhledger is not installed here, so it was not measured.\n",
            _ABOUT_NUMBERS,
            *counted,
            "",
            sites.ABOUT,
            *sites.sites(folder, environment),
            "",
            _ABOUT_START,
            start,
        ]
    )


def runs(size: int) -> int:
    return 9 if size <= 1000 else 5 if size <= 10_000 else 3


def starting() -> list[Task]:
    """What it costs to start, floor first."""
    tasks = [
        Task('`python -c "import click, yaml"`', [sys.executable, "-c", "import click, yaml"]),
        Task("`refertext --version`", [*refertext(), "--version"]),
    ]
    if (ROOT / "refertext.yml").exists():
        return [*tasks, Task("`refertext check` of the sample group", [*refertext(), "check", str(ROOT)])]
    return [*tasks, Task("`refertext check` of the sample group: there is none at the repository's root", [])]


def of_size(size: int, folder: Path) -> list[Task]:
    """What is done with a group of a size, floor first. The group is written on the way."""
    here = folder / str(size)
    here.mkdir()
    written = quietly([sys.executable, str(HERE / "generate.py"), str(size), str(here / "group")])
    tasks = [
        Task(f"reading {written.split(' in ')[0]}", [sys.executable, str(HERE / "floor.py"), str(here / "group")]),
        Task("`refertext check`", [*refertext(), "check", str(here / "group")]),
        *writing(here / "group"),
    ]
    if hledger := shutil.which("hledger"):
        journal = here / "group.journal"
        quietly([sys.executable, str(HERE / "journal.py"), str(size), str(journal)])
        tasks.append(
            Task("`hledger check`", [hledger, "-f", str(journal), "check", "--strict", "payees", "ordereddates"])
        )
    return tasks


def writing(group: Path) -> list[Task]:
    """Commands that write: one more note in the last referral's history, one more goal of a member, the form of all."""
    referral = max((group / "referrals").rglob("*.yml"))
    member = min((group / "members").glob("*.md"))
    note = ["advance", referral.stem, "--note", "They decide in May"]
    goal = ["set", member.stem, "goals", "One more client", "--add"]
    where = ["--group", str(group)]
    return [
        Task("`refertext advance`", [*refertext(), *note, *where]),
        Task("`refertext set`", [*refertext(), *goal, *where]),
        Task("`refertext fmt`", [*refertext(), "fmt", *where]),
    ]


def counting(group: Path, times: int, size: str) -> list[str]:
    """What computing all numbers of a group costs, stage by stage."""
    command = [sys.executable, str(HERE / "counting.py"), str(group), "--json"]
    runs = [json.loads(quietly(command)) for _ in range(times)]
    typical = {name: median(run[name][0] for run in runs) for name in runs[0]}
    return [
        f"| {size} | {name} | {runs[0][name][1]:,} | {seconds:.3f} | {seconds / typical['reading']:.1f} |"
        for name, seconds in typical.items()
    ]


def refertext() -> list[str]:
    """The command as it is installed beside this Python."""
    script = shutil.which("refertext", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "refertext"]


def table(measured: list[Measured]) -> str:
    header = ["| what | seconds | × floor | CPU | MB |", "| --- | ---: | ---: | ---: | ---: |"]
    return "\n".join([*header, *rows(measured), ""])


def rows(measured: list[Measured], first: str | None = None) -> list[str]:
    """A row for each; the first of them is the floor."""
    lead = "" if first is None else f"| {first} "
    return [f"{lead}| {one.name} | {one.figures(measured[0])} |" for one in measured]


def own_megabytes() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
