"""One short meeting in which a phone and a laptop listen, are lost, muted and taken back."""

from app.facilitation.actors import Server
from app.facilitation.commands import (
    ClaimMicrophone,
    CloseConnection,
    EndSession,
    ReleaseMicrophone,
    SetConsent,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.ids import ConnectionId, Consent, Mode, Place
from app.facilitation.speech import Source
from tests.facilitation.sitting import Sitting, sitting


def microphones() -> Sitting:
    """Ann's phone listens, then her laptop, which is lost; Bo says yes in the room, and later no."""
    s = sitting(Mode.open)
    ann, bo = s.join("Ann"), s.join("Bo", place=Place.in_room)
    phone = s.connection_of(ann)
    s.connect(ann, "laptop")
    s.send(SetConsent(Consent.microphone, True), ann)
    s.send(ClaimMicrophone("phone"), ann, connection=phone)
    s.send(StartSpeech(Source.mic, ago_ms=320), ann, after=5_000, connection=phone)
    s.send(StillSpeaking(Source.mic), ann, after=10_000, connection=phone)
    s.send(ClaimMicrophone("laptop"), ann, after=4_000, connection=ConnectionId("laptop"))
    s.send(StartSpeech(Source.mic), ann, connection=ConnectionId("laptop"))
    s.send(SetConsent(Consent.microphone, True), bo, after=3_000)
    s.send(ClaimMicrophone("tablet", alone=True), bo)
    s.send(StartSpeech(Source.mic, ago_ms=310), bo, after=8_000)
    s.send(CloseConnection(ConnectionId("laptop"), s.now - 2_000), Server())
    s.send(StopSpeech(Source.mic, ago_ms=400), bo, after=6_000)
    s.send(ReleaseMicrophone("tablet", ago_ms=1_500), bo, after=9_000)
    s.send(ClaimMicrophone("tablet", alone=True), bo, after=4_000)
    s.send(SetConsent(Consent.microphone, False), bo, after=7_000)
    s.send(ClaimMicrophone("phone"), ann, connection=phone)
    s.send(EndSession(), after=12_000)
    return s
