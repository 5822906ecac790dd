"""An author's name stands beside an idea only once it was scored, and only because that author says so."""

import json
from typing import Any

from app.facilitation.commands import (
    CloseScoring,
    CollectIdeas,
    EndSession,
    HoldBackIdea,
    MergeIdeas,
    OpenScoring,
    PublishIdeas,
    ShowOwnName,
    SignIdea,
    Taken,
    WriteIdea,
)
from app.facilitation.ids import CollectionId, IdeaId, ParticipantId, Role, RoundId
from app.facilitation.report import Reader, report
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.ideas.writing import NEED, PROPOSAL
from tests.facilitation.scoring.scoring_room import ScoringRoom


def shown_by(room: ScoringRoom, idea: IdeaId) -> Any:
    """Whose name stands beside an idea for all."""
    view: Any = render(ROOM, room.s.state).view["ideas"]
    return view["by_id"][idea].get("by")


def own(room: ScoringRoom, who: ParticipantId, idea: IdeaId) -> Any:
    """What somebody sees of their own idea."""
    view: Any = you_view(room.s.state, who)
    return view["ideas"]["by_id"][idea]


def scored(room: ScoringRoom, *ideas: IdeaId) -> None:
    """A round that closes at once."""
    made = room.s.send(OpenScoring(ideas or tuple(room.ideas), even_so=True)).made
    assert made is not None
    room.s.send(CloseScoring(RoundId(made)))


def test_a_name_comes_after_scoring_and_from_its_author_alone_and_can_go_again() -> None:
    room = ScoringRoom()
    idea, ana, bo = room.ideas[0], room.w.ana, room.w.bo
    assert room.s.refused(SignIdea(idea, True), ana).code == "not_scored"
    room.open()
    assert room.s.refused(SignIdea(idea, True), ana).code == "not_scored"
    room.close()
    assert own(room, ana.participant, idea)["may_sign"]
    refusals = [room.s.refused(SignIdea(idea, True), who) for who in (bo, room.s.facilitator)]
    refusals.append(room.s.refused(SignIdea(idea, True, ana.participant), room.s.facilitator))
    assert {(one.code, one.message) for one in refusals} == {("not_allowed", refusals[0].message)}
    assert ana.participant not in json.dumps(render(ROOM, room.s.state).view["ideas"])
    room.s.send(SignIdea(idea, True), ana)
    assert shown_by(room, idea) == ana.participant
    assert own(room, ana.participant, idea)["signed"]
    room.s.send(SignIdea(idea, False), ana)
    assert shown_by(room, idea) is None


def test_before_ideas_are_scored_again_names_go() -> None:
    room = ScoringRoom()
    scored(room)
    room.s.send(SignIdea(room.ideas[0], True), room.w.ana)
    room.s.send(SignIdea(room.ideas[1], True), room.w.bo)
    room.open(room.ideas[:1])
    assert shown_by(room, room.ideas[0]) is None
    assert shown_by(room, room.ideas[1]) == room.w.bo.participant
    assert room.s.refused(SignIdea(room.ideas[0], True), room.w.ana).code == "not_scored"
    room.close()
    room.s.send(SignIdea(room.ideas[0], True), room.w.ana)
    assert shown_by(room, room.ideas[0]) == room.w.ana.participant


def test_what_a_synthesis_was_made_of_and_the_need_that_it_is_for_were_weighed_with_it() -> None:
    room = ScoringRoom(ideas=3)
    collection = room.s.send(CollectIdeas()).made
    need = room.w.write("To rest", room.w.cy, NEED)
    way = IdeaId(room.s.send(WriteIdea(PROPOSAL, "Seats", need), room.w.cy).made or "")
    room.w.write("Something", room.w.ana)
    room.w.write("Something else", room.w.bo)
    room.s.send(PublishIdeas(CollectionId(collection or "")))
    parts = (Taken(way, "to sit"), Taken(room.ideas[0], "to wait"))
    synthesis = IdeaId(room.s.send(MergeIdeas(parts, "Benches")).made or "")
    scored(room, synthesis)
    room.s.send(SignIdea(way, True), room.w.cy)
    room.s.send(SignIdea(need, True), room.w.cy)
    room.s.send(SignIdea(room.ideas[0], True), room.w.ana)
    assert room.s.refused(SignIdea(room.ideas[1], True), room.w.bo).code == "not_scored"
    assert room.s.refused(SignIdea(synthesis, True), room.w.ana).code == "not_allowed"
    assert shown_by(room, need) == shown_by(room, way) == room.w.cy.participant


def test_who_typed_it_for_somebody_may_say_it_for_them_and_nobody_of_a_paper() -> None:
    room = ScoringRoom()
    collection = room.s.send(CollectIdeas()).made
    for_dee = room.w.write("A ramp", author=room.w.dee)
    paper = IdeaId(room.s.send(WriteIdea(PROPOSAL, "A clock", paper=True)).made or "")
    room.w.write("Something", room.w.ana)
    room.s.send(PublishIdeas(CollectionId(collection or "")))
    scored(room, for_dee, paper)
    other = room.s.join("Gus", Role.facilitator)
    assert room.s.refused(SignIdea(for_dee, True, room.w.dee), other).code == "not_allowed"
    fay = room.s.facilitator.participant
    assert own(room, fay, for_dee)["may_sign"]
    assert "may_sign" not in own(room, fay, paper)
    room.s.send(SignIdea(for_dee, True, room.w.dee))
    assert shown_by(room, for_dee) == room.w.dee
    assert room.s.refused(SignIdea(paper, True)).code == "not_allowed"


def test_a_name_may_come_and_go_when_the_meeting_is_over() -> None:
    room = ScoringRoom()
    scored(room)
    room.s.send(EndSession())
    room.s.send(SignIdea(room.ideas[0], True), room.w.ana)
    assert shown_by(room, room.ideas[0]) == room.w.ana.participant
    room.s.send(SignIdea(room.ideas[0], False), room.w.ana)
    assert shown_by(room, room.ideas[0]) is None


def test_what_is_held_back_bears_no_name() -> None:
    room = ScoringRoom()
    scored(room)
    room.s.send(HoldBackIdea(room.ideas[0], "It names somebody"))
    assert room.s.refused(SignIdea(room.ideas[0], True), room.w.ana).code == "not_scored"
    assert "may_sign" not in own(room, room.w.ana.participant, room.ideas[0])


def test_the_report_of_the_meeting_has_the_name_and_the_one_for_everyone_only_if_that_was_said_too() -> None:
    room = ScoringRoom()
    scored(room)
    room.s.send(SignIdea(room.ideas[0], True), room.w.ana)

    def told(reader: Reader) -> Any:
        return report(room.s.state, room.s.now, reader)

    inside = told(Reader("participant", room.w.bo.participant))
    assert inside["ideas"]["by_id"][room.ideas[0]]["by"] == room.w.ana.participant
    assert inside["names"] == {room.w.ana.participant: "Ana"}
    outside = told(Reader("public"))
    assert "names" not in outside
    assert room.w.ana.participant not in json.dumps(outside["ideas"])
    room.s.send(ShowOwnName(True), room.w.ana)
    assert told(Reader("public"))["names"] == {room.w.ana.participant: "Ana"}
