"""name-in-alias."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.privacy.names import common_words, real_name_in
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def name_in_alias(group: Group) -> Iterator[Problem]:
    """A prospect's real name stands in the alias.

    The alias is what everybody may read, on the public site, too. It describes the prospect so that members
    recognise them and nobody else does: what they do, how large they are, where.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    alias: Acme, a mid-size haulier  # expect: name-in-alias
    name: Acme Logistics
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    alias: A mid-size haulier in Nampa
    name: Acme Logistics
    ```
    """
    common = common_words(group)
    for prospect in group.prospects.values():
        told = real_name_in(prospect.alias, prospect.name, common) if prospect.name else None
        if told:
            yield Problem(
                f"The alias “{prospect.alias}” tells the real name: “{told}”",
                Place(prospect.file, ("alias",), piece=told),
                "describe them instead, for example: a mid-size haulier in Nampa",
                (See("the real name", Place(prospect.file, ("name",))),),
            )
