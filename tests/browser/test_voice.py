"""A device notices that its person talks: in a real Chromium, whose microphone plays recorded speech."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from app.facilitation.ids import Consent, SessionId
from app.facilitation.speech import Source
from app.facilitation.state import State
from benchmarks.speech_audio import LANGUAGES, SOUNDS, hiss, noisy, recorded
from benchmarks.voice import sound_in
from benchmarks.voice_page import (
    PROBE,
    Meeting,
    Sent,
    browser_hearing,
    join,
    let_it_listen,
    what_was_heard,
)
from tests.api.serving import Running, running
from tests.browser.barriers import findings

pytestmark = pytest.mark.browser

SHORT_MS = 24_000
SEED = 5
SNR_DB = 10.0
UNTIL_MS = 15_000
LOOK_MS = 50

OFFER = "Let this device notice when I talk"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server whose state the tests can look into."""
    with running(tmp_path_factory.mktemp("voice")) as up:
        yield up


@pytest.fixture(scope="module")
def chromium(browser: Browser) -> BrowserType:
    """What starts further browsers: each recording needs one, which has it for a microphone."""
    return browser.browser_type


@pytest.fixture
def meeting(server: Running) -> Meeting:
    return Meeting.begin(server.url)


@pytest.fixture(scope="module")
def beeping(chromium: BrowserType) -> Iterator[Browser]:
    """A browser whose microphone beeps once a second."""
    with browser_hearing(chromium, None) as browser:
        yield browser


@pytest.fixture
def phone(beeping: Browser) -> Iterator[Page]:
    """A device of its own, which may have the microphone."""
    context = beeping.new_context(permissions=["microphone"])
    page = context.new_page()
    page.add_init_script(f"window.unprobed = true; {PROBE}")
    yield page
    context.close()


