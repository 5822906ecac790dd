"""While there are groups, a microphone is heard in the group of whose it is."""

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    ClaimMicrophone,
    CloseConnection,
    EndBreakout,
    MoveToGroup,
    ReleaseMicrophone,
    SetConsent,
    SetMode,
    StartBreakout,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.decider import replay
from app.facilitation.ids import ConnectionId, Consent, GroupId, Mode
from app.facilitation.speech import Source
from app.facilitation.views import DESK, render
from tests.facilitation.sitting import Sitting, sitting

MIC = Source.mic
ONE, TWO = GroupId("g1"), GroupId("g2")


def apart() -> tuple[Sitting, Person, Person]:
    """Ann, whose phone listens, and Bo talk freely in one group; Cy and Di are in the other."""
    s = sitting(Mode.open)
    ann, bo, cy, di = (s.join(name) for name in ("Ann", "Bo", "Cy", "Di"))
    s.send(SetConsent(Consent.microphone, True), ann)
    s.send(ClaimMicrophone("phone"), ann)
    s.send(StartSpeech(MIC), ann, after=1_000)
    groups = ((ann.participant, bo.participant), (cy.participant, di.participant))
    s.send(StartBreakout(by="hand", groups=groups), after=2_000)
    s.send(SetMode(Mode.open), bo)
    return s, ann, bo


def talk_ms(s: Sitting, group: GroupId, who: Person) -> int:
    shown = render(DESK, s.state).view["breakout"]
    assert replay(s.log) == s.state
    return int(shown[group][who.participant]["talk_ms"])  # type: ignore[index, call-overload, arg-type]


def test_what_a_microphone_hears_in_a_group_counts_in_it_and_nowhere_else() -> None:
    s, ann, _ = apart()
    before = s.state.speech.figures(s.now).people[ann.participant].talk_ms
    assert not s.state.sources.open, "what it was hearing ended with the meeting of all"
    s.send(StillSpeaking(MIC), ann, after=1_000)
    s.send(StopSpeech(MIC), ann, after=9_000)
    s.wait(5_000)
    s.send(StartSpeech(MIC), ann)
    s.send(StopSpeech(MIC), ann, after=2_000)
    assert talk_ms(s, ONE, ann) == 11_000
    s.send(EndBreakout(), after=10_000)
    assert s.state.breakout.reports[0].spoke == 1
    assert s.state.speech.figures(s.now).people[ann.participant].talk_ms == before
    s.send(StartSpeech(MIC), ann, after=1_000)
    assert (ann.participant, MIC) in s.state.sources.open


def test_a_microphone_goes_along_to_another_group_and_stops_in_it() -> None:
    s, ann, _ = apart()
    s.send(StartSpeech(MIC), ann, after=1_000)
    s.send(MoveToGroup(ann.participant, TWO), after=4_000)
    s.send(StartSpeech(MIC), ann, after=1_000)
    s.send(ReleaseMicrophone("phone"), ann, after=3_000)
    group = s.state.breakout.groups[TWO].state
    assert not group.sources.open
    assert not group.sources.microphones
    assert replay(s.log) == s.state
    s.send(ClaimMicrophone("laptop"), ann)
    assert ann.participant in s.state.breakout.groups[TWO].state.sources.microphones


def test_a_connection_that_is_lost_ends_what_it_heard_in_the_group() -> None:
    s, ann, _ = apart()
    s.send(StartSpeech(MIC), ann, after=1_000)
    s.send(CloseConnection(ConnectionId(f"c-{ann.participant}"), s.now + 4_000), Server(), after=6_000)
    assert not s.state.breakout.groups[ONE].state.sources.open
    assert talk_ms(s, ONE, ann) in range(3_900, 4_001)
