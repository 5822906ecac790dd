"""The agenda: items with a time, a mode and an owner, typed as lines; and the readiness to move on."""

import re
from dataclasses import replace

from app.facilitation.agenda_state import Agenda, Item
from app.facilitation.commands import (
    ExtendItem,
    MoveItem,
    NextItem,
    SetAgenda,
    SetBrief,
    SetMoveOn,
    SetShare,
    SkipItem,
    StartItem,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    AgendaSet,
    BriefSet,
    ItemEnded,
    ItemExtended,
    ItemMoved,
    ItemResumed,
    ItemSkipped,
    ItemStarted,
    MoveOnSet,
    PlannedItem,
    RoundStarted,
    ShareSet,
)
from app.facilitation.ids import ItemId, Mode, Status
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.round_order import seats
from app.facilitation.session import require_open
from app.facilitation.state import State
from app.facilitation.switching import switch

concept = Concept()

MOST_ITEMS = 60
LONGEST_MIN = 24 * 60
LONGEST_TITLE = 120
SHOWN_LETTERS = 30
"""So much of a title says which line is meant."""
LONGEST_EXTENSION_MS = 3_600_000
LED_SHARE = 0.5
MOST_LINES = 12
"""Of what is fixed or can change: more than this nobody reads on a screen."""

_LINE = re.compile(
    r"^(?:(?P<min>\d{1,4})(?:m\b|\s*(?:min(?:ute)?s?\b\.?|'|′))?\s*[:–—-]?\s+)?(?P<title>.+?)"
    r"(?:\s*\((?P<mode>open|queue|timed|round|listening|writing)\))?"
    r"(?:\s+/\s+(?P<owner>[^/]+))?$",
    re.IGNORECASE,
)


def planned(line: str, item: ItemId) -> PlannedItem:
    """What a line says: "10 Welcome (round) / Amina". Raises Refused (`malformed`)."""
    found = _LINE.match(" ".join(line.split()))
    if found is None:
        raise Refused("malformed", "Write each item as a line: minutes, then what it is about.")
    title, minutes, mode = found["title"], int(found["min"] or 0), found["mode"]
    if len(title) > LONGEST_TITLE or minutes > LONGEST_MIN:
        begins = title if len(title) <= SHOWN_LETTERS else f"{title[:SHOWN_LETTERS]}…"
        raise Refused(
            "malformed", f'An item has up to {LONGEST_TITLE} letters and up to a day. Look at "{begins}".'
        )
    owner = (found["owner"] or "").strip()
    return PlannedItem(item, title, minutes * 60_000, Mode(mode.lower()) if mode else None, owner)


@concept.decides(SetAgenda)
def set_agenda(draft: Draft, command: SetAgenda) -> None:
    """Write the items to come anew."""
    lines = [line for line in command.lines if line.strip()]
    if len(lines) > MOST_ITEMS:
        raise Refused("too_many", f"An agenda has up to {MOST_ITEMS} items.")
    made = draft.state.agenda.made
    items = tuple(planned(line, ItemId(f"i{made + n}")) for n, line in enumerate(lines, 1))
    draft.emit(AgendaSet(items))


def _item(draft: Draft, item_id: ItemId) -> Item:
    item = draft.state.agenda.items.get(item_id)
    if item is None:
        raise Refused("unknown_item", "There is no such item on the agenda any more.")
    return item


def _expect(draft: Draft, believed: ItemId | None) -> None:
    """Refuse (`stale`) who believed another item to be on, and say which is."""
    item = draft.state.agenda.item
    if (item.id if item else None) != believed:
        on = f'It is "{item.title}" now.' if item else "No item is on now."
        raise Refused("stale", f"The agenda has moved on. {on}")


def go_to(draft: Draft, item: Item | None) -> None:
    """End the item that is on, and begin another."""
    on = draft.state.agenda.item
    if on is not None:
        draft.emit(ItemEnded(on.id))
    if item is None:
        return
    draft.emit(ItemStarted(item.id))
    if item.mode is not None:
        switch(draft, item.mode)
    if item.mode is Mode.round:
        # Everybody anew, whatever an earlier round left; then hands, and not the mode of the item before.
        draft.emit(RoundStarted(seats(draft.state), "seat", Mode.queue))


@concept.decides(StartItem)
def start_item(draft: Draft, command: StartItem) -> None:
    """Go to an item, wherever it stands."""
    require_open(draft)
    _expect(draft, command.after)
    item = _item(draft, command.item)
    if item.id != command.after:
        go_to(draft, item)


