"""Meetings at random: people who talk, wait, leave, opt out and answer in any order, for laws that hold in
all of them.
"""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from app.facilitation.actors import Actor, Person
from app.facilitation.commands import (
    ActOnNudge,
    AnswerInvitation,
    Command,
    DismissNudge,
    EndBreak,
    EndTurn,
    HushNudges,
    LowerHand,
    Move,
    MuteNudges,
    NextItem,
    NextTurn,
    RaiseHand,
    ReportSpeech,
    SetAgenda,
    SetAway,
    SetCard,
    SetComposing,
    SetCoverage,
    SetListening,
    SetMode,
    SetPresence,
    SetRole,
    SetTurnLimit,
    StartBreak,
    TuneNudges,
    Utterance,
)
from app.facilitation.draft import Recorded
from app.facilitation.ids import BringIn, Mode, NudgeId, ParticipantId, Place, Role
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.tuning import SETTINGS
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from tests.facilitation.nudges.gathering import MINUTE, SECOND, STILL_EVERY, Gathering
from tests.facilitation.sitting import KEY

NAMES = ("Ann", "Ben", "Cy", "Di")
SEATED = ("Ed",)
Said = tuple[str, int, int]

who = st.sampled_from([0, 0, 0, 0, 1, 1, 1, 2, 3, 4])
anybody = st.integers(0, 4)
newest = st.integers(0, 3)
talks = st.tuples(st.just("talk"), who, st.integers(1, 150))
silences = st.tuples(st.just("silence"), st.just(0), st.integers(1, 400))
crossings = st.tuples(st.just("over"), who, st.integers(0, 24))
words = st.one_of(
    st.tuples(st.sampled_from(["composing", "role", "moved", "sound"]), anybody, st.integers(0, 1)),
    st.tuples(st.sampled_from(["agenda", "next", "turn", "thank"]), st.just(0), st.integers(0, 9)),
    st.tuples(st.just("mute"), st.integers(0, len(RULES) - 1), st.integers(0, 9)),
    st.tuples(st.just("tune"), st.integers(0, len(SETTINGS) - 1), st.integers(0, 9)),
    st.tuples(st.sampled_from(["hand", "lower", "late"]), anybody, st.just(0)),
    st.tuples(st.sampled_from(["listening", "away", "covered"]), anybody, st.integers(0, 1)),
    st.tuples(st.just("nudging"), anybody, st.integers(0, len(BringIn) - 1)),
    st.tuples(st.just("mode"), anybody, st.integers(0, len(Mode) - 1)),
    st.tuples(st.just("break"), anybody, st.integers(0, 1)),
    st.tuples(st.just("seat"), st.just(4), st.integers(0, 1)),
    st.tuples(st.just("hush"), st.just(0), st.integers(0, 30)),
    st.tuples(st.just("act"), newest, st.integers(0, 2)),
    st.tuples(st.just("dismiss"), newest, st.integers(0, 12)),
    st.tuples(st.just("answer"), newest, st.integers(0, 3)),
)
told = st.lists(st.one_of(talks, talks, crossings, silences, words), min_size=10, max_size=45)
long_talks = st.tuples(st.just("talk"), st.sampled_from([0, 0, 0, 1, 2]), st.integers(30, 150))
openings = st.lists(long_talks, min_size=5, max_size=9)
meetings = st.tuples(openings, told).map(lambda parts: [*parts[0], *parts[1]])


