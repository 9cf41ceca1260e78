"""How a value is refused: a sentence for sales people, and what to write."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from refertext.problem import Path


def wrong(said: str, mend: str) -> PydanticCustomError:
    """The refusal of a value: why in words, and what to write."""
    return PydanticCustomError("wrong_value", "{said}", {"said": said, "mend": mend})


def wrong_key(said: str, mend: str) -> PydanticCustomError:
    """The refusal of the key itself."""
    return PydanticCustomError("wrong_key", "{said}", {"said": said, "mend": mend})


def misshapen(expected: str, found: object, mend: str) -> PydanticCustomError:
    """The refusal of a list where a text belongs, and the like."""
    return PydanticCustomError(
        "wrong_shape", "{said}", {"said": f"{expected} belongs here, not {shape(found)}", "mend": mend}
    )


def several(faults: Sequence[tuple[Path, PydanticCustomError]]) -> PydanticCustomError:
    """The refusal of several things inside a value, each with the path to it from there."""
    return PydanticCustomError("several", "{faults}", {"faults": faults})


def shape(value: object) -> str:
    """What a plain value is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    return "a block of keys" if isinstance(value, dict) else "plain text"
