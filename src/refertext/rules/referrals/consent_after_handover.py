"""consent-after-handover."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import became_referral
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def consent_after_handover(group: Group) -> Iterator[Problem]:
    """The prospect agreed only after the referral was handed over.

    First the prospect says yes, then the receiver gets the name. Until the yes it is a lead or an
    introduction; an entry of the history raises it to a referral from the day of the yes on.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: referral
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    consent:
      date: 2026-03-06  # expect: consent-after-handover
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    consent:
      date: 2026-03-06
    history:
      - date: 2026-03-06
        kind: referral
    ```
    """
    for referral in group.given_referrals:
        consent = referral.consent
        if consent is None or consent.date <= referral.date or consent.date > group.as_of:
            continue
        claim = became_referral(referral)
        if claim and claim[0] < consent.date:
            yield Problem(
                f"The prospect agreed on {consent.date}, but this has been called a referral since {claim[0]}",
                Place(referral.file, ("consent", "date")),
                f"correct the day, or call it a lead or an introduction first and add to history: an entry with "
                f"date: {consent.date} and kind: referral",
                (See("called a referral here", Place(referral.file, claim[1])),),
            )
