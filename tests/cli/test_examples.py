"""The examples of `--help` of commands that only look work in the sample group."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from conftest import HERE
from refertext.cli import refertext

LOOKING = ("agenda", "check", "due", "explain", "fit", "match", "metrics", "schema", "status", "why")
WITHOUT_A_GROUP = ("explain", "schema")
SAMPLE = HERE.parent
DRAFT = SAMPLE / "agreements/show-up.md"


def examples() -> list[tuple[str, ...]]:
    """The words of each example behind `refertext`, without what it is said to do and where its output goes."""
    context = Context(refertext)
    commands = [refertext.get_command(context, name) for name in LOOKING]
    helps = [command.epilog or "" for command in commands if command]
    lines = [line for text in helps for line in re.findall(r"^  refertext (.+)$", text, re.MULTILINE)]
    return [tuple(shlex.split(re.split(r"\s{2,}| > ", line)[0])) for line in lines]


@pytest.mark.parametrize("words", examples(), ids=" ".join)
def test_an_example_works_in_the_sample(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft is a file that one writes first."""
    shutil.copy(DRAFT, tmp_path / "my-draft.md")
    monkeypatch.chdir(tmp_path)
    name = words[0]
    where = [] if name in WITHOUT_A_GROUP else [str(SAMPLE)] if name == "check" else ["--group", str(SAMPLE)]
    result = CliRunner(env={"COLUMNS": "100"}).invoke(refertext, [*words, *where])
    assert result.exit_code in (0, 1), result.stderr
    assert result.stdout


def test_there_are_examples_of_all_of_them() -> None:
    assert {words[0] for words in examples()} == set(LOOKING)
