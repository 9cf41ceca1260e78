"""Terms: a short fingerprint of what an agreement says, so that a silent change can be seen.

First eight hex digits of the SHA-256 of UTF-8 lines: the title; each commitment in order as compact JSON with sorted
keys, values as written; the body. All of it in NFC, with white space collapsed.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any


def terms(title: str, commitments: list[Any], body: str) -> str:
    """Eight hex digits that stand for an agreement's title, its commitments as plain data, and its body."""
    written = [json.dumps(one, sort_keys=True, ensure_ascii=False, separators=(",", ":")) for one in commitments]
    lines = [_collapsed(line) for line in (title, *written, body)]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _collapsed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
