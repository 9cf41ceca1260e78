"""The loop: wait for a save, build, show."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from refertext.mkdocs_plugin import CONFIGURATION, Asked, used_paths
from refertext.serving.building import Builder
from refertext.serving.live import Live, Shown
from refertext.serving.web import HOST, answering
from refertext.watch import OF_SITE, watching

_A_WHILE = 1.0  # seconds; on Windows nothing else can interrupt a wait


def serve(
    root: Path, asked: Asked, port: int, *, poll: bool, begun: Callable[[str], None], built: Callable[[Shown], None]
) -> None:
    """Serves the site of a group until it is interrupted; nothing is left behind then.

    `begun` is told the address when the first site is there, `built` what is shown after each build. Raises OSError
    where the port is not free.
    """
    with ExitStack() as ends:
        folder = ends.enter_context(tempfile.TemporaryDirectory(prefix="refertext-", ignore_cleanup_errors=True))
        root = root.resolve()
        builder = Builder(root, asked, Path(folder).resolve())
        live = Live(builder.nothing())
        free = ends.enter_context(answering(live, port))
        saves = ends.enter_context(watching(root, OF_SITE, poll=poll))

        def build() -> None:
            more = frozenset() if asked.safe else used_paths(root / CONFIGURATION)
            if more is not None:
                saves.watch_also(more)
            live.show(builder.build(live.shown))
            built(live.shown)

        build()
        begun(f"http://{HOST}:{free}/")
        while True:
            gc.collect()  # commands do without; this one goes on
            while not saves.wait(_A_WHILE):
                pass
            build()
