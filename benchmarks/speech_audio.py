"""Recorded speech with known silence between, as a WAV file for a fake microphone, and when it is speech.

The recordings are the spoken prompts of Debian's `asterisk-core-sounds-*-wav` (CC BY-SA 3.0; 8 kHz, one
professional speaker a language). They are read where Debian puts them and never copied into the project.

When it is speech is said by the clean recording alone: a frame of 10 ms is loud where its level lies less
than 30 dB below the prompt's loud frames (its 95th percentile); loud stretches with a gap under 500 ms are
one (as everywhere in Evenfloor), and stretches under 300 ms are none.
"""

from __future__ import annotations

import math
import random
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SOUNDS = Path("/usr/share/asterisk/sounds")
LANGUAGES = {"en": "en_US_f_Allison", "fr": "fr_CA_f_June", "it": "it_IT_m_Carlo", "es": "es_MX_f_Allison"}
NO_SPEECH = ("beep", "tone", "ring", "monkeys", "weasels", "silence", "noise", "ss-")
"""Words in the names of recordings that are tones, animals or nothing."""

RATE = 8_000
FRAME_MS = 10
FRAME = RATE * FRAME_MS // 1000
BELOW_LOUD_DB = 30.0
JOIN_MS = 500
SHORTEST_MS = 300
GAP_MS = (800, 4_000)
"""Silence between two prompts: shorter ones would be joined, longer ones show nothing more."""
PROMPT_MS = (700, 9_000)
LEAD_MS = 6_000
"""Silence at the start, in which the page gets ready."""
TAIL_MS = 3_000

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Sound for a fake microphone: samples, and when in it (in ms) somebody speaks."""

    samples: array[int]
    speech: tuple[Stretch, ...]

    @property
    def length_ms(self) -> int:
        return len(self.samples) * 1000 // RATE

    @property
    def talk_ms(self) -> int:
        return sum(end - start for start, end in self.speech)

    def write(self, path: Path) -> Path:
        """Write it as a WAV file."""
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            little = array("h", self.samples)
            if sys.byteorder == "big":
                little.byteswap()
            file.writeframes(little.tobytes())
        return path


def prompts(language: str) -> list[Path]:
    """The spoken prompts of a language, by name. Raises FileNotFoundError where they are not installed."""
    folder = SOUNDS / LANGUAGES[language]
    found = sorted(folder.rglob("*.wav"))
    if not found:
        raise FileNotFoundError(f"Install asterisk-core-sounds-{language}-wav: {folder} is empty.")
    return [path for path in found if not any(word in str(path.relative_to(folder)) for word in NO_SPEECH)]


def samples_of(path: Path) -> array[int]:
    """The samples of a prompt."""
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def levels(samples: Sequence[int]) -> list[float]:
    """The level of each frame, in dB of full scale."""
    found = []
    for at in range(0, len(samples) - FRAME + 1, FRAME):
        power = sum(sample * sample for sample in samples[at : at + FRAME]) / FRAME
        found.append(10 * math.log10(power / 32768**2 + 1e-12))
    return found


def loud(samples: Sequence[int]) -> list[Stretch]:
    """The stretches of a clean prompt in which its frames are loud, in ms."""
    each = levels(samples)
    if not each:
        return []
    threshold = sorted(each)[int(0.95 * (len(each) - 1))] - BELOW_LOUD_DB
    return [
        (at * FRAME_MS, (at + 1) * FRAME_MS) for at, level in enumerate(each) if level > max(threshold, -60.0)
    ]


def joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches (in order) with short gaps joined, and what is still too short left out."""
    found: list[Stretch] = []
    for start, end in stretches:
        if found and start - found[-1][1] < JOIN_MS:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple((start, end) for start, end in found if end - start >= SHORTEST_MS)


def recorded(language: str, length_ms: int, seed: int) -> Recorded:
    """Prompts of a language drawn by lot, with silence between, for about this long."""
    lot = random.Random(seed)
    paths = prompts(language)
    lot.shuffle(paths)
    samples = array("h", bytes(2 * LEAD_MS * RATE // 1000))
    stretches: list[Stretch] = []
    for path in paths:
        own = samples_of(path)
        if not PROMPT_MS[0] <= len(own) * 1000 // RATE <= PROMPT_MS[1]:
            continue
        begin = len(samples) * 1000 // RATE
        stretches += [(begin + start, begin + end) for start, end in loud(own)]
        samples += own
        samples += array("h", bytes(2 * (lot.randrange(*GAP_MS) // FRAME_MS * FRAME)))
        samples += array("h", bytes(2 * (-len(samples) % FRAME)))
        if len(samples) * 1000 // RATE > length_ms - TAIL_MS:
            break
    samples += array("h", bytes(2 * TAIL_MS * RATE // 1000))
    return Recorded(samples, joined(stretches))


def babble(language: str, samples: int, seed: int) -> list[float]:
    """Six people of another language who talk at once, all the time."""
    lot = random.Random(seed)
    paths = [path for path in prompts(language) if path.stat().st_size > 16_000]
    mixed = [0.0] * samples
    for _ in range(6):
        at = 0
        while at < samples:
            own = samples_of(lot.choice(paths))[: samples - at]
            for index, sample in enumerate(own):
                mixed[at + index] += sample
            at += len(own)
    return mixed


def hiss(samples: int, seed: int) -> list[float]:
    """Steady noise that is stronger in the bass, as of a fan or a street (first-order, -3 dB at 300 Hz)."""
    lot = random.Random(seed)
    kept = math.exp(-2 * math.pi * 300 / RATE)
    value, noise = 0.0, []
    for _ in range(samples):
        value = kept * value + lot.gauss(0, 1)
        noise.append(value)
    return noise


def noisy(clean: Recorded, noise: Sequence[float], snr_db: float) -> Recorded:
    """The same speech in noise, so far below the mean power of what is speech."""
    spoken = [
        clean.samples[at]
        for start, end in clean.speech
        for at in range(start * RATE // 1000, end * RATE // 1000)
    ]
    power = sum(sample * sample for sample in spoken) / len(spoken)
    own = sum(sample * sample for sample in noise) / len(noise)
    scale = math.sqrt(power / own / 10 ** (snr_db / 10))
    mixed = (
        max(-32768, min(32767, round(sample + scale * other)))
        for sample, other in zip(clean.samples, noise, strict=True)
    )
    return Recorded(array("h", mixed), clean.speech)
