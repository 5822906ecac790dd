"""A participant's real page in a real Chromium whose microphone plays a recording, and what was found there.

Beside the page's own code runs a probe: a second reading of the same microphone says when each moment of the
recording reached the page, so that delays count from then. It writes down what leaves by the socket, and when
the page's own sign lights. Times are milliseconds of the machine's clock.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from playwright.sync_api import Browser, BrowserType, Page

from benchmarks.speech_audio import FRAME_MS, Recorded, Stretch, joined, levels
from scripts.tour.chromium import executable

PROBE_BLOCK = 512
PROBE = """
window.probed = { blocks: [], rate: 0, sent: [], lit: [] };
const clock = () => performance.timeOrigin + performance.now();
const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
if (ask) navigator.mediaDevices.getUserMedia = async (wanted) => {
  const stream = await ask(wanted);
  window.stream = stream;
  if (!window.unprobed) {
    const context = new AudioContext();
    const node = context.createScriptProcessor(BLOCK, 1, 1);
    window.probed.rate = context.sampleRate;
    node.onaudioprocess = ({ inputBuffer }) => {
      let sum = 0;
      for (const sample of inputBuffer.getChannelData(0)) sum += sample * sample;
      window.probed.blocks.push([clock(), 10 * Math.log10(sum / BLOCK + 1e-12)]);
    };
    context.createMediaStreamSource(stream).connect(node);
    node.connect(context.destination);
  }
  return stream;
};
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (text) {
  window.probed.sent.push([clock(), text]);
  return send.call(this, text);
};
addEventListener("DOMContentLoaded", () => {
  let was = false;
  new MutationObserver(() => {
    const is = Boolean(document.querySelector("[data-heard]"));
    if (is !== was) window.probed.lit.push([clock(), (was = is)]);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-heard"] });
});
""".replace("BLOCK", str(PROBE_BLOCK))

QUIETEST_DB = -50.0
"""Below this a recording's own hiss would count as much as its speech."""
MOST_SHIFT = 300
"""Frames by which the recording may have begun earlier or later than the probe."""
NEAREST_MS = (-400, 1_500)
"""A beginning or an end that was found this far from a true one belongs to it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An open session of a running server, with a facilitator's token."""

    url: str
    code: str
    session: str
    token: str

    @classmethod
    def begin(cls, url: str) -> Meeting:
        """A new room whose session is open, and in which anybody speaks."""
        with httpx.Client(base_url=url) as client:
            body = {"name": "Bus stops", "purpose": "decide", "setting": "mixed"}
            made = client.post("/api/v1/rooms", json=body).raise_for_status().json()
            secret = made["facilitator_link"].partition("#")[2]
            door = {"room_id": made["room"]["id"], "secret": secret, "name": "Kim"}
            in_ = client.post("/api/v1/access/facilitator", json=door).raise_for_status().json()
            meeting = cls(url, made["room"]["code"], made["session"]["id"], in_["token"])
        meeting.do("session.open")
        meeting.do("mode.set", mode="open")
        return meeting

    def do(self, command: str, **fields: object) -> None:
        """A command of the facilitator."""
        url = f"{self.url}/api/v1/sessions/{self.session}/commands"
        httpx.post(url, json={"do": command, **fields}, headers=self._headers).raise_for_status()

    def read(self, path: str) -> Any:
        """What the facilitator reads of the session."""
        url = f"{self.url}/api/v1/sessions/{self.session}{path}"
        return httpx.get(url, headers=self._headers).raise_for_status().json()

    @property
    def _headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}


@contextmanager
def browser_hearing(chromium: BrowserType, sound: Path | None, *more: str) -> Iterator[Browser]:
    """A Chromium whose microphone plays this file once (none: it beeps), started with `more`."""
    arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream"]
    arguments += more
    if sound is not None:
        arguments.append(f"--use-file-for-fake-audio-capture={sound}%noloop")
    browser = chromium.launch(executable_path=executable(), args=arguments)
    try:
        yield browser
    finally:
        browser.close()


def join(page: Page, meeting: Meeting, name: str, place: str = "Online") -> None:
    """Come in as a participant."""
    page.goto(f"{meeting.url}/j/{meeting.code}")
    page.get_by_label("What should we call you?").fill(name)
    page.get_by_text(place, exact=True).click()
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("button", name="Let this device notice when I talk").wait_for()


def let_it_listen(page: Page) -> None:
    """Say yes, and wait until the server has this device's microphone."""
    page.get_by_role("button", name="Let this device notice when I talk").click()
    page.get_by_role("button", name="Yes", exact=True).click()
    page.locator("[data-listens]").wait_for()


@dataclass(slots=True)
class Sent:
    """Everything that left the page, as the browser's own network log has it."""

    frames: list[str | bytes] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Write down all sockets and requests of a page from now on."""

        def sent(frame: str | bytes) -> None:
            self.frames.append(frame)

        page.on("websocket", lambda socket: socket.on("framesent", sent))
        page.on("request", lambda request: self.bodies.append(request.post_data_buffer or b""))

    def clear(self) -> None:
        """What came before does not count: a name, a token."""
        self.frames.clear()
        self.bodies.clear()


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found of a recording, in the room and on the way there; times in ms of the recording."""

    recorded: Recorded
    talk: tuple[Stretch, ...]
    """As the server has it."""
    talk_ms: int
    lit: tuple[int, ...]
    """When the device's own sign lit."""
    told_starts: tuple[int, ...]
    told_ends: tuple[int, ...]

    @property
    def accuracy(self) -> float:
        """The part of all frames of 10 ms in which the server and the truth agree."""
        frames = self.recorded.length_ms // FRAME_MS
        found, true = painted(self.talk, frames), painted(self.recorded.speech, frames)
        return sum(a == b for a, b in zip(found, true, strict=True)) / frames

    @property
    def talk_error(self) -> float:
        """How far the talk time in the room is from the truth, as a part of it."""
        return self.talk_ms / self.recorded.talk_ms - 1

    def lights_after(self) -> float:
        """Median ms from a true beginning until the device's own sign lights."""
        return _median_delay([start for start, _ in self.recorded.speech], self.lit)

    def starts_told_after(self) -> float:
        """Median ms from a true beginning until it leaves for the server."""
        return _median_delay([start for start, _ in self.recorded.speech], self.told_starts)

    def ends_told_after(self) -> float:
        """Median ms from a true end until it leaves for the server."""
        return _median_delay([end for _, end in self.recorded.speech], self.told_ends)

    def dated_off(self) -> tuple[float, float]:
        """Median ms by which beginnings and ends are dated later than they were."""
        starts = _median_delay([s for s, _ in self.recorded.speech], [s for s, _ in self.talk])
        ends = _median_delay([e for _, e in self.recorded.speech], [e for _, e in self.talk])
        return starts, ends

    @property
    def missed(self) -> int:
        """How many true stretches nobody heard anything of."""
        return sum(
            not any(a < end and b > start for a, b in self.talk) for start, end in self.recorded.speech
        )

    @property
    def false(self) -> int:
        """How many stretches were heard where nobody spoke."""
        true = self.recorded.speech
        return sum(not any(a < end and b > start for a, b in true) for start, end in self.talk)


def what_was_heard(page: Page, meeting: Meeting, recorded: Recorded) -> Heard:
    """Hold what the server knows, and what the probe saw, against the recording."""
    probed = page.evaluate("window.probed")
    begin = begin_of(recorded, probed["blocks"], probed["rate"])
    (own,) = (spans for spans in meeting.read("/lanes")["people"].values() if spans)
    (talk_ms,) = (one["talk_ms"] for one in meeting.read("/balance")["people"].values() if one["talk_ms"])
    sent = [(at, json.loads(text)) for at, text in probed["sent"]]
    return Heard(
        recorded,
        joined([(round(start - begin), round(end - begin)) for start, end in own]),
        talk_ms,
        tuple(round(at - begin) for at, lit in probed["lit"] if lit),
        tuple(
            round(at - begin) for at, frame in sent if frame.get("do") == "speech.start" and "source" in frame
        ),
        tuple(round(at - begin) for at, frame in sent if frame.get("do") == "speech.stop"),
    )


def begin_of(recorded: Recorded, blocks: Sequence[tuple[float, float]], rate: float) -> float:
    """When the first moment of a recording reached the page: where its levels and those that the probe saw go
    together best.
    """
    length = PROBE_BLOCK / rate * 1000
    first = blocks[0][0] - length
    frames = math.floor((blocks[-1][0] - first) / FRAME_MS)
    came = [0.0] * frames
    for at, level in blocks:
        begun = max(0, round((at - length - first) / FRAME_MS))
        for frame in range(begun, min(frames, round((at - first) / FRAME_MS))):
            came[frame] = max(level, QUIETEST_DB) - QUIETEST_DB
    went = [max(level, QUIETEST_DB) - QUIETEST_DB for level in levels(recorded.samples)]

    def together(shift: int) -> float:
        pairs = zip(went[max(0, -shift) :], came[max(0, shift) :], strict=False)
        return sum(a * b for a, b in pairs)

    return first + max(range(-MOST_SHIFT, MOST_SHIFT), key=together) * FRAME_MS


def painted(stretches: Sequence[Stretch], frames: int) -> list[bool]:
    """Each frame of 10 ms: is its middle in one of these stretches?"""
    found = [False] * frames
    for start, end in stretches:
        first = max(0, math.ceil((start - FRAME_MS / 2) / FRAME_MS))
        last = min(frames, math.ceil((end - FRAME_MS / 2) / FRAME_MS))
        found[first:last] = [True] * max(0, last - first)
    return found


def _median_delay(true: Sequence[int], found: Sequence[int]) -> float:
    delays = []
    for moment in true:
        near = [at - moment for at in found if NEAREST_MS[0] <= at - moment <= NEAREST_MS[1]]
        if near:
            delays.append(min(near, key=abs))
    return median(delays) if delays else math.nan
