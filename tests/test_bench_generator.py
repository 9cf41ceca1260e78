"""The groups that figures are measured on: the same every time, and in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import report_of, texts_of
from refertext.problem import Severity

GENERATOR = Path(__file__).parent.parent / "bench" / "generate.py"

pytestmark = pytest.mark.skipif(not GENERATOR.exists(), reason="bench/ is not part of the source distribution")


def generated(folder: Path, hash_seed: str) -> dict[str, str]:
    command = [sys.executable, str(GENERATOR), "200", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
    return texts_of(folder)


def test_a_generated_group_is_the_same_twice_and_in_order(tmp_path: Path) -> None:
    once, again = generated(tmp_path / "once", "1"), generated(tmp_path / "again", "2")
    assert once == again
    assert sum(file.startswith("referrals/") for file in once) == 200
    report = report_of(once)
    assert report.count(Severity.ERROR) == 0, [finding.spot for finding in report.findings]
