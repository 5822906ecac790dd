"""The types of every frame of `evenfloor.v1`: what a client says, and what the server says."""

from typing import Literal, NotRequired, TypedDict

from app.facilitation.ids import CommandId
from app.wire.frames import Farewell
from app.wire.views import DeskFiguresView, DeskView, OwnFiguresView, RoomView, YouView


class HelloFrame(TypedDict):
    """The client's first frame, within 5 seconds and 4 KB: the token that a door gave."""

    is_: Literal["hello"]
    token: str


class WelcomeFrame(TypedDict):
    """Everything anew: at joining, and whenever the server likes. It replaces whatever the client held.

    `now` is the session's clock, and `rate` how fast it runs beside the wall's.
    """

    is_: Literal["welcome"]
    seq: int
    now: int
    rate: float
    room: RoomView
    desk: NotRequired[DeskView]
    you: YouView
    token: NotRequired[str]


class Notice(TypedDict):
    """What a layer is told of an event beside the change of its view, with the fields that it may know."""

    is_: str


class PatchFrame(TypedDict):
    """What changed with a committed batch, a frame for each layer: JSON Merge Patches (RFC 7396) of views.

    `seq` rises, and may skip.
    """

    seq: int
    at: int
    room: NotRequired[dict[str, object]]
    desk: NotRequired[dict[str, object]]
    you: NotRequired[dict[str, object]]
    notices: NotRequired[list[Notice]]


class AnswerFrame(TypedDict):
    """The command `re` was applied; when this arrives, the view already holds what came of it.

    `made` is the id of what it made. A command that is sent again is answered the same.
    """

    re: CommandId
    ok: Literal[True]
    seq: NotRequired[int]
    made: NotRequired[str]
    token: NotRequired[str]


class Refusal(TypedDict):
    """Why not: a stable code for programs, a sentence for people that says what to do."""

    code: str
    message: str


class RefusalFrame(TypedDict):
    """The command `re` was refused; nothing has changed. Without `re`: the frame's id could not be read."""

    re: NotRequired[CommandId]
    error: Refusal


class LiveFrame(TypedDict):
    """Figures that move with time alone, whole: facilitators' at most once a second, "My time" every 5 s."""

    is_: Literal["live"]
    at: int
    desk: NotRequired[DeskFiguresView]
    you: NotRequired[OwnFiguresView]


class ByeFrame(TypedDict):
    """The server's last frame before it closes; with `again_in_ms` come back after that time, else don't."""

    is_: Literal["bye"]
    why: Farewell
    again_in_ms: NotRequired[int]
