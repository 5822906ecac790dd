"""Speech as the sources report it: started, still going, stopped, in batches, covered or not, and
corrected.
"""

from itertools import pairwise

from app.facilitation.commands import (
    CorrectSpeech,
    ReportSpeech,
    SetCoverage,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
    WithdrawCorrection,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    CorrectionWithdrawn,
    CoverageSet,
    SpeechContinued,
    SpeechCorrected,
    SpeechEnded,
    SpeechReported,
    SpeechStarted,
)
from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.muting import among_others, release, require_held
from app.facilitation.nudges.check import withhold
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.speech import Source
from app.facilitation.state import OpenSpeech, Participant, Sources, State

concept = Concept()

MOST_AGO_MS = 5_000
"""How late a live report may be; speech of a longer gap is not counted, and the page says so."""
FUTURE_MS = 500
"""From here on a time lies in the future (wall time); less is a clock's unevenness."""
SILENT_SOURCE_MS = 30_000
"""A source that was not heard of for so long (wall time) fell silent without saying stop."""
QUIETEST_DB, LEVEL_STEP_DB = -99, 3
"""Levels are kept no finer: enough to tell whose device is nearer, and nothing of how somebody speaks."""
MOST_UTTERANCES = 5_000
"""In one batch; an hour of lively talk has about 1,500."""


def heard_at(draft: Draft, ago_ms: int, observed_at: int | None, sent_at: int | None) -> int:
    """When what a command reports was heard, in session time.

    Live clients say how long ago; an integrator's own clock counts by difference, and on a rated or driven
    session clock its time is the session's. Raises Refused (`bad_time`, `future_time`).
    """
    session = draft.state.session
    if observed_at is None:
        if not 0 <= ago_ms <= MOST_AGO_MS:
            raise Refused(
                "bad_time", "Say how long ago it was heard, from 0 to 5,000 ms; older speech is not counted."
            )
        heard = draft.at - session.wall_ms(ago_ms)
    elif session.clock.kind == "wall":
        if sent_at is None:
            raise Refused("bad_time", "With observed_at say sent_at too, of the same clock.")
        heard = draft.at - (sent_at - observed_at)
    else:
        heard = observed_at
    if heard > draft.at + session.wall_ms(FUTURE_MS):
        raise Refused(
            "future_time", "That lies in the future of this session. Check the clock that reported it."
        )
    opened = session.opened_at or 0
    return max(opened, min(heard, draft.at))


def speaker(draft: Draft, participant: ParticipantId | None) -> Participant:
    """Whom a report is about. Raises Refused (`removed`, `unknown_participant`)."""
    person = draft.participant(participant)
    if person.removed:
        raise Refused("removed", f"{person.name} has been taken out of the session.")
    return person


def reportable(draft: Draft, source: Source, participant: ParticipantId) -> None:
    """Refuse reports by a source that nobody reports (turns are the floor's), and of a microphone by anything
    but the device that has it.
    """
    if source is Source.floor:
        raise Refused("not_allowed", "The floor hears turns by itself; report speech as mic, api or tap.")
    if source is Source.mic:
        require_held(draft, participant)


@concept.decides(StartSpeech)
def start(draft: Draft, command: StartSpeech) -> None:
    """Somebody begins; with `only`, whoever else this sender tapped has stopped."""
    require_open(draft)
    person = speaker(draft, command.participant)
    reportable(draft, command.source, person.id)
    at = heard_at(draft, command.ago_ms, command.observed_at, command.sent_at)
    if command.only:
        _stop_others(draft, command.source, at, person.id)
    _cover(draft, command.source, person.id)
    if (person.id, command.source) in draft.state.sources.open:
        _still(draft, command.source, person.id, at)
    else:
        level_db = _level(draft, command.source, person.id, command.level_db)
        draft.emit(SpeechStarted(person.id, command.source, at, level_db))


