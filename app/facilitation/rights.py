"""Who may send which command: one table, asked at every door.

`self` means the person the command is about; `facilitator` anybody with that role now (roles are in the
state, never in a token); `participant` anybody with that role, for themself; `group` the same about anything,
while the group leads itself; `tap`, `hands` and `notes` a helper's phone with that job; the words with a
colon are an API key's scopes; `server` is Evenfloor itself.
"""

from functools import cache

from app.facilitation import commands as c
from app.facilitation.actors import Actor, Device, Integrator, Person, Server
from app.facilitation.ids import DeviceScope, ParticipantId, Role
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from app.facilitation.state import Participant, State

RUN = "sessions:run"
"""Scope of a key that may steer a session: people, floor, queue, nudges."""
SPEECH = "speech:write"
"""Scope of a key that may report speech and drive a session's clock."""
READ = "sessions:read"
"""Scope of a key that may read sessions and follow them live."""
CREATE = "rooms:write"
"""Scope of a key that may create rooms and sessions."""
SCOPES = (READ, RUN, SPEECH, CREATE)

_STEER = frozenset({"facilitator", RUN})
_OWN = frozenset({"self", "facilitator", RUN})
_LEAD = frozenset({"facilitator", "group", RUN})
"""What keeps a meeting going, and can be done the other way round with one tap. What takes something or
somebody away, sets something for good or reads what is private stays with facilitators, who come back."""
_HEAR = frozenset({"self", "facilitator", "tap", SPEECH})
_FOR_ONE = _OWN | {"hands"}
_NOTE = _STEER | {"notes"}
_SERVER = frozenset({"server"})

