"""Every number of the simulation: its unit, where it comes from, and whether anybody measured it."""

from dataclasses import dataclass, field, fields
from typing import Literal

AMI = "170 meetings of the AMI corpus, who spoke when from word timings"
AMI_12 = "fitted to 12 recorded meetings of the AMI corpus; `evenfloor simulate --against` prints the fit"
OURS = "no study known to us; `evenfloor simulate` prints what halving it and leaving it out change"

Mark = Literal["measured", "fitted", "assumed"]


@dataclass(frozen=True, slots=True)
class Described:
    """One parameter as it is printed."""

    name: str
    value: float
    unit: str
    mark: Mark
    source: str


def _number(value: float, unit: str, mark: Mark, source: str) -> float:
    """A field with this default; to types it is its value, as `dataclasses.field` is."""
    return field(default=value, metadata={"unit": unit, "mark": mark, "source": source})


@dataclass(frozen=True, slots=True)
class Parameters:
    """One set of numbers; times in seconds, as the studies give them."""

    next_talker_ratio: float = _number(
        0.70,
        "share of the next talker to the one before",
        "measured",
        f"Stephan & Mishler 1952 (exponential ranks); fitted r of groups of four: {AMI}",
    )
    next_talker_ratio_spread: float = _number(0.10, "standard deviation over meetings", "measured", AMI)
    utterance_log_mean: float = _number(0.98, "log seconds", "measured", AMI)
    utterance_log_spread: float = _number(1.18, "log seconds", "measured", AMI)
    longest_utterance_s: float = _number(300.0, "s", "assumed", "a cap on the tail of the log-normal")
    goes_on: float = _number(0.06, "chance that the same person speaks on after a pause", "fitted", AMI_12)
    answers_back: float = _number(4.0, "times as likely: whoever spoke before this one", "fitted", AMI_12)
    pause_log_mean: float = _number(-0.03, "log seconds, between two utterances of one", "fitted", AMI_12)
    pause_log_spread: float = _number(0.77, "log seconds", "fitted", AMI_12)
    offset_s: float = _number(0.14, "s from one's end to the other's start", "fitted", AMI_12)
    offset_scale_s: float = _number(0.5, "s, of a Laplace distribution", "fitted", AMI_12)
    talks_over: float = _number(0.19, "of changes of speaker, anywhere in the running talk", "fitted", AMI_12)
    backchannels_a_minute: float = _number(7.0, "a minute of somebody's talk", "fitted", AMI_12)
    backchannel_log_mean: float = _number(-0.994, "log seconds (median .37 s)", "measured", AMI)
    backchannel_log_spread: float = _number(0.504, "log seconds (75 % under .52 s)", "measured", AMI)

    turn_log_mean: float = _number(3.0, "log seconds of a turn with a queue", "assumed", OURS)
    turn_log_spread: float = _number(0.8, "log seconds", "assumed", OURS)
    hands_a_minute: float = _number(3.0, "hands of all people together", "assumed", OURS)
    hand_over_s: float = _number(2.0, "s from the end of a turn to the next", "assumed", OURS)
    round_turn_log_mean: float = _number(3.0, "log seconds of a turn in a round", "assumed", OURS)

    without_device: float = _number(0.25, "of all people, seated in the room", "assumed", OURS)
    acts_on: float = _number(0.5, "of the nudges that a facilitator sees", "assumed", OURS)
    acts_after_s: float = _number(10.0, "s", "assumed", OURS)
    invited_times: float = _number(
        1.65, "times the rate of asking within 30 s", "measured", "private nudges, arXiv:2408.11936"
    )
    speaks_in_round: float = _number(1.0, "chance to speak when a round comes to one", "assumed", OURS)
    told_length: float = _number(
        0.75, "times the length of talk, of who was told that they talk most", "assumed", OURS
    )
    told_for_s: float = _number(600.0, "s", "assumed", OURS)


def described(parameters: Parameters) -> tuple[Described, ...]:
    """The table of a set of numbers."""
    return tuple(
        Described(
            one.name,
            getattr(parameters, one.name),
            one.metadata["unit"],
            one.metadata["mark"],
            one.metadata["source"],
        )
        for one in fields(parameters)
    )


EFFECTS = {
    "acts_on": 0.0,
    "speaks_in_round": 0.0,
    "told_length": 1.0,
    "invited_times": 1.0,
}
"""What people's answers to nudges hang on, and the value at which it has no effect."""
