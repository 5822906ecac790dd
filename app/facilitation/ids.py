"""Identifiers and the few words that stand in every part of a session's state."""

from enum import StrEnum
from typing import NewType

ParticipantId = NewType("ParticipantId", str)
SessionId = NewType("SessionId", str)
TurnId = NewType("TurnId", str)
NudgeId = NewType("NudgeId", str)
CorrectionId = NewType("CorrectionId", str)
DeviceId = NewType("DeviceId", str)
ConnectionId = NewType("ConnectionId", str)
BootId = NewType("BootId", str)
CollectionId = NewType("CollectionId", str)
IdeaId = NewType("IdeaId", str)
RemarkId = NewType("RemarkId", str)
RoundId = NewType("RoundId", str)
CheckId = NewType("CheckId", str)
ObjectionId = NewType("ObjectionId", str)
SurveyId = NewType("SurveyId", str)
PickId = NewType("PickId", str)
OptionId = NewType("OptionId", str)
AskId = NewType("AskId", str)
KnowledgeId = NewType("KnowledgeId", str)
UnclearId = NewType("UnclearId", str)
ConcernId = NewType("ConcernId", str)
DecisionId = NewType("DecisionId", str)
GapId = NewType("GapId", str)
RiskId = NewType("RiskId", str)
DissentId = NewType("DissentId", str)
LateWordId = NewType("LateWordId", str)
NeedId = NewType("NeedId", str)
LinkId = NewType("LinkId", str)
KeyId = NewType("KeyId", str)
CommandId = NewType("CommandId", str)
ItemId = NewType("ItemId", str)
WrittenId = NewType("WrittenId", str)
NoteId = NewType("NoteId", str)
GroupId = NewType("GroupId", str)


class Role(StrEnum):
    """What somebody is in the session; only participants are counted in a share."""

    facilitator = "facilitator"
    participant = "participant"
    supporter = "supporter"
    observer = "observer"


class Place(StrEnum):
    """How somebody is here."""

    in_room = "in_room"
    remote = "remote"
    phone = "phone"


class Consent(StrEnum):
    """What somebody is asked for before it is used, and may take back at any time."""

    microphone = "microphone"
    perspective = "perspective"
    one_person = "one_person"
    """To be made one with somebody else here, who says the same."""


class PerspectiveUse(StrEnum):
    """What may be done with what somebody says that they bring: totals that nobody is named in, or a word
    beside their name.
    """

    totals = "totals"
    beside_name = "beside_name"


class WrittenHow(StrEnum):
    """What becomes of what somebody writes instead of saying it."""

    show = "show"
    read = "read"
    answer = "answer"


class Sides(StrEnum):
    """Between whom turns alternate: people of the room and online, or the perspectives beside their names."""

    place = "place"
    perspective = "perspective"


class Mode(StrEnum):
    """How the floor is shared: anyone speaks; one turn at a time from a queue of hands, or so with a clock on
    each; everyone once; one tells and all listen; all write.
    """

    open = "open"
    queue = "queue"
    timed = "timed"
    round = "round"
    listening = "listening"
    writing = "writing"


class Policy(StrEnum):
    """How waiting people are ordered inside a class of requests: who asked first, who has been heard least
    for their time here, people of the room and online in turn, or by lot.
    """

    fifo = "fifo"
    balanced = "balanced"
    alternate = "alternate"
    random = "random"


class Asks(StrEnum):
    """What somebody asks the floor for; the order of the classes is `ordering.CLASSES`."""

    question = "question"
    reply = "reply"
    new_point = "new_point"


class ProcessPoint(StrEnum):
    """What stands in the way of taking part; answered at once, without a turn."""

    cant_hear = "cant_hear"
    cant_see = "cant_see"
    what_now = "what_now"
    other = "other"


class Interruption(StrEnum):
    """Why somebody is let in for a moment while another has the floor."""

    clarify = "clarify"
    correct = "correct"
    urgent = "urgent"


class Purpose(StrEnum):
    """What the group can do with its decisions; said at opening and locked, so that nobody is misled."""

    decide = "decide"
    advise = "advise"
    told = "told"


class Setting(StrEnum):
    """How the people of a room hear each other."""

    one_room = "one_room"
    call = "call"
    mixed = "mixed"


class Status(StrEnum):
    """A session waits to be opened, is under way, or has ended (and may be reopened)."""

    planned = "planned"
    open = "open"
    ended = "ended"


class BringIn(StrEnum):
    """How somebody who is quiet likes to be brought in."""

    call_on_me = "call_on_me"
    ask_privately = "ask_privately"
    ill_say = "ill_say"
    please_dont = "please_dont"


class Tone(StrEnum):
    """How nudges are worded in a room: as a friend would, soberly, or as shortly as can be."""

    warm = "warm"
    plain = "plain"
    brief = "brief"


class SignalKind(StrEnum):
    """What anybody may say at any moment without asking for the floor."""

    slower = "slower"
    dont_follow = "dont_follow"
    minute = "minute"


class DeviceScope(StrEnum):
    """The one thing that a device without a person does: show (a shared screen); or, as a helper's phone, tap
    who speaks, raise hands for people, or take notes.
    """

    screen = "screen"
    tap = "tap"
    hands = "hands"
    notes = "notes"


class IdeaKind(StrEnum):
    """What is needed, or what could be done: the two are never one."""

    need = "need"
    proposal = "proposal"


class RemarkKind(StrEnum):
    """What somebody says to an idea."""

    question = "question"
    addition = "addition"
    concern = "concern"


class Scale(StrEnum):
    """How scores are asked for, the same for the whole room: five words, or three faces."""

    words = "words"
    faces = "faces"


class CheckKind(StrEnum):
    """How everybody is asked where they stand."""

    temperature = "temperature"
    fist = "fist"
    gradients = "gradients"
    consent = "consent"
    score = "score"
    ranked = "ranked"


class KnowledgeKind(StrEnum):
    """What somebody brings before there are ideas: what is known, or what happened to them."""

    fact = "fact"
    story = "story"


class HowSure(StrEnum):
    """How sure somebody is of a fact."""

    sure = "sure"
    fairly = "fairly"
    guess = "guess"
    not_said = "not_said"


class Column(StrEnum):
    """The columns of a decision's record: what was chosen, and beside it what is best by those who would run
    it, what is best by those who would live with it, and leaving things as they are.
    """

    chosen = "chosen"
    to_run = "to_run"
    to_live_with = "to_live_with"
    leave = "leave"


class GapPart(StrEnum):
    """What has to be said of each thing that is given up."""

    lost = "lost"
    bears = "bears"
    asked = "asked"


class NeedEnd(StrEnum):
    """What came of a need."""

    taken_up = "taken_up"
    partly = "partly"
    no = "no"


class Stance(StrEnum):
    """A late word on a decision."""

    agree = "agree"
    worry = "worry"
    object = "object"


class CameOut(StrEnum):
    """How a decision turned out, as its review says."""

    better = "better"
    as_hoped = "as_hoped"
    worse = "worse"
    too_early = "too_early"
