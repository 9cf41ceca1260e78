"""Hand-written pages: what MkDocs made of the same Markdown before is brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from refertext.site.reuse import Reuse

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents

_PURE = frozenset({"admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"})
"""Extensions of Markdown that look at nothing but the page."""

Surroundings = tuple[frozenset[str], str]
"""On what the HTML of a page depends beside its text: the files there are, and how extensions are set up."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What MkDocs makes of a page's Markdown."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]]


def _made(page: Page, config: MkDocsConfig, files: Files) -> _Written:
    type(page).render(page, config, files)
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return _Written(page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)  # noqa: SLF001


def surroundings(config: MkDocsConfig, files: Files) -> Surroundings | None:
    """On what the HTML of hand-written pages depends beside their text; None where nobody can say."""
    if config.strict or not _PURE.issuperset(config.markdown_extensions):
        return None
    return frozenset(file.src_uri for file in files), repr(config.mdx_configs)


def render_again(reuse: Reuse, around: Surroundings, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Renders a page as MkDocs does, or brings back what it made of the same before."""
    making = partial(_made, page, config, files)
    made = reuse.make("written", page.file.src_uri, (page.markdown, around), making)
    page.content, page.toc, page.present_anchor_ids = made.content, made.toc, made.anchors
    page._title_from_render = made.title  # noqa: SLF001  MkDocs keeps it nowhere else
    links = {files.get_file_from_path(uri): anchors for uri, anchors in made.links.items()}
    page.links_to_anchors = {file: anchors for file, anchors in links.items() if file}