RIGHTS: dict[type[object], frozenset[str]] = {
    c.CreateSession: _SERVER,
    c.OpenSession: _STEER,
    c.EndSession: _STEER,
    c.ReopenSession: _STEER,
    c.SetLocked: _STEER,
    c.HandOver: _STEER,
    c.AcceptLead: frozenset({"participant"}),
    c.TakeOver: _STEER,
    c.AdvanceClock: frozenset({"facilitator", SPEECH}),
    c.ClockReached: _SERVER,
    c.Join: _SERVER,
    c.Knock: _SERVER,
    c.AnswerKnock: _STEER,
    c.SayWatching: _OWN,
    c.MoveSeat: _STEER,
    c.Seat: _STEER,
    c.Rename: _OWN,
    c.Move: _OWN,
    c.SetRole: _STEER,
    c.Remove: _STEER,
    c.MergePeople: _STEER,
    c.LetIn: _STEER,
    c.ErasePerson: _OWN,
    c.RedactWords: _STEER,
    c.SetPresence: _STEER,
    c.SetAway: _OWN,
    c.SetListening: _OWN,
    c.OpenConnection: _SERVER,
    c.CloseConnection: _SERVER,
    c.CloseBoot: _SERVER,
    c.AddDevice: _STEER,
    c.RevokeDevice: _STEER,
    c.SetMode: _LEAD,
    c.StartRound: _LEAD,
    c.PassRound: _OWN,
    c.StartBreak: _LEAD,
    c.EndBreak: _LEAD,
    c.SetAgenda: _STEER,
    c.StartItem: _STEER,
    c.NextItem: _LEAD,
    c.MoveItem: _STEER,
    c.SkipItem: _STEER,
    c.ExtendItem: _STEER,
    c.SetMoveOn: _OWN,
    c.SetShare: _STEER,
    c.SetBrief: _STEER,
    c.WriteNote: _NOTE,
    c.WithdrawNote: _NOTE,
    c.SetPolicy: _STEER,
    c.SetTurnLimit: _STEER,
    c.RaiseHand: _FOR_ONE,
    c.LowerHand: _FOR_ONE,
    c.SetReady: _OWN,
    c.SetComposing: _OWN,
    c.NotFinished: _OWN,
    c.RaiseProcess: _OWN,
    c.ClearProcess: _OWN,
    c.SetQueueClosed: _STEER,
    c.MoveHand: _STEER,
    c.GiveFloor: _STEER,
    c.NextTurn: _LEAD,
    c.EndTurn: _OWN | _LEAD,
    c.PutBack: _STEER,
    c.ExtendTurn: _OWN,
    c.PauseTurn: _STEER,
    c.GoOn: _STEER,
    c.Unclock: _STEER,
    c.YieldTurn: _OWN,
    c.Interrupt: _STEER,
    c.SetGap: _STEER,
    c.Undo: _OWN,
    c.StartSpeech: _HEAR,
    c.StillSpeaking: _HEAR,
    c.StopSpeech: _HEAR,
    c.ReportSpeech: frozenset({SPEECH}),
    c.SetCoverage: _HEAR,
    c.CorrectSpeech: _STEER,
    c.WithdrawCorrection: _STEER,
    c.SetConsent: frozenset({"self"}),
    c.ClaimMicrophone: frozenset({"self"}),
    c.ReleaseMicrophone: frozenset({"self"}),
    c.SetColocated: _STEER,
    c.ActOnNudge: _OWN,
    c.DismissNudge: _OWN,
    c.AnswerInvitation: frozenset({"self"}),
    c.HushNudges: _STEER,
    c.MuteNudges: _OWN,
    c.TuneNudges: _STEER,
    c.SetNudgeTone: _STEER,
    c.SetCard: _OWN,
    c.SendSignal: _OWN,
    c.AnswerSignal: _OWN,
    c.CollectIdeas: _STEER,
    c.WriteIdea: _OWN,
    c.ReviseIdea: _OWN,
    c.WithdrawIdea: _OWN,
    c.PublishIdeas: _STEER,
    c.DiscardIdeas: _STEER,
    c.HoldBackIdea: _STEER,
    c.ShowIdeaAgain: _STEER,
    c.FocusIdea: _STEER,
    c.ShortlistIdeas: _STEER,
    c.SignIdea: frozenset({"self", "facilitator"}),
    c.SplitIdea: _STEER,
    c.MergeIdeas: _STEER,
    c.HearNeed: _OWN,
    c.ConfirmHeard: _OWN,
    c.MakeRemark: _OWN,
    c.OpenScoring: _STEER,
    c.GiveScore: _OWN,
    c.CloseScoring: _STEER,
    c.OpenCheck: _STEER,
    c.AnswerCheck: _OWN,
    c.TallyCheck: _STEER,
    c.CloseCheck: _STEER,
    c.SettleObjection: _OWN,
    c.OpenPick: _STEER,
    c.GivePick: _OWN,
    c.ClosePick: _STEER,
    c.OpenResistance: _STEER,
    c.GiveResistance: _OWN,
    c.CloseResistance: _STEER,
    c.SayBackAsk: _STEER,
    c.ConfirmAsk: _OWN,
    c.AnswerAsk: _STEER,
    c.SayAskMet: _OWN,
    c.StartBreakout: _STEER,
    c.MoveToGroup: _STEER,
    c.CallBack: _STEER,
    c.EndBreakout: _STEER,
    c.ReportGroup: _OWN,
    c.SendWritten: _OWN,
    c.WithdrawWritten: _OWN,
    c.ShowWritten: _STEER,
    c.AnswerWritten: _STEER,
    c.OfferPerspectives: _STEER,
    c.SetPerspective: frozenset({"self", "facilitator"}),
    c.AddKnowledge: _OWN,
    c.ReviseKnowledge: _OWN,
    c.TakeBackKnowledge: _OWN,
    c.SayUnclear: _OWN,
    c.AnswerUnclear: _STEER,
    c.SettleUnclear: frozenset({"self"}),
    c.DraftDecision: _STEER,
    c.SetDecision: _STEER,
    c.SetColumn: _STEER,
    c.SayGap: _STEER,
    c.SetRisk: _STEER,
    c.RemoveLine: _STEER,
    c.DiscardDecision: _STEER,
    c.AcceptDecision: _STEER,
    c.KeepDissent: _OWN,
    c.SaySure: _OWN,
    c.SayLate: _OWN,
    c.AnswerLate: _STEER,
    c.ReviewDecision: _STEER,
    c.BringDecision: _SERVER,
    c.FollowDecision: _SERVER,
    c.EndNeed: _STEER,
    c.ShareLedger: _STEER,
    c.UnshareLedger: _STEER,
    c.ShowOwnName: frozenset({"self"}),
    c.SetContact: _STEER,
    c.InviteContact: _STEER,
    c.WelcomeContact: _SERVER,
    c.RaiseConcern: frozenset({"self"}),
    c.TakeBackConcern: frozenset({"self"}),
    c.ReadConcerns: _SERVER,
}

OBSERVERS_MAY: frozenset[type[object]] = frozenset(
    {
        c.Rename,
        c.Move,
        c.SetAway,
        c.ErasePerson,
        c.SetConsent,
        c.SayWatching,
        c.RaiseConcern,
        c.TakeBackConcern,
    }
)
"""An observer watches: they may say who and how they are here, take back a consent and raise a concern, and
do nothing that changes the meeting."""


