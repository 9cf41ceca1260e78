"""fit-not-asked."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from refertext.group import Group
from refertext.group.pairs import both_are_members, by_partner, partners
from refertext.problem import Part, Place, Problem, Severity
from refertext.records.partnership import PartnerFit
from refertext.rules.rule import rule
from refertext.text.wording import listed

_TIME = timedelta(days=60)


def _has_answered(fit: Mapping[str, PartnerFit], partner: str) -> bool:
    answers = fit.get(partner, PartnerFit())
    return any(
        (
            answers.similar_clients,
            answers.similar_values,
            answers.nearby,
            answers.channel,
            answers.volume,
            answers.committed,
        )
    )


@rule(Severity.WARNING)
def fit_not_asked(group: Group) -> Iterator[Problem]:
    """A partner has answered none of the six questions about the other.

    A partnership is a choice: similar clients, similar values, near enough, with a channel, enough
    volume, and committed. Those who never asked themselves stay with a partner who cannot refer them.
    Within sixty days each partner's answers stand in the file; “unsure” is an answer, too.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    since: 2025-12-18
    fit:  # expect: fit-not-asked
      kit-larsen:
        asked: 2025-12-18
        similar_clients: yes
        nearby: unsure
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    since: 2025-12-18
    fit:
      brian-cho:
        asked: 2025-12-18
        similar_clients: yes
        channel: no
      kit-larsen:
        asked: 2025-12-18
        similar_clients: yes
        nearby: unsure
    ```
    """
    for partnership in group.partnerships.values():
        if group.as_of - partnership.since <= _TIME or not both_are_members(group, partnership):
            continue
        fit = by_partner(group, partnership.fit)
        silent = [id_ for id_ in partners(group, partnership) if not _has_answered(fit, id_)]
        if silent:
            verb = "has" if len(silent) == 1 else "have"
            names = listed([group.name(id_) for id_ in silent])
            yield Problem(
                f"{names} {verb} answered none of the six questions about the other",
                Place(partnership.file, ("fit",), Part.KEY),
                f"write under fit: {silent[0]}: the answers yes, no or unsure, for example similar_clients: yes",
            )
