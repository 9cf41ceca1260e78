"""The plugin: it adds a group's pages to a site that MkDocs builds."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from refertext.disk import find_root, materials, read_bytes
from refertext.group import Group
from refertext.mkdocs_plugin.written import render_again, surroundings
from refertext.reading import own_files, read_all_templates, read_site
from refertext.records import SETTINGS_FILE
from refertext.site.audience import Audience
from refertext.site.feed import FEED, calendar
from refertext.site.frame import frame
from refertext.site.markdown import Written, clean_page, written
from refertext.site.page import Page
from refertext.site.pages import all_pages
from refertext.site.policy import by_hash
from refertext.site.rendering import PageError, Templates, as_plain, relative
from refertext.site.reuse import Reuse
from refertext.site.search import SEARCH_INDEX, Search

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

THEME = "refertext"
_HOME, _NOT_FOUND = "index", "404.html"
_STYLE = "css/refertext.css"
_log = get_plugin_logger("refertext")
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

    def __init__(self) -> None:
        self.is_safe = False
        self.reuse = Reuse()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the group and makes its pages. They are files with ending, so that the site works from a folder."""
        config.use_directory_urls = False
        config.theme.static_templates.discard("sitemap.xml")
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        root = find_root(folder) or find_root(Path(config.docs_dir))
        if root is None:
            raise PluginError(f"refertext: there is no refertext.yml in {folder} or above it.")
        audience = Audience(self.config.audience) if self.config.audience else None
        if config.theme.name != THEME:
            _log.warning(
                "The theme is “%s”, which knows nothing of these pages: write theme: %s", config.theme.name, THEME
            )
        self.root = root
        self.site = read_site(root, audience, _day(self.config.as_of))
        _tell_unread(self.site.group)
        self.texts = read_all_templates(root, own=not self.is_safe)
        self.templates = self.reuse.make("templates", "", self.texts, partial(Templates, self.texts))
        self.pages: dict[str, Page] = {page.path: page for page in all_pages(self.site)}
        self.frame = as_plain(frame(self.site, self.pages.values()))
        self.search = Search()
        self.written: dict[str, Written] = {}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds a file for each page. `docs/index.md` stays, its text opens the home page; another hand-written page in
        the place of one of ours is refused. The site map goes: it would change from day to day.
        """
        if site_map := files.get_file_from_path("sitemap.xml"):
            files.remove(site_map)
        if self.is_safe:
            self._add_materials(files, config)
        taken = next((name for name in own_files() if _is_by_hand(files, name, config)), None)
        if taken:
            raise PluginError(
                f"refertext: docs/{taken} stands in the place of a file of the site: give it another name."
            )
        for path in self.pages:
            if files.get_file_from_path(f"{path}.md") is None:
                files.append(File.generated(config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV))
            elif path != _HOME:
                raise PluginError(
                    f"refertext: docs/{path}.md stands where the page “{self.pages[path].title}” is made: "
                    "give it another name."
                )
        return files

    def _add_materials(self, files: Files, config: MkDocsConfig) -> None:
        """Adds what stands in docs/ of a group that is not trusted. MkDocs reads none of it: its Markdown takes hours
        with some texts.
        """
        for file in materials(self.root):
            name = file.removeprefix("docs/")
            content = read_bytes(self.root, file) if file.endswith(_INERT) else None
            if content is not None and name.endswith(".md"):
                self.written[name.removesuffix(".md")] = written(content.decode("utf-8", "replace"))
                content = b""
            if content is not None:
                files.append(File.generated(config, name, content=content))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Notes on what the HTML of a hand-written page depends, beside its text."""
        self.around = surroundings(config, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Takes care that MkDocs does not turn the same Markdown into HTML again."""
        if self.around is not None:
            page.render = partial(render_again, self.reuse, self.around, page)  # type: ignore[method-assign]
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What the layout uses beside what MkDocs has."""
        env.autoescape = env.autoescape or config.theme.name == THEME
        env.filters["address"] = lambda to, here: relative(here, to)
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The content of a page: of the group's own pages made from templates, of hand-written ones cleaned."""
        path = _path(page)
        own = self.pages.get(path)
        by_hand = self.written.get(path)
        if by_hand and by_hand.title and not own:
            page.title = by_hand.title
        shown: str = clean_page(by_hand.html if by_hand else html)
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
            "scripts": own.scripts if own else (),
        }
        return {**context, **around}  # type: ignore[typeddict-item]

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """What the page for wrong addresses has beside what MkDocs gives it: the menu, and its own style, since it is
        seen at any address.
        """
        if template_name != _NOT_FOUND or config.theme.name != THEME:
            return context
        style = next(file for file in (Path(folder, _STYLE) for folder in config.theme.dirs) if file.is_file())
        text = style.read_text(encoding="utf-8")
        around = {"frame": self.frame, "style": text, "style_hash": by_hash(text), "base_url": self._base(config)}
        return {**context, **around}  # type: ignore[typeddict-item]

    def _base(self, config: MkDocsConfig) -> str:
        """Under which path the site will be seen: as `site_url` says, else where its forge shows sites."""
        forge = self.site.forge
        return urlsplit(config.site_url or (forge.pages if forge else "")).path or "/"

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes what is no page: the index for the search, and the calendar."""
        target = Path(config.site_dir) / SEARCH_INDEX
        target.write_text(self.search.script(), encoding="utf-8", newline="\n")
        (Path(config.site_dir) / FEED).write_bytes(calendar(self.site))


def _day(written: object) -> date | None:
    """A day as YAML gives it, or as it is written."""
    if not isinstance(written, str):
        return written if isinstance(written, date) else None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise PluginError(f"refertext: as_of: “{written}” is no day: write it as 2026-03-05.") from None


def _is_by_hand(files: Files, name: str, config: MkDocsConfig) -> bool:
    """Whether a file of a name stands in the folder of hand-written pages."""
    found = files.get_file_from_path(name)
    return found is not None and found.src_dir == config.docs_dir


def _tell_unread(group: Group) -> None:
    """Says what cannot be shown because its file cannot be understood; without the settings nobody knows for whom the
    site is.
    """
    if not group.settings_read:
        raise PluginError(f"refertext: {SETTINGS_FILE} cannot be read: “refertext check” says why.")
    unread = sorted(f"{folder}/{id_}" for folder, ids in group.unread.items() for id_ in ids)
    if unread:
        _log.warning("Not on the site, because it cannot be read: %s. “refertext check” says why.", ", ".join(unread))


def _path(page: MkDocsPage) -> str:
    return page.file.src_uri.removesuffix(".md")
