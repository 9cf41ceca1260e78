"""The only place that knows MkDocs: it adds a group's pages to a site that MkDocs builds."""

from __future__ import annotations

import io
import logging
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options as option
from mkdocs.config.base import Config, load_config
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from refertext.disk import find_root, materials, read_bytes
from refertext.reading import read_all_templates, read_site, theme_assets, welcome
from refertext.reports.escape import one_line
from refertext.site.audience import Audience
from refertext.site.feed import FEED, calendar
from refertext.site.frame import frame
from refertext.site.markdown import clean_page, markdown
from refertext.site.page import Page
from refertext.site.pages import all_pages
from refertext.site.rendering import PageError, Templates, as_plain, relative
from refertext.site.reuse import Reuse
from refertext.site.search import Search
from refertext.site.single import single
from refertext.site.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.structure.toc import TableOfContents
    from mkdocs.utils.templates import TemplateContext

CONFIGURATION = "mkdocs.yml"
_FIXED = """\
site_name: A referral group
use_directory_urls: false
theme: {name: refertext}
plugins: [refertext]
"""
"""What is built with where a group has no configuration of its own, or it is not to be trusted."""
_HOME = "index"
_PURE = frozenset({"admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"})
"""Extensions of Markdown that look at nothing but the page."""
_PASSED_ON = ("Error reading page ", "Error building page ")
"""How MkDocs begins to tell that a page failed; why follows."""
_INERT = (".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".pdf", ".txt", ".csv")
"""What may stand in docs/ of a group that is not trusted: files in which a browser runs nothing."""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs lacks types there
    """The plugin's options in `mkdocs.yml`: the audience (else that of refertext.yml), and the day looked from."""

    audience = option.Optional(option.Choice([audience.value for audience in Audience]))
    as_of = option.Optional(option.Type((str, date)))


class RefertextPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds the pages of the group that `mkdocs.yml` stands in. With `is_safe` nothing of the group is run. What an
    earlier build left in `reuse` is not made again.
    """

    is_safe = False
    reuse = Reuse()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the group and makes its pages. They are files with ending, so that the site works from a folder."""
        config.use_directory_urls = False
        config.theme.static_templates.discard("sitemap.xml")
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        root = find_root(folder) or find_root(Path(config.docs_dir))
        if root is None:
            raise PluginError(f"refertext: there is no refertext.yml in {folder} or above it.")
        audience = Audience(self.config.audience) if self.config.audience else None
        self.root = root
        self.site = read_site(root, audience, _day(self.config.as_of))
        self.texts = read_all_templates(root, own=not self.is_safe)
        self.templates = self.reuse.make("templates", "", self.texts, partial(Templates, self.texts))
        self.pages: dict[str, Page] = {page.path: page for page in all_pages(self.site)}
        self.frame = as_plain(frame(self.site, self.pages.values()))
        self.search = Search()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds a file for each page. `docs/index.md` stays, its text opens the home page; another hand-written page in
        the place of one of ours is refused. The site map goes: it would change from day to day.
        """
        if site_map := files.get_file_from_path("sitemap.xml"):
            files.remove(site_map)
        for file in materials(self.root) if self.is_safe else ():
            content = read_bytes(self.root, file) if file.endswith(_INERT) else None
            if content is not None:
                files.append(File.generated(config, file.removeprefix("docs/"), content=content))
        for path in self.pages:
            if files.get_file_from_path(f"{path}.md") is None:
                files.append(File.generated(config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV))
            elif path != _HOME:
                raise PluginError(
                    f"refertext: docs/{path}.md stands where the page “{self.pages[path].title}” is made: "
                    "give it another name."
                )
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Notes on what the HTML of a hand-written page depends, beside its text."""
        pure = not config.strict and _PURE.issuperset(config.markdown_extensions)
        self.around = (frozenset(file.src_uri for file in files), repr(config.mdx_configs)) if pure else None
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Takes care that MkDocs does not turn the same Markdown into HTML again."""
        if self.around is not None:
            page.render = partial(self._render, page)  # type: ignore[method-assign]
        return markdown

    def _render(self, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
        """Renders a page as MkDocs does, or brings back what it made of the same before."""
        source = (page.markdown, self.around)
        made = self.reuse.make("written", page.file.src_uri, source, partial(_written, page, config, files))
        page.content, page.toc, page.present_anchor_ids = made.content, made.toc, made.anchors
        page._title_from_render = made.title  # noqa: SLF001  MkDocs keeps it nowhere else
        links = {files.get_file_from_path(uri): anchors for uri, anchors in made.links.items()}
        page.links_to_anchors = {file: anchors for file, anchors in links.items() if file}

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What the layout uses beside what MkDocs has."""
        env.autoescape = True
        env.filters["address"] = lambda to, here: relative(here, to)
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The content of a page: of the group's own pages made from templates, of hand-written ones cleaned."""
        path = _path(page)
        own = self.pages.get(path)
        shown: str = clean_page(html)
        if own:
            page.title = own.title
            try:
                source = (self.texts, repr(own), shown)
                shown = self.reuse.make("page", path, source, partial(self.templates.render, own, shown))
            except PageError as error:
                raise PluginError(f"refertext: {error}") from error
        self.search.add(path, str(page.title or path), shown)
        return shown

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The frame around a page."""
        path = _path(page)
        own = self.pages.get(path)
        around = {
            "frame": self.frame,
            "here": path,
            "entry": (own.entry or own.path) if own else path,
            "summary": own.summary if own else "",
        }
        return {**context, **around}  # type: ignore[typeddict-item]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes what is no page: the index for the search, and the calendar."""
        target = Path(config.site_dir) / "search-index.js"
        target.write_text(self.search.script(), encoding="utf-8", newline="\n")
        (Path(config.site_dir) / FEED).write_bytes(calendar(self.site))


@dataclass(frozen=True, slots=True)
class _Written:
    """What MkDocs makes of a page's Markdown."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]]


def _written(page: MkDocsPage, config: MkDocsConfig, files: Files) -> _Written:
    type(page).render(page, config, files)
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return _Written(page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)  # noqa: SLF001


class BuildError(Exception):
    """That the site cannot be built; its words say why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What site somebody asks for; without an audience or a day that of the files. `safe` runs nothing of the group."""

    audience: Audience | None = None
    as_of: date | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: how many pages, and from what."""

    pages: int
    site: Site


def build(root: Path, target: Path, asked: Asked, reuse: Reuse | None = None) -> Built:
    """Builds the site of a group into a folder, which is emptied first. Who builds again and again keeps what may be
    used again.

    The group's `mkdocs.yml` and templates are code, and run; where that is not wanted, or there is none, the fixed
    configuration is taken instead. Raises BuildError.
    """
    with tempfile.TemporaryDirectory() as empty, _errors() as told:
        try:
            config = _configuration(root, target, Path(empty), safe=asked.safe)
            plugin = config.plugins.get("refertext")
            if not isinstance(plugin, RefertextPlugin):
                raise BuildError(f"{CONFIGURATION} does not name the plugin: write “plugins: [refertext]”.")
            plugin.is_safe = asked.safe
            plugin.reuse = reuse or Reuse()
            plugin.config.audience = asked.audience.value if asked.audience else plugin.config.audience
            plugin.config.as_of = asked.as_of or plugin.config.as_of
            mkdocs_build(config)
        except MkDocsException as error:
            words = [text for text in told if not text.startswith(_PASSED_ON)] or [str(error)]
            raise BuildError(one_line(" ".join(words)).removeprefix("refertext: ")) from error
    return Built(len(plugin.pages), plugin.site)


@contextmanager
def _errors() -> Iterator[list[str]]:
    """Collects what MkDocs logs as errors, since the exception that follows only says that there were some. Its
    warnings go to stderr, as ever.
    """
    told: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.ERROR:
                told.append(record.getMessage())
            elif logging.lastResort:
                logging.lastResort.handle(record)

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield told
    finally:
        logger.removeHandler(collector)


def build_single(root: Path, asked: Asked) -> str:
    """The site of a group as one file, without the hand-written pages. MkDocs has no part in it. Raises BuildError."""
    site = read_site(root, asked.audience, asked.as_of)
    templates = Templates(read_all_templates(root, own=not asked.safe))
    try:
        return single(site, all_pages(site), templates, theme_assets(), markdown(welcome(root)))
    except PageError as error:
        raise BuildError(one_line(str(error))) from error


def _configuration(root: Path, target: Path, empty: Path, *, safe: bool) -> MkDocsConfig:
    own = root / CONFIGURATION
    if own.is_file() and not safe:
        return load_config(str(own), site_dir=str(target))
    docs = root / "docs"
    return load_config(
        io.BytesIO(_FIXED.encode()),
        config_file_path=str(own),
        site_dir=str(target),
        docs_dir=str(docs if docs.is_dir() and not safe else empty),
    )


def _day(written: object) -> date | None:
    """A day as YAML gives it, or as it is written."""
    return date.fromisoformat(written) if isinstance(written, str) else written if isinstance(written, date) else None


def _path(page: MkDocsPage) -> str:
    return page.file.src_uri.removesuffix(".md")