@concept.decides(NextItem)
def next_item(draft: Draft, command: NextItem) -> None:
    """On to the next. A group that leads itself begins so; from then on it goes by who is ready."""
    require_open(draft)
    _expect(draft, command.after)
    if draft.state.agenda.item is not None and not draft.by_facilitator():
        raise Refused(
            "not_allowed", "Say that you are ready to move on: with enough of you the next part begins."
        )
    following = upcoming(draft.state.agenda)
    if following is None and draft.state.agenda.item is None:
        raise Refused("unknown_item", "There is nothing more on the agenda.")
    go_to(draft, following)


def upcoming(agenda: Agenda) -> Item | None:
    """The item that comes after the one that is on: behind it in the order, not begun, not skipped."""
    start = agenda.order.index(agenda.current) + 1 if agenda.current is not None else 0
    items = (agenda.items[item_id] for item_id in agenda.order[start:])
    return next((one for one in items if one.started_at is None and not one.skipped), None)


@concept.decides(MoveItem)
def move_item(draft: Draft, command: MoveItem) -> None:
    """Another place in the order."""
    item = _item(draft, command.item)
    to = min(max(0, command.to), len(draft.state.agenda.order) - 1)
    if draft.state.agenda.order.index(item.id) != to:
        draft.emit(ItemMoved(item.id, to))


@concept.decides(SkipItem)
def skip_item(draft: Draft, command: SkipItem) -> None:
    """Left out, or in again; what has begun is not left out."""
    item = _item(draft, command.item)
    if item.started_at is not None:
        raise Refused("stale", "This item has begun already. Go on to the next instead.")
    if item.skipped != command.skipped:
        draft.emit(ItemSkipped(item.id, command.skipped))


@concept.decides(ExtendItem)
def extend_item(draft: Draft, command: ExtendItem) -> None:
    """More time."""
    item = _item(draft, command.item)
    if not 0 < command.by_ms <= LONGEST_EXTENSION_MS:
        raise Refused("malformed", "An item can be made up to an hour longer at once.")
    draft.emit(ItemExtended(item.id, command.by_ms))


@concept.decides(SetMoveOn)
def set_move_on(draft: Draft, command: SetMoveOn) -> None:
    """Ready to move on, or not. With enough of them, and nobody who has or wants the floor, on it goes."""
    require_open(draft)
    _expect(draft, command.item)
    person = draft.participant(command.participant)
    if (person.id in draft.state.agenda.ready) != command.ready:
        draft.emit(MoveOnSet(person.id, command.ready))
    if command.ready and enough_ready(draft.state):
        go_to(draft, upcoming(draft.state.agenda))


def next_move_on(state: State) -> int | None:
    """At once, where enough people were ready before the floor was free."""
    if not state.agenda.ready or state.session.status is not Status.open:
        return None
    stands = state.floor.rest is not None or state.floor.gap is not None
    return None if stands or not enough_ready(state) else state.last_at


@concept.wakes(next_move_on)
def move_on(draft: Draft, _: int) -> None:
    """Nobody has to say again that they are ready."""
    go_to(draft, upcoming(draft.state.agenda))


def enough_ready(state: State) -> bool:
    """Whether the share that the room set is ready, and nobody would be cut short."""
    share = share_of(state)
    if not share or state.floor.turn is not None or state.queue.hands:
        return False
    here = [p.id for p in state.people.by_id.values() if p.counted and p.here and not p.away]
    ready = sum(who in state.agenda.ready for who in here)
    return bool(here) and ready >= share * len(here)


def share_of(state: State) -> float:
    """From which share of ready people on it goes on by itself: the room's own, and where it has none, while
    the group leads, half of them. Nobody else could move on.
    """
    return state.agenda.share or (LED_SHARE if state.lead.by_group else 0.0)


@concept.decides(SetShare)
def set_share(draft: Draft, command: SetShare) -> None:
    """Another share."""
    if not 0 <= command.share <= 1:
        raise Refused("malformed", "A share is from 0 (never by itself) to 1 (all).")
    if command.share != draft.state.agenda.share:
        draft.emit(ShareSet(command.share))


@concept.decides(SetBrief)
def set_brief(draft: Draft, command: SetBrief) -> None:
    """What is fixed, and what can change."""
    who = [*command.fixed_by, *[""] * len(command.fixed)]
    if len(command.fixed_by) > len(command.fixed):
        raise Refused("malformed", "Name who fixed a line for lines that there are, in their order.")
    lines = [
        (line, " ".join(by.split()))
        for each, by in zip(command.fixed, who, strict=False)
        if (line := " ".join(each.split()))
    ]
    fixed = tuple(line for line, _ in lines)
    fixed_by = tuple(by for _, by in lines) if any(by for _, by in lines) else ()
    can_change = tuple(line for line in (" ".join(each.split()) for each in command.can_change) if line)
    if max(len(fixed), len(can_change)) > MOST_LINES:
        raise Refused("too_many", f"Up to {MOST_LINES} lines each: more than that nobody reads.")
    agenda = draft.state.agenda
    if (fixed, can_change, fixed_by) != (agenda.fixed, agenda.can_change, agenda.fixed_by):
        draft.emit(BriefSet(fixed, can_change, fixed_by))


