"""Commands about signals: what anybody may say at any moment without asking for the floor."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, SignalKind


@dataclass(frozen=True, slots=True)
class SendSignal:
    """ "Slow down", "I don't follow", "I need a minute"; facilitators also for somebody without a device (or
    with a card on paper: then nobody needs to be named).
    """

    signal: SignalKind
    participant: ParticipantId | None = None
    do: Literal["signal.send"] = "signal.send"


@dataclass(frozen=True, slots=True)
class AnswerSignal:
    """Seen, and done about (facilitators, and whoever was asked to slow down): it is shown no longer."""

    signal: SignalKind
    participant: ParticipantId | None = None
    """Whose minute it was; the other two have no name."""
    do: Literal["signal.answer"] = "signal.answer"
