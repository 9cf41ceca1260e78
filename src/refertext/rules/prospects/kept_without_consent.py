"""kept-without-consent."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def kept_without_consent(group: Group) -> Iterator[Problem]:
    """A prospect's real name is kept without their yes.

    Everybody in the group can read it, and git never forgets. People who find themselves on a list that
    they never agreed to are lost as clients. An alias says enough until they have been asked. The name of
    somebody who does not want to be contacted may stay, so that nobody calls them by mistake.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    name: Acme Logistics  # expect: kept-without-consent
    consent:
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    name: Acme Logistics
    consent:
      date: 2026-02-26
      how: phone
      by: kit-larsen
    ```
    """
    for prospect in group.prospects.values():
        is_agreed = prospect.consent is not None and prospect.consent.date is not None
        if prospect.name and not is_agreed and prospect.do_not_contact == "no":
            yield Problem(
                f"“{prospect.alias}” is kept with a real name, but nobody has written down their yes to that",
                Place(prospect.file, ("name",)),
                f"ask them, then write under consent: date: {group.as_of} (the day of the yes); until then, "
                f"move name: to private/{prospect.file}",
            )
