"""The public page: links that open it and can be taken back, and whose names it may hold."""

from app.facilitation.commands import ShareLedger, ShowOwnName, UnshareLedger
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import LedgerShared, LedgerUnshared, OwnNameShown
from app.facilitation.ids import LinkId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()

MOST_LINKS = 20
"""That open something at a time; facilitators see all of them in one list."""


@concept.decides(ShareLedger)
def share(draft: Draft, _: ShareLedger) -> None:
    """One more link."""
    if sum(draft.state.decisions.links.values()) >= MOST_LINKS:
        raise Refused("too_many", "There are many links already. Take one back first.")
    draft.emit(LedgerShared(LinkId(draft.arrival.new_id)))


@concept.decides(UnshareLedger)
def unshare(draft: Draft, command: UnshareLedger) -> None:
    """It opens nothing any more, wherever it was sent."""
    if not draft.state.decisions.links.get(command.link):
        raise Refused("stale", "That link has been taken back already.")
    draft.emit(LedgerUnshared(command.link))


@concept.decides(ShowOwnName)
def show_name(draft: Draft, command: ShowOwnName) -> None:
    """One's own name alone, and by oneself."""
    person = draft.participant(command.participant)
    if command.shown != (person.id in draft.state.decisions.named):
        draft.emit(OwnNameShown(person.id, command.shown))


@concept.evolves(LedgerShared)
def shared(state: State, event: LedgerShared, _: Recorded) -> State:
    """Whoever has the link reads the page."""
    links = {**state.decisions.links, event.link: True}
    return state._replace(decisions=state.decisions._replace(links=links))


@concept.evolves(LedgerUnshared)
def unshared(state: State, event: LedgerUnshared, _: Recorded) -> State:
    """Nobody does."""
    links = {**state.decisions.links, event.link: False}
    return state._replace(decisions=state.decisions._replace(links=links))


@concept.evolves(OwnNameShown)
def name_shown(state: State, event: OwnNameShown, _: Recorded) -> State:
    """It may stand there, or not any more."""
    one = frozenset({event.participant})
    named = state.decisions.named | one if event.shown else state.decisions.named - one
    return state._replace(decisions=state.decisions._replace(named=named))
