"""A microphone: asked for, claimed by one device at a time, and honest about when it no longer listens."""

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    ClaimMicrophone,
    CloseBoot,
    CloseConnection,
    EndSession,
    Move,
    ReleaseMicrophone,
    Remove,
    SendSignal,
    SetColocated,
    SetConsent,
    SetCoverage,
    SetRole,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.events import ConsentSet, SignalSent, SpeechEnded, SpeechStarted
from app.facilitation.ids import BootId, ConnectionId, Consent, Mode, Place, Role, SignalKind
from app.facilitation.jsonable import JsonDict
from app.facilitation.speaking import SILENT_SOURCE_MS
from app.facilitation.speech import Source
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.sitting import KEY, Sitting, sitting

YES = SetConsent(Consent.microphone, True)
NO = SetConsent(Consent.microphone, False)
PHONE = ClaimMicrophone("phone")
LAPTOP = ClaimMicrophone("laptop")


def listening(place: Place = Place.remote) -> tuple[Sitting, Person]:
    """A session in open mode, with Ann, who said yes and whose phone listens."""
    s = sitting(Mode.open)
    ann = s.join("Ann", place=place)
    s.send(YES, ann)
    s.send(ClaimMicrophone("phone", alone=place is Place.in_room), ann)
    return s, ann


def covered_ms(s: Sitting, who: Person) -> int:
    return s.state.speech.figures(s.now).people[who.participant].counted_ms


def talk_ms(s: Sitting, who: Person) -> int:
    return s.state.speech.figures(s.now).people[who.participant].talk_ms


def listener(s: Sitting, who: Person) -> object:
    return you_view(s.state, who.participant).get("microphone")


def test_no_microphone_without_consent() -> None:
    s = sitting(Mode.open)
    ann = s.join("Ann")
    assert s.refused(PHONE, ann).code == "no_consent"
    s.send(YES, ann)
    s.send(PHONE, ann)
    assert listener(s, ann) == {"listener": "phone"}


def test_consent_stands_in_the_log_with_its_date_and_only_its_person_sees_it() -> None:
    s = sitting(Mode.open)
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(YES, ann, after=5_000)
    said = [(entry.event, entry.at) for entry in s.log if isinstance(entry.event, ConsentSet)]
    assert said == [(ConsentSet(ann.participant, Consent.microphone, True), s.now)]
    assert you_view(s.state, ann.participant)["consents"] == {"microphone": s.now}
    assert "consents" not in you_view(s.state, bo.participant)


def test_consent_taken_back_stops_the_microphone_in_the_same_moment() -> None:
    s, ann = listening()
    s.send(StartSpeech(Source.mic), ann, after=1_000)
    s.send(NO, ann, after=4_000)
    assert listener(s, ann) is None
    assert not s.state.sources.open
    s.wait(60_000)
    assert (talk_ms(s, ann), covered_ms(s, ann)) == (4_000, 5_000)
    assert s.refused(PHONE, ann).code == "no_consent"


def test_silence_counts_while_a_microphone_listens_and_not_after() -> None:
    s, ann = listening()
    s.wait(10_000)
    s.send(ReleaseMicrophone("phone", ago_ms=2_000), ann)
    s.wait(10_000)
    assert covered_ms(s, ann) == 8_000


def test_in_a_room_a_device_near_others_is_nobodys_microphone() -> None:
    s = sitting(Mode.open)
    ann = s.join("Ann", place=Place.in_room)
    s.send(YES, ann)
    assert s.refused(PHONE, ann).code == "near_others"
    s.send(ClaimMicrophone("phone", alone=True), ann)
    assert listener(s, ann) == {"listener": "phone"}


def test_whoever_moves_into_the_room_is_asked_anew() -> None:
    s, ann = listening()
    s.send(Move(ann.participant, Place.in_room), ann)
    assert listener(s, ann) is None
    s, bo = listening(Place.in_room)
    s.send(Move(bo.participant, Place.remote), bo)
    s.send(Move(bo.participant, Place.in_room), bo)
    assert listener(s, bo) == {"listener": "phone"}


def test_the_last_device_to_claim_has_the_microphone_and_the_other_is_heard_no_more() -> None:
    s, ann = listening()
    (first,) = s.state.people.by_id[ann.participant].connections
    s.connect(ann, "second")
    s.send(StartSpeech(Source.mic), ann, connection=first)
    s.send(LAPTOP, ann, after=2_000, connection=ConnectionId("second"))
    assert listener(s, ann) == {"listener": "laptop"}
    assert s.refused(StartSpeech(Source.mic), ann, connection=first).code == "not_listening"
    s.send(ReleaseMicrophone("phone"), ann, connection=first)
    assert listener(s, ann) == {"listener": "laptop"}
    s.wait(8_000)
    assert (talk_ms(s, ann), covered_ms(s, ann)) == (2_000, 10_000)


def test_a_lost_connection_ends_what_was_heard_at_its_last_sign_of_life() -> None:
    s, ann = listening()
    (phone,) = s.state.people.by_id[ann.participant].connections
    s.connect(ann, "laptop")
    s.send(StartSpeech(Source.mic), ann, after=1_000, connection=phone)
    s.wait(9_000)
    s.send(CloseConnection(phone, s.now - 3_000), Server())
    s.wait(20_000)
    assert (talk_ms(s, ann), covered_ms(s, ann)) == (6_000, 7_000)
    assert listener(s, ann) is None


def test_what_a_dead_node_left_listening_is_closed() -> None:
    s, ann = listening()
    s.wait(5_000)
    s.send(CloseBoot(BootId("boot"), s.now - 1_000), Server())
    s.wait(5_000)
    assert covered_ms(s, ann) == 4_000


