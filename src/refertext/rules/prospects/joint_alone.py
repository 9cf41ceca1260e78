"""joint-alone."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def joint_alone(group: Group) -> Iterator[Problem]:
    """A joint approach has only one member in it.

    A prospect is approached jointly when a lead and at least one other member plan it together. The lead
    is not their own partner.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    joint:
      lead: kit-larsen
      with: []  # expect: joint-alone
      plan: lunch
    ```

    ## Bad: with oneself

    ```yaml title="prospects/haulier-nampa.yml"
    joint:
      lead: kit-larsen
      with: [brian-cho, kit-larsen]  # expect: joint-alone
      plan: lunch for three
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    joint:
      lead: kit-larsen
      with: [brian-cho]
      plan: lunch for three
    ```
    """
    for prospect in group.prospects.values():
        joint = prospect.joint
        if not joint:
            continue
        lead = group.name(joint.lead)
        itself = next((n for n, id_ in enumerate(joint.with_) if group.same_member(id_, joint.lead)), None)
        if not joint.with_:
            yield Problem(
                f"{lead} leads a joint approach of “{prospect.alias}” with nobody",
                Place(prospect.file, ("joint", "with"), Part.KEY),
                "write with: and the ids of the others, or remove joint:",
            )
        elif itself is not None:
            yield Problem(
                f"{lead} leads the joint approach of “{prospect.alias}”, and is with the lead, too",
                Place(prospect.file, ("joint", "with", itself)),
                f"remove {joint.with_[itself]} from with",
            )
