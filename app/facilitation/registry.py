"""How a concept of the core says what it decides, what it folds in and when it wants to be woken.

Each concept's file fills one `Concept`; `decider` joins them. So adding a concept is adding a file.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from app.facilitation.draft import Draft, Recorded
from app.facilitation.state import State

C = TypeVar("C")
E = TypeVar("E")


class Concept:
    """The commands, events and deadlines of one concept of the core."""

    def __init__(self) -> None:
        self.deciders: dict[type[object], Callable[[Draft, object], None]] = {}
        self.evolvers: dict[type[object], Callable[[State, object, Recorded], State]] = {}
        self.deadlines: list[tuple[Callable[[State], int | None], Callable[[Draft, int], None]]] = []

    def decides(self, command: type[C]) -> Callable[[Callable[[Draft, C], None]], Callable[[Draft, C], None]]:
        """Register the rule that turns this command into events (or refuses it)."""

        def register(rule: Callable[[Draft, C], None]) -> Callable[[Draft, C], None]:
            self.deciders[command] = cast(Callable[[Draft, object], None], rule)
            return rule

        return register

    def evolves(
        self, event: type[E]
    ) -> Callable[[Callable[[State, E, Recorded], State]], Callable[[State, E, Recorded], State]]:
        """Register the fold of this event into the state."""

        def register(fold: Callable[[State, E, Recorded], State]) -> Callable[[State, E, Recorded], State]:
            self.evolvers[event] = cast(Callable[[State, object, Recorded], State], fold)
            return fold

        return register

    def wakes(
        self, when: Callable[[State], int | None]
    ) -> Callable[[Callable[[Draft, int], None]], Callable[[Draft, int], None]]:
        """Register what happens at a deadline: `when` names it (session ms, or None), the rule does it.

        The rule must change the state so that `when` moves on, else the clock would stand still.
        """

        def register(rule: Callable[[Draft, int], None]) -> Callable[[Draft, int], None]:
            self.deadlines.append((when, rule))
            return rule

        return register
