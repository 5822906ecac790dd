"""What a session came to, in a recording's own terms: the figures and nudges that two runs are compared
by."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict, cast

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.record import FACILITATORS, Nudge
from app.facilitation.speech import Figures
from app.facilitation.speech.definitions import SETTLE_MS
from app.facilitation.state import State
from app.integrations.rttm import Recording


class Speaker(TypedDict):
    """One person's figures; times in ms."""

    talk_ms: int
    expected_ms: int
    ratio: float | None
    turns: int
    backchannels: int
    longest_quiet_ms: int


class Told(TypedDict):
    """To whom a nudge went (a speaker or `facilitators`), and when on the recording's clock."""

    to: str
    at_ms: int


class Raised(TypedDict):
    """One nudge; `raised_ms` on the recording's clock."""

    kind: str
    subject: str | None
    audience: list[Told]
    raised_ms: int
    facts: dict[str, int | float]


class Outcome(TypedDict):
    """One meeting; times in ms. Room indices are None where there is too little to say."""

    meeting: str
    duration_ms: int
    people: int
    gini: float | None
    entropy: float | None
    overlap_ms: int
    silence_ms: int
    speakers: dict[str, Speaker]
    nudges: list[Raised]
    session: NotRequired[str]
    """The session's id, where it was told to a server."""


def outcome(meeting: str, state: State, people: Mapping[str, ParticipantId], from_ms: int) -> Outcome:
    """The outcome of a session that has ended; `from_ms` is the recording's time at its opening."""
    # Nothing follows the end, so the last words are settled; figures know it a moment after them.
    figures = state.speech.figures(state.last_at + SETTLE_MS)
    names = {participant: who for who, participant in people.items()}
    opened_at = state.session.opened_at or 0
    return Outcome(
        meeting=meeting,
        duration_ms=figures.active_ms,
        people=sum(person.counted for person in figures.people.values()),
        gini=figures.gini,
        entropy=figures.evenness,
        overlap_ms=figures.overlap_ms,
        silence_ms=figures.silence_ms,
        speakers={who: _speaker(figures, participant) for who, participant in people.items()},
        nudges=[
            _raised(nudge, names, from_ms - opened_at)
            for nudge in (state.nudges.by_id[nudge_id] for nudge_id in state.nudges.order)
        ],
    )


def _speaker(figures: Figures, participant: ParticipantId) -> Speaker:
    person = figures.people[participant]
    return Speaker(
        talk_ms=person.talk_ms,
        expected_ms=person.expected_ms,
        ratio=person.ratio,
        turns=person.turns,
        backchannels=person.backchannels,
        longest_quiet_ms=person.longest_quiet_ms,
    )


def _raised(nudge: Nudge, names: Mapping[ParticipantId, str], shift_ms: int) -> Raised:
    return Raised(
        kind=nudge.rule,
        subject=None if nudge.subject is None else names.get(nudge.subject, nudge.subject),
        audience=[
            Told(to=names.get(ParticipantId(one.to), one.to), at_ms=one.at_ms + shift_ms)
            for one in nudge.audience
        ],
        raised_ms=nudge.raised_at + shift_ms,
        facts=dict(nudge.facts),
    )


def read_outcome(
    recording: Recording, people: Mapping[str, ParticipantId], session_id: str, report: Mapping[str, object]
) -> Outcome:
    """The outcome as a server's report tells it to facilitators: without notes that only their subject saw.

    Raises KeyError or TypeError where it is no report.
    """
    said = cast("dict[str, Any]", report)
    names = {str(participant): who for who, participant in people.items()}
    shift_ms = recording.from_ms - said["session"]["opened_at"]
    room, balance, nudges = said["room"], said["balance"], said["nudges"]
    return Outcome(
        meeting=recording.meeting,
        duration_ms=said["session"]["active_ms"],
        people=said["people"]["measured"],
        gini=room.get("gini"),
        entropy=room.get("evenness"),
        overlap_ms=room["overlap_ms"],
        silence_ms=room["silence_ms"],
        speakers={
            who: Speaker(
                talk_ms=balance[participant]["talk_ms"],
                expected_ms=balance[participant]["expected_ms"],
                ratio=balance[participant].get("ratio"),
                turns=balance[participant]["turns"],
                backchannels=balance[participant]["backchannels"],
                longest_quiet_ms=balance[participant]["longest_quiet_ms"],
            )
            for who, participant in people.items()
        },
        nudges=[
            Raised(
                kind=one["rule"],
                subject=names.get(one.get("subject"), one.get("subject")),
                audience=[Told(to=FACILITATORS, at_ms=one["raised_at"] + shift_ms)],
                raised_ms=one["raised_at"] + shift_ms,
                facts=one["facts"],
            )
            for one in (nudges["by_id"][nudge_id] for nudge_id in nudges["order"])
        ],
        session=session_id,
    )
