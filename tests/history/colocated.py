"""A table whose devices listen beside each other: a voice is one person's."""

from app.facilitation.commands import (
    ClaimMicrophone,
    CorrectSpeech,
    EndSession,
    SetColocated,
    SetConsent,
    StartSpeech,
    StopSpeech,
)
from app.facilitation.ids import Consent, Mode, Place
from app.facilitation.speech import Source
from tests.facilitation.sitting import Sitting, sitting


def colocated() -> Sitting:
    """Ann and Bo at one table, both heard by both devices; Cy at home; put off before the end."""
    s = sitting(Mode.open)
    ann, bo = s.join("Ann", place=Place.in_room), s.join("Bo", place=Place.in_room)
    cy = s.join("Cy")
    s.send(SetColocated(True))
    for who in (ann, bo, cy):
        s.send(SetConsent(Consent.microphone, True), who)
        s.send(ClaimMicrophone("phone"), who)
    for loud, soft in ((ann, bo), (bo, ann)):
        s.send(StartSpeech(Source.mic, ago_ms=330, level_db=-22), loud, after=4_000)
        s.send(StartSpeech(Source.mic, ago_ms=330, level_db=-32), soft, after=90)
        s.send(StopSpeech(Source.mic, ago_ms=350, level_db=-24), loud, after=6_000)
        s.send(StopSpeech(Source.mic, ago_ms=350), soft, after=120)
    s.send(StartSpeech(Source.mic, ago_ms=330, level_db=-20), cy, after=3_000)
    s.send(StopSpeech(Source.mic, ago_ms=350, level_db=-20), cy, after=3_000)
    s.send(StartSpeech(Source.mic, ago_ms=330, level_db=-25), ann, after=3_000)
    s.send(StartSpeech(Source.mic, ago_ms=330, level_db=-23), bo, after=1_500)
    s.send(StopSpeech(Source.mic, ago_ms=350, level_db=-25), ann, after=4_000)
    s.send(CorrectSpeech(s.now - 1_000, s.now, bo.participant, ann.participant), after=500)
    s.send(SetColocated(False), after=2_000)
    s.send(EndSession(), after=60_000)
    return s
