"""The types of what the server shows of "Which should we talk about?". None of them holds who marked what."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import IdeaId, PickId


class OpenPickView(TypedDict):
    """People are choosing, up to `most` each: `answered` of `asked`, and nobody sees what."""

    id: PickId
    ideas: list[IdeaId]
    most: int
    opened_at: int
    answered: int
    asked: int
    left_out: int


class PickView(TypedDict):
    """A vote that is closed. `marks`: how many marked each idea; `chosen`: the short list that came of it;
    `tied`: those that share the `free` last places and do not all fit; `early`: closed before everybody who
    was asked had answered; `too_few`: so few answers that nothing is shown and nothing was cut.
    """

    closed_at: int
    asked: int
    answered: int
    left_out: int
    early: bool
    too_few: bool
    ideas: list[IdeaId]
    marks: dict[IdeaId, int]
    chosen: list[IdeaId]
    tied: list[IdeaId]
    free: int


class PicksView(TypedDict):
    """The votes that are closed, oldest first, and the one that is open."""

    order: list[PickId]
    by_id: dict[str, PickView]
    open: NotRequired[OpenPickView]


class OwnPickView(TypedDict):
    """What one has marked in the vote that is open."""

    ideas: list[IdeaId]
