"""What people bring: said by themselves, optional, changeable, taken back at any time.

Asked apart from what it is used for: for totals, so that each kind of experience can be seen to be heard
while nobody reads who has which; or beside one's name, for who wants it known. Only then it decides anything.
"""

from app.facilitation.commands import OfferPerspectives, SetPerspective
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import ConsentSet, PerspectiveSet, PerspectivesOffered
from app.facilitation.ids import Consent, ParticipantId, PerspectiveUse, Status
from app.facilitation.perspectives.record import Declared
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Participant, State

concept = Concept()

MOST_LABELS = 6
"""More kinds than this, and hardly any group has three people."""
LONGEST_LABEL = 40


@concept.decides(OfferPerspectives)
def offer(draft: Draft, command: OfferPerspectives) -> None:
    """Say before the session opens which perspectives are asked for, and whether they share the floor
    equally.
    """
    if draft.state.session.status is not Status.planned:
        raise Refused(
            "already_open", "That is said before the session opens, so that it holds for all of it."
        )
    labels = tuple(" ".join(label.split()) for label in command.labels)
    if len(labels) > MOST_LABELS:
        raise Refused("too_many", f"A room asks for {MOST_LABELS} perspectives or fewer.")
    if len(set(labels)) < len(labels) or any(not 0 < len(label) <= LONGEST_LABEL for label in labels):
        raise Refused(
            "malformed", f"Each perspective has a name of its own, of 1 to {LONGEST_LABEL} letters."
        )
    for person in draft.state.people.by_id.values():
        if person.perspective is not None and person.perspective.label not in labels:
            take_back(draft, person)
    own = draft.state.perspectives
    if (labels, command.equal_share) != (own.labels, own.equal_share):
        draft.emit(PerspectivesOffered(labels, command.equal_share))


@concept.decides(SetPerspective)
def declare(draft: Draft, command: SetPerspective) -> None:
    """Say what one brings and how that may be used, or ("") take it back."""
    person = draft.participant(command.participant)
    if person.id != draft.sender() and draft.by_facilitator():
        _for_somebody(person, command)
    if not command.label:
        take_back(draft, person)
        return
    if command.label not in draft.state.perspectives.labels:
        raise Refused("unknown_perspective", "This room does not ask for that perspective.")
    known = person.perspective
    if known is not None and (known.label, known.use) == (command.label, command.use):
        return
    if Consent.perspective not in person.consents:
        draft.emit(ConsentSet(person.id, Consent.perspective, given=True))
    draft.emit(PerspectiveSet(person.id, command.label, command.use))


def _for_somebody(person: Participant, command: SetPerspective) -> None:
    """Who types it knows it: for somebody without a device only what may stand beside their name."""
    if not person.seated or person.connections:
        raise Refused("not_allowed", f"{person.name} has a device, and says there what they bring.")
    if command.label and command.use is not PerspectiveUse.beside_name:
        raise Refused("beside_name_only", "What you type for somebody else can only stand beside their name.")


def take_back(draft: Draft, person: Participant) -> None:
    """They bring nothing that they said, from now on."""
    if person.perspective is not None:
        draft.emit(PerspectiveSet(person.id, "", person.perspective.use))
    if Consent.perspective in draft.state.people.by_id[person.id].consents:
        draft.emit(ConsentSet(person.id, Consent.perspective, given=False))


@concept.evolves(PerspectivesOffered)
def offered(state: State, event: PerspectivesOffered, _: Recorded) -> State:
    """These are asked for."""
    own = state.perspectives._replace(labels=event.labels, equal_share=event.equal_share)
    return state._replace(perspectives=own)


@concept.evolves(PerspectiveSet)
def declared(state: State, event: PerspectiveSet, recorded: Recorded) -> State:
    """As they said, from now on. A label that was erased from the log is none."""
    who, own = event.participant, state.perspectives
    said = Declared(event.label, event.use, recorded.at) if event.label else None
    state = state.with_person(state.people.by_id[who]._replace(perspective=said))
    label = said.public if said is not None else ""
    if label or who in own.beside:
        own = own._replace(beside={**own.beside, who: (*own.beside.get(who, ()), (recorded.at, label))})
    return state._replace(perspectives=own._replace(asked=own.asked or said is not None))


def undeclared(state: State, participant: ParticipantId) -> State:
    """The state that knows nothing of what somebody brought, as if they had never said it."""
    own = state.perspectives
    if participant in own.beside:
        own = own._replace(beside={who: said for who, said in own.beside.items() if who != participant})
        state = state._replace(perspectives=own)
    person = state.people.by_id[participant]
    return state.with_person(person._replace(perspective=None)) if person.perspective is not None else state
