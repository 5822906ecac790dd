"""How the floor went round: waits, what came out of order, and who was cut off, each for whom it is."""

from typing import Any

from app.facilitation.actors import Person
from app.facilitation.commands import (
    EndSession,
    EndTurn,
    GiveFloor,
    Interrupt,
    NextItem,
    NextTurn,
    NotFinished,
    PutBack,
    RaiseHand,
    SetAgenda,
    StartSpeech,
    StopSpeech,
    Undo,
)
from app.facilitation.ids import CommandId, Interruption, Mode, TurnId
from app.facilitation.report import Reader, report
from app.facilitation.speech import Source
from tests.facilitation.sitting import KEY, Sitting, sitting

FACILITATOR, PUBLIC = Reader("facilitator"), Reader("public")


def told(s: Sitting, reader: Reader = FACILITATOR) -> Any:
    return report(s.state, s.now, reader)


def turn(s: Sitting) -> TurnId:
    assert s.state.floor.turn is not None
    return s.state.floor.turn.id


def test_a_wait_is_from_the_hand_to_the_floor_and_what_is_taken_back_was_none() -> None:
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(RaiseHand(), ana)
    s.send(RaiseHand(), ben, after=10_000)
    s.send(NextTurn(), after=20_000)
    s.send(NextTurn(turn(s)), after=30_000)
    assert told(s)["dynamics"]["waits"] == {"turns": 2, "median_ms": 40_000, "longest_ms": 50_000}
    assert told(s)["balance"][ben.participant]["longest_wait_ms"] == 50_000
    s.send(PutBack(turn(s)))
    assert told(s)["dynamics"]["waits"]["turns"] == 1
    s.send(GiveFloor(ben.participant), id="slip", after=1_000)
    s.send(Undo(CommandId("slip")))
    assert told(s)["dynamics"]["waits"]["turns"] == 1


def test_what_came_out_of_order_is_told_by_its_reason() -> None:
    s = sitting()
    ana, ben, cy = (s.join(name) for name in ("Ana", "Ben", "Cy"))
    for who in (ana, ben):
        s.send(RaiseHand(), who)
    s.send(GiveFloor(cy.participant))
    s.send(Interrupt(ben.participant, Interruption.urgent, after=turn(s)), after=5_000)
    s.send(EndTurn(turn(s)), after=5_000)
    s.send(NextTurn(turn(s)), after=5_000)
    s.send(NextTurn(turn(s)), after=5_000)
    s.send(NotFinished(TurnId("t3")), ana)
    s.send(NextTurn(turn(s)), after=5_000)
    assert told(s)["dynamics"]["out_of_order"] == {"given": 1, "unfinished": 1, "urgent": 1}
    assert told(s)["turns"]["overrides"] == 3


def over_one_another() -> tuple[Sitting, Person, Person]:
    """A platform hears Ben begin while Ana speaks, and Ana stop."""
    s = sitting(Mode.open)
    ana, ben, *_ = (s.join(name) for name in ("Ana", "Ben", "Cy", "Kim"))
    s.send(SetAgenda(("10 The stop",)))
    s.send(NextItem())
    for _ in range(2):
        s.send(StartSpeech(Source.api, ana.participant, observed_at=s.now, sent_at=s.now), KEY, after=1_000)
        s.send(StartSpeech(Source.api, ben.participant, observed_at=s.now, sent_at=s.now), KEY, after=8_000)
        s.send(StopSpeech(Source.api, ana.participant, observed_at=s.now, sent_at=s.now), KEY, after=500)
        s.send(StopSpeech(Source.api, ben.participant, observed_at=s.now, sent_at=s.now), KEY, after=9_000)
        s.wait(10_000)
    return s, ana, ben


def test_who_cut_off_whom_is_for_facilitators_and_each_reads_of_themself() -> None:
    s, ana, ben = over_one_another()
    of_facilitators = told(s)
    pair = {"who": ana.participant, "by": ben.participant, "times": 2}
    assert of_facilitators["dynamics"]["pairs"] == [pair]
    assert of_facilitators["heard_by"] == ["api"]
    hers, his = (told(s, Reader("participant", one.participant)) for one in (ana, ben))
    assert (hers["own"]["cut_off"], hers["own"]["cut_in"]) == (2, 0)
    assert (his["own"]["cut_off"], his["own"]["cut_in"]) == (0, 2)
    assert "dynamics" not in hers, "while it is under way"
    s.send(EndSession())
    for reader in (Reader("participant", ana.participant), PUBLIC):
        shown = told(s, reader)
        assert shown["dynamics"]["cut_off"] == 2
        assert "pairs" not in shown["dynamics"]
        assert "people" not in shown["agenda"][0]
    assert told(s)["agenda"][0]["people"][ben.participant]["talk_ms"] == 19_000


def test_where_nothing_hears_two_at_once_nobody_is_told_that_nobody_was_cut_off() -> None:
    s = sitting(Mode.open)
    ana, *_ = (s.join(name) for name in ("Ana", "Ben"))
    s.send(StartSpeech(Source.tap, ana.participant), after=1_000)
    s.send(StopSpeech(Source.tap, ana.participant), after=9_000)
    s.wait(2_000)
    shown = told(s)
    assert not {"cut_off", "overlap_ms", "pairs"} & set(shown["dynamics"])
    assert "cut_off" not in shown["balance"][ana.participant]
    assert shown["heard_by"] == ["tap"]
