"""Lets `python -m refertext` do what `refertext` does, without importing anything from the working folder."""

import os
import sys

sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]

from refertext.cli import main  # noqa: E402

main()
