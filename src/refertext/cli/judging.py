"""What speaks against an answer as soon as it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refertext.cli.asking import Answers, Judge

if TYPE_CHECKING:
    from refertext.group import Group


def has_category(answers: Answers) -> bool:
    """Whether a category is among the answers."""
    return bool(answers.get("category"))


def names_a_new(folder: str, key: str) -> Judge:
    """Judges a name by the id that is made of it, unless one is given."""

    def judge(group: Group, answers: Answers) -> None:
        from refertext.drafts.ids import id_from

        id_from(group, folder, answers[key], answers.get("id"))

    return judge


def of_a_seat(_: Group, answers: Answers) -> None:
    """Refuses what belongs to a seat where there is no category."""
    if not has_category(answers):
        raise click.UsageError("What they sell, to whom and where belongs to a seat: say also its --category.")


def two(group: Group, answers: Answers) -> None:
    """Refuses one member twice."""
    from refertext.drafts.beginnings.talk import refuse_alone

    refuse_alone(group, answers["between"])


def partners(group: Group, answers: Answers) -> None:
    """Refuses one member twice, and two who are no partners."""
    from refertext.drafts.beginnings.talk import refuse_no_partners

    refuse_no_partners(group, answers["between"])


def new_pair(group: Group, answers: Answers) -> None:
    """Refuses one member twice, and two who are partners already."""
    from refertext.drafts.beginnings.partnership import refuse_pair

    refuse_pair(group, answers["between"])


def giver_and_receiver(group: Group, answers: Answers) -> None:
    """Refuses who cannot give to whom, as far as that is known."""
    from refertext.drafts.beginnings.referral import refuse_ends

    refuse_ends(group, answers.get("from_"), answers.get("to"), answers.get("kind"))


def of_consent(_: Group, answers: Answers) -> None:
    """Refuses the day of a consent of which nobody says how it was given."""
    if answers.get("consent_on") and not answers.get("consent"):
        raise click.UsageError("--consent-on says when they agreed: say also how, such as --consent phone.")
