"""Lets `python -m refertext` do what `refertext` does, without importing anything from the working folder."""

import os
import sys


def _is_here(folder: str) -> bool:
    return not folder or (os.path.exists(folder) and os.path.samefile(folder, "."))  # noqa: PTH110, PTH121


sys.path[:] = [folder for folder in sys.path if not _is_here(folder)]  # nothing but os and sys before this line

from refertext.cli import main  # noqa: E402

main()