SUPPORTERS_MAY: frozenset[type[object]] = frozenset(
    {
        c.RaiseHand,
        c.LowerHand,
        c.SetReady,
        c.StartSpeech,
        c.StillSpeaking,
        c.StopSpeech,
        c.SetListening,
        c.SetAway,
        c.SendSignal,
        c.SetComposing,
        c.NotFinished,
        c.PassRound,
        c.RaiseProcess,
        c.ClearProcess,
        c.SetPerspective,
        c.SendWritten,
        c.WithdrawWritten,
        c.WriteIdea,
        c.SignIdea,
        c.MakeRemark,
        c.AddKnowledge,
        c.SayUnclear,
        c.GivePick,
        c.GiveScore,
        c.AnswerCheck,
        c.SettleObjection,
        c.GiveResistance,
        c.ConfirmAsk,
        c.SayAskMet,
        c.KeepDissent,
        c.SaySure,
        c.SayLate,
    }
)
"""What a supporter may do for somebody who named them on their card: it counts for whom it is for."""


def subject(command: object) -> ParticipantId | None:
    """The participant a command names, if it names one."""
    named = getattr(command, "participant", None)
    return ParticipantId(named) if isinstance(named, str) else None


def check(state: State, actor: Actor, command: object) -> None:
    """Refuse (`not_allowed`, `removed`) what this actor may not do now."""
    allowed = RIGHTS[type(command)]
    if isinstance(actor, Person):
        _check_person(state, actor.participant, command, allowed)
        return
    match actor:
        case Server():
            return
        case Integrator(_, scopes):
            if not allowed & scopes:
                needed = ", ".join(sorted(a for a in allowed if ":" in a)) or "none that a key can have"
                raise Refused(
                    "not_allowed", f"This key may not do that. It needs one of these scopes: {needed}."
                )
        case Device(device, scope):
            equipment = state.devices.get(device)
            if equipment is None or equipment.revoked:
                raise Refused(
                    "unknown_device", "This link is no longer valid. Ask your facilitator for a new one."
                )
            if scope.value not in allowed:
                raise Refused("not_allowed", "This device may not do that.")
            if scope is DeviceScope.tap and getattr(command, "source", None) is not Source.tap:
                raise Refused("not_allowed", "A helper's phone reports speech as tap.")


def _check_person(state: State, participant: ParticipantId, command: object, allowed: frozenset[str]) -> None:
    person = state.person(participant)
    if person is None:
        raise Refused("unknown_participant", "You are not in this session. Join it again.")
    if person.removed and not (
        isinstance(command, c.ErasePerson) and subject(command) in (None, participant)
    ):
        raise Refused("removed", "A facilitator has taken you out of this session.")
    source = getattr(command, "source", None)
    if person.role is Role.facilitator and "facilitator" in allowed:
        if source is Source.api:
            raise Refused("not_allowed", "Speech of the source api is reported with an API key.")
        return
    if person.role is Role.participant and "group" in allowed and state.lead.by_group:
        return
    about = subject(command)
    own = "self" in allowed and (about in (None, participant) or _supports(state, person, about, command))
    own = own or ("participant" in allowed and person.role is Role.participant)
    if person.role is Role.observer:
        own = own and type(command) in OBSERVERS_MAY
    if source is Source.api:
        own = False
    if isinstance(command, c.SetCoverage):
        own = own and command.participants in ((), (participant,))
    if not own:
        raise Refused("not_allowed", "Only a facilitator can do that here.")


def _supports(state: State, person: Participant, about: ParticipantId | None, command: object) -> bool:
    """Whether somebody is the supporter of whom the command is about, and it is theirs to do."""
    named = state.person(about) if about is not None else None
    return (
        named is not None
        and person.role is Role.supporter
        and named.card.supporter == person.id
        and type(command) in SUPPORTERS_MAY
    )


def may(state: State, participant: ParticipantId) -> tuple[str, ...]:
    """The commands (`do`) that this person may send about themselves, or as one of those who lead; screens
    show no others.
    """
    person = state.person(participant)
    if person is None or person.removed:
        return ()
    return _may(person.role, state.lead.by_group)


@cache
def _may(role: Role, by_group: bool) -> tuple[str, ...]:
    if role is Role.facilitator:
        return tuple(sorted(_do(t) for t, who in RIGHTS.items() if who & {"facilitator", "self"}))
    words = {"self"}
    if role is Role.participant:
        words |= {"participant", "group"} if by_group else {"participant"}
    own = {t for t, who in RIGHTS.items() if who & words}
    if role is Role.observer:
        own &= OBSERVERS_MAY
    return tuple(sorted(_do(t) for t in own))


@cache
def device_may(scope: DeviceScope) -> tuple[str, ...]:
    """The commands (`do`) that a device with this job may send; its screen shows no others."""
    return tuple(sorted(_do(t) for t, who in RIGHTS.items() if scope.value in who))


def _do(command: type[object]) -> str:
    return str(command.__dataclass_fields__["do"].default)  # type: ignore[attr-defined]
