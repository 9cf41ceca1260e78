"""What building a site costs, beside plain MkDocs with as many small pages."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from measure import Measured, Task, measure, quietly

HERE = Path(__file__).parent
ROOT = HERE.parent
BIG = (15_000, 60)
"""Referrals and members of the large group: five years of a referral a member and week."""

ABOUT = """\
## Sites

`refertext build --audience members` as a whole process, which reads, checks, computes and writes everything. Plain
MkDocs builds as many pages of a heading and a sentence each with its default theme, without search.

| group | what | pages | MB | seconds | per page, ms | × plain |
| --- | --- | ---: | ---: | ---: | ---: | ---: |"""


def sites(folder: Path, environment: Mapping[str, str]) -> list[str]:
    """The rows of the table."""
    here = folder / "sites"
    here.mkdir()
    large = here / "large"
    quietly([sys.executable, str(HERE / "generate.py"), str(BIG[0]), str(large), "--members", str(BIG[1])])
    small = f"the sample, {len(list(ROOT.glob('members/*.md')))} people"
    rows = _rows(small, ROOT, here, environment, 3)
    rows += _rows(f"{BIG[1]} members, {BIG[0]:,} referrals", large, here, environment, 2)
    shutil.rmtree(here)
    return rows


def _rows(name: str, group: Path, here: Path, environment: Mapping[str, str], runs: int) -> list[str]:
    ours, single, plain = here / "ours", here / "one.html", here / "plain"
    build = [sys.executable, "-m", "refertext", "build", "--safe", "--audience", "members", "--group", str(group)]
    quietly([*build, "--out", str(ours)])
    pages = len(list(ours.rglob("*.html")))
    _small_pages(plain, pages)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain / "mkdocs.yml")]
    floor, made, one = measure(
        [
            Task(f"plain MkDocs | {pages:,} | {{plain}}", mkdocs),
            Task(f"`refertext build` | {pages:,} | {{ours}}", [*build, "--out", str(ours)]),
            Task("`--single-file` | 1 | {single}", [*build, "--single-file", str(single)]),
        ],
        runs,
        environment,
    )
    sizes = {"plain": _megabytes(plain / "site"), "ours": _megabytes(ours), "single": single.stat().st_size / 1e6}
    rows = [_row(name, task, sizes, pages, floor) for task in (floor, made, one)]
    shutil.rmtree(ours)
    shutil.rmtree(plain)
    return rows


def _small_pages(folder: Path, number: int) -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text('site_name: Plain\nplugins: []\nnav: [index.md]\nnot_in_nav: "*"\n')
    (folder / "docs" / "index.md").write_text("# Plain\n")
    for page in range(number - 2):  # beside the first one and the page of what is not found
        (folder / "docs" / f"page-{page}.md").write_text(f"# Page {page}\n\nOne sentence stands here, and no more.\n")


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _row(name: str, task: Measured, sizes: Mapping[str, float], pages: int, floor: Measured) -> str:
    if task.failure or not task.seconds:
        return f"| {name} | {task.name.split(' |')[0]} | {task.failure or 'not measured'} | | | | |"
    seconds = median(task.seconds)
    what = task.name.format(**{key: f"{size:.1f}" for key, size in sizes.items()})
    ratio = f"{seconds / median(floor.seconds):.1f}" if floor.seconds else "no floor"
    return f"| {name} | {what} | {seconds:.2f} | {1000 * seconds / pages:.1f} | {ratio} |"
