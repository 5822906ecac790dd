"""Who may know of an event: one table. Views, notices, REST reads, reports and exports all ask it.

A fact that is not in the table is told to nobody. `facts` are the fields of the event that go out; what
somebody is told privately never appears in `room` or `desk` rows.
"""

from dataclasses import dataclass

from app.facilitation import events as e
from app.facilitation.draft import Recorded
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict


@dataclass(frozen=True, slots=True)
class Telling:
    """To which layers an event is told, with which of its fields."""

    room: tuple[str, ...] | None = None
    desk: tuple[str, ...] | None = None
    subject: tuple[str, ...] | None = None
    """Told to the participant whom the event names."""


VISIBILITY: dict[type[object], Telling] = {
    e.SessionOpened: Telling(room=()),
    e.SessionEnded: Telling(room=()),
    e.SessionReopened: Telling(room=()),
    e.LockedSet: Telling(room=("locked",)),
    e.LeadOffered: Telling(room=()),
    e.LeadHandedOver: Telling(room=("by",)),
    e.LeadTakenOver: Telling(room=()),
    e.ColocatedSet: Telling(room=("on",)),
    e.ParticipantJoined: Telling(room=("participant",)),
    e.RoleSet: Telling(room=("participant", "role")),
    e.ParticipantRemoved: Telling(desk=("participant", "keep_out"), subject=("participant",)),
    e.ParticipantsMerged: Telling(room=("participant", "other")),
    e.ParticipantLetIn: Telling(desk=("participant",)),
    e.ParticipantLapsed: Telling(desk=("participant",)),
    e.ModeSet: Telling(room=("mode",)),
    e.ItemStarted: Telling(room=("item",)),
    e.ItemEnded: Telling(room=("item",)),
    e.ItemExtended: Telling(room=("item", "by_ms")),
    e.RoundStarted: Telling(room=("by",)),
    e.RoundEnded: Telling(room=()),
    e.BreakStarted: Telling(room=("until_at",)),
    e.BreakEnded: Telling(room=()),
    e.PolicySet: Telling(room=("policy", "sides")),
    e.HandRaised: Telling(room=("participant",)),
    e.HandLowered: Telling(room=("participant",)),
    e.QueueClosedSet: Telling(room=("closed",)),
    e.ProcessRaised: Telling(room=("participant", "about")),
    e.ProcessCleared: Telling(room=("participant",)),
    e.HandMoved: Telling(room=("participant",)),
    e.TurnStarted: Telling(room=("turn", "participant", "override", "interruption")),
    e.TurnEnded: Telling(room=("turn", "how")),
    e.TurnExtended: Telling(room=("turn", "by_ms")),
    e.TurnPaused: Telling(room=("turn", "why")),
    e.TurnWentOn: Telling(room=("turn",)),
    e.TurnUnclocked: Telling(room=("turn",)),
    e.TurnTakenUp: Telling(room=("turn",)),
    e.TurnReclaimed: Telling(room=("turn", "participant")),
    e.GapBegan: Telling(room=("until_at",)),
    e.TurnCancelled: Telling(room=("turn",)),
    e.TurnResumed: Telling(room=("turn",)),
    e.CollectionOpened: Telling(room=("collection",)),
    e.IdeasPublished: Telling(room=("collection",)),
    e.CollectionDiscarded: Telling(room=("collection",)),
    e.IdeaHeldBack: Telling(room=("idea",)),
    e.IdeaShownAgain: Telling(room=("idea",)),
    e.ScoringOpened: Telling(room=("round", "number")),
    e.ScoringClosed: Telling(room=("round",)),
    e.CheckOpened: Telling(room=("check", "what")),
    e.CheckClosed: Telling(room=("check",)),
    e.ObjectionSettled: Telling(room=("check", "objection", "how")),
    e.PickOpened: Telling(room=("pick",)),
    e.PickClosed: Telling(room=("pick",)),
    e.ResistanceOpened: Telling(room=("survey",)),
    e.ResistanceClosed: Telling(room=("survey",)),
    e.AskSaidBack: Telling(room=("survey", "ask")),
    e.AskConfirmed: Telling(room=("survey", "ask", "right")),
    e.AskAnswered: Telling(room=("survey", "ask")),
    e.AskMet: Telling(room=("survey", "ask", "met")),
    e.KnowledgeAdded: Telling(room=("card", "what")),
    e.UnclearSaid: Telling(room=("unclear",)),
    e.UnclearAnswered: Telling(room=("unclear", "instead")),
    e.DecisionDrafted: Telling(room=("decision", "version")),
    e.DecisionDiscarded: Telling(room=("decision",)),
    e.DecisionAccepted: Telling(room=("decision", "check", "late_until_at")),
    e.DecisionStood: Telling(room=("decision",)),
    e.LateWordSaid: Telling(room=("decision", "word", "stance")),
    e.LateWordAnswered: Telling(room=("decision", "word")),
    e.DecisionReviewed: Telling(room=("decision", "came")),
    e.DecisionBrought: Telling(room=()),
    e.DecisionFollowed: Telling(room=("decision", "number")),
    e.NeedEnded: Telling(room=("need", "end")),
    e.IdeaFocused: Telling(room=("idea",)),
    e.IdeaSplit: Telling(room=("idea",)),
    e.IdeasMerged: Telling(room=("idea",)),
    e.BreakoutStarted: Telling(room=()),
    e.BreakoutCalled: Telling(room=("until_at",)),
    e.BreakoutEnded: Telling(room=()),
    e.WrittenShown: Telling(room=("written",)),
    e.WrittenAnswered: Telling(room=("written",)),
    e.ContactSet: Telling(room=()),
    e.ContactCame: Telling(room=()),
    e.SpeechCorrected: Telling(desk=("correction", "from_at", "to_at", "participant", "instead")),
}


def notices(
    recorded: Recorded,
) -> tuple[JsonDict | None, JsonDict | None, tuple[ParticipantId, JsonDict] | None]:
    """What an event tells: (room, desk, (who, you)); None where a layer learns nothing of it."""
    telling = VISIBILITY.get(type(recorded.event))
    if telling is None:
        return None, None, None
    room = _notice(recorded, telling.room)
    desk = _notice(recorded, telling.desk)
    own = _notice(recorded, telling.subject)
    who = getattr(recorded.event, "participant", None)
    return room, desk, (ParticipantId(who), own) if own is not None and isinstance(who, str) else None


def _notice(recorded: Recorded, fields: tuple[str, ...] | None) -> JsonDict | None:
    if fields is None:
        return None
    notice: JsonDict = {"is": recorded.event.kind}
    for name in fields:
        value: Json | None = getattr(recorded.event, name)
        if value is not None:
            notice[name] = value
    return notice
