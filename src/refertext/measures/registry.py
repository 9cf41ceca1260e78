"""All measures, found in the families' folders."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from refertext import measures
from refertext.measures.measure import Measure


@cache
def all_measures() -> Mapping[str, Measure]:
    """Every measure by name, in order of family and name."""
    found = [declared for module in _modules() for declared in vars(module).values() if isinstance(declared, Measure)]
    return {measure.name: measure for measure in sorted(found, key=lambda measure: (measure.family, measure.name))}


def _modules() -> list[object]:
    families = [family for family in pkgutil.iter_modules(measures.__path__, f"{measures.__name__}.") if family.ispkg]
    paths = [(f"{family.name}.", importlib.import_module(family.name).__path__) for family in families]
    return [
        importlib.import_module(module.name) for prefix, path in paths for module in pkgutil.iter_modules(path, prefix)
    ]