@dataclass
class Meeting:
    """One such meeting. `lazy`: what is due is left to the next command, as on a node that slept."""

    lazy: bool = False
    g: Gathering = field(default_factory=lambda: Gathering(*NAMES, seated=SEATED))

    @property
    def log(self) -> list[Recorded]:
        return self.g.sitting.log

    def play(self, told: list[Said]) -> "Meeting":
        """Do all of it, and let ten more minutes pass."""
        for kind, one, two in told:
            self._move(kind, one, two)
        self._pass(10 * MINUTE)
        self.g.wait(0)
        return self

    def _pass(self, ms: int) -> None:
        if self.lazy:
            self.g.sitting.now += ms
        else:
            self.g.wait(ms)

    def _move(self, kind: str, one: int, two: int) -> None:
        match kind:
            case "talk":
                name = (*NAMES, *SEATED)[one]
                self.g.start(name)
                left = two * SECOND
                while left > STILL_EVERY:
                    self._pass(STILL_EVERY)
                    self.g.still(name)
                    left -= STILL_EVERY
                self._pass(left)
                self.g.stop(name)
            case "over":
                self._cut_off(one, two)
            case "silence":
                self._pass(two * SECOND)
            case _:
                self._say(kind, one, two)
                self._pass(700)

    def _cut_off(self, one: int, two: int) -> None:
        """Somebody begins while another talks, who stops and comes back later, again and again."""
        everybody = (*NAMES, *SEATED)
        name, other = everybody[one], everybody[(one + 1 + two % 4) % 5]
        for _ in range(two // 4):
            self.g.start(name)
            self._pass(3_500)
            self.g.start(other)
            self._pass(700)
            self.g.stop(name)
            self._pass(5_500)
            self.g.stop(other)
            self._pass(400)

    def _say(self, kind: str, one: int, two: int) -> None:
        if kind in {"act", "dismiss", "answer"}:
            # Who presses a button has seen the newest view.
            self.g.wait(0)
            order = self.g.sitting.state.nudges.order
            if one >= len(order):
                return
            command, actor = self._on_nudge(kind, order[-1 - one], two)
        else:
            everybody = (*NAMES, *SEATED)
            who = self.g.of[everybody[one % 5]]
            # A card is its owner's to fill in.
            actor = Person(who) if kind in {"nudging", "sound"} else KEY
            command = self._on_person(kind, who, two)
            if kind in {"mute", "tune", "agenda", "next", "turn", "thank"}:
                command = self._on_session(kind, one, two)
        try:
            self.g.sitting.send(command, actor)
        except Refused:
            return

    def _on_person(self, kind: str, p: ParticipantId, two: int) -> Command:
        match kind:
            case "hand":
                return RaiseHand(p)
            case "lower":
                return LowerHand(p)
            case "listening":
                return SetListening(bool(two), p)
            case "away":
                return SetAway(bool(two), p)
            case "nudging":
                return SetCard(p, list(BringIn)[two])
            case "covered":
                return SetCoverage(Source.api, bool(two), (p,))
            case "mode":
                return SetMode(list(Mode)[two])
            case "break":
                return StartBreak() if two else EndBreak()
            case "seat":
                return SetPresence(p, bool(two))
            case "hush":
                return HushNudges(two * MINUTE)
            case "composing":
                return SetComposing(bool(two), p)
            case "role":
                return SetRole(p, Role.facilitator if two else Role.participant)
            case "moved":
                return Move(p, Place.in_room if two else Place.phone)
            case "sound":
                return SetCard(p, no_clock=bool(two), more_time=not two)
            case _:
                return self._late(p)

    def _on_session(self, kind: str, one: int, two: int) -> Command:
        state = self.g.sitting.state
        turn = state.floor.turn
        match kind:
            case "mute":
                return MuteNudges(RULES[one].kind, on=two > 2)
            case "tune":
                name = sorted(SETTINGS)[one]
                bounds = SETTINGS[name]
                return TuneNudges(name, bounds.least + (bounds.most - bounds.least) * two / 9)
            case "agenda":
                return SetAgenda((f"{two + 1} Welcome", f"{two} Talk", "5 End"))
            case "next":
                return NextItem(state.agenda.current)
            case "turn":
                return NextTurn(turn.id if turn else None)
            case _:
                return EndTurn(turn.id) if turn is not None else SetTurnLimit((two + 1) * 20_000)

    def _on_nudge(self, kind: str, nudge_id: NudgeId, two: int) -> tuple[Command, Actor]:
        subject = Person(self.g.nudge(nudge_id).subject or ParticipantId(""))
        if kind == "dismiss":
            return DismissNudge(nudge_id, two * MINUTE), KEY
        if kind == "answer":
            answers = (
                AnswerInvitation(nudge_id, "speak_next"),
                AnswerInvitation(nudge_id, "not_now"),
                AnswerInvitation(nudge_id, "not_today"),
                AnswerInvitation(nudge_id, "write"),
            )
            return answers[two], subject
        if two == 2:
            return ActOnNudge(nudge_id, "noted"), subject
        nudge = self.g.nudge(nudge_id)
        offered = rule_of(nudge.rule).actions(self.g.sitting.state, nudge) or ("by_voice",)
        return ActOnNudge(nudge_id, offered[0 if two else -1]), KEY

    def _late(self, participant: ParticipantId) -> ReportSpeech:
        """An import of what was said from ten minutes to one minute ago."""
        now = self.g.sitting.now
        start = max(self.g.opened_at, now - 10 * MINUTE)
        return ReportSpeech((Utterance(participant, start, max(start + 1, now - MINUTE)),), sent_at=now)
