"""Photographs pages of the sample's site into docs/images/, with the Chromium of this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from refertext.mkdocs_plugin import Asked, build
from refertext.site.audience import Audience

ROOT = Path(__file__).parent.parent
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
PICTURES = (("site-home.png", "index.html", 1280, 1120), ("site-partnerships.png", "partnerships.html", 1280, 1010))
"""File, page, width and height."""


def main() -> None:
    """Builds the site of the sample group for its members, and photographs it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("There is no chromium on this machine. On Debian: apt install chromium")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(ROOT, site, Asked(Audience.MEMBERS))
        for name, page, width, height in PICTURES:
            picture = ROOT / "docs" / "images" / name
            size = f"--window-size={width},{height}"
            profile = f"--user-data-dir={folder}/profile"
            address = (site / page).as_uri()
            command = [chromium, *FLAGS, profile, size, f"--screenshot={picture}", address]
            subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
