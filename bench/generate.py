"""Writes a valid group with N referrals into a new folder: python bench/generate.py N FOLDER [--members M] [--seed 7].

The same N, M and seed always give the same bytes.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from facts import MOST_REFERRALS, Facts, as_pair
from handing import Referral, referrals
from meeting import group_meetings, one_to_ones
from texts import (
    File,
    agreements,
    group_meeting_text,
    member_text,
    one_to_one_text,
    partnership_text,
    prospect_text,
    referral_text,
    settings,
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes a valid group with N referrals into a new folder.")
    parser.add_argument("size", type=int, metavar="N", help=f"how many referrals, 100 to {MOST_REFERRALS:,}")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write; must not exist or be empty")
    parser.add_argument(
        "--members", type=int, default=0, metavar="M", help="at least 20; else a member for 500 of them"
    )
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if not 100 <= options.size <= MOST_REFERRALS:
        parser.error(f"N must be 100 to {MOST_REFERRALS:,}")
    if options.members and not 20 <= options.members <= options.size // 52:
        parser.error("M must be at least 20, and leave each of them a referral a week for a year")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    count = write(options.folder, files(Facts(options.size, options.seed, options.members)))
    print(f"{count:,} files in {options.folder}")


def files(facts: Facts) -> Iterator[File]:
    """All files of the group; referrals and meetings are made one by one while they are written."""
    yield "refertext.yml", settings(facts)
    yield from agreements(facts)
    for member in facts.members:
        yield f"members/{member.id}.md", member_text(member, facts)
    for prospect in facts.prospects:
        yield f"prospects/{prospect.id}.yml", prospect_text(prospect)
    between: dict[tuple[str, str], deque[Referral]] = {pair: deque(maxlen=8) for pair in facts.partnerships}
    for referral in referrals(facts):
        yield f"referrals/{referral.day.year}/{referral.id}.yml", referral_text(referral)
        pair = as_pair(referral.giver, referral.receiver)
        if pair in between:
            between[pair].append(referral)
    for pair, latest in between.items():
        yield f"partnerships/{pair[0]}--{pair[1]}.md", partnership_text(pair, latest, facts)
    for one_to_one in one_to_ones(facts):
        yield f"meetings/{one_to_one.day.year}/{one_to_one.id}.md", one_to_one_text(one_to_one)
    for meeting in group_meetings(facts):
        yield f"meetings/{meeting.day.year}/{meeting.day}-group.md", group_meeting_text(meeting)


def write(folder: Path, texts: Iterator[File]) -> int:
    """Writes files, with their folders; gives how many."""
    root, made, count = str(folder), set(), 0
    for file, text in texts:
        path = f"{root}/{file}"
        parent = path.rpartition("/")[0]
        if parent not in made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with open(path, "xb") as stream:
            stream.write(text.encode("ascii"))
        count += 1
    return count


if __name__ == "__main__":
    main()
