"""Commands about signals: what anybody may say at any moment without asking for the floor."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, SignalKind


@dataclass(frozen=True, slots=True)
class SendSignal:
    """ "Slow down", "I don't follow", "I need a minute"; facilitators also for somebody without a device (or
    with a card on paper: then nobody needs to be named).

    `to`: of a minute, the supporter or facilitator who alone is told; nobody named: all facilitators.
    """

    signal: SignalKind
    participant: ParticipantId | None = None
    to: ParticipantId | None = None
    do: Literal["signal.send"] = "signal.send"


@dataclass(frozen=True, slots=True)
class AnswerSignal:
    """Seen, and done about (facilitators, whoever was asked to slow down, and whoever alone was told of a
    minute): it is shown no longer.
    """

    signal: SignalKind
    participant: ParticipantId | None = None
    """Whose minute it was; the other two have no name. Left out: each that was told to the sender alone."""
    do: Literal["signal.answer"] = "signal.answer"