@concept.decides(StillSpeaking)
def still(draft: Draft, command: StillSpeaking) -> None:
    """A source still hears somebody; one that had been given up begins again."""
    require_open(draft)
    person = speaker(draft, command.participant)
    reportable(draft, command.source, person.id)
    at = heard_at(draft, command.ago_ms, command.observed_at, command.sent_at)
    if (person.id, command.source) in draft.state.sources.open:
        _still(draft, command.source, person.id, at)
    else:
        _cover(draft, command.source, person.id)
        draft.emit(SpeechStarted(person.id, command.source, at))


@concept.decides(StopSpeech)
def stop(draft: Draft, command: StopSpeech) -> None:
    """Somebody stops. Refused where the end lies before the start; nothing open is nothing to stop."""
    require_open(draft)
    at = heard_at(draft, command.ago_ms, command.observed_at, command.sent_at)
    if command.participant is None and command.source is Source.tap and draft.sender() is None:
        _stop_others(draft, command.source, at, None)
        return
    person = draft.participant(command.participant)
    reportable(draft, command.source, person.id)
    speech = draft.state.sources.open.get((person.id, command.source))
    if speech is None:
        return
    if at < speech.from_at:
        raise Refused("bad_time", "That speech would end before it started. Check the times.")
    level_db = _level(draft, command.source, person.id, command.level_db)
    draft.emit(SpeechEnded(person.id, command.source, at, level_db))


@concept.decides(ReportSpeech)
def report(draft: Draft, command: ReportSpeech) -> None:
    """A batch of complete utterances, taken whole or not at all."""
    if draft.state.session.opened_at is None:
        require_open(draft)
    if len(command.utterances) > MOST_UTTERANCES:
        raise Refused("too_many", f"Send {MOST_UTTERANCES} utterances or fewer at once.")
    session = draft.state.session
    shift = 0
    if session.clock.kind == "wall":
        if command.sent_at is None:
            raise Refused("bad_time", "Say sent_at: the time on your clock when you send this.")
        shift = draft.at - command.sent_at
    spans: dict[ParticipantId, list[tuple[int, int, int]]] = {}
    entries: list[tuple[ParticipantId, int, int]] = []
    for number, utterance in enumerate(command.utterances, 1):
        person = draft.state.person(utterance.participant)
        if person is None or person.removed:
            raise Refused("unknown_participant", f"Utterance {number} is of nobody in this session.")
        from_at, to_at = utterance.from_at + shift, utterance.to_at + shift
        if to_at <= from_at:
            raise Refused("bad_time", f"Utterance {number} ends before it starts, or has no length.")
        if to_at > draft.at + session.wall_ms(FUTURE_MS):
            raise Refused("future_time", f"Utterance {number} lies in the future of this session.")
        if from_at < (session.opened_at or 0):
            raise Refused("bad_time", f"Utterance {number} lies before the session was opened.")
        spans.setdefault(person.id, []).append((from_at, min(to_at, draft.at), number))
        entries.append((person.id, from_at, min(to_at, draft.at)))
    for own in spans.values():
        own.sort()
        for (_, end, one), (begin, _, other) in pairwise(own):
            if begin < end:
                raise Refused("bad_time", f"Utterances {one} and {other} are of one person and overlap.")
    if entries:
        for participant in spans:
            _cover(draft, Source.api, participant)
        _take_in(draft, tuple(entries))


def _take_in(draft: Draft, utterances: tuple[tuple[ParticipantId, int, int], ...]) -> None:
    """Late reports change totals and fire no nudge."""
    before = draft.state
    draft.emit(SpeechReported(Source.api, utterances))
    if any(end < draft.at - THRESHOLDS.late_ms for _, _, end in utterances):
        withhold(draft, before)


