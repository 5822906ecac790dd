"""Nobody can read who had which idea: searched through random sessions, with leaks planted that are found."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.actors import Person
from app.facilitation.commands import (
    CollectIdeas,
    Command,
    ConfirmHeard,
    DiscardIdeas,
    FocusIdea,
    HearNeed,
    HoldBackIdea,
    MakeRemark,
    MergeIdeas,
    PublishIdeas,
    RaiseHand,
    ReviseIdea,
    ShowIdeaAgain,
    SplitIdea,
    Taken,
    WithdrawIdea,
    WriteIdea,
)
from app.facilitation.decider import Arrival, Refused
from app.facilitation.events import IdeaRevised, IdeaWithdrawn, IdeaWritten
from app.facilitation.ideas import views
from app.facilitation.ideas.record import Idea, Ideas
from app.facilitation.ids import CollectionId, CommandId, IdeaId, IdeaKind, ParticipantId, RemarkKind, Role
from app.facilitation.jsonable import JsonDict
from app.facilitation.state import State
from app.facilitation.views import room as room_views
from app.facilitation.views import you as you_views
from tests.facilitation.ideas.searching import caused, is_secret, leaks, shown_to
from tests.facilitation.ideas.writing import Workshop, workshop


def token(lot: Random) -> str:
    """Words that occur nowhere by chance."""
    return "".join(lot.choice("bcdfghjklmnpqrstvwxz") for _ in range(12))


class Play:
    """A random session; ids are drawn as the server draws them."""

    def __init__(self, seed: int) -> None:
        self.lot = Random(seed)
        self.w = workshop()
        self.w.s.join("Gus", Role.facilitator)
        self.w.s.join("Wim", Role.observer)

    def step(self) -> None:
        """Something happens; who was caused to see something is checked at once."""
        s, was = self.w.s, self.w.s.state
        command, actor = self._command()
        s.made += 1
        s.now += self.lot.randrange(5_000)
        arrival = Arrival(
            CommandId(token(self.lot)), actor, s.now, token(self.lot), self.lot.randrange(2**60)
        )
        try:
            accepted = decider.step(was, command, arrival)
        except Refused:
            return
        s.state = accepted.state
        recorded = list(accepted.recorded)
        s.log.extend(recorded)
        for entry in recorded:
            match entry.event:
                case IdeaWritten(idea) | IdeaRevised(idea) | IdeaWithdrawn(idea):
                    about = s.state.ideas.by_id[idea]
                    if is_secret(about):
                        assert caused(was, s.state, recorded) <= {about.author, about.typed_by}
                case _:
                    pass

    def _command(self) -> tuple[Command, Person]:
        s, pick = self.w.s, self.lot.choice
        ideas = s.state.ideas
        people = [p for p in s.state.people.order if s.state.people.by_id[p].role is not Role.facilitator]
        who = Person(pick(people))
        chair = s.facilitator
        some = IdeaId(pick([*ideas.by_id, "nowhere"]))
        on_screen = pick([*ideas.order, IdeaId("nowhere")])
        other = pick([*ideas.order, IdeaId("nowhere")])
        open_now = ideas.collecting
        collection = open_now.id if open_now else CollectionId("none")
        heard = ideas.by_id[on_screen].heard if on_screen in ideas.by_id else ""
        asks = pick(list(RemarkKind))
        choices: list[tuple[int, Command, Person]] = [
            (4, CollectIdeas(), chair),
            (14, WriteIdea(pick(list(IdeaKind)), token(self.lot), pick([None, some])), who),
            (4, WriteIdea(IdeaKind.proposal, token(self.lot), None, pick(people)), chair),
            (4, ReviseIdea(some, token(self.lot)), pick([who, chair])),
            (2, WithdrawIdea(some), who),
            (2, PublishIdeas(collection), chair),
            (1, DiscardIdeas(collection) if self.lot.random() < 0.3 else RaiseHand(), chair),
            (1, HoldBackIdea(on_screen, token(self.lot)), chair),
            (1, ShowIdeaAgain(on_screen), chair),
            (2, FocusIdea(on_screen), chair),
            (1, SplitIdea(on_screen, (token(self.lot), token(self.lot))), chair),
            (1, MergeIdeas((Taken(on_screen, "a"), Taken(other, "b")), token(self.lot)), chair),
            (2, HearNeed(on_screen, token(self.lot)), who),
            (2, ConfirmHeard(on_screen, heard, self.lot.random() < 0.5), who),
            (2, MakeRemark(on_screen, asks, token(self.lot)), who),
            (2, RaiseHand(), who),
        ]
        weights = [weight for weight, _, _ in choices]
        [(_, command, actor)] = self.lot.choices(choices, weights)
        return command, actor


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_through_any_session_nobody_reads_whose_an_idea_is(seed: int) -> None:
    play = Play(seed)
    for _ in range(60):
        play.step()
        assert leaks(play.w.s.state) == []


def played() -> State:
    """A long session with shown and secret ideas."""
    play = Play(7)
    for _ in range(220):
        play.step()
    state = play.w.s.state
    assert len(state.ideas.order) >= 8
    assert any(is_secret(idea) for idea in state.ideas.by_id.values())
    return state


def test_the_session_that_leaks_are_planted_in_has_none() -> None:
    assert leaks(played()) == []


def test_an_author_beside_an_idea_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played()
    shown = views._shown

    def planted(idea: Idea) -> JsonDict:
        return {**shown(idea), "by": idea.author or ""}

    monkeypatch.setattr(views, "_shown", planted)
    assert any("beside ideas" in leak for leak in leaks(state))


def test_an_idea_that_is_shown_too_early_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played()

    def planted(ideas: Ideas) -> JsonDict:
        return {"order": [], "by_id": {i.id: {"text": i.text} for i in ideas.by_id.values()}}

    monkeypatch.setattr(room_views, "room_ideas", planted)
    assert any("not shown" in leak for leak in leaks(state))


def test_somebody_elses_idea_among_ones_own_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played()

    def planted(ideas: Ideas, _: ParticipantId) -> JsonDict:
        return {"order": list(ideas.by_id)}

    monkeypatch.setattr(you_views, "own_ideas", planted)
    assert any("among their own" in leak for leak in leaks(state))


def test_the_order_of_writing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    w = workshop()
    collection = w.collect()
    for number in range(9):
        w.write(f"Idea {number}", (w.ana, w.bo, w.cy)[number % 3])
    monkeypatch.setattr("app.facilitation.ideas.collecting.place_by_lot", lambda _, __: b"")
    w.s.send(PublishIdeas(collection))
    assert "the order is that of writing" in leaks(w.s.state)


def _written(order: list[int], authors: list[int], lot: int) -> Workshop:
    """Six ideas whose ids and words do not depend on who writes them, nor when."""
    w = workshop()
    collection = w.collect()
    people = [w.ana, w.bo, w.cy]
    for place in order:
        w.s.now += 1_000
        arrival = Arrival(
            CommandId(f"c{place}"), people[authors[place]], w.s.now, f"idea-{place}", lot + place
        )
        w.s.state = decider.step(w.s.state, WriteIdea(IdeaKind.need, f"words {place}"), arrival).state
    w.s.now = 2_000_000
    arrival = Arrival(CommandId("show"), w.s.facilitator, w.s.now, "n", lot)
    w.s.state = decider.step(w.s.state, PublishIdeas(collection), arrival).state
    return w


@settings(max_examples=30, deadline=None)
@given(
    st.permutations(range(6)),
    st.permutations([0, 0, 1, 1, 2, 2]),
    st.integers(0, 2**60),
)
def test_what_all_see_is_the_same_whoever_wrote_what_and_when(
    order: list[int], authors: list[int], lot: int
) -> None:
    one = _written(list(range(6)), [0, 0, 1, 1, 2, 2], lot)
    other = _written(order, authors, lot)
    fay = one.s.facilitator.participant
    assert shown_to(one.s.state, fay).shared_ideas == shown_to(other.s.state, fay).shared_ideas
