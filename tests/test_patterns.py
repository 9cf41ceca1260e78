from __future__ import annotations

import importlib
import pkgutil
import re
from copy import copy
from typing import Any

import pytest

import refertext
from refertext.patterns import Pattern, pattern


def patterns_in(value: Any) -> list[Pattern]:
    if isinstance(value, dict):
        return [found for one in value.values() for found in patterns_in(one)]
    if isinstance(value, (list, tuple)):
        return [found for one in value for found in patterns_in(one)]
    return [value] if isinstance(value, Pattern) else []


def test_every_pattern_can_be_compiled() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(refertext.__path__, "refertext.")
        if not module.name.endswith("__main__")
    ]
    found = {id(one): one for module in modules for one in patterns_in(dict(vars(module)))}
    assert len(found) > 150
    for one in found.values():
        assert isinstance(one.compiled, re.Pattern)


def test_a_pattern_is_compiled_when_something_is_looked_for() -> None:
    letters = pattern("[a-z]+(")
    assert letters.pattern == "[a-z]+("
    with pytest.raises(re.error):
        letters.match("abc")


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    letters, compiled = pattern("([a-z])b", re.IGNORECASE), re.compile("([a-z])b", re.IGNORECASE)
    for _ in range(2):
        assert letters.findall("AB cb") == compiled.findall("AB cb") == ["A", "c"]
        assert letters.sub("-", "AB cb") == compiled.sub("-", "AB cb")
    assert letters.flags == compiled.flags
    assert letters.groups == 1


def test_a_pattern_can_be_copied_and_shown() -> None:
    letters = pattern("[a-z]", re.IGNORECASE)
    assert copy(letters).findall("aB") == ["a", "B"]
    assert repr(letters) == f"pattern('[a-z]', {re.IGNORECASE!r})"
