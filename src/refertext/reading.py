"""Reading all that a site is made from: the group, what check finds in it, the templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from importlib import resources
from pathlib import Path

from refertext.check import check, rule_commitments
from refertext.clock import today
from refertext.commitments import verdicts
from refertext.disk import materials, packaged_profiles, read_group, read_templates, read_text
from refertext.group import load
from refertext.insights.scores.profiles import known_profiles
from refertext.measures import facts
from refertext.reports.located import report
from refertext.site.audience import Audience
from refertext.site.feed import FEED
from refertext.site.forge import forge
from refertext.site.search import SEARCH_INDEX
from refertext.site.site import Site


def read_site(root: Path, audience: Audience | None, as_of: date | None) -> Site:
    """What the site of a group is made from; what is in `private/` is never read. Without an audience that of the
    group's settings, which is public where they say nothing.
    """
    group = load(read_group(root), today, as_of, materials(root))
    settings = group.settings.site
    return Site(
        facts=facts(group),
        report=report(group, check(group), partial(read_text, root)),
        verdicts=(*verdicts(group), *rule_commitments(group)),
        profiles=known_profiles(group, packaged_profiles()),
        audience=audience or Audience(settings.audience if settings else "public"),
        forge=forge(settings),
    )


def read_all_templates(root: Path, *, own: bool) -> dict[str, str]:
    """The templates that come with refertext by name, and laid over them the group's own where they are wanted. Those
    that come with refertext stay there as `refertext/NAME`, so that one's own can extend them.
    """
    packaged = dict(_packaged())
    laid_over = dict(read_templates(root)) if own else {}
    return {f"refertext/{name}": text for name, text in packaged.items()} | packaged | laid_over


def theme_assets() -> dict[str, str]:
    """The style sheets and scripts of the theme by name."""
    folder = resources.files("refertext") / "theme"
    files = [file for kind in ("css", "js") for file in (folder / kind).iterdir()]
    return {file.name: file.read_text(encoding="utf-8") for file in files if file.name.endswith((".css", ".js"))}


def own_files() -> list[str]:
    """The names of the files of the site that are no pages, where nothing hand-written may stand."""
    folder = resources.files("refertext") / "theme"
    theme = [f"{kind}/{file.name}" for kind in ("css", "img", "js") for file in (folder / kind).iterdir()]
    return [*sorted(theme), SEARCH_INDEX, FEED]


def welcome(root: Path) -> str:
    """The hand-written opening of the home page in Markdown, `docs/index.md`; empty where there is none."""
    own = "docs/index.md"
    return (read_text(root, own) or "") if own in materials(root) else ""


def _packaged() -> Iterator[tuple[str, str]]:
    folder = resources.files("refertext") / "page_templates"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".html", ".svg")):
            yield file.name, file.read_text(encoding="utf-8")
