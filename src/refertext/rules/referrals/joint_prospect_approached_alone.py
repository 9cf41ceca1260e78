"""joint-prospect-approached-alone."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import is_open
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
from refertext.records.prospect import Joint
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def joint_prospect_approached_alone(group: Group) -> Iterator[Problem]:
    """A prospect that several approach together was handed over by somebody else.

    Two people who court the same company without knowing of each other look like two strangers. A joint
    prospect has a lead and partners, and whatever is handed over about it comes from one of them. Closed
    referrals are left alone, and so is what was given before the joint approach began.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    joint:
      lead: brian-cho
      with: [kit-larsen]
    ```

    ```yaml title="referrals/2026/2026-03-09-lee-ortiz-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: lee-ortiz  # expect: joint-prospect-approached-alone
    to: brian-cho
    prospect: haulier-nampa
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    joint:
      lead: brian-cho
      with: [kit-larsen, lee-ortiz]
    ```

    ```yaml title="referrals/2026/2026-03-09-lee-ortiz-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: lee-ortiz
    to: brian-cho
    prospect: haulier-nampa
    ```
    """
    for referral in group.given_referrals:
        prospect = group.prospect(referral.prospect)
        if prospect and prospect.joint and _is_alone(group, referral, prospect.joint):
            giver = referral.from_ if referral.giver_is_outside else group.name(referral.from_)
            lead = group.name(prospect.joint.lead)
            yield Problem(
                f"“{prospect.alias}” is approached together with {lead}, but {giver} handed this over alone",
                Place(referral.file, ("from",)),
                _mend(group, prospect.file, prospect.joint, referral.from_),
                (See(f"{lead} leads", Place(prospect.file, ("joint", "lead"))),),
            )


def _mend(group: Group, file: str, joint: Joint, giver: str) -> str:
    """What can be done: a lead who has left is asked no more, and only members approach a prospect together."""
    lead = group.member(joint.lead)
    first = f"talk to {group.name(joint.lead)} first"
    if lead and not lead.was_member_on(group.as_of):
        first = f"{lead.name} is no member now, so write another lead: in {file}"
    member = group.member(giver)
    joined = f"add the giver to with: in {file}"
    if member is None or not member.was_member_on(group.as_of):
        joined = "let one of those who approach them pass it on, with their own id at from:"
    return f"{first}; then {joined}, or close this referral"


def _is_alone(group: Group, referral: Referral, joint: Joint) -> bool:
    began = min((entry.date for entry in joint.history), default=referral.date)
    if referral.date < began or not is_open(group, referral, group.as_of):
        return False
    if not referral.giver_is_outside and group.member(referral.from_) is None:
        return False
    return not any(group.same_member(referral.from_, id_) for id_ in (joint.lead, *joint.with_))
