"""The types of what is answered about what is kept: who is named where, what was erased or deleted, one's own
data.
"""

from typing import NotRequired, TypedDict

from app.facilitation.ids import ParticipantId, SessionId


class MentionAnswer(TypedDict):
    """Words that somebody wrote, and the number of the event that holds them."""

    at_seq: int
    what: str
    text: str


class MentionsAnswer(TypedDict):
    """Where some words stand."""

    mentions: list[MentionAnswer]


class FoundMentions(TypedDict):
    """Words of others that name somebody who was erased; `mentions` for facilitators and keys alone."""

    count: int
    mentions: NotRequired[list[MentionAnswer]]


class ErasureAnswer(TypedDict):
    """The receipt of an erasure.

    `found` was found by search and stands as it was; `other_sessions` of the room know somebody of that name;
    `outside` names what this server cannot reach: backups made before, downloads and prints, and what
    programs with a key took.
    """

    session_id: SessionId
    participant_id: ParticipantId
    pseudonym: str
    erased_at: int
    found: FoundMentions
    other_sessions: list[SessionId]
    outside: list[str]


class DeletedAnswer(TypedDict):
    """The receipt of a deletion: which sessions went, with how many events; `outside` as for an erasure."""

    deleted_at: int
    sessions: list[SessionId]
    events: int
    outside: list[str]


class OwnDataAnswer(TypedDict):
    """All that a session keeps of one person; `kept` is their events, with `somebody` for everybody else."""

    session: dict[str, object]
    participant: dict[str, object]
    kept: list[object]
    figures: NotRequired[object]
