"""Commitments in words."""

from __future__ import annotations

from refertext.records import Commitment


def in_words(commitment: Commitment) -> str:
    """A commitment in the words of its keys: `attendance at least 75% over 26 weeks`."""
    words = [commitment.measure or commitment.rule or commitment.promise or ""]
    for key, limit in (
        ("at least", commitment.at_least),
        ("at most", commitment.at_most),
        ("target", commitment.target),
    ):
        if limit is not None and (limit.value or not commitment.target):
            amount = limit.value * 100 if limit.percent else limit.value
            words.append(f"{key} {float(amount):g}{'%' if limit.percent else ''}")
    words += [f"{key} {value}" for key, value in _window(commitment)]
    return " ".join(words)


def _window(commitment: Commitment) -> list[tuple[str, str]]:
    written = {"per": commitment.per, "every": commitment.every, "over": commitment.over, "with": commitment.with_}
    return [(key, str(value)) for key, value in written.items() if value]
