"""A session in which nudges of every sort that needs no ideas are acted on, taken back, muted and tuned."""

from app.facilitation.commands import (
    ActOnNudge,
    GiveFloor,
    HushNudges,
    MuteNudges,
    NextItem,
    RaiseHand,
    SetAgenda,
    SetNudgeTone,
    TuneNudges,
    Undo,
)
from app.facilitation.ids import CommandId, Mode, Tone
from app.facilitation.nudges.record import Nudge
from tests.facilitation.sitting import Sitting, sitting

MINUTE = 60_000


def newest(s: Sitting, rule: str) -> Nudge:
    """The newest nudge of a kind."""
    nudges = s.state.nudges
    return next(
        nudge for nudge_id in reversed(nudges.order) if (nudge := nudges.by_id[nudge_id]).rule == rule
    )


def nudging() -> Sitting:
    """An agenda that runs over twice, hands that wait, a long turn, and a break that is due."""
    s = sitting(Mode.queue)
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    s.send(SetNudgeTone(Tone.plain))
    s.send(TuneNudges("waiting_queue_ms", 5 * MINUTE))
    s.send(SetAgenda(("3 Welcome", "20 What makes waiting hard (queue)", "10 Next steps")))
    s.send(NextItem(None))
    s.send(HushNudges(until_item=True))
    s.wait(4 * MINUTE)
    s.send(HushNudges(0))
    s.wait(2_000)
    over = newest(s, "agenda_over").id
    s.send(ActOnNudge(over, "five_more"), id="more")
    s.send(Undo(CommandId("more")), after=1_000)
    s.send(ActOnNudge(over, "next_item"), after=1_000, id="next")
    s.send(Undo(CommandId("next")), after=2_000)
    s.send(ActOnNudge(over, "next_item"), after=2_000)
    s.send(GiveFloor(ana.participant))
    s.send(RaiseHand(), ben)
    s.send(RaiseHand(), cal, after=1_000)
    s.wait(6 * MINUTE)
    s.send(ActOnNudge(newest(s, "hand_waiting").id, "give_floor"), id="give")
    s.send(Undo(CommandId("give")), after=1_000)
    s.send(MuteNudges("hand_waiting"), after=1_000, id="mute")
    s.send(Undo(CommandId("mute")), after=1_000)
    s.send(MuteNudges("agenda_over"), after=1_000)
    s.send(MuteNudges("hand_waiting"), after=1_000)
    s.wait(36 * MINUTE)
    due = newest(s, "break_due").id
    s.send(ActOnNudge(due, "start_break"), id="break")
    s.send(Undo(CommandId("break")), after=3_000)
    s.send(ActOnNudge(due, "start_break"), after=1_000)
    s.wait(10_000)
    return s
