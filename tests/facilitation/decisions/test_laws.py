"""Laws of the ledger, tried on random sessions."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import commands as c
from app.facilitation import decider
from app.facilitation.actors import Person
from app.facilitation.decider import Refused
from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.decisions.record import DecisionState, Record
from app.facilitation.ids import (
    CameOut,
    Column,
    DecisionId,
    GapId,
    GapPart,
    LateWordId,
    OptionId,
    RiskId,
    Stance,
)
from tests.facilitation.decisions.deciding import Deciding


def any_command(d: Deciding, lot: random.Random) -> tuple[c.Command, Person | None]:
    """Something that could come in now about a decision."""
    ledger = d.s.state.decisions
    decision = lot.choice([*ledger.by_id, DecisionId("none")])
    record = ledger.by_id[decision].record if decision in ledger.by_id else Record()
    who = lot.choice(d.room.people)
    option = lot.choice([OptionId(d.bench), OptionId(d.print), OptionId(d.shelter), OptionId("leave"), None])
    words = lot.choice(["", "Some words", "Others"])
    late = [w.id for one in ledger.by_id.values() for w in one.late.values()] or [LateWordId("none")]
    check = lot.choice([*d.s.state.checks.by_id]) if d.s.state.checks.by_id else None
    choices: list[tuple[c.Command, Person | None]] = [
        (c.DraftDecision(option, words), None),
        (c.DraftDecision(supersedes=decision), None),
        (c.SetDecision(decision, statement=words, costs=(words,), review_at=lot.choice([None, 5])), None),
        (c.SetDecision(decision, affected_unknown=lot.random() < 0.5, limit_reason=words), None),
        (c.SetColumn(decision, lot.choice(list(Column)), option, words), None),
        (
            c.SayGap(
                decision,
                lot.choice(list(Column)),
                lot.choice([*record.gaps, GapId("none"), None]),
                lost=words,
                unknown=tuple(GapPart) if lot.random() < 0.5 else (),
            ),
            None,
        ),
        (
            c.SetRisk(
                decision, words, lot.choice([*record.risks, RiskId("none"), None]), lot.randrange(7), 3, words
            ),
            None,
        ),
        (c.RemoveLine(decision, lot.choice([*record.gaps, None])), None),
        (c.DiscardDecision(decision), None),
        (c.KeepDissent(decision, words, words, lot.random() < 0.5), who),
        (c.SaySure(decision, lot.randrange(120)), who),
        (c.SayLate(decision, lot.choice(list(Stance)), words), who),
        (c.AnswerLate(decision, lot.choice(late), words), None),
        (c.ReviewDecision(decision, lot.choice(list(CameOut)), words), None),
        (c.ReviseIdea(d.bench, f"Benches {lot.randrange(3)}"), None),
        (c.EndSession(), None),
        (c.ReopenSession(), None),
    ]
    if check is not None:
        accept = c.AcceptDecision(decision, check, lot.random() < 0.6)
        choices += [(accept, None)] * 4
    return lot.choice(choices)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(10, 80))
def test_an_accepted_version_is_never_edited_and_has_no_blank_that_is_not_marked(
    seed: int, length: int
) -> None:
    lot = random.Random(seed)
    d = Deciding()
    kept: dict[DecisionId, object] = {}
    for _ in range(length):
        d.s.wait(lot.choice([0, 1_000, 60_000, LATE_MS // 3]))
        try:
            if lot.random() < 0.15 and d.s.state.checks.open is None:
                d.check(*(lot.randrange(2, 6) for _ in range(3)))
            else:
                command, actor = any_command(d, lot)
                d.s.send(command, actor)
        except Refused:
            pass
        ledger = d.s.state.decisions
        for decision in ledger.by_id.values():
            if decision.accepted is None:
                continue
            shown = d.shown(decision.id)
            frozen = (decision.record, decision.accepted, shown["statement"], shown["columns"])
            assert kept.setdefault(decision.id, frozen) == frozen
            record = decision.record
            marked = {(point.what, point.of, point.part) for point in decision.accepted.left_open}
            for gap in record.gaps.values():
                assert all(("gap", gap.id, part.value) in marked for part in gap.blanks())
            assert record.costs or record.costs_unknown or ("costs", "", "") in marked
            assert record.affected or record.affected_unknown or ("affected", "", "") in marked
        # One version at most holds of each decision, and what stands has no objection that waits.
        holding = [
            one
            for one in ledger.by_id.values()
            if one.state in (DecisionState.provisional, DecisionState.standing)
        ]
        assert not {one.supersedes for one in holding} & {one.id for one in holding}
        assert not any(
            word.waits
            for one in ledger.by_id.values()
            if one.state is DecisionState.standing
            for word in one.late.values()
        )
    assert decider.replay(d.s.log) == d.s.state


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(Stance)), st.booleans()), min_size=3, max_size=3),
    st.permutations([0, 1, 2]),
)
def test_neither_who_says_a_late_word_nor_when_changes_what_is_counted(
    words: list[tuple[Stance, bool]], order: list[int]
) -> None:
    def counted(sequence: list[int], shift: int) -> dict[str, int]:
        d = Deciding()
        decision = d.accepted()
        for place in sequence:
            stance, twice = words[place]
            who = d.room.people[(place + shift) % 3]
            if twice:
                d.s.send(c.SayLate(decision, Stance.worry, "First this"), who)
            d.s.send(c.SayLate(decision, stance, "A reason"), who)
        late = d.shown(decision)["late"]
        return {stance.value: late[stance.value] for stance in Stance}

    assert counted([0, 1, 2], 0) == counted(order, 1)


@settings(max_examples=20, deadline=None)
@given(st.permutations([0, 1, 2, 3, 4]))
def test_the_order_in_which_a_draft_is_written_changes_nothing_of_it(order: list[int]) -> None:
    def written(sequence: list[int]) -> Any:
        d = Deciding()
        decision = d.draft()
        gaps = list(d.decision(decision).record.gaps.values())
        parts: list[c.Command] = [
            c.SetDecision(decision, costs=("£9,000",)),
            c.SetDecision(decision, affected=("Drivers",)),
            c.SetDecision(decision, review_at=9, review_how="Joan calls"),
            c.SayGap(decision, gaps[0].against, gaps[0].id, gaps[0].question, "Less", "Us", "Yes"),
            c.SayGap(decision, gaps[1].against, gaps[1].id, gaps[1].question, unknown=tuple(GapPart)),
        ]
        for place in sequence:
            d.s.send(parts[place])
        return d.decision(decision).record

    assert written([0, 1, 2, 3, 4]) == written(order)
