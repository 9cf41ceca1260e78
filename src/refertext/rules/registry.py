"""All rules, found in the families' folders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from refertext import rules
from refertext.measures.registry import declared_in
from refertext.rules.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by name, in order of family and name."""
    return {rule.name: rule for rule in declared_in(rules, Rule)}
