"""Points of process ("can't hear"): what stands in the way of taking part is put right at once, without a
turn and whatever the queue says.
"""

from app.facilitation.commands import ClearProcess, RaiseProcess
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import ProcessCleared, ProcessRaised
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import Process, State

concept = Concept()


@concept.decides(RaiseProcess)
def raise_process(draft: Draft, command: RaiseProcess) -> None:
    """Say what is in the way; one at a time for each person, the newest counts."""
    require_open(draft)
    person = draft.participant(command.participant)
    if person.removed:
        raise Refused("removed", "This person has been taken out of the session.")
    known = draft.state.queue.process.get(person.id)
    if known is None or known.about is not command.about:
        draft.emit(ProcessRaised(person.id, command.about))


@concept.decides(ClearProcess)
def clear_process(draft: Draft, command: ClearProcess) -> None:
    """It was answered, or is not in the way any more."""
    person = draft.participant(command.participant)
    if person.id in draft.state.queue.process:
        draft.emit(ProcessCleared(person.id, answered=draft.sender() != person.id))


@concept.evolves(ProcessRaised)
def raised(state: State, event: ProcessRaised, recorded: Recorded) -> State:
    """It waits for an answer, in the order in which it came."""
    others = {who: point for who, point in state.queue.process.items() if who != event.participant}
    point = Process(event.about, recorded.at)
    return state._replace(queue=state.queue._replace(process={**others, event.participant: point}))


@concept.evolves(ProcessCleared)
def cleared(state: State, event: ProcessCleared, _: Recorded) -> State:
    """It waits no more."""
    left = {who: point for who, point in state.queue.process.items() if who != event.participant}
    return state._replace(queue=state.queue._replace(process=left))
