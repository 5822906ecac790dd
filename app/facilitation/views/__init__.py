"""What each reader of a session sees: three layers of JSON-ready views, made from the state section by
section.

`room` is public in the session and the same bytes for everybody; `desk` is for facilitators in addition;
`you` is one participant's in addition. What may stand where is said in `visibility`. Views hold no null: a
fact that is not there is not there.
"""

from app.facilitation.views.desk import DESK
from app.facilitation.views.rendering import Layer, Rendered, render
from app.facilitation.views.room import ROOM
from app.facilitation.views.you import device_view, you_changed, you_view

__all__ = [
    "DESK",
    "ROOM",
    "Layer",
    "Rendered",
    "device_view",
    "render",
    "you_changed",
    "you_view",
]
