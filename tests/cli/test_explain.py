"""`refertext explain`: the list of rules, and the page of each."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from refertext.cli import refertext
from refertext.rules.registry import all_rules


def explain(*arguments: str, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(refertext, ["explain", *arguments])


def test_an_unknown_name_suggests_the_nearest() -> None:
    result = explain("same-seet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean same-seat?" in result.stderr


def test_the_list_has_every_rule_with_its_severity_in_80_columns() -> None:
    lines = explain().stdout.splitlines()
    assert max(map(len, lines)) <= 80
    rows = [line.split() for line in lines if line.startswith("  ")]
    listed = {row[0]: row[1] for row in rows if row[0] in all_rules()}
    assert listed == {rule.name: rule.severity.value for rule in all_rules().values()}


@pytest.mark.parametrize("name", all_rules())
def test_every_page_can_be_read_in_a_terminal(name: str) -> None:
    rule = all_rules()[name]
    result = explain(name)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{name}  {rule.severity.value}, {rule.family}\n")
    assert "expect:" not in result.stdout
    assert "```" not in result.stdout
    assert "## " not in "".join(line for line in result.stdout.splitlines() if not line.startswith("    "))
    assert all(line.isprintable() for line in result.stdout.splitlines())


def test_the_pieces_of_a_page_stand_apart() -> None:
    lines = explain("same-seat").stdout.splitlines()
    assert lines[lines.index("Good") - 1] == ""
    assert lines[lines.index("Good") + 1] == ""
