"""Building a site with MkDocs, or as one file."""

from __future__ import annotations

import io
import logging
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import MkDocsException

from refertext.mkdocs_plugin.plugin import RefertextPlugin
from refertext.reading import read_all_templates, read_site, theme_assets, welcome
from refertext.reports.escape import one_line
from refertext.site.audience import Audience
from refertext.site.markdown import markdown
from refertext.site.pages import all_pages
from refertext.site.rendering import PageError, Templates
from refertext.site.reuse import Reuse
from refertext.site.single import single
from refertext.site.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIGURATION = "mkdocs.yml"
_FIXED = """\
site_name: A referral group
use_directory_urls: false
theme: {name: refertext}
plugins: [refertext]
"""
"""What is built with where a group has no configuration of its own, or it is not to be trusted."""
_PASSED_ON = ("Error reading page ", "Error building page ")
"""How MkDocs begins to tell that a page failed; why follows."""


class BuildError(Exception):
    """That the site cannot be built; its words say why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What site somebody asks for; without an audience, a day or an address that of the files. `safe` runs nothing of
    the group, and nothing of it decides for whom the site is.
    """

    audience: Audience | None = None
    as_of: date | None = None
    safe: bool = False
    address: str | None = None

    @property
    def certain_audience(self) -> Audience | None:
        """The audience, where it is not for the group's files to say."""
        return self.audience or (Audience.PUBLIC if self.safe else None)


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
            config = _configuration(root, target, Path(empty), asked)
            plugin = _plugin(config, asked, reuse or Reuse())
            mkdocs_build(config)
        except BuildError:
            raise
        except MkDocsException as error:
            words = [text for text in told if not text.startswith(_PASSED_ON)] or [str(error)]
            raise BuildError(one_line(" ".join(words)).removeprefix("refertext: ")) from error
        except Exception as error:  # hooks and plugins of the group may raise anything
            if not _has_own(root, asked) and not isinstance(error, OSError):
                raise
            raise BuildError(one_line(_failed(root, error))) from error
    return Built(len(plugin.pages), plugin.site)


def _plugin(config: MkDocsConfig, asked: Asked, reuse: Reuse) -> RefertextPlugin:
    """Our plugin, told what somebody asks for."""
    plugin = config.plugins.get("refertext")
    if not isinstance(plugin, RefertextPlugin):
        raise BuildError(f"{CONFIGURATION} does not name the plugin: write “plugins: [refertext]”.")
    plugin.is_safe = asked.safe
    plugin.reuse = reuse
    plugin.config.audience = asked.certain_audience or plugin.config.audience
    plugin.config.as_of = asked.as_of or plugin.config.as_of
    return plugin


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
    site = read_site(root, asked.certain_audience, asked.as_of)
    templates = Templates(read_all_templates(root, own=not asked.safe))
    try:
        return single(site, all_pages(site), templates, theme_assets(), markdown(welcome(root)))
    except PageError as error:
        raise BuildError(one_line(str(error))) from error


def _configuration(root: Path, target: Path, empty: Path, asked: Asked) -> MkDocsConfig:
    own, docs = root / CONFIGURATION, root / "docs"
    fixed = {"site_dir": str(target)} | ({"site_url": asked.address} if asked.address else {})
    if _has_own(root, asked):
        Hooks._load_hook.cache_clear()  # noqa: SLF001  MkDocs would never look at a hook again, though it changes
        return load_config(str(own), **fixed)
    return load_config(
        io.BytesIO(_FIXED.encode()),
        config_file_path=str(own),
        docs_dir=str(docs if docs.is_dir() and not asked.safe else empty),
        **fixed,
    )


def _has_own(root: Path, asked: Asked) -> bool:
    """Whether the group's own configuration is taken, and run."""
    return (root / CONFIGURATION).is_file() and not asked.safe


def _failed(root: Path, error: Exception) -> str:
    """What failed of that which the configuration runs, and where."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    own = [(file.relative_to(root).as_posix(), line) for file, line in frames if file.is_relative_to(root)]
    if isinstance(error, OSError) and not own:  # a file went away meanwhile, the disk is full
        return f"{error.filename}: {error.strerror}."
    place = "{}, line {}: ".format(*own[-1]) if own else ""
    return (
        f"What {CONFIGURATION} names has failed: {place}{type(error).__name__}: {error}. "
        "“mkdocs build -v” says where in full."
    )
