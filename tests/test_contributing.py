"""The recipe in CONTRIBUTING is followed to the letter, so that a first rule takes ten minutes and not an evening."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

from conftest import HERE

ROOT = HERE.parent
RECIPE = re.compile(r"Write `(src/refertext/rules/\S+\.py)`:\n\n    ````python\n(.*?)    ````", re.DOTALL)


def test_the_first_rule_of_the_recipe_disturbs_nobody(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HERE / "cast", tmp_path / "tests" / "cast")
    shutil.copytree(HERE / "rules", tmp_path / "tests" / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "conftest.py", tmp_path / "tests")
    written = RECIPE.search((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert written
    (tmp_path / written[1]).write_text(textwrap.dedent(written[2]), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "tests/rules/test_pages.py",
    ]
    environment = {"PYTHONPATH": str(tmp_path / "src"), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert result.returncode == 0, result.stdout[-2000:]
