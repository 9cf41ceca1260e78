"""Kit and Lee, who are partners, in a few words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from refertext.group import Group
from refertext.insights.debts.owed import Owed
from small import Files, day, member, small

KIT_AND_LEE = member("kit", "2025-01-01", former=["old-kit"]) | member("lee", "2025-01-01")


def partnership(id_: str = "kit--lee", **keys: Any) -> Files:
    """A partnership, between kit and lee since January if nothing else is said."""
    keys = {"between": ["kit", "lee"], "since": str(day("01-01"))} | keys
    return {f"partnerships/{id_}.yml": "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())}


def cycle(first: str, last: str, *contacts: dict[str, str], **more: Any) -> dict[str, Any]:
    """A cycle of a partnership."""
    return {"from": str(day(first)), "until": str(day(last)), "contacts": list(contacts)} | more


def contact(who: str, whose: str = "kit", **more: str) -> dict[str, str]:
    """A contact of a cycle, kit's if nothing is said; `by` is a day such as `03-05`."""
    if "by" in more:
        more["by"] = str(day(more["by"]))
    return {"who": who, "from": whose} | more


def group(*files: Files, as_of: str = "03-11", present: str = "12-31") -> Group:
    """Kit and Lee with some more files, as of a day before the present one."""
    return replace(small(KIT_AND_LEE, *files, as_of=as_of).group, present=day(present))


def briefly(owed: Owed) -> tuple[str, str, str]:
    """Who owes something, and the last day in time; and where it is written."""
    return "+".join(owed.by), f"{owed.due:%m-%d}", "/".join(map(str, owed.place.path))
