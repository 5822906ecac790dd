"""The refusal of a message that cannot be read."""

from app.facilitation.refusals import Refused


class Malformed(Refused):
    """A message that is no command: `code` is stable, `message` says which field and what to do.

    `re` is the message's own id, where at least that could be read: the sender learns which one it was.
    """

    def __init__(self, code: str, message: str, re: str | None = None) -> None:
        super().__init__(code, message)
        self.re = re
