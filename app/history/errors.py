"""What can go wrong with what is stored; each error has a stable code and a sentence that says what to do."""

from typing import ClassVar


class HistoryError(Exception):
    """Base of everything that this package raises on purpose.

    `message` is for a person, `code` for a program.
    """

    code: ClassVar[str] = "history"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class LogUnavailable(HistoryError):
    """Nothing was written and nothing is lost: a full disk, an I/O error, a locked or closed file.

    Try again later.
    """

    code = "unavailable"


class OutcomeUnknown(HistoryError):
    """Whether the batch was written cannot be told now: ask `has_batch` before anything is answered or
    decided again.
    """

    code = "outcome_unknown"


class SessionLetGo(HistoryError):
    """The node stopped serving a session before it could read what it must know to go on."""

    code = "unavailable"


class Forbidden(HistoryError):
    """A constraint of the tables does not allow what was to be written: nothing was."""

    code = "forbidden"


class UnknownSession(HistoryError):
    """There is no such session."""

    code = "unknown_session"

    def __init__(self, session_id: str) -> None:
        super().__init__(
            f"There is no session {session_id!r} here. Check the address, or the list of sessions."
        )
        self.session_id = session_id


class UnknownEvent(HistoryError):
    """The log holds an event that this release cannot read. It is never skipped: the session isn't served."""

    code = "unknown_event"

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(
            f"This session was written by a newer Evenfloor (it holds {kind!r} in version {version}). "
            "Upgrade Evenfloor to open it; nothing of it was changed."
        )
        self.kind = kind
        self.version = version


class DamagedEvent(HistoryError):
    """A stored event is not what its kind and version promise."""

    code = "damaged_event"

    def __init__(self, seq: int, kind: str, why: str) -> None:
        super().__init__(
            f"Event {seq} of this session ({kind!r}) is damaged: {why} Nothing was changed; restore a backup."
        )
        self.seq = seq
        self.kind = kind


class LogWentBack(HistoryError):
    """The log ends before what was read from it: a backup or a standby that was behind took its place."""

    code = "log_went_back"

    def __init__(self) -> None:
        super().__init__(
            "The database has lost the end of this session. It begins again from what is there: look whether"
            " what you did last still stands."
        )


class SchemaMismatch(HistoryError):
    """The file's tables are not those of this release."""

    code = "schema_mismatch"


class NotADatabase(HistoryError):
    """A file that should be an Evenfloor database is none, or is damaged."""

    code = "not_a_database"


class WouldOverwrite(HistoryError):
    """Something is already where a backup or a restored database should go."""

    code = "would_overwrite"


class UnknownRoom(HistoryError):
    """There is no such room."""

    code = "unknown_room"

    def __init__(self, room_id: str) -> None:
        super().__init__(f"There is no room {room_id!r} here. Look it up in the list of rooms.")
        self.room_id = room_id


class UnknownKey(HistoryError):
    """There is no such key."""

    code = "unknown_key"

    def __init__(self, key_id: str) -> None:
        super().__init__(f"There is no key {key_id!r} here. List the keys to find its id.")
        self.key_id = key_id
