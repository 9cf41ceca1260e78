"""unknown-referral."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.references.sentences import unknown_ids
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_referral(group: Group) -> Iterator[Problem]:
    """A referral's id leads to no referral.

    A partnership says which contact became which referral, and a spin-off says which referral it came
    from. Only then can anybody follow what one good conversation led to. The id is the name of the
    referral's file.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a haulier in Nampa
            from: kit-larsen
            became: 2026-03-02-kit-larsen-brian-cho-7f3b  # expect: unknown-referral
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
        contacts:
          - who: a haulier in Nampa
            from: kit-larsen
            became: 2026-03-02-kit-larsen-brian-cho-7f3a
    ```
    """
    yield from unknown_ids(group, "referrals", "referral")