@concept.decides(SetCoverage)
def set_coverage(draft: Draft, command: SetCoverage) -> None:
    """A source listens to people, or no longer does; what it hears of them then ends now."""
    if command.source in (Source.floor, Source.mic):
        raise Refused("not_allowed", "Turns and microphones say themselves whom they cover; others are told.")
    everyone = not command.participants
    named = command.participants or draft.state.people.order
    if everyone and not draft.by_facilitator():
        everyone, named = False, (draft.participant(None).id,)
    for participant in named:
        draft.participant(participant)
    sources = draft.state.sources
    covered = sources.covers.get(command.source, frozenset())
    changed = tuple(p for p in named if (p in covered) != command.on)
    if not changed and (command.source in sources.everyone) == (everyone and command.on):
        return
    if not command.on:
        for participant in changed:
            speech = sources.open.get((participant, command.source))
            if speech is not None:
                draft.emit(SpeechEnded(participant, command.source, max(speech.from_at, draft.at)))
    draft.emit(CoverageSet(command.source, command.on, changed, everyone))


@concept.decides(CorrectSpeech)
def correct(draft: Draft, command: CorrectSpeech) -> None:
    """What was heard was not this person, but (perhaps) another: the log keeps both, figures follow this."""
    if draft.state.session.opened_at is None:
        require_open(draft)
    if command.participant is None and command.instead is None:
        raise Refused("malformed", "Say who did not speak, or who did.")
    if not draft.state.session.opened_at or command.from_at < draft.state.session.opened_at:
        raise Refused("bad_time", "That lies before the session was opened.")
    if command.to_at <= command.from_at:
        raise Refused("bad_time", "That stretch ends before it starts.")
    if command.from_at >= draft.at:
        raise Refused("future_time", "That lies in the future.")
    for participant in (command.participant, command.instead):
        if participant is not None:
            draft.participant(participant)
    correction = CorrectionId(f"c{draft.state.sources.corrections + 1}")
    to_at = min(command.to_at, draft.at)
    draft.emit(SpeechCorrected(correction, command.from_at, to_at, command.participant, command.instead))


@concept.decides(WithdrawCorrection)
def withdraw(draft: Draft, command: WithdrawCorrection) -> None:
    """Take a correction back."""
    draft.emit(CorrectionWithdrawn(command.correction))


def next_silence(state: State) -> int | None:
    """When the next source that said nothing is given up."""
    if not state.sources.open:
        return None
    heard_at = min([each.heard_at for each in state.sources.open.values()])
    return heard_at + state.session.wall_ms(SILENT_SOURCE_MS)


@concept.wakes(next_silence)
def give_up(draft: Draft, deadline: int) -> None:
    """A source that fell silent without saying stop is closed at the last moment it was heard."""
    for (participant, source), heard_at in silent_by(draft.state, deadline):
        if source is Source.mic and participant in draft.state.sources.microphones:
            # A page that sleeps may keep its connection; its silence since then was not heard either.
            release(draft, participant, heard_at)
        else:
            draft.emit(SpeechEnded(participant, source, heard_at))


def silent_by(state: State, deadline: int) -> list[tuple[tuple[ParticipantId, Source], int]]:
    """Of whom which source has not been heard of for too long by then, and when it last was."""
    patience = state.session.wall_ms(SILENT_SOURCE_MS)
    heard = ((key, speech.heard_at) for key, speech in state.sources.open.items())
    return [(key, at) for key, at in heard if at + patience <= deadline]


def _level(draft: Draft, source: Source, participant: ParticipantId, level_db: int | None) -> int | None:
    """How loud, where it says whose voice it is: coarse, and kept of nobody else."""
    if level_db is None or source is not Source.mic or not among_others(draft.state, participant):
        return None
    if not QUIETEST_DB <= level_db <= 0:
        raise Refused("malformed", f"A level is from {QUIETEST_DB} to 0 dB of full scale.")
    return round(level_db / LEVEL_STEP_DB) * LEVEL_STEP_DB


def _still(draft: Draft, source: Source, participant: ParticipantId, at: int) -> None:
    if at > draft.state.sources.open[participant, source].heard_at:
        draft.emit(SpeechContinued(participant, source, at))


