"""All measures, found in the families' folders."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Protocol, TypeVar

from refertext import measures
from refertext.measures.measure import Measure


class Declared(Protocol):
    """What has a name and a family."""

    @property
    def name(self) -> str:
        """Its name, which is that of its function."""

    @property
    def family(self) -> str:
        """The folder it stands in."""


D = TypeVar("D", bound=Declared)


@cache
def all_measures() -> Mapping[str, Measure]:
    """Every measure by name, in order of family and name."""
    return {measure.name: measure for measure in declared_in(measures, Measure)}


def declared_in(package: ModuleType, kind: type[D]) -> list[D]:
    """What is declared of a kind in the modules of a package's folders, in order of family and name."""
    families = [family for family in pkgutil.iter_modules(package.__path__, f"{package.__name__}.") if family.ispkg]
    paths = [(f"{family.name}.", importlib.import_module(family.name).__path__) for family in families]
    modules = [
        importlib.import_module(module.name) for prefix, path in paths for module in pkgutil.iter_modules(path, prefix)
    ]
    found = [declared for module in modules for declared in vars(module).values() if isinstance(declared, kind)]
    return sorted(found, key=lambda declared: (declared.family, declared.name))
