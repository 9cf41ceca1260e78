"""All rules, found in the families' folders."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from refertext import rules
from refertext.rules.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by name, in order of family and name."""
    found = [declared for module in _modules() for declared in vars(module).values() if isinstance(declared, Rule)]
    return {rule.name: rule for rule in sorted(found, key=lambda rule: (rule.family, rule.name))}


def _modules() -> list[object]:
    families = [family for family in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}.") if family.ispkg]
    paths = [(f"{family.name}.", importlib.import_module(family.name).__path__) for family in families]
    return [
        importlib.import_module(module.name) for prefix, path in paths for module in pkgutil.iter_modules(path, prefix)
    ]
