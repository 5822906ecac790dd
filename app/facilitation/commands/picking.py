"""Commands about "Which should we talk about?": a quick vote that cuts many ideas to seven."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import IdeaId, ParticipantId, PickId


@dataclass(frozen=True, slots=True)
class OpenPick:
    """Ask everybody which of the ideas on the screens should be talked about (facilitators); where there are
    more than seven.
    """

    do: Literal["pick.open"] = "pick.open"


@dataclass(frozen=True, slots=True)
class GivePick:
    """Up to three ideas, again to change it; none says "none of these". Facilitators for somebody without a
    device.
    """

    pick: PickId
    ideas: tuple[IdeaId, ...]
    participant: ParticipantId | None = None
    do: Literal["pick.give"] = "pick.give"


@dataclass(frozen=True, slots=True)
class ClosePick:
    """Show the result to all at once (facilitators). The ideas that were marked most are the short list;
    those that are tied over the last places are named, and people decide.
    """

    pick: PickId
    do: Literal["pick.close"] = "pick.close"
