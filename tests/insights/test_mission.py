"""Everything a referral group sets out to do can be told from its records: each part is found missing, and found kept.

The group is one of three: Kit, Brian and Lee, members since 2025. Each test shows one part both ways, as of 2026-03-11.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from table import person, prospect, seat, table, written

from partners import contact, cycle, partnership
from refertext.check import check
from refertext.commitments import Outcome, verdicts
from refertext.group import Group
from refertext.insights.agenda import agenda
from refertext.insights.debts.evaluations import next_cycles
from refertext.insights.matches.fit import fit
from refertext.insights.matches.match import matches
from refertext.insights.partners.cycle import Step, cycle_states, running_cycles
from refertext.insights.partners.stars import stars
from refertext.measures import facts
from refertext.measures.registry import all_measures
from refertext.measures.subject import Subject
from refertext.rules.registry import all_rules
from small import ON_RECORD, Files, day, gift, meeting, meetings, talk, window

YEAR = window("2025-03-12", "2026-03-11")


def found(rule: str, *files: Files, as_of: str = "03-11") -> list[str]:
    """The files in which a rule finds something."""
    group = table(*files, as_of=as_of)
    return [finding.problem.place.file for finding in check(group, [all_rules()[rule]])]


def measured(name: str, subject: str, *files: Files) -> str:
    """A measure over the last year: of `group`, of a member."""
    ids = () if subject == "group" else (subject,)
    return str(all_measures()[name].of(facts(table(*files)), Subject(ids), YEAR).amount)


def everybody(**keys: Any) -> Files:
    """All three with some more keys."""
    return person("kit", **keys) | person("brian", **keys) | person("lee", **keys)


def agreement(*commitments: Mapping[str, Any], **keys: Any) -> Files:
    keys = {"title": "We show up", "adopted": "2025-01-01", "commitments": list(commitments)} | keys
    return written("agreements/show-up.yml", **keys) | ON_RECORD


def group_meeting(on: str, **keys: Any) -> Files:
    return meeting(f"{day(on)}-group", on, **{"attendance": {"kit": "present"}} | keys)


def handed(id_: str, *history: Mapping[str, str], on: str = "02-20", **keys: Any) -> Files:
    """A lead of kit to lee."""
    keys = {"kind": "lead", "date": str(day(on)), "from": "kit", "to": "lee", "about": id_} | keys
    return written(f"referrals/2026/{id_}.yml", **keys, history=[dict(entry) for entry in history])


# The group


GUIDE = {
    "How I help clients": "I fill shifts.",
    "How to refer me": "Ask who covers in July.",
    "Examples": "Eleven pickers in four days.",
    "Who is not a fit": "Executive search.",
}


@pytest.mark.parametrize("missing", GUIDE)
def test_members_know_how_to_refer_each_other(missing: str) -> None:
    guide = "".join(f"## {title}\n\n{text}\n\n" for title, text in GUIDE.items() if title != missing)
    assert "members/kit.yml" in found("no-guide", person("kit", text=guide))
    assert "members/kit.yml" not in found("no-guide", person("kit", text=guide + f"## {missing}\n\n{GUIDE[missing]}\n"))


def test_every_pair_sits_down_within_a_year() -> None:
    some = talk("a", "01-05", "kit", "brian") | talk("b", "2025-03-11", "kit", "lee")
    assert measured("one-to-one-coverage", "group", some) == "1/3"
    assert measured("one-to-one-coverage", "group", some, talk("c", "02-05", "kit", "lee")) == "2/3"


def test_the_group_meets_regularly_and_fixes_the_next_date() -> None:
    loose, fixed = group_meeting("02-26"), group_meeting("02-26", next="2026-03-05")
    assert found("next-date-missing", loose)
    assert not found("next-date-missing", fixed)
    assert found("next-date-not-kept", fixed)
    assert not found("next-date-not-kept", fixed, group_meeting("03-05"))
    kept = agreement({"measure": "next-fixed", "at_least": "100%", "over": "2 meetings", "who": "group"})
    for first, outcome in ((loose, Outcome.MISSED), (fixed, Outcome.KEPT)):
        [verdict] = verdicts(table(kept, first, group_meeting("03-05", next="2026-03-12")))
        assert verdict.outcome is outcome


def test_managers_are_informed() -> None:
    told = everybody(manager={"informed": "2025-01-15"})
    assert not found("manager-not-informed", told)
    assert not found("manager-not-informed", told, person("kit", manager="none"))
    assert found("manager-not-informed", told, person("kit")) == ["members/kit.yml"]
    assert not found("manager-not-informed", told, person("kit", joined="2026-03-01"))


def test_a_seat_is_held_alone() -> None:
    kit = person("kit", seat=seat("people/staffing", "direct hire", "employers", "Boise"))
    same = person("lee", joined="2025-06-01", seat=seat("people/staffing", "direct hires", "employers", "Boise"))
    other = person("lee", joined="2025-06-01", seat=seat("people/payroll", "payroll", "employers", "Boise"))
    assert found("same-seat", kit, same) == ["members/lee.yml"]
    assert not found("same-seat", kit, other)


def test_results_are_tracked() -> None:
    met = {"date": "2026-03-02", "status": "met"}
    won = {"date": "2026-03-05", "status": "won"}
    for history, meetings_, new in (([], "0", "0"), ([met], "1", "0"), ([met, won], "1", "1")):
        files = handed("a", *history, kind="introduction")
        assert measured("prospect-meetings", "group", files) == meetings_
        assert measured("new-clients", "group", files) == new


def test_prospects_are_approached_jointly() -> None:
    alone, together = ({"lead": "kit", "with": ids, "plan": "lunch for three"} for ids in ([], ["lee"]))
    assert found("joint-alone", prospect("acme", joint=alone))
    assert not found("joint-alone", prospect("acme", joint=together))
    behind = gift("g", "03-02", "brian", "lee", "lead", prospect="acme")
    with_lead = gift("g", "03-02", "kit", "lee", "lead", prospect="acme")
    assert found("joint-prospect-approached-alone", prospect("acme", joint=together), behind)
    assert not found("joint-prospect-approached-alone", prospect("acme", joint=together), with_lead)


def test_the_wish_list_is_matched() -> None:
    assert [match.prospect.id for match in matches(table(prospect("acme", wanted_by=["lee"])), "kit", "lee")] == [
        "acme"
    ]
    assert not matches(table(prospect("acme")), "kit", "lee")


def test_candidates_are_won_in_conversations() -> None:
    def dana(on: str) -> Files:
        path = [{"date": str(day(on)), "how": "lunch", "by": "kit"}]
        return person("dana", joined=None, path=path, seat=seat("people/training"))

    assert found("candidate-forgotten", dana("01-09")) == ["members/dana.yml"]
    assert not found("candidate-forgotten", dana("01-10"))
    search = {"by": "kit", "for": "people/training", "conversations": 12, "found": "dana"}
    assert [s.conversations for s in fit(table(dana("01-10"), searches=[search]), "dana").known_by.searches] == [12]
    assert not fit(table(dana("01-10")), "dana").known_by.searches


def test_anybody_may_say_that_an_agreement_is_not_kept() -> None:
    raised = {"raised": "2026-02-24", "by": "kit", "about": "lee", "note": "late again"}
    assert found("concern-unanswered", agreement(concerns=[raised]))
    assert not found("concern-unanswered", agreement(concerns=[raised | {"raised": "2026-02-25"}]))
    assert not found("concern-unanswered", agreement(concerns=[raised | {"settled": "2026-03-01"}]))


# The five steps


GOALS = {"kit": "Two employers a month", "lee": "Two clients in Nampa"}
BOTH = {"kit": 1, "lee": 1}


def ten(whose: str, **first: Any) -> list[dict[str, str]]:
    listed = [contact(f"{whose}'s {number}", whose, promising="no") for number in range(9)]
    return [contact(f"{whose}'s own", whose, **first), *listed]


def stands(*cycles: Mapping[str, Any]) -> Group:
    return table(partnership(goals=GOALS, cycles=[dict(one) for one in cycles]))


def test_both_commit_to_goals_and_specific_promises() -> None:
    half = cycle("02-20", "03-31", promise={"kit": 1})
    assert found("cycle-without-promise", partnership(cycles=[half]))
    assert not found("cycle-without-promise", partnership(cycles=[half | {"promise": BOTH}]))
    for promise, step in (({"kit": 1}, Step.COMMIT), (BOTH, Step.IDENTIFY)):
        [state] = cycle_states(stands(half | {"promise": promise}))
        assert state.step is step


def test_both_list_ten_contacts_and_rate_them() -> None:
    complete = cycle("02-20", "03-31", *ten("kit", promising="yes"), *ten("lee", promising="yes"), promise=BOTH)
    nine = complete | {"contacts": complete["contacts"][:-1]}
    unrated = complete | {"contacts": [contact("one", "kit"), *complete["contacts"][1:]]}
    for one, step in ((nine, Step.IDENTIFY), (unrated, Step.IDENTIFY), (complete, Step.STRATEGIZE)):
        [state] = cycle_states(stands(one))
        assert state.step is step


def test_every_promising_contact_has_a_plan() -> None:
    def turn(**first: Any) -> dict[str, Any]:
        return cycle(
            "02-20",
            "03-31",
            *ten("kit", promising="yes", **first),
            *ten("lee", promising="no"),
            promise={"kit": 1, "lee": 0},
        )

    bare, planned = turn(), turn(plan="ask", by="03-20")
    assert found("promising-contact-without-plan", partnership(cycles=[bare]))
    assert not found("promising-contact-without-plan", partnership(cycles=[planned]))
    for one, step in ((bare, Step.STRATEGIZE), (planned, Step.EXECUTE)):
        [state] = cycle_states(stands(one))
        assert state.step is step


def test_plans_are_carried_out() -> None:
    late = contact("a hotel", promising="yes", plan="ask", by="03-10")
    became = gift("it", "03-09", "kit", "lee", consent="03-08")
    assert found("plan-overdue", partnership(cycles=[cycle("02-20", "03-31", late)]))
    assert not found("plan-overdue", became, partnership(cycles=[cycle("02-20", "03-31", late | {"became": "it"})]))


def test_cycles_are_evaluated_and_repeated() -> None:
    over = cycle("01-01", "02-05", promise=BOTH)
    evaluated = over | {"evaluated": {"date": "2026-02-06"}}
    running = cycle("02-20", "03-31", promise=BOTH)
    assert found("cycle-without-evaluation", partnership(cycles=[over]))
    assert not found("cycle-without-evaluation", partnership(cycles=[evaluated]))
    [owed] = next_cycles(table(partnership(cycles=[evaluated])))
    assert owed.is_overdue_on(day("03-11"))
    assert not next_cycles(table(partnership(cycles=[evaluated, running])))


def test_several_pairs_run_side_by_side() -> None:
    running = cycle("02-20", "03-31", promise=BOTH)
    two = partnership("brian--kit", between=["brian", "kit"], cycles=[running]) | partnership(cycles=[running])
    for files, count in ((partnership(), 0), (partnership(cycles=[running]), 1), (two, 2)):
        assert len(running_cycles(table(files))["kit"]) == count


# Star referrers


def test_partners_whose_own_business_gains() -> None:
    agreed = {"why": "My clients keep me in the room", "agreed": "2026-01-01"}
    one_sided, both = partnership(gain={"kit": agreed}), partnership(gain={"kit": agreed, "lee": agreed})
    assert found("gain-not-agreed", one_sided)
    assert not found("gain-not-agreed", both)
    won = [handed(f"g{n}", {"date": "2026-03-01", "status": "won"}) for n in range(3)]
    assert [star.is_star for star in stars(table(one_sided, *won))] == [False]
    assert [star.is_star for star in stars(table(both, *won[:2]))] == [False]
    assert [star.is_star for star in stars(table(both, *won))] == [True]


# The reciprocal system


def test_partners_are_chosen_with_care() -> None:
    answers = dict.fromkeys(["similar_clients", "similar_values", "nearby", "channel", "volume", "committed"], "yes")
    assert found("fit-not-asked", partnership(fit={"kit": answers}))
    assert not found("fit-not-asked", partnership(fit={"kit": answers, "lee": answers}))


def test_imbalance_is_talked_about_up_front() -> None:
    first = gift("g", "03-02", "kit", "lee", consent="03-01")
    early, late = ({"kit": 2, "lee": 1, "agreed": f"2026-{day_}"} for day_ in ("03-02", "03-03"))
    assert found("balance-not-agreed", first, partnership(balance=late))
    assert not found("balance-not-agreed", first, partnership(balance=early))
    given = [gift(f"g{n}", "03-03", "kit", "lee", "lead") for n in range(5)]
    assert found("out-of-balance", *given, partnership(balance={"kit": 1, "lee": 1, "agreed": "2026-03-02"}))
    assert not found("out-of-balance", *given, partnership(balance={"kit": 2, "lee": 0, "agreed": "2026-03-02"}))


def test_partners_teach_each_other() -> None:
    assert found("not-explained", partnership(explained={"kit": "2026-01-05"}))
    assert not found("not-explained", partnership(explained={"kit": "2026-01-05", "lee": "2026-01-12"}))


def test_the_action_plan_is_shared_and_done() -> None:
    step = {"what": "Feature Kit", "by": "lee", "due": "2026-03-10", "channel": "newsletter"}
    assert found("plan-overdue", partnership(action_plan=[step]))
    assert not found("plan-overdue", partnership(action_plan=[step | {"done": "2026-03-09"}]))
    assert found("unknown-file", partnership(action_plan=[step | {"material": "docs/kit-tips.md"}]))
    assert not found("unknown-file", partnership(action_plan=[step]))


def test_partners_review_and_do_not_fall_asleep() -> None:
    monthly, asleep = partnership(reviews={"every": "1 month"}), partnership(since="2025-11-01")
    review = talk("r", "03-02", "kit", "lee", kind="review")
    for rule, files in (("review-overdue", monthly), ("stagnating", asleep)):
        assert found(rule, files)
        assert not found(rule, files, review)


# The seven steps


def test_three_in_four_meetings_and_two_a_week() -> None:
    floors = agreement(
        {"measure": "attendance", "at_least": "75%", "over": "26 weeks"},
        {"measure": "contributions", "at_least": 2, "per": "week", "over": "4 weeks", "who": ["kit"]},
    )
    gifts = [gift(f"g{n}", f"02-{16 + n}", "kit", "lee", "lead") for n in range(8)]
    came, rarely = meetings(kit="PPPP", brian="PPPP", lee="PPPP"), meetings(kit="PPPP", brian="PPPP", lee="PPAA")
    assert not found("floor-missed", floors, came, *gifts)
    assert found("floor-missed", floors, rarely, *gifts) == ["members/lee.yml"]
    assert found("floor-missed", floors, came, *gifts[:-1]) == ["members/kit.yml"]


def test_who_is_absent_says_so_and_still_gives() -> None:
    silent = group_meeting("03-05", attendance={"kit": "absent"})
    told = group_meeting("03-05", attendance={"kit": {"status": "absent", "notice": "2026-03-04"}})
    assert found("absent-without-notice", silent)
    assert not found("absent-without-notice", told)
    sent = gift("g", "03-05", "kit", "lee", "lead")
    for measure, without, with_ in (("notice-given", [silent], [told]), ("leads-while-absent", [told], [told, sent])):
        assert measured(measure, "kit", *without) == "0"
        assert measured(measure, "kit", *with_) == "1"


def test_questions_about_leads_are_answered_within_a_week() -> None:
    asked = {"date": "2026-03-03", "ask": "May I use your name?", "by": "lee"}
    assert found("question-unanswered", handed("a", asked))
    assert not found("question-unanswered", handed("a", asked | {"date": "2026-03-04"}))
    assert not found("question-unanswered", handed("a", asked, {"date": "2026-03-10", "answer": "yes", "by": "kit"}))


def test_what_was_won_or_useful_is_thanked_for_in_public() -> None:
    won = {"date": "2026-02-24", "status": "won", "by": "lee"}
    assert found("thanks-overdue", handed("a", won))
    assert found("thanks-overdue", handed("a", useful="yes"))
    assert not found("thanks-overdue", handed("a", won | {"date": "2026-02-25"}))
    assert not found("thanks-overdue", handed("a", won, thanked={"date": "2026-03-05", "where": "meeting"}))


def test_the_giver_sees_what_becomes_of_a_referral() -> None:
    assert found("open-without-news", handed("a", on="02-24"))
    assert not found("open-without-news", handed("a", on="02-25"))
    assert not found("open-without-news", handed("a", {"date": "2026-03-01", "status": "contacted"}, on="02-24"))


def test_everybody_presents_and_knows_whose_turn_it_is() -> None:
    yearly = agreement({"measure": "presentations", "at_least": 1, "over": "12 months"})
    presented = group_meeting("03-05", presented=["kit", "brian"], next_presenter="lee")
    assert found("floor-missed", yearly, presented) == ["members/lee.yml"]
    assert not found("floor-missed", yearly, presented, group_meeting("02-26", presented=["lee"]))
    assert found("no-next-presenter", group_meeting("03-05"))
    assert not found("no-next-presenter", presented)
    assert [turn.member.id for turn in agenda(table(presented), day("03-12")).turns] == ["lee", "brian", "kit"]


def test_everybody_meets_everybody_and_power_partners_each_quarter() -> None:
    often = agreement(
        {"measure": "one-to-ones", "at_least": 1, "per": "year", "with": "each member"},
        {"measure": "one-to-ones", "at_least": 1, "per": "quarter", "with": "each power partner"},
    )
    met = talk("a", "2025-09-01", "kit", "lee") | talk("b", "2025-09-02", "kit", "brian")
    met |= talk("c", "2025-09-03", "brian", "lee")
    power = partnership(kind="power", since="2025-06-01")
    assert not found("one-to-one-overdue", often, met)
    assert found("one-to-one-overdue", often)
    assert found("one-to-one-overdue", often, met, power)
    assert not found("one-to-one-overdue", often, met, power, talk("d", "02-10", "kit", "lee"))


def test_those_who_join_do_not_drift_away() -> None:
    new = person("brian", joined="2026-01-15")
    absent = meetings(brian="..PPPPAAPP") | gift("g", "02-01", "brian", "lee", "lead")
    there = meetings(brian="..PPPPPAPP")
    assert found("newcomer-drifting", new, absent) == ["members/brian.yml"]
    assert found("newcomer-drifting", new, there) == ["members/brian.yml"]
    assert not found("newcomer-drifting", new, there, gift("g", "02-01", "brian", "lee", "lead"))
