"""Commands about written contributions."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, WrittenHow, WrittenId
from app.facilitation.words import Contribution


@dataclass(frozen=True, slots=True)
class SendWritten:
    """Say something in writing: it waits in the queue with one's hand, and has the floor when its turn
    comes. `how`: shown on the screens; read out, by `reader` or else a facilitator; or answered. Again while
    it waits to put it in other words; facilitators and supporters for somebody.
    """

    text: Contribution
    how: WrittenHow = WrittenHow.show
    reader: ParticipantId | None = None
    participant: ParticipantId | None = None
    do: Literal["written.send"] = "written.send"


@dataclass(frozen=True, slots=True)
class WithdrawWritten:
    """Take it back while it waits; the hand comes down with it."""

    written: WrittenId
    do: Literal["written.withdraw"] = "written.withdraw"


@dataclass(frozen=True, slots=True)
class ShowWritten:
    """Show it to all at once, without a turn (facilitators)."""

    written: WrittenId
    do: Literal["written.show"] = "written.show"


@dataclass(frozen=True, slots=True)
class AnswerWritten:
    """Answer it in writing (facilitators): everybody reads both, and it needs no turn."""

    written: WrittenId
    text: Contribution
    do: Literal["written.answer"] = "written.answer"
