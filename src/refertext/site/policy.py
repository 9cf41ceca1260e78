"""The Content-Security-Policy: what a browser may load and run of a page."""

from __future__ import annotations

import base64
from hashlib import sha256


def by_hash(text: str) -> str:
    """How the policy allows a style or a script that is written into the page."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