def state(server: Running, meeting: Meeting) -> State:
    return server.run(server.context.rooms.state(SessionId(meeting.session)))


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds on the server."""
    for _ in range(UNTIL_MS // LOOK_MS):
        if holds():
            return
        page.wait_for_timeout(LOOK_MS)
    raise AssertionError("that did not come to be")


def covered(server: Running, meeting: Meeting) -> bool:
    return bool(state(server, meeting).sources.covers.get(Source.mic))


def microphones_on(page: Page) -> bool:
    """Whether the browser gives the page any sound."""
    on: bool = page.evaluate("Boolean(window.stream?.getTracks().some((t) => t.readyState === 'live'))")
    return on


@pytest.mark.skipif(
    not (SOUNDS / LANGUAGES["en"]).is_dir(), reason="asterisk-core-sounds-en-wav is not installed here"
)
def test_recorded_speech_is_talk_in_the_room_and_no_sound_leaves_the_page(
    server: Running, chromium: BrowserType, tmp_path: Path
) -> None:
    clean = recorded("en", SHORT_MS, SEED)
    loud = noisy(clean, hiss(len(clean.samples), SEED), SNR_DB)
    with ExitStack() as stack:
        listening = []
        for name, sound in (("clean", clean), ("noisy", loud)):
            meeting = Meeting.begin(server.url)
            file = sound.write(tmp_path / f"{name}.wav")
            browser = stack.enter_context(browser_hearing(chromium, file))
            page = browser.new_context(permissions=["microphone"]).new_page()
            page.add_init_script(PROBE)
            sent = Sent()
            sent.follow(page)
            join(page, meeting, "Sam")
            sent.clear()
            let_it_listen(page)
            listening.append((page, meeting, sound, sent))
        listening[0][0].wait_for_timeout(SHORT_MS)
        heard = [what_was_heard(page, meeting, sound) for page, meeting, sound, _ in listening]
        assert [sound_in(sent) for *_, sent in listening] == [[], []]
        assert all(any("speech.start" in str(frame) for frame in sent.frames) for *_, sent in listening)
    assert heard[0].accuracy >= 0.92
    assert heard[1].accuracy >= 0.85
    assert abs(heard[0].talk_error) <= 0.1
    assert heard[0].missed == 0


def test_nothing_listens_before_the_yes_and_one_tap_stops_it(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    phone.get_by_role("button", name=OFFER).click()
    phone.get_by_role("button", name="No", exact=True).click()
    assert not microphones_on(phone)
    let_it_listen(phone)
    assert microphones_on(phone)
    assert findings(phone, "listens", {}) == []
    (sam,) = (p for p in state(server, meeting).people.by_id.values() if p.name == "Sam")
    assert sam.consents[Consent.microphone] > sam.joined_at
    phone.get_by_role("button", name="Turn off").click()
    expect(phone.get_by_role("button", name=OFFER)).to_be_visible()
    assert not microphones_on(phone)
    until(phone, lambda: not covered(server, meeting))
    assert not state(server, meeting).people.by_id[sam.id].consents


def test_a_device_near_others_in_the_room_is_left_off(server: Running, meeting: Meeting, phone: Page) -> None:
    join(phone, meeting, "Sam", "In the room")
    phone.get_by_role("button", name=OFFER).click()
    phone.get_by_role("button", name="Yes", exact=True).click()
    phone.get_by_role("button", name="Yes, others too").click()
    expect(phone.get_by_text("it would count others as you")).to_be_visible()
    assert not microphones_on(phone)
    assert not covered(server, meeting)
    phone.get_by_role("button", name=OFFER).click()
    phone.get_by_role("button", name="Yes", exact=True).click()
    phone.get_by_role("button", name="No, only me").click()
    phone.locator("[data-listens]").wait_for()
    assert covered(server, meeting)


def test_the_last_device_that_is_asked_listens_and_the_other_says_so(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    tab = phone.context.new_page()
    tab.goto(phone.url)
    tab.get_by_text("Another device of yours notices when you talk.").wait_for()
    tab.get_by_role("button", name="Let this device do it instead").click()
    tab.get_by_role("button", name="Yes", exact=True).click()
    tab.locator("[data-listens]").wait_for()
    expect(phone.get_by_text("Another device of yours notices when you talk.")).to_be_visible()
    assert not microphones_on(phone)
    assert covered(server, meeting)


def test_without_permission_there_is_a_sentence_and_the_tap(
    server: Running, meeting: Meeting, beeping: Browser
) -> None:
    with beeping.new_page() as page:
        join(page, meeting, "Sam")
        page.get_by_role("button", name=OFFER).click()
        page.get_by_role("button", name="Yes", exact=True).click()
        expect(page.get_by_text("Your browser did not give the microphone.")).to_be_visible()
        assert not covered(server, meeting)
        page.get_by_role("button", name="I'm speaking").click()
        until(page, lambda: bool(state(server, meeting).sources.open))


def test_without_https_there_is_a_sentence_and_no_question_of_the_browser(
    server: Running, meeting: Meeting, chromium: BrowserType
) -> None:
    away = server.url.replace("localhost", "meet.example")
    with browser_hearing(chromium, None, "--host-resolver-rules=MAP meet.example 127.0.0.1") as browser:
        page = browser.new_context(permissions=[]).new_page()
        join(page, Meeting(away, meeting.code, meeting.session, meeting.token), "Sam")
        page.get_by_role("button", name=OFFER).click()
        page.get_by_role("button", name="Yes", exact=True).click()
        expect(page.get_by_text("This page has no safe connection (https)")).to_be_visible()
        assert not covered(server, meeting)


def test_what_makes_the_device_deaf_is_told_and_what_passes_passes(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    phone.evaluate(
        """() => { const [track] = window.stream.getTracks(); window.mute = (on) => {
        Object.defineProperty(track, "muted", { value: on, configurable: true });
        track.dispatchEvent(new Event(on ? "mute" : "unmute")); }; window.mute(true); }"""
    )
    expect(phone.get_by_text("Your microphone is muted.")).to_be_visible()
    until(phone, lambda: not covered(server, meeting))
    phone.evaluate("window.mute(false)")
    phone.locator("[data-listens]").wait_for()
    assert covered(server, meeting)
    phone.evaluate("window.stream.getTracks()[0].dispatchEvent(new Event('ended'))")
    expect(phone.get_by_text("The microphone was taken away.")).to_be_visible()
    until(phone, lambda: not covered(server, meeting))


def test_a_device_whose_sound_is_put_to_sleep_says_so_and_listens_again_when_it_wakes(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    phone.add_init_script(
        """window.AudioContext = class extends AudioContext { constructor(...how) {
        super(...how); window.context = this; } };"""
    )
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    phone.evaluate("window.context.suspend()")
    expect(phone.get_by_text("This device fell asleep.")).to_be_visible()
    until(phone, lambda: not covered(server, meeting))
    phone.evaluate("window.context.resume()")
    phone.locator("[data-listens]").wait_for()
    assert covered(server, meeting)


def test_a_lost_connection_ends_it_and_the_page_claims_it_again(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    phone.context.set_offline(True)
    until(phone, lambda: not covered(server, meeting))
    assert microphones_on(phone)
    phone.context.set_offline(False)
    until(phone, lambda: covered(server, meeting))
    phone.locator("[data-listens]").wait_for()


def test_whoever_presses_that_they_speak_turns_the_microphone_off(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    phone.get_by_role("button", name="I'm speaking").click()
    expect(phone.get_by_text("You press when you speak.")).to_be_visible()
    assert not microphones_on(phone)
    until(phone, lambda: {source for _, source in state(server, meeting).sources.open} == {Source.tap})
    assert not covered(server, meeting)


def test_the_end_of_the_meeting_turns_the_microphone_off(
    server: Running, meeting: Meeting, phone: Page
) -> None:
    join(phone, meeting, "Sam")
    let_it_listen(phone)
    meeting.do("session.end")
    phone.get_by_text("The meeting has ended").wait_for()
    until(phone, lambda: not microphones_on(phone))
