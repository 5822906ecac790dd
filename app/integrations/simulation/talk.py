"""How simulated people talk: who is next, when, for how long, and who says "mhm" meanwhile.

A chain of utterances. The next talker is drawn by how much each tends to talk (exponential ranks, Stephan &
Mishler 1952), starts at an offset from the last one's end that is a Laplace distribution (nearly half the
changes of speaker overlap), and talks for a log-normal time. Times in seconds of the meeting.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.integrations.simulation.parameters import Parameters

LEAST_RATIO, MOST_RATIO = 0.35, 0.95
"""Bounds of a meeting's ratio of one talker to the next: outside them nobody, or only one, would talk."""
SOONEST_S = 0.3
"""Nobody comes in on the very start of somebody else."""
SHORTEST_S = 0.3
"""Devices drop shorter bursts."""


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody's stretch of speech, by their place in the group."""

    person: int
    from_s: float
    to_s: float


class Habits:
    """How much each person of one meeting tends to talk, and the dice of that meeting."""

    def __init__(self, people: int, numbers: Parameters, dice: random.Random) -> None:
        self.numbers = numbers
        self.dice = dice
        ratio = dice.gauss(numbers.next_talker_ratio, numbers.next_talker_ratio_spread)
        ratio = min(MOST_RATIO, max(LEAST_RATIO, ratio))
        ranks = list(range(people))
        dice.shuffle(ranks)
        total = sum(ratio**rank for rank in ranks)
        self.weights: list[float] = [ratio**rank / total for rank in ranks]
        """The share of each in the talk, in the long run; they sum to 1."""

    def next_talker(self, last: int | None, before: int | None) -> int:
        """Who speaks next: often whoever spoke before, as in any to and fro."""
        if last is not None and self.dice.random() < self.numbers.goes_on:
            return last
        weights = [
            0.0 if who == last else weight * (self.numbers.answers_back if who == before else 1.0)
            for who, weight in enumerate(self.weights)
        ]
        return self.choose(weights)

    def choose(self, weights: Sequence[float]) -> int:
        """Somebody, by weight."""
        return self.dice.choices(range(len(weights)), weights)[0]

    def length_s(self) -> float:
        """How long an utterance of open talk is."""
        numbers = self.numbers
        drawn = self.dice.lognormvariate(numbers.utterance_log_mean, numbers.utterance_log_spread)
        return min(numbers.longest_utterance_s, max(SHORTEST_S, drawn))

    def turn_s(self) -> float:
        """How long somebody speaks who was given the floor."""
        return self._given_s(self.numbers.turn_log_mean)

    def round_turn_s(self) -> float:
        """How long somebody speaks in a round."""
        return self._given_s(self.numbers.round_turn_log_mean)

    def _given_s(self, log_mean: float) -> float:
        drawn = self.dice.lognormvariate(log_mean, self.numbers.turn_log_spread)
        return min(self.numbers.longest_utterance_s, max(1.0, drawn))

    def start_after(self, last: Span, who: int) -> float:
        """When the next talker starts, seen from the last one's speech."""
        if who == last.person:
            pause = self.dice.lognormvariate(self.numbers.pause_log_mean, self.numbers.pause_log_spread)
            return last.to_s + pause
        if self.dice.random() < self.numbers.talks_over:
            return last.from_s + max(SOONEST_S, self.dice.random() * (last.to_s - last.from_s))
        sign = 1 if self.dice.random() < 0.5 else -1
        offset = self.numbers.offset_s + sign * self.dice.expovariate(1 / self.numbers.offset_scale_s)
        return max(last.from_s + SOONEST_S, last.to_s + offset)

    def backchannels(self, during: Span) -> list[Span]:
        """What others say inside somebody's utterance without wanting the floor."""
        found: list[Span] = []
        rate = self.numbers.backchannels_a_minute / 60
        at = during.from_s + self.dice.expovariate(rate)
        while at < during.to_s:
            length = self.dice.lognormvariate(
                self.numbers.backchannel_log_mean, self.numbers.backchannel_log_spread
            )
            if SHORTEST_S <= length < 1.0 and at + length < during.to_s:
                weights = [0.0 if who == during.person else w for who, w in enumerate(self.weights)]
                found.append(Span(self.choose(weights), at, at + length))
            at += self.dice.expovariate(rate)
        return found

    def speaks_within(self, who: int, seconds: float, talk_a_minute: float) -> float:
        """The chance that somebody starts to talk within a time, by themselves: `talk_a_minute` changes of
        speaker fall to each by their weight."""
        return 1 - math.exp(-self.weights[who] * talk_a_minute * seconds / 60)
