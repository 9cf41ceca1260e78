"""name-in-id."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.privacy.names import common_words, real_name_in
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def name_in_id(group: Group) -> Iterator[Problem]:
    """A prospect's real name stands in the name of the file.

    The name of the file is the prospect's id. It stands in every referral, and in the history of git for
    ever. So files of prospects are named after the alias.

    ## Bad

    ```yaml title="prospects/delta-nampa.yml"
    alias: A machine shop in Nampa
    name: Delta Milling  # expect: name-in-id
    consent:
      date: 2026-02-26
    ```

    ## Good

    ```yaml title="prospects/machine-shop-nampa.yml"
    alias: A machine shop in Nampa
    name: Delta Milling
    consent:
      date: 2026-02-26
    ```
    """
    common = common_words(group)
    for prospect in group.prospects.values():
        told = real_name_in(prospect.id.replace("-", " "), prospect.name, common) if prospect.name else None
        if told:
            file = PurePosixPath(prospect.file)
            yield Problem(
                f"The file's name {file.name} tells the real name: “{told}”",
                Place(prospect.file, ("name",), piece=told),
                "rename the file after the alias, write the new id where referrals name the old one, "
                "and do not keep the old one in former_ids",
            )