def test_the_same_page_on_a_new_connection_goes_on_with_what_it_hears() -> None:
    s, ann = listening()
    (old,) = s.state.people.by_id[ann.participant].connections
    s.send(StartSpeech(Source.mic), ann, connection=old)
    s.connect(ann, "again")
    s.send(PHONE, ann, after=3_000, connection=ConnectionId("again"))
    s.send(StopSpeech(Source.mic, ago_ms=1_000), ann, after=3_000, connection=ConnectionId("again"))
    s.send(CloseConnection(old, s.now - 4_000), Server())
    s.wait(4_000)
    assert (talk_ms(s, ann), covered_ms(s, ann)) == (5_000, 10_000)


def test_a_page_that_fell_asleep_covers_nobody_since_it_was_last_heard() -> None:
    s, ann = listening()
    s.send(StartSpeech(Source.mic), ann)
    s.send(StillSpeaking(Source.mic), ann, after=10_000)
    s.wait(SILENT_SOURCE_MS + 60_000)
    assert listener(s, ann) is None
    assert (talk_ms(s, ann), covered_ms(s, ann)) == (10_000, 10_000)


def test_a_microphone_reports_its_own_person_over_its_own_connection_and_nobody_else_does() -> None:
    s, ann = listening()
    bo = s.join("Bo")
    speaks = StartSpeech(Source.mic, ann.participant)
    assert s.refused(speaks, s.facilitator).code == "not_listening"
    assert s.refused(speaks, KEY).code == "not_listening"
    assert s.refused(StartSpeech(Source.mic), bo).code == "not_listening"
    assert s.refused(speaks, ann, connection=None).code == "not_listening"
    assert s.refused(SetCoverage(Source.mic, True), ann).code == "not_allowed"
    assert s.refused(ClaimMicrophone(""), ann).code == "malformed"


def test_a_microphone_stops_with_the_session_and_with_its_persons_part_in_it() -> None:
    s, ann = listening()
    s.send(EndSession())
    assert listener(s, ann) is None
    assert s.refused(PHONE, ann).code == "ended"
    s, ann = listening()
    s.send(SetRole(ann.participant, Role.observer))
    assert listener(s, ann) is None
    s.send(NO, ann)
    s, ann = listening()
    s.send(Remove(ann.participant))
    assert not s.state.sources.microphones


def table() -> tuple[Sitting, Person, Person]:
    """Ann and Bo at one table, whose devices both listen."""
    s = sitting(Mode.open)
    s.send(SetColocated(True))
    ann, bo = s.join("Ann", place=Place.in_room), s.join("Bo", place=Place.in_room)
    for who in (ann, bo):
        s.send(YES, who)
        s.send(PHONE, who)
    return s, ann, bo


def room_session(s: Sitting) -> JsonDict:
    view = render(ROOM, s.state).view["session"]
    assert isinstance(view, dict)
    return view


def test_devices_near_others_listen_only_where_a_facilitator_said_so_and_all_can_see_it() -> None:
    s = sitting(Mode.open)
    ann = s.join("Ann", place=Place.in_room)
    s.send(YES, ann)
    assert s.refused(PHONE, ann).code == "near_others"
    assert "colocated" not in room_session(s)
    assert s.refused(SetColocated(True), ann).code == "not_allowed"
    s.send(SetColocated(True))
    assert room_session(s)["colocated"] is True
    s.send(PHONE, ann)
    assert listener(s, ann) == {"listener": "phone"}


def test_a_voice_at_two_devices_is_talk_of_the_nearer_one_alone() -> None:
    s, ann, bo = table()
    s.send(StartSpeech(Source.mic, level_db=-33), ann, after=5_000)
    s.send(StartSpeech(Source.mic, level_db=-24), bo, after=100)
    s.send(SendSignal(SignalKind.slower), ann, after=2_000)
    assert [entry.event.to for entry in s.log if isinstance(entry.event, SignalSent)] == [(bo.participant,)]
    s.send(StopSpeech(Source.mic, level_db=-33), ann, after=5_000)
    s.send(StopSpeech(Source.mic, level_db=-24), bo)
    s.wait(1_000)
    assert (talk_ms(s, ann), talk_ms(s, bo)) == (0, 7_000)
    assert covered_ms(s, ann) == covered_ms(s, bo) > 10_000


def test_levels_are_kept_coarse_and_of_nobody_whose_device_is_alone() -> None:
    s, ann, bo = table()
    cy = s.join("Cy")
    s.send(YES, cy)
    s.send(PHONE, cy)
    s.send(ClaimMicrophone("phone", alone=True), bo)
    for who in (ann, bo, cy):
        s.send(StartSpeech(Source.mic, level_db=-25), who, after=1_000)
        s.send(StopSpeech(Source.mic, level_db=-29), who, after=1_000)
    assert s.refused(StartSpeech(Source.mic, level_db=-120), ann).code == "malformed"
    told = [entry.event for entry in s.log if isinstance(entry.event, SpeechStarted | SpeechEnded)]
    assert [event.level_db for event in told] == [-24, -30, None, None, None, None]


def test_put_off_it_stops_the_devices_that_have_others_near_and_no_other() -> None:
    s, ann, bo = table()
    s.send(ClaimMicrophone("phone", alone=True), bo)
    s.send(StartSpeech(Source.mic, level_db=-25), ann)
    s.send(SetColocated(False), after=3_000)
    assert listener(s, ann) is None
    assert listener(s, bo) == {"listener": "phone"}
    assert talk_ms(s, ann) == 3_000