def _stop_others(draft: Draft, source: Source, at: int, but: ParticipantId | None) -> None:
    for (participant, heard_by), speech in list(draft.state.sources.open.items()):
        if heard_by is source and participant != but and speech.by == draft.label:
            draft.emit(SpeechEnded(participant, source, max(speech.from_at, at)))


def _cover(draft: Draft, source: Source, participant: ParticipantId) -> None:
    """The first report of a source says that it listens: a facilitator's or helper's tap, to everybody."""
    sources = draft.state.sources
    follows_room = source is Source.tap and draft.by_facilitator() and draft.sender() != participant
    if follows_room and source not in sources.everyone:
        covered = sources.covers.get(source, frozenset())
        newly = tuple(p for p in draft.state.people.order if p not in covered)
        draft.emit(CoverageSet(source, True, newly, everyone=True))
    elif participant not in sources.covers.get(source, frozenset()):
        draft.emit(CoverageSet(source, True, (participant,), everyone=False))


@concept.evolves(SpeechStarted)
def started(state: State, event: SpeechStarted, recorded: Recorded) -> State:
    """Heard from then on."""
    opened = {
        **state.sources.open,
        (event.participant, event.source): OpenSpeech(event.from_at, event.from_at, recorded.actor or ""),
    }
    speech = state.speech.start(event.participant, event.source, event.from_at, event.level_db)
    return state._replace(sources=state.sources._replace(open=opened), speech=speech)


@concept.evolves(SpeechContinued)
def continued(state: State, event: SpeechContinued, _: Recorded) -> State:
    """Still heard."""
    key = (event.participant, event.source)
    opened = {**state.sources.open, key: state.sources.open[key]._replace(heard_at=event.heard_at)}
    speech = state.speech.still(event.participant, event.source, event.heard_at)
    return state._replace(sources=state.sources._replace(open=opened), speech=speech)


@concept.evolves(SpeechEnded)
def stopped(state: State, event: SpeechEnded, _: Recorded) -> State:
    """Heard until then."""
    opened = dict(state.sources.open)
    opened.pop((event.participant, event.source), None)
    speech = state.speech.stop(event.participant, event.source, event.to_at, event.level_db)
    return state._replace(sources=state.sources._replace(open=opened), speech=speech)


@concept.evolves(SpeechReported)
def reported(state: State, event: SpeechReported, _: Recorded) -> State:
    """Complete utterances, however late."""
    speech = state.speech.add(event.source, event.utterances)
    return state._replace(speech=speech)


@concept.evolves(CoverageSet)
def coverage_set(state: State, event: CoverageSet, recorded: Recorded) -> State:
    """Whom a source listens to."""
    sources = state.sources
    covered = sources.covers.get(event.source, frozenset())
    named = frozenset(event.participants)
    covers = {**sources.covers, event.source: covered | named if event.on else covered - named}
    everyone = sources.everyone
    if event.everyone:
        everyone = everyone | {event.source} if event.on else everyone - {event.source}
    state = state._replace(sources=sources._replace(covers=covers, everyone=everyone))
    if state.session.opened_at is None:
        return state
    speech = state.speech
    for participant in event.participants:
        speech = speech.cover(participant, event.source, recorded.at, event.on)
    return state._replace(speech=speech)


@concept.evolves(SpeechCorrected)
def corrected(state: State, event: SpeechCorrected, _: Recorded) -> State:
    """A correction stands above every source."""
    speech = state.speech
    for who, spoke in ((event.participant, False), (event.instead, True)):
        if who is not None:
            speech = speech.correct(event.correction, who, event.from_at, event.to_at, spoke)
    sources: Sources = state.sources._replace(corrections=state.sources.corrections + 1)
    return state._replace(sources=sources, speech=speech)


@concept.evolves(CorrectionWithdrawn)
def withdrawn(state: State, event: CorrectionWithdrawn, _: Recorded) -> State:
    """As if it had not been made."""
    return state._replace(speech=state.speech.withdraw(event.correction))
