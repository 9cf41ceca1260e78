"""The picture in docs/architecture.md is the contract that the imports are checked against."""

from __future__ import annotations

import re
import tomllib

from conftest import HERE


def test_the_picture_shows_the_layers_that_are_checked() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    page = (HERE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    (picture,) = re.findall(r"^```\n(cli .*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert [re.split(r" {2,}", line)[0] for line in picture.splitlines()] == contract["layers"]