def _with(state: State, agenda: Agenda) -> State:
    return state._replace(agenda=agenda)


@concept.evolves(AgendaSet)
def agenda_set(state: State, event: AgendaSet, _: Recorded) -> State:
    """What was begun stays; all else is new."""
    agenda = state.agenda
    begun = tuple(one for one in agenda.order if agenda.items[one].started_at is not None)
    new = {one.item: Item(one.item, one.title, one.length_ms, one.mode, one.owner) for one in event.items}
    return _with(
        state,
        replace(
            agenda,
            items={**{one: agenda.items[one] for one in begun}, **new},
            order=(*begun, *new),
            made=agenda.made + len(new),
        ),
    )


@concept.evolves(ItemStarted)
def item_started(state: State, event: ItemStarted, recorded: Recorded) -> State:
    """It is on; nobody is ready to move on from it yet. Who was asked in another item may be asked again."""
    agenda = state.agenda
    item = replace(
        agenda.items[event.item], started_at=recorded.at, ended_at=None, rested_ms=0, skipped=False
    )
    agenda = replace(agenda, items=agenda.with_item(item), current=item.id, ready=frozenset())
    nudges = state.nudges
    if nudges.hushed_for_item:
        nudges = nudges._replace(hushed_until=0, hushed_for_item=False)
    return _with(state, agenda)._replace(outlook=None, nudges=nudges)


@concept.evolves(ItemEnded)
def item_ended(state: State, event: ItemEnded, recorded: Recorded) -> State:
    """It is over."""
    agenda = state.agenda
    item = replace(agenda.items[event.item], ended_at=recorded.at)
    agenda = replace(agenda, items=agenda.with_item(item), current=None, ready=frozenset())
    return _with(state, agenda)._replace(outlook=None)


@concept.evolves(ItemResumed)
def item_resumed(state: State, event: ItemResumed, _: Recorded) -> State:
    """As if nobody had gone on to the next."""
    items = dict(state.agenda.items)
    if event.item is not None:
        items[event.item] = replace(items[event.item], ended_at=None)
    if event.instead is not None:
        items[event.instead] = replace(
            items[event.instead], started_at=event.instead_started_at, ended_at=event.instead_ended_at
        )
    return _with(state, replace(state.agenda, items=items, current=event.item))._replace(outlook=None)


@concept.evolves(ItemMoved)
def item_moved(state: State, event: ItemMoved, _: Recorded) -> State:
    """Another order."""
    order = [one for one in state.agenda.order if one != event.item]
    order.insert(event.to, event.item)
    return _with(state, replace(state.agenda, order=tuple(order)))


@concept.evolves(ItemSkipped)
def item_skipped(state: State, event: ItemSkipped, _: Recorded) -> State:
    """Left out, or in again."""
    agenda = state.agenda
    item = replace(agenda.items[event.item], skipped=event.skipped)
    return _with(state, replace(agenda, items=agenda.with_item(item)))


@concept.evolves(ItemExtended)
def item_extended(state: State, event: ItemExtended, _: Recorded) -> State:
    """A later end."""
    agenda = state.agenda
    item = agenda.items[event.item]
    item = replace(item, extended_ms=item.extended_ms + event.by_ms)
    return _with(state, replace(agenda, items=agenda.with_item(item)))


@concept.evolves(MoveOnSet)
def move_on_set(state: State, event: MoveOnSet, _: Recorded) -> State:
    """One more who is ready, or one less."""
    agenda = state.agenda
    who = frozenset({event.participant})
    return _with(state, replace(agenda, ready=agenda.ready | who if event.ready else agenda.ready - who))


@concept.evolves(ShareSet)
def share_set(state: State, event: ShareSet, _: Recorded) -> State:
    """Another share."""
    return _with(state, replace(state.agenda, share=event.share))


@concept.evolves(BriefSet)
def brief_set(state: State, event: BriefSet, _: Recorded) -> State:
    """What is fixed and what can change, as everybody reads it."""
    return _with(
        state, replace(state.agenda, fixed=event.fixed, can_change=event.can_change, fixed_by=event.fixed_by)
    )
