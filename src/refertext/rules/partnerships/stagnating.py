"""stagnating."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.one_at_a_time import steps
from refertext.insights.partners.partnerships import called
from refertext.problem import Part, Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def stagnating(group: Group) -> Iterator[Problem]:
    """Nothing has been recorded between two partners for ninety days.

    Partnerships do not break, they fall asleep. Any sign of life will do: something handed over, a line in the history
    of what was, a one-to-one, a review, a visit, a joint approach, a step of the action plan that is done, a cycle
    that begins or is evaluated. Days on which one of the two was on leave do not count.

    A partnership that sleeps is told once, by what is nearest: cycle-without-evaluation, else review-overdue, else
    one-to-one-overdue, and only where none of these speaks by this rule. When the first is done, the next one speaks.

    ## Bad

    ```yaml title="partnerships/brian-cho--lee-ortiz.md"
    ---
    between: [brian-cho, lee-ortiz]  # expect: stagnating
    since: 2025-11-06
    gain:
      brian-cho:
        why: Lee sees who hires
        agreed: 2025-11-06
      lee-ortiz:
        why: Brian's clients need pay slips
        agreed: 2025-11-06
    fit:
      brian-cho:
        similar_clients: yes
      lee-ortiz:
        similar_clients: yes
    balance:
      brian-cho: 1
      lee-ortiz: 1
      agreed: 2025-11-06
    explained:
      brian-cho: 2025-11-06
      lee-ortiz: 2025-11-06
    ---
    ```

    ```yaml title="meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md"
    cancelled: yes
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--lee-ortiz.md"
    ---
    between: [brian-cho, lee-ortiz]
    since: 2025-11-06
    gain:
      brian-cho:
        why: Lee sees who hires
        agreed: 2025-11-06
      lee-ortiz:
        why: Brian's clients need pay slips
        agreed: 2025-11-06
    fit:
      brian-cho:
        similar_clients: yes
      lee-ortiz:
        similar_clients: yes
    balance:
      brian-cho: 1
      lee-ortiz: 1
      agreed: 2025-11-06
    explained:
      brian-cho: 2025-11-06
      lee-ortiz: 2025-11-06
    ---
    ```

    ```yaml title="meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md"
    cancelled: no
    ```
    """
    for silence in steps(group).silences:
        if silence.is_stagnating:
            leave = "" if silence.days == (group.as_of - silence.since).days else ", leave not counted"
            yield Problem(
                f"Nothing has been recorded between {called(group, silence.owed.by)} since {silence.since}, "
                f"for {silence.days} days{leave}",
                Place(silence.partnership.file, ("between",), Part.KEY),
                f"sit down together, then write {silence.owed.write}; if it is a partnership no more, remove this file",
                (See("the last that is recorded", silence.last),),
            )
